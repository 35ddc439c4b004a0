import type { ReactNode } from 'react'

/** Where a cell stands when the row becomes a card on a phone: line 1 to 3, at its start or its end, or nowhere. */
export type CardPlace = '1' | '1-end' | '2' | '2-end' | '3' | '3-end' | 'none'

export type Column<Row> = {
  readonly key: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** What the column is sorted by; without it, it is not. Null stands last. */
  readonly sortBy?: (row: Row) => string | number | null | undefined
  /** CSS width (`8rem`, `20%`); columns without it share what is left. */
  readonly width?: string
  /** `end` for amounts and counts: right-aligned, tabular figures. */
  readonly align?: 'start' | 'end'
  readonly card?: CardPlace
  /** What stands in the last row under this column, such as its sum. */
  readonly foot?: ReactNode
}

/** The card places where a table names none: first column leads, figures and states at the end, the rest below, five at most. */
export function cardPlacesOf<Row>(columns: readonly Column<Row>[]): readonly CardPlace[] {
  const free: CardPlace[] = ['1', '2', '3', '2-end', '3-end']
  const taken = new Set(columns.map((column) => column.card))
  const ends: CardPlace[] = ['1-end', '2-end', '3-end']
  return columns.map((column) => {
    if (column.card !== undefined) return column.card
    const from = column.align === 'end' ? [...ends, ...free] : free
    const place = from.find((candidate) => !taken.has(candidate)) ?? 'none'
    taken.add(place)
    return place
  })
}

const collator = new Intl.Collator('ja', { numeric: true })

/** Order of two values of `sortBy`: numbers by size, texts as a Japanese dictionary and with numbers in them by size. */
export function compareForSort(a: string | number | null | undefined, b: string | number | null | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a ?? ''), String(b ?? ''))
}
