import { instantOfBytes } from './byte-instants.ts'
import { ByteTable, notKept } from './byte-table.ts'
import { type CsvField, columnsOf, missingHeadings } from './csv-headings.ts'
import { CsvRows, incomplete, separatorOf, unclosed } from './csv-rows.ts'
import { type EventLog, emptyCells, LogBuilder } from './event-log.ts'
import { wholeOf } from './file-bytes.ts'
import { instantOf, tokyoDateOf } from './instants.ts'
import { textOf } from './interned-texts.ts'

/** A row longer than this cannot be one; it is passed over. */
const longestRow = 4_000_000
/** A heading row is looked for among so many rows, since lists often carry a title above. */
const headingRows = 20
/** Stamps that only the slow reader knows are kept up to so many different ones. */
const mostStamps = 200_000
const lineFeed = 10
const semicolon = 59

/**
 * Reads CSV (RFC 4180) with a heading row; the separator is whichever of , ; tab | the heading row uses most. Titles above
 * the heading row are passed over. Places of faults are lines of the file.
 */
export class CsvReader {
  readonly #log = new LogBuilder()
  readonly #rows = new CsvRows()
  readonly #named: Partial<Record<CsvField, string>>
  readonly #event = emptyCells()
  readonly #stamps = new ByteTable()
  /** Instants of stamps by their number in the table. */
  readonly #instants: number[] = []
  #rest: Uint8Array = new Uint8Array(0)
  #separator = 0
  #columns: [CsvField, number][] = []
  /** The columns of times that stand apart from their dates. */
  #clocks: { at?: number | undefined; endedAt?: number | undefined } = {}
  /** The row that looks most like headings while none is found: the first of those with the most cells. */
  #widestRow: readonly string[] = []
  #tried = 0
  #line = 1

  constructor(named: Partial<Record<CsvField, string>> = {}) {
    this.#named = named
  }

  take(piece: Uint8Array) {
    this.#read(piece, false)
  }

