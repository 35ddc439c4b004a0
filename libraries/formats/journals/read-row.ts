import { yenInCell } from '../amounts-and-dates/yen-in-cell.ts'
import { cellOf } from '../tables/table.ts'
import { closingIn, type DateReading } from './cells.ts'
import type { FoundColumns, FoundSide } from './find-columns.ts'
import type { Journal, JournalFault, JournalLine, unmappedList } from './journal.ts'
import type { JournalMapping } from './layouts.ts'
import { readTaxText, type TaxReading } from './tax-text.ts'

/** What a row says, before rows are gathered to journals. */
export type JournalRow = {
  line: number
  flag: string
  date: string
  number: string
  closing: Journal['closing']
  lines: JournalLine[]
  memo: string
  tags: string
  other: Record<string, string>
}

export type RowReader = {
  mapping: JournalMapping
  columns: FoundColumns
  dates: (cell: string) => DateReading
  unmapped: ReturnType<typeof unmappedList>
  report: (fault: JournalFault) => void
  taxes: Map<string, TaxReading | undefined>
}

const words = { debit: '借方', credit: '貸方' } as const

const amountFault = (line: number, index: number, field: string, cell: string): JournalFault => ({
  ...{ rule: 'amount', line, column: index + 1, field },
  message: `${line}行目の${field}「${cell.slice(0, 30)}」を円の整数として読めません。1,234 や -1,234 のように直してください。`,
  messageEn: `"${cell.slice(0, 30)}" in line ${line}, column ${index + 1} is not a whole number of yen.`,
})

const mostTaxes = 2_000

const taxOf = (reader: RowReader, text: string, invoiceText: string | undefined, date: string) => {
  const { mapping, taxes } = reader
  if (mapping.taxVocabulary === undefined || text === '') return undefined
  const key = `${text}\n${invoiceText}\n${date}`
  if (taxes.has(key)) return taxes.get(key)
  const reading = readTaxText(mapping.taxVocabulary, text, date, invoiceText)
  if (taxes.size < mostTaxes) taxes.set(key, reading)
  return reading
}

const reportTax = (reader: RowReader, field: string, text: string, invoiceText: string | undefined, line: number) => {
  const shown = invoiceText ? `${text}／${invoiceText}` : text
  reader.unmapped.add(
    field,
    shown,
    line,
    `税区分「${shown.slice(0, 40)}」の意味がわかりません。文字はそのまま残します。課税区分は取り込み先で選んでください。`,
    `The tax class "${shown.slice(0, 40)}" is not known. The text is kept; choose the class where it is imported.`,
  )
}

const isNothing = (amount: number | 'blank' | undefined): boolean => amount === 'blank' || amount === 0

const lineOf = (
  reader: RowReader,
  row: readonly string[],
  line: number,
  side: 'debit' | 'credit',
  date: string,
): JournalLine | undefined => {
  const columns: FoundSide = reader.columns[side]
  const [account, amountCell] = [cellOf(row, columns.account), cellOf(row, columns.amount)]
  const amount = yenInCell(amountCell)
  if (
    account === '' &&
    (isNothing(amount) || columns.amount === reader.columns[side === 'debit' ? 'credit' : 'debit'].amount)
  ) {
    return undefined
  }
  const field = words[side]
  if (amount === undefined || amount === 'blank') {
    reader.report(amountFault(line, columns.amount ?? 0, `${field}金額`, amountCell))
  }
  if (account === '') {
    reader.report({
      ...{ rule: 'account', line, column: (columns.account ?? 0) + 1, field: `${field}勘定科目` },
      message: `${line}行目は${field}金額がありますが、${field}勘定科目が空です。勘定科目を入れてください。`,
      messageEn: `Line ${line} has an amount on the ${side} side but no account.`,
    })
  }
  const taxCell = cellOf(row, columns.taxAmount)
  const taxAmount = yenInCell(taxCell)
  if (taxAmount === undefined) reader.report(amountFault(line, columns.taxAmount ?? 0, `${field}税額`, taxCell))
  const taxText = cellOf(row, columns.taxClass)
  const invoiceText = columns.invoice === undefined ? undefined : cellOf(row, columns.invoice)
  const tax = taxOf(reader, taxText, invoiceText, date)
  if (tax === undefined && taxText !== '') reportTax(reader, `${field}税区分`, taxText, invoiceText, line)
  return {
    ...{ side, account, subAccount: cellOf(row, columns.subAccount), department: cellOf(row, columns.department) },
    partner: cellOf(row, columns.partner),
    ...(tax === undefined ? {} : { taxClass: tax.taxClass }),
    taxText,
    ...(invoiceText === undefined ? {} : { invoiceText }),
    ...(tax?.taxMethod === undefined ? {} : { taxMethod: tax.taxMethod }),
    amount: typeof amount === 'number' ? amount : Number.NaN,
    ...(taxAmount === 'blank' ? {} : { taxAmount: taxAmount ?? Number.NaN }),
    description: cellOf(row, reader.columns.description),
  }
}

