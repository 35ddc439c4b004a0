import type { Encoding } from '../text/decode-text.ts'

/** What is wrong in a file, where (line and column counted from 1), and what to do. */
export type TableFault = { sheet?: string; line?: number; column?: number; message: string; messageEn: string }

/** `rows` are texts, merged ranges filled; `lines[i]` is the line (row number) of `rows[i]` in the file. */
export type TableSheet = { name: string; rows: string[][]; lines: number[]; isHidden?: boolean }

export type Table = { sheets: TableSheet[]; encoding?: Encoding; faults: TableFault[] }

export type TableLimits = {
  /** Size of the file; 20 MB when absent. */
  maxBytes?: number
  /** Size of an XLSX file when unpacked; 200 MB when absent. */
  maxInflatedBytes?: number
  /** Rows per sheet; 100,000 when absent. */
  maxRows?: number
}
