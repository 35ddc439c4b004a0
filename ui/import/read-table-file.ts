import type { Table } from '@ennoshita/formats'
import { readTable } from '@ennoshita/formats'

const mostBytes = 20_000_000

/** A table as it was handed over: its name and its sheets; `faults` says what could not be read and what to do. */
export type TableFile = { readonly name: string; readonly table: Table }

/** Reads an Excel or CSV file in the browser, up to 20 MB; nothing leaves it before the lines are handed over for checking. */
export async function readTableFile(file: File): Promise<TableFile> {
  const { name } = file
  if (file.size <= mostBytes) return { name, table: readTable(new Uint8Array(await file.arrayBuffer()), { name }) }
  const megabytes = Math.ceil(file.size / 1_000_000)
  const message = `ファイルが大きすぎます（${megabytes} MB。20 MBまで）。要るシートだけを別のファイルに保存してください。`
  const messageEn = `The file is too large (${megabytes} MB; at most 20 MB). Save the sheet that is needed as a file of its own.`
  return { name, table: { sheets: [], faults: [{ message, messageEn }] } }
}

/** Reads cells copied from a spreadsheet. */
export function readPastedTable(text: string, name: string): TableFile {
  return { name, table: readTable(new TextEncoder().encode(text), { name: `${name}.tsv` }) }
}
