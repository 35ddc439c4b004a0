export type ColumnDefinition<Key extends string = string> = { key: Key; titles: readonly string[] }

export type FoundHeader<Key extends string = string> = {
  /** Index in `rows` of the (first) header row, and how many rows it spans; the records begin at `firstRecordRow`. */
  headerRow: number
  headerRowCount: 1 | 2
  firstRecordRow: number
  /** Column key → index in a row. */
  mapping: Partial<Record<Key, number>>
  unmatched: { index: number; title: string }[]
  missing: Key[]
  /** 0–1: the share of the header's titles recognised, weighted by how exactly they match. */
  certainty: number
}

export function findHeader<Key extends string>(
  _rows: readonly (readonly string[])[],
  _columns: readonly ColumnDefinition<Key>[],
): FoundHeader<Key> | undefined {
  throw new Error('not written yet')
}
