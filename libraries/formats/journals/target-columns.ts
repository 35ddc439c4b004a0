import type { MayShare } from './arrange-rows.ts'
import { type FoundColumns, findColumns, titleKey } from './find-columns.ts'
import type { Journal } from './journal.ts'
import type { JournalColumn, JournalMapping } from './layouts.ts'

/** Where each field is written, and what a row holds before anything is. */
export type TargetColumns = FoundColumns & {
  blank: string[]
  header: string[] | undefined
  mayShare: MayShare
  /** タイプ of 弥生. */
  kind: number | undefined
  /** The column of a title that no field claims; also one added for journals that were read in this layout. */
  otherColumn: (title: string) => number | undefined
}

const columnsOf = ({ columns }: JournalMapping): JournalColumn[] => {
  const { debit, credit, ...single } = columns
  return [...Object.values(single), ...Object.values(debit), ...Object.values(credit)]
}

const titlesOf = (mapping: JournalMapping): string[] => {
  if (mapping.titles !== undefined) return [...mapping.titles]
  const columns = columnsOf(mapping)
  const titles = columns.map((column) => (Array.isArray(column) ? String(column[0]) : column))
  const named = titles.filter((title) => typeof title === 'string')
  const width = Math.max(0, ...titles.map((title) => (typeof title === 'number' ? title : 0)))
  return [...Array.from({ length: width }, () => ''), ...new Set(named)]
}

const extraTitles = ({ id, isHeadless }: JournalMapping, journals: readonly Journal[], known: readonly string[]) => {
  const keys = new Set(known.map(titleKey))
  const extra: string[] = []
  if (isHeadless || id === undefined) return extra
  for (const { origin, other = [] } of journals) {
    if (origin !== id) continue
    for (const title of other.flatMap((row) => Object.keys(row))) {
      if (keys.has(titleKey(title))) continue
      keys.add(titleKey(title))
      extra.push(title)
    }
  }
  return extra
}

/** The columns to write. Throws RangeError for a mapping that lacks the date, or an account or amount. */
export function targetColumns(mapping: JournalMapping, journals: readonly Journal[]): TargetColumns {
  const own = titlesOf(mapping)
  const titles = [...own, ...extraTitles(mapping, journals, own)]
  const found = findColumns([titles], mapping)
  if (found === undefined) {
    throw new RangeError('列の対応に、取引日、借方と貸方の勘定科目と金額の列が要ります。')
  }
  const places = new Map(titles.map((title, index) => [titleKey(title), index]))
  const others = new Set(found.others.map(({ index }) => index))
  const fieldColumns = new Set([found.memo, found.tags])
  const byTitle = (title: string): number | undefined => places.get(titleKey(title))
  const otherColumns = new Map<string, number | undefined>()
  const otherColumn = (title: string): number | undefined => {
    if (otherColumns.has(title)) return otherColumns.get(title)
    const index = byTitle(title)
    const column = index !== undefined && (others.has(index) || fieldColumns.has(index)) ? index : undefined
    otherColumns.set(title, column)
    return column
  }
  const { debit, credit } = found
  return {
    ...found,
    blank: titles.map((title) => mapping.defaults?.[title] ?? ''),
    header: mapping.isHeadless || titles.every((title) => title === '') ? undefined : titles,
    kind: byTitle('タイプ'),
    otherColumn,
    mayShare: (one, other) =>
      one.description === other.description &&
      (debit.amount !== credit.amount || one.amount === other.amount) &&
      (debit.partner === undefined || debit.partner !== credit.partner || one.partner === other.partner),
  }
}
