import { type ColumnDefinition, findHeader } from './find-header.ts'

type Rows = readonly (readonly string[])[]

/** Which row of a table holds the titles, and what its columns were taken for; a person may correct both. */
export type ColumnMatching<Key extends string = string> = {
  readonly headerRow: number
  readonly firstRecordRow: number
  readonly mapping: Partial<Readonly<Record<Key, number>>>
}

/** One column of a table, with what it was taken for (null: left out) and up to three of its values. */
export type MatchedColumn<Key extends string = string> = {
  readonly index: number
  readonly title: string
  readonly examples: readonly string[]
  readonly key: Key | null
}

const rowsLookedAt = 200

/** The first guess by the titles; without any known title the first row, with nothing matched. */
export function guessMatching<Key extends string>(
  rows: Rows,
  columns: readonly ColumnDefinition<Key>[],
): ColumnMatching<Key> {
  const found = findHeader(rows, columns)
  if (found === undefined) return { headerRow: 0, firstRecordRow: 1, mapping: {} }
  const { headerRow, firstRecordRow, mapping } = found
  return { headerRow, firstRecordRow, mapping }
}

/** Takes another row for the titles and matches them anew. */
export function matchingAtRow<Key extends string>(
  rows: Rows,
  columns: readonly ColumnDefinition<Key>[],
  headerRow: number,
): ColumnMatching<Key> {
  const found = findHeader([rows[headerRow] ?? []], columns)
  return { headerRow, firstRecordRow: headerRow + 1, mapping: found?.mapping ?? {} }
}

/** Takes one column for something else (null: leaves it out); what stood for that before becomes free. */
export function assignColumn<Key extends string>(
  matching: ColumnMatching<Key>,
  columns: readonly ColumnDefinition<Key>[],
  index: number,
  key: Key | null,
): ColumnMatching<Key> {
  const mapping: Partial<Record<Key, number>> = {}
  for (const { key: other } of columns) {
    const at = matching.mapping[other]
    if (at !== undefined && at !== index && other !== key) mapping[other] = at
  }
  if (key !== null) mapping[key] = index
  return { ...matching, mapping }
}

/** The columns that hold anything, each with up to three different values. */
export function matchedColumns<Key extends string>(
  rows: Rows,
  columns: readonly ColumnDefinition<Key>[],
  matching: ColumnMatching<Key>,
): MatchedColumn<Key>[] {
  const titles = rows[matching.headerRow] ?? []
  const records = rows.slice(matching.firstRecordRow, matching.firstRecordRow + rowsLookedAt)
  const width = Math.max(titles.length, ...records.map((row) => row.length))
  return Array.from({ length: width }, (_, index): MatchedColumn<Key> => {
    const filled = records.map((row) => (row[index] ?? '').trim()).filter((text) => text !== '')
    return {
      index,
      title: (titles[index] ?? '').trim(),
      examples: [...new Set(filled)].slice(0, 3),
      key: columns.find((column) => matching.mapping[column.key] === index)?.key ?? null,
    }
  }).filter(({ title, examples }) => title !== '' || examples.length > 0)
}
