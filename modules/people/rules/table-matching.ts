import { findHeader } from '@ennoshita/formats'
import { type ImportColumn, importColumns } from '../contract/import.ts'

type Rows = readonly (readonly string[])[]

/** Which row of a table holds the titles, and what its columns were taken for; a person may correct both. */
export type TableMatching = {
  readonly headerRow: number
  readonly firstRecordRow: number
  readonly mapping: Partial<Readonly<Record<ImportColumn, number>>>
}

/** One column of the table, with what it was taken for (null: left out) and what stands in it. */
export type ColumnOfTable = {
  readonly index: number
  readonly title: string
  readonly examples: readonly string[]
  readonly key: ImportColumn | null
}

const rowsLookedAt = 200

/** The first guess by the titles; without any known title the first row with nothing matched. */
export function guessMatching(rows: Rows): TableMatching {
  const found = findHeader(rows, importColumns)
  return found === undefined
    ? { headerRow: 0, firstRecordRow: 1, mapping: {} }
    : { headerRow: found.headerRow, firstRecordRow: found.firstRecordRow, mapping: found.mapping }
}

/** Takes another row for the titles and matches them anew. */
export function matchingAtRow(rows: Rows, headerRow: number): TableMatching {
  const found = findHeader([rows[headerRow] ?? []], importColumns)
  return { headerRow, firstRecordRow: headerRow + 1, mapping: found?.mapping ?? {} }
}

/** Takes one column for something else (null: leaves it out); what stood for that before becomes free. */
export function assignColumn(matching: TableMatching, index: number, key: ImportColumn | null): TableMatching {
  const mapping: Partial<Record<ImportColumn, number>> = {}
  for (const { key: other } of importColumns) {
    const at = matching.mapping[other]
    if (at !== undefined && at !== index && other !== key) mapping[other] = at
  }
  if (key !== null) mapping[key] = index
  return { ...matching, mapping }
}

/** The columns that hold anything, each with up to three different values. */
export function columnsOfTable(rows: Rows, matching: TableMatching): ColumnOfTable[] {
  const titles = rows[matching.headerRow] ?? []
  const records = rows.slice(matching.firstRecordRow, matching.firstRecordRow + rowsLookedAt)
  const width = Math.max(titles.length, ...records.map((row) => row.length))
  return Array.from({ length: width }, (_, index): ColumnOfTable => {
    const filled = records.map((row) => (row[index] ?? '').trim()).filter((text) => text !== '')
    return {
      index,
      title: (titles[index] ?? '').trim(),
      examples: [...new Set(filled)].slice(0, 3),
      key: importColumns.find((column) => matching.mapping[column.key] === index)?.key ?? null,
    }
  }).filter(({ title, examples }) => title !== '' || examples.length > 0)
}

/** A person needs a name: in one column, or at least the family name. */
export function namesAreMatched({ mapping }: TableMatching): boolean {
  return mapping.fullName !== undefined || mapping.familyName !== undefined
}
