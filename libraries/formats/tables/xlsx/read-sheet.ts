import {
  maxCells,
  maxColumns,
  maxFaults,
  type TableFault,
  type TableSheet,
  tooManyCells,
  tooManyRows,
} from '../table.ts'
import { type NumberKind, textOfNumber } from './number-formats.ts'
import type { XmlHandlers } from './xml-scanner.ts'

export type Workbook = { sharedTexts: readonly string[]; kinds: readonly NumberKind[]; is1904: boolean }

type Range = { top: number; left: number; bottom: number; right: number }

/** Column letters and row of a reference such as BC12, from 0; undefined when it is not one. */
function cellPlace(reference: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference)
  if (!match) return undefined
  let column = 0
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(match[2]) - 1, column: column - 1 }
}

const rangeOf = (reference: string): Range | undefined => {
  const [from = '', to = from] = reference.split(':')
  const [start, end] = [cellPlace(from), cellPlace(to)]
  return start && end && { top: start.row, left: start.column, bottom: end.row, right: end.column }
}

/** _x000D_ and the like stand for characters that XML cannot hold. */
const plainText = (text: string): string =>
  text.includes('_x')
    ? text
        .replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
        .replaceAll('\r\n', '\n')
    : text.replaceAll('\r\n', '\n')

/** Texts of the shared table (xl/sharedStrings.xml), without the phonetic guides (rPh). */
export function sharedTextReader(): { handlers: XmlHandlers; texts: string[] } {
  const texts: string[] = []
  let current = ''
  let phoneticDepth = 0
  let isText = false
  return {
    texts,
    handlers: {
      open: (name) => {
        if (name === 'si') current = ''
        if (name === 'rPh') phoneticDepth += 1
        if (name === 't') isText = phoneticDepth === 0
      },
      text: (text) => {
        if (isText) current += text
      },
      close: (name) => {
        if (name === 't') isText = false
        if (name === 'rPh') phoneticDepth -= 1
        if (name === 'si') texts.push(plainText(current))
      },
    },
  }
}

type Cell = {
  row: number
  column: number
  type: string
  style: number
  value: string
  hasFormula: boolean
  hasValue: boolean
}

const cellFaults: Record<'error' | 'formula' | 'text', [message: string, messageEn: string]> = {
  error: [
    '数式がエラー（#REF! など）になっています。空欄として読みました。Excelで式を直してください。',
    'The formula gives an error (such as #REF!). The cell was read as empty; correct the formula in Excel.',
  ],
  formula: [
    '数式の計算結果が保存されていません。空欄として読みました。Excelで開いて保存し直してください。',
    'The result of the formula is not stored. The cell was read as empty; open and save the file in Excel.',
  ],
  text: [
    'セルの文字が見つかりません。ファイルが壊れている可能性があります。Excelで開いて保存し直してください。',
    'The text of the cell is missing; the file may be damaged. Open and save it in Excel.',
  ],
}

const textOfCell = (cell: Cell, workbook: Workbook): keyof typeof cellFaults | { text: string } => {
  if (cell.type === 'e') return 'error'
  if (cell.hasFormula && !cell.hasValue && cell.type !== 'str') return 'formula'
  if (cell.type === 's') {
    const text = workbook.sharedTexts[Number(cell.value)]
    return text === undefined ? 'text' : { text }
  }
  if (cell.type === 'b') return { text: cell.value === '1' || cell.value === 'true' ? 'TRUE' : 'FALSE' }
  if (cell.type === 'inlineStr' || cell.type === 'str') return { text: plainText(cell.value) }
  if (cell.type === 'd') return { text: cell.value.replace(/T00:00:00(\.0+)?Z?$/, '') }
  return { text: textOfNumber(cell.value, workbook.kinds[cell.style] ?? 'number', workbook.is1904) }
}

