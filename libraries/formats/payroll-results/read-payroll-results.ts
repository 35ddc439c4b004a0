import { readDate } from '../amounts-and-dates/dates.ts'
import { yenInCell } from '../amounts-and-dates/yen-in-cell.ts'
import { type PersonRow, readPeopleRows } from '../tables/people-rows.ts'
import type { TableFault } from '../tables/table.ts'
import { type PayrollField, type PayrollMapping, payrollLayouts } from './layouts.ts'

/** What one person was paid. Whole yen; numbers of employees are text (001). Items are kept by the title of their column. */
export type PayrollResult = {
  line: number
  employeeNumber: string
  name: string
  department: string
  /** YYYY-MM, or as the file writes it. */
  month: string
  /** YYYY-MM-DD; '' where the file has none. */
  paidOn: string
  gross: number | undefined
  deductionTotal: number | undefined
  net: number | undefined
  payments: Record<string, number>
  deductions: Record<string, number>
  /** Days, hours and all else, as written. */
  others: Record<string, string>
}

type ItemKind = 'payment' | 'deduction' | 'other'
type Item = { index: number; title: string; kind: ItemKind }

const otherWords =
  /日数|時間(?!外.*(手当|割増|賃金|代|給))|回数|単価|残日|残高|扶養|等級|標準報酬|累計|会社負担|事業主負担|口座|銀行|コード|備考|メール|雇用形態|役職|区分/
const deductionWords =
  /健康保険|介護保険|厚生年金|雇用保険|社会保険|所得税|源泉税|住民税|市民税|年金基金|財形|積立|組合費|社宅|家賃|返済|貸付|前払|欠勤控除|遅早控除|控除|年調|年末調整|生命保険|損害保険|親睦会|共済|子ども・子育て支援/
const surePayments = /手当|補助|賞与|役員報酬|基本給/
const paymentWords = /残業|割増|通勤|交通費|歩合|インセンティブ|支給|給与|時間外|深夜|休日出勤/

/**
 * By the group above the title (支給, 控除, 勤怠), by its words, or, for a column of amounts, by whether it stands before the sum of payments or
 * of deductions. フリガナ and 入社日 stand there as well and are none.
 */
