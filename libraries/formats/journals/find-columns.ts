import type { JournalColumn, JournalMapping, JournalSideColumns } from './layouts.ts'

/** Where each field stands in a row, from 0; absent where the file has no such column. */
export type FoundSide = Partial<Record<keyof JournalSideColumns, number>>
export type FoundColumns = {
  headerRow: number
  date: number
  debit: FoundSide
  credit: FoundSide
  number?: number
  flag?: number
  closing?: number
  description?: number
  memo?: number
  tags?: number
  /** Columns that no field claims, with their titles. */
  others: { index: number; title: string }[]
}

const searchedRows = 30

/** Width, spaces, what stands in brackets, and marks do not matter; 借方金額(円) is 借方金額. */
export const titleKey = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|[\s*※★:.]/g, '')
    .toLowerCase()

const titlesOf = (column: JournalColumn): readonly (string | number)[] =>
  typeof column === 'string' || typeof column === 'number' ? [column] : column

const sideFields = [
  ...(['account', 'amount', 'subAccount', 'department'] as const),
  ...(['partner', 'taxClass', 'invoice', 'taxAmount'] as const),
]
const singleFields = ['number', 'flag', 'closing', 'description', 'memo', 'tags'] as const

type Place = (column: JournalColumn | undefined) => number | undefined

const sidePlaces = (columns: JournalSideColumns, place: Place): FoundSide => {
  const found: FoundSide = {}
  for (const field of sideFields) {
    const index = place(columns[field])
    if (index !== undefined) found[field] = index
  }
  return found
}

const findBy = (mapping: JournalMapping, place: Place, titles: readonly string[], headerRow: number) => {
  const { columns } = mapping
  const date = place(columns.date)
  const [debit, credit] = [sidePlaces(columns.debit, place), sidePlaces(columns.credit, place)]
  const isWhole = [debit.account, debit.amount, credit.account, credit.amount].every((index) => index !== undefined)
  if (date === undefined || !isWhole) return undefined
  const found: FoundColumns = { headerRow, date, debit, credit, others: [] }
  for (const field of singleFields) {
    const index = place(columns[field])
    if (index !== undefined) found[field] = index
  }
  const claimed = new Set<number | undefined>([date, ...Object.values(debit), ...Object.values(credit)])
  for (const field of singleFields) claimed.add(found[field])
  found.others = titles.flatMap((title, index) => (claimed.has(index) || title === '' ? [] : [{ index, title }]))
  return found
}

const placeByTitle = (titles: readonly string[]): Place => {
  const places = new Map<string, number>()
  for (const [index, title] of titles.entries()) if (!places.has(titleKey(title))) places.set(titleKey(title), index)
  return (column) => {
    if (column === undefined) return undefined
    for (const title of titlesOf(column)) {
      if (typeof title === 'number') return Number.isInteger(title) && title > 0 ? title - 1 : undefined
      const index = places.get(titleKey(title))
      if (index !== undefined) return index
    }
    return undefined
  }
}

/** By the titles of a header among the first 30 rows; without one by number, or in the order of all titles where rows have that many cells. */
export function findColumns(rows: readonly (readonly string[])[], mapping: JournalMapping): FoundColumns | undefined {
  const { columns, titles = [] } = mapping
  const isNumbered = [columns.date, columns.debit.account, columns.credit.account].every(
    (one) => typeof one === 'number',
  )
  if (isNumbered) return findBy(mapping, placeByTitle([]), [], -1)
  for (const [index, row] of rows.slice(0, searchedRows).entries()) {
    const shown = row.map((title) => title.trim())
    const found = findBy(mapping, placeByTitle(shown), shown, index)
    if (found !== undefined) return found
  }
  const first = rows.find((row) => row.some((cell) => cell !== ''))
  const isAsTitled = first !== undefined && titles.length > 0 && Math.abs(first.length - titles.length) <= 1
  return isAsTitled ? findBy(mapping, placeByTitle(titles), titles, -1) : undefined
}
