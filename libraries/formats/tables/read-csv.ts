import { decodeText } from '../text/decode-text.ts'
import {
  type CellReading,
  maxCells,
  maxFaults,
  type Table,
  type TableFault,
  type TableSheet,
  tooManyCells,
  tooManyRows,
  UnreadableFileError,
} from './table.ts'

const delimiters = [',', '\t', ';'] as const
type Delimiter = (typeof delimiters)[number]
const sampleLength = 20_000
const maxBrokenQuotes = 20

/** How often each delimiter stands outside quotes in each of the first lines. */
const delimitersByLine = (text: string): Record<Delimiter, number>[] => {
  const lines = [{ ',': 0, '\t': 0, ';': 0 }]
  let isQuoted = false
  for (const character of text.slice(0, sampleLength)) {
    const line = lines.at(-1)
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted || line === undefined) continue
    else if (character === '\n' || character === '\r') lines.push({ ',': 0, '\t': 0, ';': 0 })
    else if (character === ',' || character === '\t' || character === ';') line[character] += 1
  }
  return lines
}

/** The delimiter that stands equally often in most lines, then the most frequent: 1,000 in every line of a TSV is no CSV. */
const delimiterOf = (text: string): Delimiter => {
  const lines = delimitersByLine(text)
  const weightOf = (one: Delimiter): number => {
    const counts = lines.map((line) => line[one]).filter((count) => count > 0)
    const alike = [...Map.groupBy(counts, (count) => count).values()].map(({ length }) => length)
    return Math.max(0, ...alike) * sampleLength + counts.reduce((sum, count) => sum + count, 0)
  }
  return delimiters.reduce((best, one) => (weightOf(one) > weightOf(best) ? one : best))
}

/** Excel's own line that names the delimiter: sep=; */
const statedDelimiter = /^sep=([,\t;])(?:\r\n|\r|\n)/i

/** Undoes what protects a cell from being taken for a number or a formula: ="001", '=text. */
const plainCell = (cell: string): string => {
  const kept = /^="([^"]*)"$/.exec(cell)
  if (kept) return kept[1] ?? ''
  return /^'+[=+\-@＝＋－＠\t\r]/.test(cell) ? cell.slice(1) : cell
}

type Cursor = { text: string; at: number; line: number; delimiter: Delimiter; brokenQuotes: number }

const endsField = (character: string | undefined, delimiter: Delimiter): boolean =>
  character === undefined || character === delimiter || character === '\n' || character === '\r'

/** The end of a quoted field (after its closing quote), or −1 when it is never closed. */
const closingQuote = (text: string, opening: number): number => {
  let at = text.indexOf('"', opening + 1)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

const plainFieldEnd = ({ text, at, delimiter }: Cursor): number => {
  let end = at
  while (!endsField(text[end], delimiter)) end += 1
  return end
}

const lineBreaksIn = (text: string): number => (text.match(/\r\n|\r|\n/g) ?? []).length

const readField = (cursor: Cursor, faults: TableFault[], column: number): string => {
  const { text, at } = cursor
  if (text[at] === '"' && cursor.brokenQuotes < maxBrokenQuotes) {
    const closing = closingQuote(text, at)
    if (closing !== -1) {
      const quoted = text.slice(at + 1, closing).replaceAll('""', '"')
      cursor.line += lineBreaksIn(quoted)
      cursor.at = closing + 1
      const end = plainFieldEnd(cursor)
      const rest = text.slice(closing + 1, end)
      cursor.at = end
      return quoted + rest
    }
    cursor.brokenQuotes += 1
    faults.push({
      line: cursor.line,
      column,
      message: '引用符（"）が閉じられていません。この " を文字として読みました。対になる " を補ってください。',
      messageEn: 'A quotation mark (") is never closed; it was read as a character. Add the missing ".',
    })
  }
  const end = plainFieldEnd(cursor)
  cursor.at = end
  return text.slice(at, end)
}

const readRows = (text: string, maxRows: number, faults: TableFault[], reading: CellReading): TableSheet => {
  const [stated = '', statedSign] = statedDelimiter.exec(text) ?? []
  const delimiter = delimiters.find((one) => one === statedSign) ?? delimiterOf(text)
  const cursor: Cursor = { text, at: stated.length, line: stated === '' ? 1 : 2, delimiter, brokenQuotes: 0 }
  const sheet: TableSheet = { name: '', rows: [], lines: [] }
  let cells = 0
  while (cursor.at < text.length) {
    if (sheet.rows.length >= maxRows) {
      faults.push(tooManyRows(maxRows, { line: cursor.line }))
      break
    }
    const row: string[] = []
    sheet.lines.push(cursor.line)
    for (;;) {
      const cell = readField(cursor, faults, row.length + 1)
      row.push(reading === 'plain' ? plainCell(cell) : cell)
      if (text[cursor.at] !== cursor.delimiter) break
      cursor.at += 1
    }
    cells += row.length
    if (cells > maxCells) throw tooManyCells({ line: cursor.line })
    sheet.rows.push(row.length === 1 && row[0] === '' ? [] : row)
    cursor.at += text[cursor.at] === '\r' && text[cursor.at + 1] === '\n' ? 2 : 1
    cursor.line += 1
  }
  return sheet
}

const unreadableCharacters = (sheet: TableSheet): TableFault[] => {
  const faults: TableFault[] = []
  for (const [index, row] of sheet.rows.entries()) {
    const column = row.findIndex((cell) => cell.includes('\ufffd'))
    if (column === -1) continue
    faults.push({
      line: sheet.lines[index] ?? index + 1,
      column: column + 1,
      message: '読めない文字があります。元のファイルの文字コードを確かめ、この文字を入力し直してください。',
      messageEn: 'A character cannot be read. Check the encoding of the file and type this character again.',
    })
    if (faults.length >= maxFaults) break
  }
  return faults
}

/** Reads delimited text (comma, tab or semicolon) in any of the encodings of decodeText; broken quotes are faults, not ends. */
export function readCsv(bytes: Uint8Array, name: string, maxRows: number, cells: CellReading): Table {
  const { text, encoding } = decodeText(bytes)
  if (text.includes('\0')) {
    throw new UnreadableFileError(
      '表として読めないファイルです。CSV か XLSX の形式で保存し直してください。',
      'This file is not a table. Save it as CSV or XLSX.',
    )
  }
  const faults: TableFault[] = []
  const sheet = readRows(text, maxRows, faults, cells)
  faults.push(...unreadableCharacters(sheet))
  return { sheets: [{ ...sheet, name }], encoding, faults }
}
