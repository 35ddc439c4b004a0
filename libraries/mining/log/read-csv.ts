import { type EventLog, type EventRow, LogBuilder } from './event-log.ts'

type Field = 'caseId' | 'activity' | 'at' | 'endedAt' | 'actor' | 'role' | 'department' | 'lifecycle' | 'touchSeconds'

/** Headings by which a column is known, best first; compared without case, spaces, underscores. */
const headings: Record<Field, readonly string[]> = {
  caseId: ['case:concept:name', 'caseid', 'case', 'traceid', '案件番号', '案件id', '案件', '管理番号', '伝票番号'],
  activity: ['concept:name', 'activity', 'task', 'event', 'step', '作業名', '作業', '業務', '工程', '処理'],
  at: [
    ...['time:timestamp', 'starttimestamp', 'starttime', 'start', 'timestamp', 'time', 'date', 'at'],
    ...['開始日時', '開始', '日時', '日付', '実施日', '処理日'],
  ],
  endedAt: ['endtimestamp', 'endtime', 'end', 'completetimestamp', 'endedat', '終了日時', '終了', '完了日時', '完了日'],
  actor: ['org:resource', 'resource', 'actor', 'user', '担当者', '担当', '実施者', '氏名'],
  role: ['org:role', 'role', '役割', '役職'],
  department: ['org:group', 'department', 'group', '部門', '部署', '所属'],
  lifecycle: ['lifecycle:transition', 'lifecycle', '状態区分'],
  touchSeconds: ['touchseconds', '作業秒数'],
}

/** A row longer than this is a quote that never closes. */
const longestRow = 4_000_000

/** Reads CSV (RFC 4180) with a heading row; the separator is whichever of , ; tab the heading row uses most. */
export class CsvReader {
  readonly #log = new LogBuilder()
  #rest = ''
  #separator = ''
  #columns: { field: Field; place: number }[] = []

  take(piece: string) {
    this.#rest += piece
    this.#rows(false)
  }

  finish(): EventLog {
    this.#rows(true)
    if (this.#rest.trim() !== '') this.#log.report('broken-file', `a quote is never closed: ${this.#rest.slice(0, 60)}`)
    return this.#log.build()
  }

  #rows(isLast: boolean) {
    let from = 0
    for (;;) {
      if (this.#separator === '' && !this.#readSeparator(isLast)) break
      const row = rowAt(this.#rest, from, this.#separator, isLast)
      if (!row) break
      from = row.next
      if (this.#columns.length === 0) this.#readHeadings(row.cells)
      else if (row.cells.length > 1 || row.cells[0] !== '') this.#log.add(this.#eventOf(row.cells))
    }
    this.#rest = this.#rest.slice(from)
    if (this.#rest.length > longestRow) this.#skipLine()
  }

  #skipLine() {
    this.#log.report('broken-file', `a quote is never closed: ${this.#rest.slice(0, 60)}`)
    const end = this.#rest.indexOf('\n')
    this.#rest = end < 0 ? '' : this.#rest.slice(end + 1)
  }

  #readSeparator(isLast: boolean): boolean {
    const end = this.#rest.indexOf('\n')
    if (this.#rest === '' || (end < 0 && !isLast)) return false
    const line = end < 0 ? this.#rest : this.#rest.slice(0, end)
    const counted = [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length }))
    this.#separator = counted.reduce((best, next) => (next.count > best.count ? next : best)).mark
    return true
  }

  #readHeadings(cells: readonly string[]) {
    const names = cells.map((name) => name.toLowerCase().replace(/[\s_\uFEFF]/g, ''))
    const taken = new Set<number>()
    for (const field of fields) {
      const found = headings[field]
        .map((heading) => names.indexOf(heading))
        .find((place) => place >= 0 && !taken.has(place))
      if (found === undefined) continue
      taken.add(found)
      this.#columns.push({ field, place: found })
    }
    for (const [field, fault] of [
      ['caseId', 'no-case'],
      ['activity', 'no-activity'],
    ] as const)
      if (!this.#columns.some((column) => column.field === field))
        this.#log.report(fault, `headings: ${cells.join(' ')}`)
    if (this.#columns.length === 0) this.#columns.push({ field: 'caseId', place: cells.length })
  }

  #eventOf(cells: readonly string[]): EventRow {
    const row: EventRow = { caseId: '', activity: '' }
    for (const { field, place } of this.#columns) {
      const text = (cells[place] ?? '').trim()
      if (field !== 'touchSeconds') row[field] = text
      else if (text !== '') row.touchSeconds = Number(text.replace(',', '.'))
    }
    return row
  }
}

const fields = [
  'caseId',
  'activity',
  'at',
  'endedAt',
  'actor',
  'role',
  'department',
  'lifecycle',
  'touchSeconds',
] as const

/** The cells of the row that starts at a place, or nothing while its end has not come in. */
function rowAt(
  text: string,
  from: number,
  separator: string,
  isLast: boolean,
): { cells: string[]; next: number } | undefined {
  if (from >= text.length) return undefined
  const lineEnd = text.indexOf('\n', from)
  if (lineEnd < 0 && !isLast) return undefined
  const line = text.slice(from, lineEnd < 0 ? text.length : lineEnd)
  if (!line.includes('"'))
    return { cells: withoutReturn(line).split(separator), next: lineEnd < 0 ? text.length : lineEnd + 1 }
  return quotedRowAt(text, from, separator, isLast)
}

function quotedRowAt(text: string, from: number, separator: string, isLast: boolean) {
  const cells: string[] = []
  let place = from
  for (;;) {
    let cellText = ''
    if (text[place] === '"') {
      let end = text.indexOf('"', place + 1)
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
      if (end < 0 || (end + 1 === text.length && !isLast)) return undefined
      cellText = text.slice(place + 1, end).replaceAll('""', '"')
      place = end + 1
    }
    const rest = endOfCell(text, place, separator)
    if (rest === text.length && !isLast) return undefined
    cells.push(cellText + withoutReturn(text.slice(place, rest)))
    place = rest + 1
    if (text[rest] !== separator) return { cells, next: Math.min(place, text.length) }
  }
}

function endOfCell(text: string, from: number, separator: string): number {
  const line = text.indexOf('\n', from)
  const mark = text.indexOf(separator, from)
  const ends = [line, mark].filter((place) => place >= 0)
  return ends.length === 0 ? text.length : Math.min(...ends)
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text
}
