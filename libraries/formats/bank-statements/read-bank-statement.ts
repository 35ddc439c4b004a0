import { readTable } from '../tables/read-table.ts'
import { cellOf, type TableSheet } from '../tables/table.ts'
import { amountIn, dateIn, dateOfParts, directionIn } from './cells.ts'
import { type FoundColumns, findLayout, findMapped, proposalFor } from './find-columns.ts'
import { isZenginStatement, readZenginStatement } from './from-zengin.ts'
import { linesOf } from './line-keys.ts'
import type { StatementMapping } from './mappings.ts'
import { balanceFaults, withUsualSigns } from './running-balance.ts'
import type { BankStatement, Entry, StatementFault } from './statement.ts'

type Reader = {
  columns: FoundColumns
  mapping: StatementMapping
  near: string | undefined
  account: string
  /** How many columns the header names; none without a header. */
  width: number
  faults: StatementFault[]
  entries: Entry[]
}

const totalWords = /^(お?取引)?(総?合計|小計|総計|計)|合計$|件数|^\d+件$/

/** A total may carry the date of its period: 2026/4/30, 合計. */
const datedTotal = /^(お?取引)?(総?合計|小計|総計|[月日]計|累計|計)$/

const unspaced = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

const isTotal = (row: readonly string[], words: RegExp): boolean => row.some((cell) => words.test(unspaced(cell)))

const carriedWords =
  /^(前[月年期頁回日]?(末|度)?(より|から)?の?)?(繰越|繰り越し)(残高|金額|金|額)?$|^前[月年期回日]末?残高$/

/** 前月繰越, also where the bank writes the balance as an amount once more. */
const isCarriedOver = (description: string, { withdrawal, deposit, isBlank }: Amounts, balance: number | undefined) => {
  if (isBlank) return /繰越|繰り越し|前残|残高/.test(description)
  return carriedWords.test(unspaced(description)) && deposit - withdrawal === balance
}

const lengthOf = (row: readonly string[]): number => row.findLastIndex((cell) => cell.trim() !== '') + 1

/** 1,234 without quotation marks makes two cells of one amount, and all behind it stand in the wrong column. */
const isShifted = ({ width, columns }: Reader, row: readonly string[]): boolean =>
  width > 0 &&
  lengthOf(row) > width &&
  !columns.isDescriptionLast &&
  row.some((cell, at) => /^\s*[-+▲△]?\d{1,3}$/.test(cell) && /^\d{3}\s*$/.test(row[at + 1] ?? ''))

const shiftedFault = (line: number): StatementFault => ({
  ...{ rule: 'amount', line },
  message: `${line}行目は見出しより列が多く、桁区切りのカンマで金額が分かれています。カンマなしで書き出すか、金額を引用符（"）で囲んでください。`,
  messageEn: `Line ${line} has more columns than the header: a comma within an amount parts it. Export amounts without commas or in quotation marks.`,
})

const dateOf = ({ columns, mapping, near }: Reader, row: readonly string[]): string | undefined => {
  const [first, month, day] = columns.date
  if (month === undefined) return dateIn(cellOf(row, first), mapping.years, near)
  return dateOfParts(cellOf(row, first), cellOf(row, month), cellOf(row, day), mapping.years)
}

const descriptionOf = ({ columns }: Reader, row: readonly string[]): string => {
  const cells = columns.description.map((index) => cellOf(row, index))
  const rest = columns.isDescriptionLast ? row.slice((columns.description[0] ?? 0) + 1) : []
  const all = rest.some((cell) => cell !== '') ? [[...cells, ...rest].join(',').replace(/,+$/, '')] : cells
  const words = all.map((cell) => cell.replace(/\s+/g, ' ').trim()).filter((cell) => cell !== '')
  return [...new Set(words)].join(' ')
}

type Amounts = {
  withdrawal: number
  deposit: number
  isBlank: boolean
  broken?: { index: number; rule: 'amount' | 'direction' }
}

