import { findHeader } from '../tables/find-header.ts'
import { foldForSearch } from '../text/fold-for-search.ts'
import { type StatementColumn, type StatementMapping, statementLayouts, usualTitles } from './mappings.ts'

type Rows = readonly (readonly string[])[]

/** Where the columns of a mapping stand (from 0) below the header row, −1 for a file without header. */
export type FoundColumns = {
  headerRow: number
  date: number[]
  description: number[]
  /** The description is the last column: unquoted commas in it made more cells. */
  isDescriptionLast: boolean
  withdrawal?: number
  deposit?: number
  amount?: number
  direction?: number
  balance?: number
  account?: number
}

const searchedRows = 60

const dateColumns = ({ date }: StatementMapping): StatementColumn[] =>
  typeof date === 'object' ? [date.year, date.month, date.day] : [date]
const descriptionColumns = ({ description }: StatementMapping): readonly StatementColumn[] =>
  typeof description === 'object' ? description : [description]

/** Every column that a mapping names. */
export function columnsOf(mapping: StatementMapping): StatementColumn[] {
  const { withdrawal, deposit, amount, direction, balance, account } = mapping
  const others = [withdrawal, deposit, amount, direction, balance, account].filter((one) => one !== undefined)
  return [...dateColumns(mapping), ...descriptionColumns(mapping), ...others]
}

/** The titles of the known layouts, folded once. */
const foldedTitles = new Map(
  statementLayouts.flatMap(({ header }) => header).map((title) => [title, foldForSearch(title)]),
)

const indexIn = (titles: readonly string[], column: StatementColumn): number =>
  typeof column === 'number' ? column - 1 : titles.indexOf(foldedTitles.get(column) ?? foldForSearch(column))

const located = (titles: readonly string[], headerRow: number, mapping: StatementMapping): FoundColumns => {
  const place = (column: StatementColumn | undefined) => (column === undefined ? undefined : indexIn(titles, column))
  const [withdrawal, deposit] = [place(mapping.withdrawal), place(mapping.deposit)]
  const [amount, direction] = [place(mapping.amount), place(mapping.direction)]
  const [balance, account] = [place(mapping.balance), place(mapping.account)]
  const description = descriptionColumns(mapping).map((column) => indexIn(titles, column))
  const last = titles.findLastIndex((title) => title !== '')
  return {
    headerRow,
    date: dateColumns(mapping).map((column) => indexIn(titles, column)),
    description,
    isDescriptionLast: headerRow !== -1 && description.length === 1 && description[0] === last,
    ...(withdrawal === undefined ? {} : { withdrawal }),
    ...(deposit === undefined ? {} : { deposit }),
    ...(amount === undefined ? {} : { amount }),
    ...(direction === undefined ? {} : { direction }),
    ...(balance === undefined ? {} : { balance }),
    ...(account === undefined ? {} : { account }),
  }
}

const foldedRows = (rows: Rows): string[][] =>
  rows.slice(0, searchedRows).map((row) => row.slice(0, 200).map((cell) => foldForSearch(cell.slice(0, 60))))

/** The columns of a given mapping, or the titles that no row has all of, and the numbers of columns that none has. */
export function findMapped(rows: Rows, mapping: StatementMapping): FoundColumns | { missing: string[] } {
  const widest = rows.slice(0, searchedRows).reduce((width, row) => Math.max(width, row.length), 0)
  const isNone = (column: StatementColumn): boolean =>
    typeof column === 'number' && !(Number.isInteger(column) && column >= 1 && column <= widest)
  const none = columnsOf(mapping).filter(isNone)
  if (none.length > 0) return { missing: none.map((column) => `${column}列目`) }
  const wanted = columnsOf(mapping).filter((column) => typeof column === 'string')
  if (wanted.length === 0) return located([], -1, mapping)
  let missing: string[] = wanted
  for (const [row, titles] of foldedRows(rows).entries()) {
    const absent = wanted.filter((title) => indexIn(titles, title) === -1)
    if (absent.length === 0) return located(titles, row, mapping)
    if (absent.length < missing.length) missing = absent
  }
  return { missing }
}

/** The known layout whose columns a row has, that with the most titles in common. */
export function findLayout(rows: Rows): { id: string; columns: FoundColumns; mapping: StatementMapping } | undefined {
  let best: { id: string; columns: FoundColumns; mapping: StatementMapping; score: number } | undefined
  for (const [row, titles] of foldedRows(rows).entries()) {
    const count = titles.filter((title) => title !== '').length
    for (const { id, header, mapping } of statementLayouts) {
      if (columnsOf(mapping).some((column) => indexIn(titles, column) === -1)) continue
      const common = header.filter((title) => indexIn(titles, title) !== -1).length
      const score = common / (count + header.length - common)
      if (best === undefined || score > best.score)
        best = { id, columns: located(titles, row, mapping), mapping, score }
    }
  }
  return best
}

/** The titles of the row that looks most like a header, and what its columns seem to be. */
export function proposalFor(rows: Rows): { titles: string[]; proposal: StatementMapping | undefined } {
  const found = findHeader(rows, usualTitles)
  const row =
    found === undefined
      ? rows.slice(0, searchedRows).find((cells) => cells.filter((cell) => /[^\d\s,./:-]/.test(cell)).length >= 3)
      : rows[found.headerRow]
  const titles = (row ?? []).map((title) => title.trim()).filter((title) => title !== '')
  const column = (key: (typeof usualTitles)[number]['key']): string | undefined => {
    const index = found?.mapping[key]
    return index === undefined ? undefined : (row?.[index] ?? '').trim() || undefined
  }
  const [date, withdrawal, deposit, amount] = [
    column('date'),
    column('withdrawal'),
    column('deposit'),
    column('amount'),
  ]
  const [direction, balance] = [column('direction'), column('balance')]
  const hasBoth = withdrawal !== undefined && deposit !== undefined
  const isOne = withdrawal === undefined && deposit === undefined && amount !== undefined
  if (date === undefined || (!hasBoth && !isOne)) return { titles, proposal: undefined }
  return {
    titles,
    proposal: {
      date,
      description: column('description') ?? [],
      ...(hasBoth ? { withdrawal, deposit } : { amount: amount ?? '' }),
      ...(hasBoth || direction === undefined ? {} : { direction }),
      ...(balance === undefined ? {} : { balance }),
    },
  }
}
