import { correctionTitle, type Table, type TableFault } from './table.ts'
import { writeTableCsv } from './write-table.ts'

const columnName = (column: number): string => {
  let [rest, name] = [column, '']
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
    rest = Math.floor((rest - 1) / 26)
  }
  return name
}

const sentenceOf = ({ column, message }: TableFault): string =>
  column === undefined ? message : `${columnName(column + 1)}列：${message}`

const sentencesByLine = (faults: readonly TableFault[]): Map<number, string[]> => {
  const byLine = new Map<number, string[]>()
  for (const fault of faults) {
    if (fault.line === undefined) continue
    const sentences = byLine.get(fault.line) ?? []
    sentences.push(sentenceOf(fault))
    byLine.set(fault.line, sentences)
  }
  return byLine
}

/**
 * Writes the rows that have faults (by line) as a file to correct and import again, CSV in UTF-8 with a byte order mark: the header, and before
 * each row, in a column 「エラー」, what is wrong. Columns are named as they stand in this file. The sheet is that of the faults, or the first;
 * `headerRow` is the index of the header in its rows. readTable leaves the added column out again.
 */
export function writeCorrectionFile(
  table: Pick<Table, 'sheets'>,
  faults: readonly TableFault[],
  options: { headerRow?: number } = {},
): Uint8Array {
  const { headerRow = 0 } = options
  const name = faults.find(({ sheet }) => sheet !== undefined)?.sheet
  const sheet = table.sheets.find((one) => one.name === name) ?? table.sheets[0]
  const { rows = [], lines = [] } = sheet ?? {}
  const byLine = sentencesByLine(faults.filter((fault) => fault.sheet === undefined || fault.sheet === name))
  const wrong = rows.flatMap((cells, index) => {
    const sentences = index > headerRow ? byLine.get(lines[index] ?? index + 1) : undefined
    return sentences === undefined ? [] : [[sentences.join('\n'), ...cells]]
  })
  return writeTableCsv([[correctionTitle, ...(rows[headerRow] ?? [])], ...wrong], { encoding: 'utf-8-bom' })
}
