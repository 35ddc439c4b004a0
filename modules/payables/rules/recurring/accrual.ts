import type { LocalDate } from '@ennoshita/kernel'
import type { JournalLine } from '@ennoshita/ledger'
import { InvalidInputError, inputTaxDeduction, monthEnd, UnknownLawError } from '@ennoshita/statutes'
import type { TaxKind } from '../invoice/invoice-form.ts'
import { partsOf } from './spread.ts'

export type ExpectedLine = {
  readonly accountId: string
  readonly subAccountId: string | null
  readonly departmentId: string | null
  readonly description: string
  /** Yen, tax included. */
  readonly amount: number
  readonly taxKind: TaxKind
}

const outOfScope = { side: 'none', nature: null, rateClass: null, use: null, invoice: null, isReturn: false } as const

/** The lines at another total, in proportion: a clerk knows that this month's power bill is higher. Each stays one yen or more. */
export function atAmount<Line extends ExpectedLine>(lines: readonly Line[], amount: number | null): Line[] {
  if (amount === null) return [...lines]
  const parts = partsOf(
    amount,
    lines.map((line) => line.amount),
  )
  return lines.map((line, place) => ({ ...line, amount: parts[place] ?? 0 })).filter((line) => line.amount > 0)
}

/**
 * What a line will cost once its invoice is there: the amount without the tax that may be deducted, by the law of that day. The whole
 * amount where that law is not known, or asks for the purchases of the year (above the cap for one unregistered supplier).
 */
export function costOf({ amount, taxKind }: ExpectedLine, isRegistered: boolean, on: LocalDate): number {
  if (taxKind === 'exempt' || taxKind === 'non-taxable' || taxKind === 'out-of-scope' || taxKind === 'reverse-charge')
    return amount
  try {
    const supplier = isRegistered ? 'qualified' : 'unregistered'
    return inputTaxDeduction({ transactionDate: on, amountIncludingTax: amount, rateClass: taxKind, supplier }).cost
  } catch (cause) {
    if (cause instanceof UnknownLawError || cause instanceof InvalidInputError) return amount
    throw cause
  }
}

/** 概算計上: cost against 未払費用 on the last day of the month, without a tax class: tax is deducted when the invoice is there. */
export function accrualJournal(
  { title, vendorName, month }: { readonly title: string; readonly vendorName: string; readonly month: LocalDate },
  lines: readonly (ExpectedLine & { readonly cost: number })[],
  accruedAccountId: string,
) {
  const shared = { taxClass: outOfScope }
  const costs = lines.map(
    ({ accountId, subAccountId, departmentId, description, cost }): JournalLine => ({
      ...shared,
      ...{ accountId, subAccountId, departmentId, side: 'debit', amount: cost, note: description },
    }),
  )
  const sum = lines.reduce((all, { cost }) => all + cost, 0)
  const credit: JournalLine = { ...shared, accountId: accruedAccountId, side: 'credit', amount: sum }
  return {
    postedOn: monthEnd(month),
    description: `概算計上 ${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月分 ${title}`,
    partner: vendorName,
    lines: [...costs, credit],
  }
}