const amountsOf = ({ columns }: Reader, row: readonly string[]): Amounts => {
  const none = { withdrawal: 0, deposit: 0, isBlank: true }
  if (columns.amount !== undefined) {
    const amount = amountIn(cellOf(row, columns.amount))
    if (amount === undefined) return { ...none, isBlank: false, broken: { index: columns.amount, rule: 'amount' } }
    if (amount === 'blank') return none
    if (columns.direction === undefined) {
      return { withdrawal: amount < 0 ? -amount : 0, deposit: amount > 0 ? amount : 0, isBlank: false }
    }
    const direction = directionIn(cellOf(row, columns.direction))
    if (direction === undefined)
      return { ...none, isBlank: false, broken: { index: columns.direction, rule: 'direction' } }
    return { ...none, isBlank: false, [direction]: amount }
  }
  const [withdrawal, deposit] = [amountIn(cellOf(row, columns.withdrawal)), amountIn(cellOf(row, columns.deposit))]
  const broken = withdrawal === undefined ? columns.withdrawal : deposit === undefined ? columns.deposit : undefined
  if (withdrawal === undefined || deposit === undefined) {
    return { ...none, isBlank: false, broken: { index: broken ?? 0, rule: 'amount' } }
  }
  return {
    withdrawal: withdrawal === 'blank' ? 0 : withdrawal,
    deposit: deposit === 'blank' ? 0 : deposit,
    isBlank: withdrawal === 'blank' && deposit === 'blank',
  }
}

const unreadable = (
  rule: 'date' | 'amount' | 'direction',
  line: number,
  index: number,
  cell: string,
): StatementFault => {
  const shown = cell.trim().slice(0, 30)
  const [wanted, wantedEn] = {
    date: ['日付として読めません。2026/11/20、R8.11.20 のような日付か', 'is not a date'],
    amount: ['金額として読めません。数字か', 'is not an amount'],
    direction: ['入金か出金かわかりません。「入金」「出金」と書かれているか', 'says neither deposit nor withdrawal'],
  }[rule]
  return {
    ...{ rule, line, column: index + 1 },
    message: `${line}行目の${index + 1}列目「${shown}」は${wanted}、列の対応を確かめてください。`,
    messageEn: `"${shown}" in line ${line}, column ${index + 1} ${wantedEn}. Correct it or check the mapping of columns.`,
  }
}

const faultIn = (
  { columns }: Reader,
  { broken, isBlank }: Amounts,
  date: string | undefined,
  isCarried: boolean,
): ['date' | 'amount' | 'direction' | undefined, number] => {
  if (date === undefined) return ['date', columns.date[0] ?? 0]
  if (broken !== undefined) return [broken.rule, broken.index]
  return [isBlank && !isCarried ? 'amount' : undefined, columns.amount ?? columns.withdrawal ?? 0]
}

const takeRow = (reader: Reader, row: readonly string[], line: number): void => {
  const { columns, faults, entries } = reader
  if (row.every((cell) => cell.trim() === '')) return
  const amounts = amountsOf(reader, row)
  const balance = amountIn(cellOf(row, columns.balance))
  const date = dateOf(reader, row)
  if (date === undefined) {
    const hasNoAmount = amounts.isBlank || (amounts.broken !== undefined && balance === undefined)
    const isTitle = columns.headerRow === -1 && entries.length === 0 && !/\p{N}/u.test(cellOf(row, columns.date[0]))
    if (hasNoAmount || isTitle || isTotal(row, totalWords)) return
  } else if (isTotal(row, datedTotal)) return
  if (isShifted(reader, row)) {
    faults.push(shiftedFault(line))
    return
  }
  const description = descriptionOf(reader, row)
  const account = cellOf(row, columns.account).trim() || reader.account
  const balanceGiven = typeof balance === 'number' ? balance : undefined
  const isCarried = isCarriedOver(description, amounts, balanceGiven)
  const [broken, index] = faultIn(reader, amounts, date, isCarried)
  if (broken !== undefined) faults.push(unreadable(broken, line, index, cellOf(row, index)))
  if (balance === undefined) faults.push(unreadable('amount', line, columns.balance ?? 0, cellOf(row, columns.balance)))
  entries.push({
    ...{
      date: date ?? '',
      description,
      withdrawal: isCarried ? 0 : amounts.withdrawal,
      deposit: isCarried ? 0 : amounts.deposit,
      account,
      line,
      isCarried,
    },
    ...{ balance: balanceGiven, isRead: broken === undefined },
  })
}

/** 口座番号 above the header, as the file writes it. */
const accountAbove = (rows: readonly (readonly string[])[]): string => {
  for (const row of rows) {
    const match = /口座番号\D{0,12}?(\d[\d-]{3,})/.exec(row.join(' ').normalize('NFKC'))
    if (match) return match[1] ?? ''
  }
  return ''
}

