/** Text stays text ('001'), numbers are numbers, dates are shown as yyyy/mm/dd. */
export type CellToWrite = string | number | boolean | { date: string } | null | undefined
export type SheetToWrite = {
  name: string
  header: readonly string[]
  rows: readonly (readonly CellToWrite[])[]
  widths?: readonly number[]
}

export async function writeTableXlsx(_sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  throw new Error('not written yet')
}

export function writeTableCsv(
  _rows: readonly (readonly CellToWrite[])[],
  _options: { encoding: 'utf-8-bom' | 'cp932' },
): Uint8Array {
  throw new Error('not written yet')
}
