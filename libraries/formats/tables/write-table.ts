import writeWorkbook from 'write-excel-file/universal'
import { readDate } from '../amounts-and-dates/dates.ts'
import { dayNumberOf } from '../amounts-and-dates/day-numbers.ts'
import { encodeCp932 } from '../text/encode-cp932.ts'
import { halfWidthOf } from '../text/half-width.ts'

/** Text stays text ('001'), numbers are numbers, dates (YYYY-MM-DD) are shown as yyyy/mm/dd. */
export type CellToWrite = string | number | boolean | { date: string } | null | undefined

/** `widths` in characters; found from the texts when absent. */
export type SheetToWrite = {
  name: string
  header: readonly string[]
  rows: readonly (readonly CellToWrite[])[]
  widths?: readonly number[]
}

const narrowest = 6
const widest = 48
const measuredRows = 200

const checkedDate = (date: string): string => {
  const reading = readDate(date)
  if (!reading.ok || reading.value !== date) throw new RangeError(`「${date}」は 2026-11-20 の形の日付ではありません。`)
  return date
}

const checkedNumber = (number: number): number => {
  if (!Number.isFinite(number)) throw new RangeError(`表に書けない数です：${number}`)
  return number
}

const shown = (cell: CellToWrite): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return checkedDate(cell.date).replaceAll('-', '/')
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return String(typeof cell === 'number' ? checkedNumber(cell) : cell)
}

const widthsOf = ({ header, rows, widths }: SheetToWrite): { width: number }[] =>
  header.map((title, index) => {
    const texts = rows.slice(0, measuredRows).map((row) => Math.max(...shown(row[index]).split('\n').map(halfWidthOf)))
    const needed = Math.max(halfWidthOf(title), ...texts) + 2
    return { width: widths?.[index] ?? Math.min(widest, Math.max(narrowest, needed)) }
  })

const longestCell = 32_767

/**
 * XML 1.0 has no place for control characters and half surrogates; a workbook that holds them cannot be opened. What looks like Excel's
 * own escape (_x000D_) is escaped itself (ECMA-376 22.9.2.19). Throws RangeError for more than a cell can hold.
 */
const writable = (text: string): string => {
  if (text.length > longestCell) {
    const limit = longestCell.toLocaleString('en-US')
    throw new RangeError(`「${text.slice(0, 30)}…」は1つのセルの上限${limit}文字を超えています。`)
  }
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** Excel counts days from 1900, with a 29 February 1900 that never was: dates before March 1900 would be shown a day off. */
const firstDate = '1900-03-01'

const xlsxCell = (cell: CellToWrite) => {
  if (cell === null || cell === undefined || cell === '') return null
  if (typeof cell === 'number') {
    return { value: checkedNumber(cell), type: Number }
  }
  if (typeof cell === 'boolean') return { value: cell, type: Boolean }
  if (typeof cell === 'object') {
    if (cell.date < firstDate) throw new RangeError(`「${cell.date}」：Excelの日付は1900年3月1日からです。`)
    return { value: dayNumberOf(checkedDate(cell.date)) + 25_569, type: Number, format: 'yyyy/mm/dd' }
  }
  return { value: writable(cell), type: String, format: '@', wrap: cell.includes('\n') }
}

const longestSheetName = 31
const mostRows = 1_048_576
const mostColumns = 16_384

const refuseTooLarge = ({ name, header, rows }: SheetToWrite): void => {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), header.length)
  if (rows.length < mostRows && columns <= mostColumns) return
  throw new RangeError(
    `シート「${name}」が大きすぎます（見出しを含めて${mostRows.toLocaleString('en-US')}行、${mostColumns.toLocaleString('en-US')}列まで）。分けてください。`,
  )
}

/** Excel's rules for sheet names: 31 characters, none of \ / ? * [ ] :, no two alike. */
const sheetNames = (sheets: readonly SheetToWrite[]): string[] => {
  const used = new Set<string>()
  return sheets.map(({ name }, index) => {
    const allowed = name
      .replace(/[\\/?*[\]:]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, longestSheetName)
    let unique = allowed === '' ? `Sheet${index + 1}` : allowed
    for (let copy = 2; used.has(unique.toLowerCase()); copy += 1) {
      const suffix = ` (${copy})`
      unique = allowed.slice(0, longestSheetName - suffix.length) + suffix
    }
    used.add(unique.toLowerCase())
    return unique
  })
}

/**
 * Writes an XLSX workbook: bold header that stays in view, column widths from the texts, text cells as text so that 001 and
 * =1+1 stay what they are. Throws RangeError for no sheet at all, an impossible number, a date that Excel cannot hold (before
 * 1900-03-01), a text of over 32,767 characters and a sheet of more than 1,048,576 rows or 16,384 columns.
 */
export async function writeTableXlsx(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  if (sheets.length === 0) throw new RangeError('シートのないブックは書けません。一つ以上のシートを渡してください。')
  for (const sheet of sheets) refuseTooLarge(sheet)
  const names = sheetNames(sheets)
  const workbook = sheets.map((sheet, index) => ({
    sheet: names[index] ?? '',
    data: [
      sheet.header.map((title) => ({
        value: writable(title),
        type: String,
        fontWeight: 'bold' as const,
        backgroundColor: '#E8ECF0',
      })),
      ...sheet.rows.map((row) => row.map(xlsxCell)),
    ],
    columns: widthsOf(sheet),
    stickyRowsCount: 1,
    dateFormat: 'yyyy/mm/dd',
  }))
  const blob = await writeWorkbook(workbook).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

/** A text that a spreadsheet would take for a formula gets an apostrophe, which readTable takes away again; so does one that has it. */
const harmless = (text: string): string =>
  /^'*[=+\-@＝＋－＠\t\r]/.test(text) && !/^[+-]?\d[\d,.]*$/.test(text) ? `'${text}` : text

const csvCell = (cell: CellToWrite): string => {
  const text = typeof cell === 'string' ? harmless(cell) : shown(cell)
  return /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Writes CSV (RFC 4180, CRLF) in UTF-8 with a byte order mark, or in CP932. Texts that begin like a formula (= + - @) are made
 * harmless by an apostrophe. Throws UnwritableTextError for a character that CP932 has not, RangeError for an impossible date or number.
 */
export function writeTableCsv(
  rows: readonly (readonly CellToWrite[])[],
  options: { encoding: 'utf-8-bom' | 'cp932' },
): Uint8Array {
  const text = rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
  return options.encoding === 'cp932' ? encodeCp932(text).bytes : new TextEncoder().encode(`\ufeff${text}`)
}
