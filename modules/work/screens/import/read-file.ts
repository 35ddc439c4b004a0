import type { Table } from '@ennoshita/formats'
import { readTable } from '@ennoshita/formats'

const mostBytes = 20_000_000

/** A file or pasted cells as sheets; `faults` says what could not be read and what to do. */
export type ReadFile = { readonly name: string; readonly table: Table }

export async function readFile(file: File): Promise<ReadFile> {
  const bytes = file.size > mostBytes ? new Uint8Array(0) : new Uint8Array(await file.arrayBuffer())
  if (file.size <= mostBytes) return { name: file.name, table: readTable(bytes, { name: file.name }) }
  const megabytes = Math.ceil(file.size / 1_000_000)
  const message = `ファイルが大きすぎます（${megabytes} MB。20 MBまで）。分けて取り込んでください。`
  const messageEn = `The file is too large (${megabytes} MB; at most 20 MB). Split it and import the parts.`
  return { name: file.name, table: { sheets: [], faults: [{ message, messageEn }] } }
}

/** Cells copied from a spreadsheet. */
export function readPasted(text: string, name: string): ReadFile {
  return { name, table: readTable(new TextEncoder().encode(text), { name: `${name}.tsv` }) }
}
