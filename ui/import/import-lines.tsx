import { Status } from '../controls/status.tsx'
import type { Column } from '../tables/column.ts'
import { language, t } from '../words/words.ts'

const states = ['accepted', 'known', 'faulty', 'applied', 'undone', 'kept'] as const

/** What became, or would become, of a line that comes in. */
export type ImportLineState = (typeof states)[number]
export const importLineStates: readonly ImportLineState[] = states

/** Lines of one page of a report. */
export const importLinesAtOnce = 500

/** One line of a file that comes in: where it stood, and what was noticed in it. */
export type ImportLine = {
  readonly line: number
  readonly state: ImportLineState
  readonly faults: readonly { readonly column?: number | undefined; readonly ja: string; readonly en: string }[]
}

export function lineStateWord(state: ImportLineState): string {
  const words: Record<ImportLineState, string> = {
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

/** What was noticed in a line, with its column. */
export function remarksOf(line: ImportLine): string[] {
  return line.faults.map((fault) => {
    const words = language() === 'en' ? fault.en : fault.ja
    return fault.column === undefined ? words : t('{column}列目：{words}', { column: fault.column, words })
  })
}

/** The columns that every report of an import has, around those of its own things. */
export function importColumns<Line extends ImportLine>(own: readonly Column<Line>[]): Column<Line>[] {
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
    ...own,
    {
      key: 'remarks',
      head: t('気づいたことと直し方'),
      card: '3',
      cell: (line) => <span title={remarksOf(line).join('\n')}>{remarksOf(line).join(' ')}</span>,
    },
  ]
}
