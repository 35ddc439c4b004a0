import { readDate } from '../amounts-and-dates/dates.ts'
import { encodeCp932 } from '../text/encode-cp932.ts'
import { arrangeRows, type PairedRow } from './arrange-rows.ts'
import { type Journal, type JournalLine, type UnmappedText, unmappedList } from './journal.ts'
import { type JournalLayoutName, type JournalMapping, layoutOf } from './layouts.ts'
import { type JournalNumbers, journalNumbers } from './number-journals.ts'
import { type TargetColumns, targetColumns } from './target-columns.ts'
import { reportLongTexts } from './text-lengths.ts'
import { amountsOf, type LineWriter, taxOnTop, taxTextsOf } from './write-lines.ts'

/** A journal that no file should hold; `journal` is its number in the list, from 1. */
export class UnwritableJournalError extends Error {
  readonly journal: number
  readonly messageEn: string

  constructor(journal: number, message: string, messageEn: string) {
    super(`${journal}件目の仕訳：${message}`)
    this.name = 'UnwritableJournalError'
    this.journal = journal
    this.messageEn = `Journal ${journal}: ${messageEn}`
  }
}

type Writer = LineWriter & {
  target: TargetColumns
  numbers: JournalNumbers
  dates: Set<string>
  rows: string[]
}

const checkDate = (writer: Writer, date: string, place: number): void => {
  if (writer.dates.has(date)) return
  const reading = readDate(date)
  if (!reading.ok || reading.value !== date) {
    throw new UnwritableJournalError(
      place,
      `日付「${date}」が 2026-11-20 の形の日付ではありません。`,
      `"${date}" is no date.`,
    )
  }
  writer.dates.add(date)
}

const checked = (writer: Writer, journal: Journal, place: number): 'none' | 'outer' | 'all' => {
  checkDate(writer, journal.date, place)
  if (journal.lines.length === 0)
    throw new UnwritableJournalError(place, '借方も貸方もありません。', 'it has no lines.')
  for (const { amount, taxAmount = 0, account } of journal.lines) {
    if (!Number.isSafeInteger(amount) || !Number.isSafeInteger(taxAmount)) {
      throw new UnwritableJournalError(
        place,
        '金額が円の整数ではありません。',
        'an amount is not a whole number of yen.',
      )
    }
    if (account === '') throw new UnwritableJournalError(place, '勘定科目が空です。', 'an account is missing.')
  }
  const onTop = taxOnTop(journal.lines)
  if (onTop === undefined) {
    throw new UnwritableJournalError(place, '借方と貸方の合計が違います。', 'debits and credits differ.')
  }
  return onTop
}