const readSheet = (
  { rows, lines: lineNumbers }: TableSheet,
  { columns, mapping, near }: Pick<Reader, 'columns' | 'mapping' | 'near'>,
): Pick<BankStatement, 'account' | 'lines' | 'faults'> => {
  const account = columns.headerRow === -1 ? '' : accountAbove(rows.slice(0, columns.headerRow))
  const titles = rows[columns.headerRow] ?? []
  const reader: Reader = { columns, mapping, near, account, width: lengthOf(titles), faults: [], entries: [] }
  const header = rows[columns.headerRow]?.join('\n')
  for (const [index, row] of rows.entries()) {
    if (index <= columns.headerRow || row.join('\n') === header) continue
    takeRow(reader, row, lineNumbers[index] ?? index + 1)
  }
  const entries = withUsualSigns(reader.entries)
  const accounts = new Set(entries.map((entry) => entry.account))
  const [firstAccount = account] = accounts
  return {
    account: firstAccount,
    lines: linesOf(entries, accounts.size > 1),
    faults: [...reader.faults, ...balanceFaults(entries)],
  }
}

const mappingWithoutAmount: StatementFault = {
  rule: 'mapping',
  message:
    '金額の列が指定されていません。withdrawal（出金）と deposit（入金）か、amount（入出金）の列を指定してください。',
  messageEn: 'The mapping names no column of amounts. Give withdrawal and deposit, or amount.',
}

const mappingMissing = (missing: readonly string[], titles: readonly string[]): StatementFault => ({
  rule: 'mapping',
  message: `指定された列「${missing.join('」「')}」が見つかりません。ファイルにある列：${titles.join('、') || 'なし'}。列の対応を直してください。`,
  messageEn: `The columns ${missing.map((title) => `"${title}"`).join(', ')} are not in the file, which has: ${titles.join(', ') || 'none'}. Correct the mapping.`,
})

const layoutUnknown = (titles: readonly string[]): StatementFault => ({
  rule: 'layout',
  message: `この形式は登録されていません。見つけた列：${titles.join('、') || 'なし'}。mapping に date（日付）、description（摘要）、withdrawal（出金）と deposit（入金）か amount（入出金）、balance（残高）の列名を指定してください。`,
  messageEn: `This layout is not known. Columns found: ${titles.join(', ') || 'none'}. Give a mapping: the titles of date, description, withdrawal and deposit (or amount), balance.`,
})

/**
 * Reads a bank's statement in CSV (or XLSX, or 全銀 03): the layouts of eleven banks by their titles, any other by a saved `mapping`.
 * Preambles, totals and repeated headers are passed over. The running balance is proved, oldest or newest first, and every line where it
 * breaks is a fault. Lines stand in the order of the file; their keys are the same in overlapping exports. Never throws for bad input.
 * `near` (YYYY-MM-DD) gives the year of dates without one.
 */
export function readBankStatement(
  bytes: Uint8Array,
  options: { mapping?: StatementMapping; near?: string } = {},
): BankStatement {
  const { mapping, near } = options
  if (
    mapping !== undefined &&
    [mapping.amount, mapping.withdrawal, mapping.deposit].every((one) => one === undefined)
  ) {
    return { account: '', lines: [], faults: [mappingWithoutAmount] }
  }
  if (mapping === undefined && isZenginStatement(bytes)) return readZenginStatement(bytes, near)
  const { sheets, faults: tableFaults } = readTable(bytes)
  const faults: StatementFault[] = tableFaults.map(({ sheet: _sheet, ...fault }) => ({ rule: 'file', ...fault }))
  let missing: string[] = []
  for (const sheet of sheets) {
    if (mapping !== undefined) {
      const columns = findMapped(sheet.rows, mapping)
      if ('missing' in columns) missing = columns.missing
      else {
        const read = readSheet(sheet, { columns, mapping, near })
        return { ...read, faults: [...faults, ...read.faults] }
      }
    } else {
      const found = findLayout(sheet.rows)
      if (found === undefined) continue
      const read = readSheet(sheet, { ...found, near })
      return { ...read, layout: found.id, faults: [...faults, ...read.faults] }
    }
  }
  const [sheet] = sheets
  if (sheet === undefined) return { account: '', lines: [], faults }
  const { titles, proposal } = proposalFor(sheet.rows)
  faults.push(mapping === undefined ? layoutUnknown(titles) : mappingMissing(missing, titles))
  return { account: '', lines: [], faults, ...(proposal === undefined ? {} : { proposal }) }
}
