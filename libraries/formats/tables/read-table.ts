import { readCsv } from './read-csv.ts'
import {
  type CellReading,
  correctionTitle,
  megabyte,
  type Table,
  type TableLimits,
  type TableSheet,
  UnreadableFileError,
  usualLimits,
} from './table.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

const refuseOthers = (bytes: Uint8Array, name: string): void => {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new UnreadableFileError(
      '古いExcel形式（.xls）か、パスワード付きのファイルです。パスワードを外し、「Excelブック（*.xlsx）」として保存し直してください。',
      'This is an old Excel file (.xls) or one with a password. Remove the password and save it as "Excel Workbook (*.xlsx)".',
    )
  }
  const isPicture = startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || isPicture || /\.(pdf|docx?|pptx?|png|jpe?g|xls)$/i.test(name)) {
    throw new UnreadableFileError(
      '表のファイルではありません。CSV か XLSX の形式で保存し直してください。',
      'This is not a table. Save it as CSV or XLSX.',
    )
  }
}

const read = (bytes: Uint8Array, name: string, limits: Required<TableLimits>, cells: CellReading): Table => {
  if (bytes.length === 0) {
    throw new UnreadableFileError(
      'ファイルが空です（0バイト）。保存されているか確かめ、もう一度選んでください。',
      'The file is empty (0 bytes). Check that it was saved and choose it again.',
    )
  }
  if (bytes.length > limits.maxBytes) {
    const [size, limit] = [Math.ceil(bytes.length / megabyte), Math.floor(limits.maxBytes / megabyte)]
    throw new UnreadableFileError(
      `ファイルが大きすぎます（${size} MB。${limit} MBまで）。分けて取り込んでください。`,
      `The file is too large (${size} MB; at most ${limit} MB). Split it and import the parts.`,
    )
  }
  refuseOthers(bytes, name)
  const isZip = startsWith(bytes, 0x50, 0x4b)
  if (isZip || /\.xlsx$/i.test(name)) return readXlsx(bytes, limits)
  return readCsv(bytes, name.replace(/\.[^.]*$/, ''), limits.maxRows, cells)
}

const withoutCorrections = (sheet: TableSheet): TableSheet =>
  sheet.rows[0]?.[0] === correctionTitle ? { ...sheet, rows: sheet.rows.map((row) => row.slice(1)) } : sheet

/**
 * Reads a table that people send: CSV, TSV (any encoding of decodeText) or XLSX, recognised by content. Everything is text:
 * 001 stays 001, dates are YYYY-MM-DD, formulas give their stored result, merged ranges are filled. Never throws for bad input:
 * `faults` says what is wrong, where, and what to do; `sheets` holds what could be read. The first column of a
 * correction file (writeCorrectionFile) is left out.
 */
export function readTable(
  bytes: Uint8Array,
  options: { name?: string; cells?: CellReading } & TableLimits = {},
): Table {
  const { name = '', cells = 'plain', ...limits } = options
  try {
    const table = read(bytes, name, { ...usualLimits, ...limits }, cells)
    return { ...table, sheets: table.sheets.map(withoutCorrections) }
  } catch (error) {
    if (error instanceof UnreadableFileError) return { sheets: [], faults: [error.fault] }
    throw error
  }
}