  finish(): EventLog {
    this.#read(new Uint8Array(0), true)
    if (this.#columns.length === 0) this.#reportHeadings()
    return { ...this.#log.build(), source: { format: 'csv' } }
  }

  broken(text: string) {
    this.#log.report('broken-file', text, 0, this.#line)
  }

  #read(piece: Uint8Array, isLast: boolean) {
    const bytes = wholeOf([this.#rest, piece])
    let from = 0
    while (from < bytes.length) {
      const isFound = this.#columns.length > 0
      if (!isFound) {
        const end = bytes.indexOf(lineFeed, from)
        if (end < 0 && !isLast && bytes.length - from < longestRow) break
        this.#separator = separatorOf(bytes.subarray(from, end < 0 ? bytes.length : end))
      }
      let next = this.#rows.next(bytes, from, this.#separator, isLast)
      if (next === incomplete && bytes.length - from < longestRow) break
      if (next === unclosed || next === incomplete) next = this.#skipLine(bytes, from)
      else if (isFound) this.#addEvent(bytes)
      else this.#tryHeadings(this.#texts(bytes))
      this.#line += this.#rows.lineCount
      from = next
    }
    this.#rest = bytes.slice(from)
  }

  #skipLine(bytes: Uint8Array, from: number): number {
    this.broken(`a quote or row never ends: ${new TextDecoder().decode(bytes.subarray(from, from + 60))}`)
    this.#rows.lineCount = 1
    const end = bytes.indexOf(lineFeed, from)
    return end < 0 ? bytes.length : end + 1
  }

  #texts(bytes: Uint8Array): string[] {
    return Array.from({ length: this.#rows.cellCount }, (_, column) => this.#text(bytes, column))
  }

  #tryHeadings(cells: readonly string[]) {
    if (cells.every((cell) => cell === '')) return
    if (cells.length > this.#widestRow.length) this.#widestRow = cells
    this.#tried += 1
    const columns = columnsOf(cells, this.#named)
    const isWhole = missingHeadings(cells, this.#named).length === 0
    if (isWhole && columns.has('caseId') && columns.has('activity')) this.#takeColumns(columns)
    else if (this.#tried === headingRows) this.#reportHeadings()
  }

  #takeColumns(columns: Map<CsvField, number>) {
    this.#clocks = { at: columns.get('timeOfDay'), endedAt: columns.get('endTimeOfDay') }
    this.#columns = [...columns].filter(([field]) => field !== 'timeOfDay' && field !== 'endTimeOfDay')
  }

  /** Says which heading is missing, once, and reads on without it, so that every row is counted as left out. */
  #reportHeadings() {
    const cells = this.#widestRow
    const [missing] = missingHeadings(cells, this.#named)
    if (missing !== undefined)
      throw new RangeError(
        `見出し ${missing} はありません。/ No column has that heading; there are: ${cells.join(', ')}`,
      )
    const columns = columnsOf(cells, this.#named)
    const text = `headings: ${cells.join(' ')}`
    if (!columns.has('caseId')) this.#log.report('no-case', text, 0, 1)
    if (!columns.has('activity')) this.#log.report('no-activity', text, 0, 1)
    this.#takeColumns(columns)
    if (this.#columns.length === 0) this.#columns.push(['caseId', cells.length])
  }

  #text(bytes: Uint8Array, column: number): string {
    if (column >= this.#rows.cellCount) return ''
    const text = textOf(bytes, this.#rows.spans[column * 2] ?? 0, this.#rows.spans[column * 2 + 1] ?? 0)
    return (this.#rows.doubled.has(column) ? text.replaceAll('""', '"') : text).replace(/^\uFEFF/, '').trim()
  }

  #addEvent(bytes: Uint8Array) {
    const { spans, cellCount, doubled } = this.#rows
    if (this.#isBlank()) return
    const event = this.#event
    event.caseId = event.activity = -1
    event.at = Number.NaN
    let hasStamp = false
    for (const [field, column] of this.#columns) {
      const [from, to] = column < cellCount ? [spans[column * 2] ?? 0, spans[column * 2 + 1] ?? 0] : [0, 0]
      if (field === 'at' || field === 'endedAt') {
        const clock = this.#clocks[field]
        const isEmpty = from === to && (clock === undefined || this.#text(bytes, clock) === '')
        event[field] = isEmpty ? Number.NaN : this.#instant(bytes, column, field)
        if (field === 'at') hasStamp = !isEmpty
      } else if (field === 'touchSeconds' || field === 'actorKind' || field === 'cause')
        event[field] = this.#value(field, from === to ? '' : this.#text(bytes, column))
      else if (field !== 'timeOfDay' && field !== 'endTimeOfDay')
        event[field] =
          doubled.size > 0 && doubled.has(column)
            ? this.#log.texts[field].placeOf(this.#text(bytes, column))
            : this.#log.texts[field].placeOfBytes(bytes, from, to, trimmed)
    }
    if (event.caseId >= 0 && event.activity >= 0) return this.#log.push(event, !hasStamp, this.#line)
    const word = (wanted: CsvField) =>
      this.#text(bytes, this.#columns.find(([field]) => field === wanted)?.[1] ?? cellCount)
    this.#log.leaveOut(word('caseId'), word('activity'), this.#line)
  }

  /** Whether the row is a line between rows: nothing, or nothing but separators. */
  #isBlank(): boolean {
    const { spans, cellCount } = this.#rows
    for (let column = 0; column < cellCount; column++) if (spans[column * 2] !== spans[column * 2 + 1]) return false
    return true
  }

  #value(field: 'touchSeconds' | 'actorKind' | 'cause', text: string): number {
    return this.#log.value(field, text, (each) => numberOf(each, this.#separator === semicolon), this.#line)
  }

  #instant(bytes: Uint8Array, column: number, field: 'at' | 'endedAt'): number {
    const clock = this.#clocks[field]
    const quick = this.#quickInstant(bytes, clock ?? column)
    if (!Number.isNaN(quick)) return quick
    if (clock !== undefined) return this.#slowInstant(this.#joined(this.#text(bytes, column), this.#text(bytes, clock)))
    const [from, to] = [this.#rows.spans[column * 2] ?? 0, this.#rows.spans[column * 2 + 1] ?? 0]
    const known = this.#stamps.find(bytes, from, to)
    if (known !== notKept) return this.#instants[known] ?? Number.NaN
    const text = this.#text(bytes, column)
    const instant = this.#slowInstant(text)
    if (Number.isNaN(instant) || isTimeAlone(text) || this.#instants.length === mostStamps) return instant
    this.#stamps.keep(bytes, from, to, this.#instants.push(instant) - 1)
    return instant
  }

  #quickInstant(bytes: Uint8Array, column: number): number {
    const { spans, cellCount } = this.#rows
    return column < cellCount ? instantOfBytes(bytes, spans[column * 2] ?? 0, spans[column * 2 + 1] ?? 0) : Number.NaN
  }

  /** A date and the time that stands apart from it; where one of them tells both, it alone. */
  #joined(date: string, clock: string): string {
    if (!Number.isNaN(instantOf(clock))) return clock
    return /[:時]/.test(date.normalize('NFKC')) ? date : `${date} ${clock}`.trim()
  }

  /** A time alone is of the day on which the event began; one that is no time is reported. */
  #slowInstant(stamp: string): number {
    const { at } = this.#event
    const day = isTimeAlone(stamp) && !Number.isNaN(at) ? `${tokyoDateOf(at)} ` : ''
    return this.#log.instant(`${day}${stamp}`, 1, this.#line)
  }
}

function isTimeAlone(text: string): boolean {
  return /^(午前|午後)?\s*\d{1,2}[:時]/.test(text.normalize('NFKC'))
}

function trimmed(bytes: Uint8Array, from: number, to: number): string {
  return textOf(bytes, from, to).trim()
}

/**
 * 1234.5, 1234,5, 1.234,5 or 1,234.5: of point and comma the last one parts the decimals, unless it parts thousands. A single
 * comma before three digits parts thousands (1,234), but decimals where the office writes decimal commas. NaN for other texts.
 */
export function numberOf(text: string, hasDecimalCommas = false): number {
  const plain = text.normalize('NFKC')
  if (/^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(plain)) return Number(plain)
  if (!/^[+-]?\d[\d.,]*$/.test(plain)) return Number.NaN
  if (!plain.includes(','))
    return Number(/^[+-]?\d{1,3}(\.\d{3})+$/.test(plain) ? plain.replaceAll('.', '') : Number.NaN)
  const isDecimal = hasDecimalCommas && /^[^.,]*,[^.,]*$/.test(plain)
  const isThousands = !isDecimal && /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain)
  return Number(isThousands ? plain.replaceAll(',', '') : plain.replaceAll('.', '').replace(',', '.'))
}
