import type { GridColumn, UnreadCells } from './cells.ts'
import { cellName, readCell, writeCell } from './cells.ts'

export type Place = { readonly row: number; readonly column: number }

/** The cells of text copied from a spreadsheet: tabs and line ends part them, quotes keep those within a cell. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  const letters = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at]
    if (isQuoted && letter === '"' && letters[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (isQuoted && letter === '"') isQuoted = false
    else if (letter === '"' && cell === '' && hasClosingQuote(letters, at)) isQuoted = true
    else if (!isQuoted && letter === '\t') endCell()
    else if (!isQuoted && letter === '\n') {
      endCell()
      rows.push([])
    } else cell += letter
  }
  endCell()
  const last = rows.at(-1)
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop()
  return rows
}

/** Text for the clipboard that a spreadsheet takes back cell by cell. */
export function writeTsv(cells: readonly (readonly string[])[]): string {
  const quote = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return cells.map((row) => row.map(quote).join('\t')).join('\n')
}

export type GridRows<Row> = { readonly rows: readonly Row[]; readonly unread: UnreadCells }

/**
 * Writes texts into the grid from a place on, as typing them would. Rows are added where they run past the end, if `newRow`
 * makes them; columns that run past the right edge and read-only columns are left alone; unreadable texts stay as written.
 */
export function writeTexts<Row extends object>(
  grid: GridRows<Row>,
  columns: readonly GridColumn<Row>[],
  rowId: (row: Row) => string,
  from: Place,
  texts: readonly (readonly string[])[],
  newRow?: () => Row,
): GridRows<Row> {
  const rows = [...grid.rows]
  const unread = { ...grid.unread }
  for (const [down, line] of texts.entries()) {
    const at = from.row + down
    const before = rows[at] ?? newRow?.()
    if (before === undefined) break
    let row = before
    for (const [right, text] of line.entries()) {
      const column = columns[from.column + right]
      if (column === undefined || column.isReadOnly === true) continue
      const name = cellName(rowId(row), column.key)
      const reading = readCell(column, text)
      if (reading.ok) delete unread[name]
      else unread[name] = { text, sentence: { ja: reading.message, en: reading.messageEn } }
      row = { ...row, [column.key]: reading.ok ? reading.value : null }
    }
    rows[at] = row
  }
  return { rows, unread }
}

/** The texts between two corners, as they stand in the grid. */
export function textsBetween<Row extends object>(
  grid: GridRows<Row>,
  columns: readonly GridColumn<Row>[],
  rowId: (row: Row) => string,
  corners: readonly [Place, Place],
): string[][] {
  const { top, bottom, left, right } = edgesOf(corners)
  return grid.rows
    .slice(top, bottom + 1)
    .map((row) =>
      columns
        .slice(left, right + 1)
        .map((column) => grid.unread[cellName(rowId(row), column.key)]?.text ?? writeCell(column, row)),
    )
}

/** The edges of the rectangle between two corners. */
export function edgesOf([a, b]: readonly [Place, Place]) {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  }
}

function hasClosingQuote(letters: string, openedAt: number): boolean {
  let at = openedAt + 1
  while (at < letters.length) {
    if (letters[at] === '"') {
      if (letters[at + 1] !== '"') return ['\t', '\n', undefined].includes(letters[at + 1])
      at += 1
    }
    at += 1
  }
  return false
}
