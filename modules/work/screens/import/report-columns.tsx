import type { AnswerOf } from '@ennoshita/kernel'
import type { Column, StatusColour } from '@ennoshita/ui'
import { language, Status, t } from '@ennoshita/ui'
import type { work } from '../../contract.ts'
import { isImportColumn } from '../../rules/import-columns.ts'
import { columnWord } from './column-words.ts'

export type ImportLine = AnswerOf<typeof work.importReports>['lines'][number]

function outcomeFace(line: ImportLine): readonly [StatusColour, string] {
  const words: Record<ImportLine['outcome'], readonly [StatusColour, string]> = {
    ready: line.remarks.length === 0 ? ['green', t('取り込めます')] : ['amber', t('指摘つきで取り込めます')],
    'left-out': ['red', t('取り込めません')],
    made: ['green', t('取り込みました')],
    'already-there': ['grey', t('登録済み')],
    undone: ['grey', t('取り消しました')],
    kept: ['blue', t('残しました')],
  }
  return words[line.outcome]
}

export const remarkTexts = (line: ImportLine): string[] =>
  line.remarks.map(({ column, message, messageEn }) => {
    const name = isImportColumn(column) ? columnWord(column) : column
    return `${name}：${language() === 'en' ? messageEn : message}`
  })

/** The report of an import, line by line. */
export function reportColumns(): Column<ImportLine>[] {
  return [
    {
      key: 'line',
      head: t('行'),
      width: '4rem',
      align: 'end',
      card: '2-end',
      cell: (line) => line.line,
      sortBy: (line) => line.line,
    },
    { key: 'name', head: t('業務名'), width: '26%', card: '1', cell: (line) => line.name, sortBy: (line) => line.name },
    {
      key: 'outcome',
      head: t('結果'),
      width: '11rem',
      card: '1-end',
      cell: (line) => {
        const [colour, word] = outcomeFace(line)
        return <Status colour={colour}>{word}</Status>
      },
      sortBy: (line) => line.outcome,
    },
    {
      key: 'remarks',
      head: t('指摘と直し方'),
      card: '2',
      cell: (line) => <span className="cell-lines">{remarkTexts(line).join('　')}</span>,
      sortBy: (line) => line.remarks.length,
    },
  ]
}
