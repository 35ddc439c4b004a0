import { foldForSearch } from '@ennoshita/formats'
import { useDeferredValue, useMemo } from 'react'

/** The rows whose text holds every word of the filter; width, case and kana do not matter. Typing stays quick on long lists. */
export function useFiltered<Row>(
  rows: readonly Row[] | undefined,
  filter: string,
  textOf: (row: Row) => string,
): readonly Row[] | undefined {
  const text = useDeferredValue(filter)
  const folded = useMemo(() => rows?.map((row) => ({ row, text: foldForSearch(textOf(row)) })), [rows, textOf])
  return useMemo(() => {
    const words = text
      .split(/\s+/)
      .map(foldForSearch)
      .filter((word) => word !== '')
    if (words.length === 0) return rows
    return folded?.filter((entry) => words.every((word) => entry.text.includes(word))).map((entry) => entry.row)
  }, [rows, folded, text])
}
