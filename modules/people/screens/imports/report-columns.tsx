import type { AnswerOf } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import { Link, language, Status, t } from '@ennoshita/ui'
import type { people } from '../../contract.ts'

export type Preview = AnswerOf<typeof people.importPreviews>
export type PreviewLine = Preview['lines'][number]

export function lineStateWord(state: PreviewLine['state']): string {
  const words: Record<PreviewLine['state'], string> = {
    accepted: t('取り込めます'),
    known: t('登録済み'),
    faulty: t('直してください'),
    applied: t('取り込み済み'),
    undone: t('取り消し済み'),
    kept: t('残しました'),
  }
  return words[state]
}

const colours = {
  accepted: 'blue',
  known: 'grey',
  faulty: 'red',
  applied: 'green',
  undone: 'grey',
  kept: 'amber',
} as const

const nameOf = (line: PreviewLine) =>
  line.draft === null ? '' : [line.draft.familyName, line.draft.givenName].filter((part) => part !== '').join(' ')

/** What was noticed in a line, with its column. */
export function remarksOf(line: PreviewLine): string[] {
  return line.faults.map((fault) => {
    const words = language() === 'en' ? fault.en : fault.ja
    return fault.column === undefined ? words : t('{column}列目：{words}', { column: fault.column, words })
  })
}

export function reportColumns(): Column<PreviewLine>[] {
  return [
    {
      key: 'line',
      head: t('行'),
      width: '4.5rem',
      align: 'end',
      card: '3-end',
      cell: (line) => line.line,
      sortBy: (line) => line.line,
    },
    {
      key: 'state',
      head: t('結果'),
      width: '8rem',
      card: '1-end',
      cell: (line) => <Status colour={colours[line.state]}>{lineStateWord(line.state)}</Status>,
      sortBy: (line) => lineStateWord(line.state),
    },
    {
      key: 'number',
      head: t('社員番号'),
      width: '5.5rem',
      card: 'none',
      cell: (line) => line.draft?.employeeNumber ?? '',
    },
    {
      key: 'name',
      head: t('氏名'),
      width: '9rem',
      card: '1',
      cell: (line) =>
        line.personId === null || line.state === 'undone' ? (
          nameOf(line)
        ) : (
          <Link to={`/people/${line.personId}`}>{nameOf(line) || t('この人を見る')}</Link>
        ),
    },
    {
      key: 'place',
      head: t('部署・役職'),
      width: '11rem',
      card: '2',
      cell: (line) => [line.draft?.department, line.draft?.post].filter((part) => part).join(' '),
    },
    {
      key: 'remarks',
      head: t('気づいたことと直し方'),
      card: '3',
      cell: (line) => <span title={remarksOf(line).join('\n')}>{remarksOf(line).join(' ')}</span>,
    },
  ]
}
