import type { Encoding } from '../text/decode-text.ts'

/** What is wrong in a file, where (line and column counted from 1), and what to do. */
export type TableFault = { sheet?: string; line?: number; column?: number; message: string; messageEn: string }

/** `rows` are texts, merged ranges filled; `lines[i]` is the line (row number) of `rows[i]` in the file. */
export type TableSheet = { name: string; rows: string[][]; lines: number[]; isHidden?: boolean }

/** A file as tables of text. `encoding` is absent for XLSX. */
export type Table = { sheets: TableSheet[]; encoding?: Encoding; faults: TableFault[] }

/** How large a file may be to be read. */
export type TableLimits = {
  /** Size of the file in bytes; 20 MB when absent. */
  maxBytes?: number
  /** Size of an XLSX file in bytes when unpacked; 200 MB when absent. */
  maxInflatedBytes?: number
  /** Rows per sheet; 100,000 when absent. */
  maxRows?: number
}

/** 'plain' undoes what protects a cell of CSV from a spreadsheet (="001", '=text); 'as written' keeps every character. */
export type CellReading = 'plain' | 'as written'

/** The title of the first column of a correction file; readTable leaves the column out. */
export const correctionTitle = 'エラー'

export const megabyte = 1_000_000

export const usualLimits: Required<TableLimits> = {
  maxBytes: 20 * megabyte,
  maxInflatedBytes: 200 * megabyte,
  maxRows: 100_000,
}

/** A sheet with more cells than this (empty ones to the left of the last included) is refused. */
export const maxCells = 5_000_000
export const maxColumns = 1_000

/** At most so many faults of one kind are reported per sheet; more would only hide the first. */
export const maxFaults = 100

/** Stops reading a file for a reason that the person can be told. */
export class UnreadableFileError extends Error {
  readonly fault: TableFault

  constructor(message: string, messageEn: string, place: { sheet?: string; line?: number; column?: number } = {}) {
    super(message)
    this.name = 'UnreadableFileError'
    this.fault = { ...place, message, messageEn }
  }
}

export function tooManyRows(maxRows: number, place: { sheet?: string; line: number }): TableFault {
  const limit = maxRows.toLocaleString('en-US')
  return {
    ...place,
    message: `行が多すぎます（${limit}行まで）。ファイルを分けて取り込んでください。`,
    messageEn: `Too many rows (at most ${limit}). Split the file and import the parts.`,
  }
}

export function tooManyCells(place: { sheet?: string; line?: number }): UnreadableFileError {
  return new UnreadableFileError(
    `セルが多すぎます（${maxCells.toLocaleString('en-US')}個、${maxColumns.toLocaleString('en-US')}列まで）。使っていない行や列を削除してください。`,
    `Too many cells (at most ${maxCells.toLocaleString('en-US')}, and ${maxColumns.toLocaleString('en-US')} columns). Delete unused rows and columns.`,
    place,
  )
}

/** The cell of a row, '' where the row ends before it or the file has no such column. */
export const cellOf = (row: readonly string[], index: number | undefined): string =>
  index === undefined ? '' : (row[index] ?? '')
