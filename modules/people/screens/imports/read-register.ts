import type { Table } from '@ennoshita/formats'
import { readTable } from '@ennoshita/formats'

const mostBytes = 20_000_000

/** A register as it was handed over: its name and its sheets, or why it could not be read. */
export type RegisterFile = { readonly name: string; readonly table: Table }

/** Reads a file in the browser; nothing leaves it before the lines are handed over for checking. */
export async function readRegister(file: File): Promise<RegisterFile> {
  if (file.size > mostBytes)
    return {
      name: file.name,
      table: {
        sheets: [],
        faults: [
          {
            message: 'ファイルが20 MBを超えています。名簿のシートだけを別のファイルに保存してください。',
            messageEn: 'The file is larger than 20 MB. Save the sheet of the register as a file of its own.',
          },
        ],
      },
    }
  return { name: file.name, table: readTable(new Uint8Array(await file.arrayBuffer()), { name: file.name }) }
}

/** Reads cells copied from a spreadsheet. */
export function readPastedRegister(text: string, name: string): RegisterFile {
  return { name, table: readTable(new TextEncoder().encode(text), { name: `${name}.tsv` }) }
}
