import { type InputTaxDeductionResult, inputTaxDeduction } from '@ennoshita/statutes'
import type { InvoiceFacts } from './invoice-facts.ts'
import type { InvoiceForm } from './invoice-form.ts'
import { isRegisteredOn } from './registration.ts'
import { isRated, type TaxedLine } from './tax-of-lines.ts'

/** What becomes of a line: how much of its tax is deducted, and what stays as cost. Signed as the amount is. */
export type DeductedLine = TaxedLine & {
  readonly kind: InputTaxDeductionResult['kind']
  /** 100, 80, 70, 50, 30 or 0. */
  readonly percent: number
  readonly deductible: number
  readonly cost: number
  /** What the books must say besides, such as `70%控除対象`. */
  readonly ledgerNote: string
  readonly because: InputTaxDeductionResult['because']
  /** Why nothing, or not all, is deducted. */
  readonly reason: { readonly ja: string; readonly en: string } | null
}

/**
 * The deduction of each line by the paper kept and the last day of its service. From a registered vendor the tax as stated;
 * from others the share of the transition, rounded down per line, within the yearly cap per vendor; 少額特例 only where the settings allow
 * it. Throws InvalidInputError and UnknownLawError. 消費税法30条, 平成28年改正法附則52条・53条.
 */
export function deductionOfLines(form: InvoiceForm, lines: readonly TaxedLine[], facts: InvoiceFacts): DeductedLine[] {
  const bought = new Map(facts.bought)
  const total = lines.reduce((sum, { whole }) => sum + Math.abs(whole), 0)
  return lines.map((taxed) => {
    const { line, on, whole, tax } = taxed
    const base = { ...taxed, ledgerNote: '', reason: null }
    if (!isRated(line.taxKind)) return { ...base, kind: 'untaxed', percent: 0, deductible: 0, cost: whole, because: [] }
    const isQualified =
      line.ground === 'qualified' ||
      (line.ground === 'auto' && facts.vendor !== null && isRegisteredOn(facts.vendor, on))
    if (line.ground === 'none') return { ...base, kind: 'none', percent: 0, deductible: 0, cost: whole, because: [] }
    const { basePeriodSales, specifiedPeriodSales } = facts.company
    const asksSmall = line.ground === 'auto' || line.ground === 'small-amount'
    const size = Math.abs(whole)
    const periodStartsOn = periodStart(on, facts.company.fiscalStart)
    const sum = bought.get(periodStartsOn) ?? 0
    const signed = form.kind === 'credit-note' ? -whole : whole
    const before = Math.max(0, signed < 0 ? sum + signed : sum) // what goes back is taken off the part above the cap first
    const told = inputTaxDeduction({
      transactionDate: on,
      amountIncludingTax: size,
      rateClass: line.taxKind,
      supplier: isQualified ? 'qualified' : 'unregistered',
      transactionTotal: Math.max(size, Math.min(total, form.total ?? total)),
      ...(asksSmall && (basePeriodSales !== undefined || specifiedPeriodSales !== undefined)
        ? {
            company: {
              ...(basePeriodSales === undefined ? {} : { basePeriodSales }),
              ...(specifiedPeriodSales === undefined ? {} : { specifiedPeriodSales }),
            },
          }
        : {}),
      ...(line.ground === 'book-only' && line.bookOnly ? { bookOnly: line.bookOnly } : {}),
      ...(isQualified ? {} : { supplierPurchases: { periodStartsOn, before } }),
    })
    if (!isQualified) bought.set(periodStartsOn, sum + signed)
    const deductible = told.kind === 'qualified' ? tax : whole < 0 ? 0 - told.deductible : told.deductible
    return {
      ...taxed,
      ...{ kind: told.kind, percent: told.percent, deductible, cost: whole - deductible },
      ...{ ledgerNote: told.ledgerNote ?? '', because: told.because, reason: told.reason ?? null },
    }
  })
}

/** The first day of the tax period (課税期間 = 事業年度) of a day. */
export function periodStart(on: string, { month, day }: InvoiceFacts['company']['fiscalStart']): string {
  const start = (year: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const year = Number(on.slice(0, 4))
  return on >= start(year) ? start(year) : start(year - 1)
}