/** Copies the text of a merged range's first cell down and right, within the used part of the sheet. */
const fillMerged = (rows: string[][], ranges: readonly Range[], sheetName: string): void => {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  let filled = 0
  for (const { top, left, bottom, right } of ranges) {
    const text = rows[top]?.[left] ?? ''
    if (text === '') continue
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1) {
      const cells = rows[row] ?? []
      const last = Math.min(right, width - 1)
      filled += last - left + 1
      if (filled > maxCells) throw tooManyCells({ sheet: sheetName })
      while (cells.length <= last) cells.push('')
      for (let column = left; column <= last; column += 1) cells[column] = text
    }
  }
}

type Building = {
  name: string
  workbook: Workbook
  maxRows: number
  rows: string[][]
  faults: TableFault[]
  cellCount: number
  isTooLong: boolean
}

/** Puts a finished cell in its place; throws UnreadableFileError beyond the limits on cells. */
const keepCell = (building: Building, cell: Cell): void => {
  if (!cell.hasValue && !cell.hasFormula) return
  const { name, workbook, maxRows, rows, faults } = building
  const place = { sheet: name, line: cell.row + 1, column: cell.column + 1 }
  const read = textOfCell(cell, workbook)
  if (typeof read === 'string') {
    const [message, messageEn] = cellFaults[read]
    if (faults.length < maxFaults) faults.push({ ...place, message, messageEn })
    return
  }
  if (read.text === '') return
  if (cell.row >= maxRows) {
    if (!building.isTooLong) faults.unshift(tooManyRows(maxRows, { sheet: name, line: cell.row + 1 }))
    building.isTooLong = true
    return
  }
  if (cell.column >= maxColumns) throw tooManyCells(place)
  while (rows.length <= cell.row) rows.push([])
  const row = rows[cell.row] ?? []
  building.cellCount += Math.max(0, cell.column + 1 - row.length)
  if (building.cellCount > maxCells) throw tooManyCells(place)
  while (row.length < cell.column) row.push('')
  row[cell.column] = read.text
}

/**
 * Builds the rows of one worksheet while it is scanned. Formulas give their stored result and are never computed; cells that
 * cannot be read are empty and named in `faults`. Throws UnreadableFileError for a sheet beyond the limits on cells.
 */
export function sheetReader(name: string, workbook: Workbook, maxRows: number) {
  const building: Building = { name, workbook, maxRows, rows: [], faults: [], cellCount: 0, isTooLong: false }
  const ranges: Range[] = []
  const state = { row: -1, column: -1, isValue: false, phoneticDepth: 0 }
  let cell: Cell | undefined

  const handlers: XmlHandlers = {
    open: (tag, attribute) => {
      if (tag === 'row') {
        const number = Number(attribute('r') ?? Number.NaN)
        state.row = Number.isInteger(number) && number >= 1 ? number - 1 : state.row + 1
        state.column = -1
      } else if (tag === 'c') {
        const place = cellPlace(attribute('r') ?? '')
        state.column = place?.column ?? state.column + 1
        cell = {
          row: place?.row ?? Math.max(0, state.row),
          column: state.column,
          type: attribute('t') ?? 'n',
          style: Number(attribute('s') ?? 0),
          value: '',
          hasFormula: false,
          hasValue: false,
        }
      } else if (tag === 'f' && cell) cell.hasFormula = true
      else if (tag === 'rPh') state.phoneticDepth += 1
      else if ((tag === 'v' || tag === 't') && cell) state.isValue = state.phoneticDepth === 0
      else if (tag === 'mergeCell') {
        const range = rangeOf(attribute('ref') ?? '')
        if (range) ranges.push(range)
      }
    },
    text: (text) => {
      if (!state.isValue || !cell) return
      cell.value += text
      cell.hasValue = true
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') state.isValue = false
      else if (tag === 'rPh') state.phoneticDepth -= 1
      else if (tag === 'c' && cell) {
        keepCell(building, cell)
        cell = undefined
      }
    },
  }
  const finish = (): { sheet: TableSheet; faults: TableFault[] } => {
    const { rows, faults } = building
    fillMerged(rows, ranges, name)
    return { sheet: { name, rows, lines: rows.map((_row, index) => index + 1) }, faults }
  }
  return { handlers, finish }
}