/** Most cells are empty or plain; only what a reader could take for more than one cell is quoted. */
const csvRow = (cells: readonly string[]): string => {
  let row = ''
  for (const [index, cell] of cells.entries()) {
    if (index > 0) row += ','
    row += cell !== '' && /[",\r\n;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  }
  return `${row}\r\n`
}

const closingText = ({ grouping }: JournalMapping, closing: Journal['closing']): string => {
  if (closing === '') return ''
  if (grouping !== 'flags') return '1'
  return closing === 'interim' ? '中決' : '本決'
}

const flagOf = (writer: Writer, journal: Journal, index: number, count: number): string => {
  const { grouping } = writer.mapping
  if (grouping === 'mark') return index === 0 ? '*' : ''
  if (grouping !== 'flags') return ''
  if (count === 1) return journal.origin === 'yayoi' ? (journal.other?.[0]?.識別フラグ ?? '2000') : '2000'
  return index === 0 ? '2110' : index === count - 1 ? '2101' : '2100'
}

const putLine = (
  writer: Writer,
  cells: string[],
  journal: Journal,
  line: JournalLine,
  onTop: 'none' | 'outer' | 'all',
  place: number,
): void => {
  const columns = writer.target[line.side]
  const { amount, taxAmount } = amountsOf(writer, journal, line, onTop, place)
  const { text, invoiceText } = taxTextsOf(writer, journal, line, place)
  const put = (index: number | undefined, value: string, field: string): void => {
    if (index !== undefined) cells[index] = value
    else if (value !== '') {
      writer.unmapped.add(
        field,
        value,
        place,
        `${field}「${value.slice(0, 40)}」を書く列がありません。`,
        'There is no column for it.',
      )
    }
  }
  const word = line.side === 'debit' ? '借方' : '貸方'
  put(columns.account, line.account, `${word}勘定科目`)
  put(columns.subAccount, line.subAccount, `${word}補助科目`)
  put(columns.department, line.department, `${word}部門`)
  put(columns.partner, line.partner, `${word}取引先`)
  put(columns.taxClass, text, `${word}税区分`)
  put(columns.amount, String(amount), `${word}金額`)
  put(columns.taxAmount, taxAmount === undefined ? '' : String(taxAmount), `${word}税額`)
  if (columns.invoice !== undefined) cells[columns.invoice] = invoiceText
  reportLongTexts(writer.unmapped, writer.mapping, line, place)
}

/** 弥生 wants 対象外 and 0 on the empty side of a row. */
const putEmptySides = ({ mapping, target }: Writer, cells: string[], { debit, credit }: PairedRow): void => {
  if (mapping.grouping !== 'flags') return
  for (const columns of [debit ?? target.debit, credit ?? target.credit]) {
    if ('side' in columns) continue
    if (columns.taxClass !== undefined) cells[columns.taxClass] = '対象外'
    if (columns.amount !== undefined) cells[columns.amount] = '0'
  }
}

const putOther = (writer: Writer, cells: string[], journal: Journal, row: PairedRow, place: number): void => {
  const other = row.source === undefined ? undefined : journal.other?.[row.source]
  if (other === undefined) return
  for (const [title, value] of Object.entries(other)) {
    if (title === '識別フラグ') continue
    const index = writer.target.otherColumn(title)
    if (index !== undefined) cells[index] = value
    else if (value !== '') {
      writer.unmapped.add(
        ...[title, value, place],
        `「${title}」の列がこの形式にないため、「${value.slice(0, 40)}」を書いていません。`,
        `The layout has no column "${title}"; the value was left out.`,
      )
    }
  }
}

const reportJournalLosses = ({ mapping, unmapped, target }: Writer, journal: Journal, place: number): void => {
  const missing = (field: string, text: string): void => {
    if (text !== '')
      unmapped.add(
        field,
        text,
        place,
        `${field}「${text.slice(0, 40)}」を書く列がありません。`,
        'There is no column for it.',
      )
  }
  if (target.memo === undefined) missing('仕訳メモ', journal.memo)
  if (target.tags === undefined) missing('タグ', journal.tags.join('|'))
  if (target.closing === undefined) missing('決算整理仕訳', journal.closing)
  if (target.number === undefined) missing('伝票番号', journal.number)
  if (target.description === undefined) missing('摘要', journal.lines.map(({ description }) => description).join(''))
  for (const tag of target.tags === undefined ? [] : journal.tags.filter((one) => one.includes('|'))) {
    const ja = `タグ「${tag.slice(0, 40)}」の「|」は区切りになり、二つのタグに分かれます。`
    unmapped.add('タグ', tag, place, ja, 'The | within the tag parts it into two tags.')
  }
  const { numberDigits } = mapping
  if (numberDigits !== undefined && !new RegExp(`^\\d{0,${numberDigits}}$`).test(journal.number)) {
    const ja = `${mapping.name ?? ''}の伝票番号は${numberDigits}桁までの数字です。番号を付け直してください。`
    unmapped.add('伝票番号', journal.number, place, ja, `The number must be at most ${numberDigits} digits.`)
  }
  if (journal.closing === 'interim' && mapping.grouping !== 'flags' && target.closing !== undefined) {
    unmapped.add(
      '決算整理仕訳',
      '中決',
      place,
      '中間決算の区別がないため、決算整理仕訳として書きました。',
      'Interim closing is written as closing.',
    )
  }
  if (mapping.hasCodes && journal.origin !== mapping.id) {
    const [ja, en] = [
      '勘定科目・補助科目・部門はコードで受け入れる形式です。コードに直してください。',
      'The layout takes codes.',
    ]
    for (const { account } of journal.lines) unmapped.add('勘定科目', account, place, ja, en)
  }
}

const writeJournal = (writer: Writer, journal: Journal, place: number): void => {
  const { target } = writer
  const onTop = checked(writer, journal, place)
  const number = writer.numbers(journal, place)
  const rows = arrangeRows(journal, target.mayShare)
  reportJournalLosses(writer, journal, place)
  for (const [index, row] of rows.entries()) {
    const cells = target.blank.slice()
    const put = (column: number | undefined, value: string): void => {
      if (column !== undefined) cells[column] = value
    }
    const isSlip = writer.mapping.grouping === 'flags' && rows.length > 1
    if (writer.mapping.grouping === 'flags') put(target.kind, isSlip ? '3' : '0')
    putOther(writer, cells, journal, row, place)
    put(target.flag, flagOf(writer, journal, index, rows.length))
    put(target.number, number)
    put(target.closing, closingText(writer.mapping, journal.closing))
    put(target.date, journal.date.replaceAll('-', '/'))
    if (index === 0 && target.memo !== undefined) put(target.memo, journal.memo)
    if (index === 0 && target.tags !== undefined) put(target.tags, journal.tags.join('|'))
    put(target.description, (row.debit ?? row.credit)?.description ?? '')
    putEmptySides(writer, cells, row)
    if (row.debit !== undefined) putLine(writer, cells, journal, row.debit, onTop, place)
    if (row.credit !== undefined) putLine(writer, cells, journal, row.credit, onTop, place)
    writer.rows.push(csvRow(cells))
  }
}

/**
 * Writes journals as CSV (CRLF) in the layout of a product, or by a mapping of columns: CP932 for 弥生, 勘定奉行, PCA and TKC, UTF-8 with a
 * byte order mark for マネーフォワード and freee, unless `encoding` says otherwise. `unmapped` lists what the layout cannot say; nothing is
 * left out without a word there. `taxMethod` is what 弥生 is told of lines that do not say 込・内・外・別; 込 when absent. Throws
 * UnwritableJournalError for a journal without date, lines, whole amounts or balance, UnwritableTextError for a character that CP932 has not.
 */
export function writeJournals(
  journals: readonly Journal[],
  options: {
    to: JournalLayoutName | JournalMapping
    encoding?: 'cp932' | 'utf-8-bom'
    taxMethod?: 'included' | 'inner'
  },
): { bytes: Uint8Array; unmapped: UnmappedText[] } {
  const mapping = layoutOf(options.to)
  const unmapped = unmappedList()
  const target = targetColumns(mapping, journals)
  const writer: Writer = {
    ...{ mapping, unmapped, target, taxMethod: options.taxMethod ?? 'included' },
    ...{ readings: new Map(), writings: new WeakMap() },
    ...{ numbers: journalNumbers(mapping, journals, unmapped), dates: new Set(), rows: [] },
  }
  if (target.header !== undefined) writer.rows.push(csvRow(target.header))
  for (const [index, journal] of journals.entries()) writeJournal(writer, journal, index + 1)
  const text = writer.rows.join('')
  const encoding = options.encoding ?? mapping.encoding ?? 'utf-8-bom'
  const bytes = encoding === 'cp932' ? encodeCp932(text).bytes : new TextEncoder().encode(`\ufeff${text}`)
  return { bytes, unmapped: unmapped.items }
}
