/** Columns are of these two kinds only, so that reading a cell stays one fast machine path. */
export type Column = Int32Array | Float64Array

/** The cell at a place; a place outside the column is a defect of the caller and throws. */
export function cell(column: Column, place: number): number {
  const value = column[place]
  if (value === undefined) throw new RangeError(`no cell ${place} in a column of ${column.length}`)
  return value
}

/** The entry at a place of a list; a place outside the list is a defect of the caller and throws. */
export function entry<T>(list: readonly T[], place: number): T {
  const value = list[place]
  if (value === undefined) throw new RangeError(`no entry ${place} in a list of ${list.length}`)
  return value
}

/** Running start of each group, from the size of each group; one cell longer than `sizes`. */
export function startsOf(sizes: Int32Array): Int32Array {
  const starts = new Int32Array(sizes.length + 1)
  for (let group = 0; group < sizes.length; group++) starts[group + 1] = cell(starts, group) + cell(sizes, group)
  return starts
}

/** How many cells of an ascending column lie below a value. */
export function placeOf(ascending: Column, value: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (cell(ascending, middle) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Order of texts by code unit: the same on every machine, whatever its language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