const kindOf = (
  title: string,
  index: number,
  places: Partial<Record<PayrollField, number>>,
  mapping: PayrollMapping,
  rows: readonly PersonRow[],
): ItemKind => {
  const [group = ''] = title.split(/[ _:：／/]/)
  const name = title.slice(group.length).replace(/^[ _:：／/]/, '') || title
  if (mapping.payments?.includes(title)) return 'payment'
  if (mapping.deductions?.includes(title)) return 'deduction'
  if (/^勤怠/.test(group)) return 'other'
  if (surePayments.test(title) && !/単価|控除|時間数?(\s*[(（]|$)/.test(title)) return 'payment'
  if (otherWords.test(title)) return 'other'
  if (name !== title && /^支給/.test(group)) return 'payment'
  if (name !== title && /^控除/.test(group)) return 'deduction'
  const { gross, deductionTotal } = places
  if (/欠勤|遅刻|早退/.test(title) && gross !== undefined && index < gross) return 'payment'
  if (deductionWords.test(title)) return 'deduction'
  if (paymentWords.test(title)) return 'payment'
  if (!rows.some(({ cells }) => typeof yenInCell(cells[index] ?? '') === 'number')) return 'other'
  if (gross !== undefined && deductionTotal !== undefined && gross < index && index < deductionTotal) return 'deduction'
  return gross !== undefined && index < gross ? 'payment' : 'other'
}

const amountFault = (row: PersonRow, index: number, title: string): TableFault => ({
  ...{ line: row.line, column: index + 1 },
  message: `${row.line}行目の「${title}」の「${(row.cells[index] ?? '').slice(0, 30)}」を円の整数として読めません。`,
  messageEn: `"${(row.cells[index] ?? '').slice(0, 30)}" in line ${row.line}, column ${index + 1} is not a whole number of yen.`,
})

/** 2026年11月分, 2026/11, 202611, R8.11, 2026-11-25: the month of a date, or of a date without its day. */
const monthOf = (cell: string): string => {
  const text = cell
    .normalize('NFKC')
    .trim()
    .replace(/分(給与)?$/, '')
  const sign = /[-/.]/.exec(text)?.[0]
  const day = /^\d{6}$/.test(text) ? `${text}01` : text.endsWith('月') ? `${text}1日` : `${text}${sign ?? ''}1`
  const found = [readDate(text), readDate(day)].find((reading) => reading.ok)
  return found?.ok ? found.value.slice(0, 7) : cell.trim()
}

type Reader = {
  places: Partial<Record<PayrollField, number>>
  titles: readonly string[]
  items: readonly Item[]
  faults: TableFault[]
}

const resultOf = ({ places, titles, items, faults }: Reader, row: PersonRow): PayrollResult => {
  const cell = (field: PayrollField): string => {
    const index = places[field]
    return index === undefined ? '' : (row.cells[index] ?? '').trim()
  }
  const amount = (index: number | undefined): number | undefined => {
    if (index === undefined) return undefined
    const read = yenInCell((row.cells[index] ?? '').trim())
    if (read === undefined) faults.push(amountFault(row, index, titles[index] ?? ''))
    return typeof read === 'number' ? read : undefined
  }
  const paid = cell('paidOn')
  const reading = readDate(paid)
  if (paid !== '' && !reading.ok) {
    faults.push({
      line: row.line,
      column: (places.paidOn ?? 0) + 1,
      message: reading.message,
      messageEn: reading.messageEn,
    })
  }
  const result: PayrollResult = {
    ...{ line: row.line, employeeNumber: cell('employeeNumber'), name: cell('name'), department: cell('department') },
    ...{ month: monthOf(cell('month')), paidOn: reading.ok ? reading.value : '' },
    ...{ gross: amount(places.gross), deductionTotal: amount(places.deductionTotal), net: amount(places.net) },
    ...{ payments: {}, deductions: {}, others: {} },
  }
  for (const { index, title, kind } of items) {
    const text = (row.cells[index] ?? '').trim()
    if (text === '') continue
    const value = kind === 'other' ? undefined : amount(index)
    if (kind === 'other') result.others[title] = text
    else if (value !== undefined) result[kind === 'payment' ? 'payments' : 'deductions'][title] = value
  }
  return result
}

const checkSums = ({ gross, deductionTotal, net, line }: PayrollResult, faults: TableFault[]): void => {
  if (gross === undefined || deductionTotal === undefined || net === undefined || gross - deductionTotal === net) return
  faults.push({
    line,
    message: `${line}行目は総支給額${gross}−控除合計${deductionTotal}が差引支給額${net}と合いません。列の対応か元の明細を確かめてください。`,
    messageEn: `Line ${line}: gross ${gross} less deductions ${deductionTotal} is not the net pay ${net}.`,
  })
}

const isNamed = ({ places, faults }: Reader, { employeeNumber, name, line }: PayrollResult): boolean => {
  if (employeeNumber !== '' || name !== '') return true
  faults.push({
    ...{ line, column: (places.employeeNumber ?? places.name ?? 0) + 1 },
    message: `${line}行目に従業員番号も氏名もありません。`,
    messageEn: `Line ${line} has neither an employee number nor a name.`,
  })
  return false
}

/**
 * Reads the results of a payroll product (CSV or XLSX): one row per person, payments and deductions as columns. Titles are found by their
 * synonyms; totals are passed over. Never throws for bad input: `faults` says what, at which line and column.
 */
export function readPayrollResults(
  bytes: Uint8Array,
  options: { from?: 'moneyforward' | 'yayoi' | 'freee' | PayrollMapping } = {},
): { results: PayrollResult[]; faults: TableFault[] } {
  const { from = 'moneyforward' } = options
  const mapping = typeof from === 'string' ? payrollLayouts[from] : from
  const { header, titles, rows, faults } = readPeopleRows(
    bytes,
    mapping.columns,
    [['name', 'employeeNumber'], ['net']],
    ['employeeNumber', 'name'],
  )
  if (header === undefined) return { results: [], faults }
  const places = header.mapping
  const used = new Set(Object.values(places))
  const items = titles.flatMap((title, index) =>
    title === '' || used.has(index) ? [] : [{ index, title, kind: kindOf(title, index, places, mapping, rows) }],
  )
  const reader: Reader = { places, titles, items, faults }
  const results = rows.map((row) => resultOf(reader, row)).filter((result) => isNamed(reader, result))
  for (const result of results) checkSums(result, faults)
  return { results, faults }
}
