import { findHeader } from '@ennoshita/formats'
import { type ImportColumn, importColumns, isImportColumn } from './import-columns.ts'

type Rows = readonly (readonly string[])[]

/** Where the heading of a sheet stands and what its columns were taken for; a person may correct both. */
export type Matching = {
  /** Index in the rows of the sheet. */
  readonly headerRow: number
  readonly headerRowCount: 1 | 2
  readonly mapping: Partial<Readonly<Record<ImportColumn, number>>>
}

/** A column of the file as it is shown for correction. */
export type MatchedColumn = {
  readonly index: number
  readonly title: string
  readonly samples: readonly string[]
  /** What it was taken for; null goes into the notes under its own title. */
  readonly key: ImportColumn | null
}

/** What one command may take. */
export const mostRows = 5_000
export const mostColumns = 120
const mostLetters = 4_000

/** The first guess; without any recognisable heading, the first row with nothing matched. */
export function matchingOf(rows: Rows): Matching {
  const found = findHeader(rows, importColumns)
  if (found === undefined) return { headerRow: 0, headerRowCount: 1, mapping: {} }
  const { headerRow, headerRowCount, mapping } = found
  return { headerRow, headerRowCount, mapping }
}

/** Takes another row, or two rows, for the heading and matches its titles anew. */
export function withHeading(rows: Rows, headerRow: number, headerRowCount: 1 | 2): Matching {
  const titles = titlesOf(rows, { headerRow, headerRowCount, mapping: {} })
  const joined = findHeader([titles], importColumns)?.mapping ?? {}
  const both =
    headerRowCount === 2 ? findHeader(rows.slice(headerRow, headerRow + 2), importColumns)?.mapping : undefined
  const isBetter = both !== undefined && Object.keys(both).length > Object.keys(joined).length
  return { headerRow, headerRowCount, mapping: isBetter ? both : joined }
}

/** Takes a column of the file for something else, or (null) for nothing; what it was taken for before becomes free. */
export function withColumn(matching: Matching, index: number, key: ImportColumn | null): Matching {
  const others = Object.entries(matching.mapping).filter(([other, at]) => at !== index && other !== key)
  const mapping = Object.fromEntries(others.filter(([other]) => isImportColumn(other)))
  return { ...matching, mapping: key === null ? mapping : { ...mapping, [key]: index } }
}

/** The titles of the heading, two rows joined. */
export function titlesOf(rows: Rows, { headerRow, headerRowCount }: Matching): string[] {
  const upper = rows[headerRow] ?? []
  if (headerRowCount === 1) return upper.map((title) => title.trim())
  const lower = rows[headerRow + 1] ?? []
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [above, below] = [(upper[index] ?? '').trim(), (lower[index] ?? '').trim()]
    return above === below || below === '' ? above : `${above}${below}`
  })
}

/** The columns that hold anything, with up to three different values each. */
export function matchedColumns(rows: Rows, matching: Matching): MatchedColumn[] {
  const titles = titlesOf(rows, matching)
  const records = rows.slice(matching.headerRow + matching.headerRowCount)
  const width = Math.min(mostColumns, Math.max(titles.length, ...records.slice(0, 200).map((row) => row.length)))
  const keys = new Map(Object.entries(matching.mapping).map(([key, index]) => [index, key]))
  return Array.from({ length: width }, (_, index): MatchedColumn => {
    const filled = records.slice(0, 200).flatMap((row) => (row[index] ?? '').trim() || [])
    const key = keys.get(index)
    return {
      index,
      title: titles[index] ?? '',
      samples: [...new Set(filled)].slice(0, 3),
      key: key !== undefined && isImportColumn(key) ? key : null,
    }
  }).filter(({ title, samples }) => title !== '' || samples.length > 0)
}

/** A kind of work needs a name: from its own column, else 小分類, else 業務内容. */
export function canBeStaged({ mapping }: Matching): boolean {
  return (mapping.name ?? mapping.minor ?? mapping.description) !== undefined
}

/**
 * The sheet as the staging command takes it: one row of titles, then the records. Where the titles alone would be read otherwise
 * than the person chose, those of the chosen columns are put in plain words.
 */
export function stagingOf(rows: Rows, lines: readonly number[], matching: Matching) {
  const first = matching.headerRow + matching.headerRowCount
  const records = rows.slice(first).map((row) => row.slice(0, mostColumns).map((cell) => cell.slice(0, mostLetters)))
  const titles = titlesOf(rows, matching).slice(0, mostColumns)
  const chosen: [ImportColumn, number][] = Object.entries(matching.mapping).flatMap(([key, index]) =>
    isImportColumn(key) ? [[key, index]] : [],
  )
  const plain = Array.from({ length: Math.max(titles.length, ...chosen.map(([, index]) => index + 1)) }, (_, index) => {
    const key = chosen.find(([, at]) => at === index)?.[0]
    return importColumns.find((column) => column.key === key)?.titles[0] ?? titles[index] ?? ''
  })
  const isReadAlike = findHeader([titles, ...records], importColumns)?.firstRecordRow === 1
  return {
    rows: [isReadAlike ? titles : plain, ...records],
    lines: [lines[matching.headerRow] ?? 1, ...records.map((_, at) => lines[first + at] ?? first + at + 1)],
    mapping: Object.fromEntries(chosen),
  }
}

/** Column A, B … Z, AA as a spreadsheet calls it. */
export function letterOfColumn(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterOfColumn(Math.floor(index / 26) - 1) + last
}