const thirteenth = /^\d{4}[-/.年]13[-/.月]/

const dateOf = (reader: RowReader, row: readonly string[], line: number, inherited: string | undefined): string => {
  const cell = cellOf(row, reader.columns.date)
  if (cell.trim() === '' && inherited !== undefined) return inherited
  const reading = reader.dates(cell)
  if (reading.date !== undefined) return reading.date
  const place = { rule: 'date', line, column: reader.columns.date + 1, field: '取引日' } as const
  if (thirteenth.test(cell.normalize('NFKC'))) {
    reader.report({
      ...place,
      message: `${line}行目の「${cell.slice(0, 30)}」の13月（決算整理）は暦の日付ではありません。決算日に直し、決算整理仕訳の列を 1 にしてください。`,
      messageEn: `Month 13 (closing entries) in line ${line} is no date. Write the closing day and mark the entry as closing.`,
    })
  } else {
    reader.report({
      ...place,
      message: `${line}行目の取引日：${reading.message}`,
      messageEn: `Date in line ${line}: ${reading.messageEn}`,
    })
  }
  return ''
}

const closingOf = (reader: RowReader, row: readonly string[], line: number): Journal['closing'] => {
  const cell = cellOf(row, reader.columns.closing)
  const closing = closingIn(cell)
  if (closing !== undefined) return closing
  reader.report({
    ...{ rule: 'closing', line, column: (reader.columns.closing ?? 0) + 1, field: '決算' },
    message: `${line}行目の「${cell.slice(0, 30)}」では決算整理仕訳かどうかわかりません。1 か空欄（弥生は 本決・中決）にしてください。`,
    messageEn: `"${cell.slice(0, 30)}" in line ${line} does not say whether this is a closing entry. Write 1 or nothing.`,
  })
  return ''
}

/** Reads one row; `inherited` is the date of the journal that the row continues, for rows without one. */
export function readRow(
  reader: RowReader,
  row: readonly string[],
  line: number,
  flag: string,
  inherited: string | undefined,
): JournalRow {
  const { columns, mapping } = reader
  const date = dateOf(reader, row, line, inherited)
  const lines: JournalLine[] = []
  for (const side of ['debit', 'credit'] as const) {
    const read = lineOf(reader, row, line, side, date)
    if (read !== undefined) lines.push(read)
  }
  const other: Record<string, string> = {}
  for (const { index, title } of columns.others) {
    const cell = row[index] ?? ''
    if (cell !== (mapping.defaults?.[title] ?? '')) other[title] = cell
  }
  return {
    ...{ line, flag, date, number: cellOf(row, columns.number), closing: closingOf(reader, row, line), lines },
    ...{ memo: cellOf(row, columns.memo), tags: cellOf(row, columns.tags), other },
  }
}
