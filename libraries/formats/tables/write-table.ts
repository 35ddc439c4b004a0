import writeWorkbook from 'write-excel-file/universal'
import { readDate } from '../amounts-and-dates/dates.ts'
import { dayNumberOf } from '../amounts-and-dates/day-numbers.ts'
import { encodeCp932 } from '../text/encode-cp932.ts'

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

/** Full-width characters take two places. */
const widthOf = (text: string): number => {
  let width = 0
  for (const character of text) width += /[\u0020-\u007e\uff61-\uff9f]/.test(character) ? 1 : 2
  return width
}

const shown = (cell: CellToWrite): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return checkedDate(cell.date).replaceAll('-', '/')
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell)
}

const widthsOf = ({ header, rows, widths }: SheetToWrite): { width: number }[] =>
  header.map((title, index) => {
    const texts = rows.slice(0, measuredRows).map((row) => Math.max(...shown(row[index]).split('\n').map(widthOf)))
    const needed = Math.max(widthOf(title), ...texts) + 2
    return { width: widths?.[index] ?? Math.min(widest, Math.max(narrowest, needed)) }
  })

/** XML 1.0 has no place for control characters and half surrogates; a workbook that holds them cannot be opened. */
const writable = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')

const xlsxCell = (cell: CellToWrite) => {
  if (cell === null || cell === undefined || cell === '') return null
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new RangeError(`表に書けない数です：${cell}`)
    return { value: cell, type: Number }
  }
  if (typeof cell === 'boolean') return { value: cell, type: Boolean }
  if (typeof cell === 'object') {
    return { value: dayNumberOf(checkedDate(cell.date)) + 25_569, type: Number, format: 'yyyy/mm/dd' }
  }
  return { value: writable(cell), type: String, format: '@', wrap: cell.includes('\n') }
}

const longestSheetName = 31

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
 * =1+1 stay what they are. Throws RangeError for an impossible date or number.
 */
export async function writeTableXlsx(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const names = sheetNames(sheets)
  const workbook = sheets.map((sheet, index) => ({
    sheet: names[index] ?? '',
    data: [
      sheet.header.map((title) => ({
        value: title,
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

/** A text that a spreadsheet would take for a formula gets an apostrophe, which readTable takes away again. */
const harmless = (text: string): string =>
  /^[=+\-@＝＋－＠\t\r]/.test(text) && !/^[+-]?\d[\d,.]*$/.test(text) ? `'${text}` : text

const csvCell = (cell: CellToWrite): string => {
  const text = typeof cell === 'string' ? harmless(cell) : shown(cell)
  return /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Writes CSV (RFC 4180, CRLF) in UTF-8 with a byte order mark, or in CP932. Texts that begin like a formula (= + - @) are made
 * harmless by an apostrophe. Throws UnwritableTextError for a character that CP932 has not.
 */
export function writeTableCsv(
  rows: readonly (readonly CellToWrite[])[],
  options: { encoding: 'utf-8-bom' | 'cp932' },
): Uint8Array {
  const text = rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
  return options.encoding === 'cp932' ? encodeCp932(text).bytes : new TextEncoder().encode(`\ufeff${text}`)
}
