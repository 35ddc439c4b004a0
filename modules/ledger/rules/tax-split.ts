import type { LocalDate, Words } from '@ennoshita/kernel'
import { InvalidInputError, inputTaxDeduction, invoiceTax, UnknownLawError } from '@ennoshita/statutes'
import type { JournalLine } from './journal.ts'
import { outOfScope, type TaxClass } from './tax-class.ts'

/** How the company rounds tax: 切捨て, 四捨五入, 切上げ. */
export type TaxRounding = 'floor' | 'half-up' | 'ceiling'

/** 内税 `included`: the amount holds the tax. 外税 `added`: the tax comes on top. */
export type TaxIs = 'included' | 'added'

export type TaxSplit = {
  /** What stands on the account of the line. */
  readonly base: number
  /** What stands on 仮払消費税等 or 仮受消費税等: may be 0. */
  readonly tax: number
}

/** Why an amount cannot be split, in words. */
export type SplitFault = { readonly fault: Words }

/**
 * Splits the amount of a taxable line into price and tax (税抜経理), rounded once for the line. Of a purchase from an unregistered
 * supplier only the deductible share of that day becomes tax; the rest stays in the price (消費税法30条, 平成28年改正法附則52条・53条).
 * A purchase is rounded down where the company rounds up: rounding up is not allowed there (国税庁 No.6391).
 */
export function splitTax(
  amount: number,
  taxClass: TaxClass,
  is: TaxIs,
  on: LocalDate,
  rounding: TaxRounding,
): TaxSplit | SplitFault {
  const { rateClass } = taxClass
  if (taxClass.nature !== 'taxable' || rateClass === null)
    return {
      fault: {
        ja: '消費税を分けられるのは、課税売上・課税仕入の行だけです。',
        en: 'Tax is split off from taxable sales and purchases only.',
      },
    }
  try {
    const whole = invoiceTax({
      lines: [{ amount, rateClass }],
      rounding: rounding === 'ceiling' ? (taxClass.side === 'sale' ? 'ceil' : 'floor') : rounding,
      priceIncludesTax: is === 'included',
      on,
    })
    if (taxClass.side === 'sale' || fullyDeducted.has(taxClass.invoice))
      return { base: whole.total - whole.tax, tax: whole.tax }
    if (taxClass.invoice === 'none') return { base: whole.total, tax: 0 }
    const { deductible, cost } = inputTaxDeduction({
      ...{ transactionDate: on, amountIncludingTax: whole.total, rateClass, supplier: 'unregistered' },
      rounding: rounding === 'half-up' ? 'half-up' : 'floor',
    })
    return { base: cost, tax: deductible }
  } catch (cause) {
    if (cause instanceof UnknownLawError || cause instanceof InvalidInputError)
      return { fault: { ja: cause.message, en: cause.messageEn } }
    throw cause
  }
}

const fullyDeducted: ReadonlySet<TaxClass['invoice']> = new Set(['qualified', 'book-only', 'small-amount'])

/** The lines of a split: the line with its price, and its tax on the account of the tax where there is any. */
export function linesOfSplit(
  line: JournalLine,
  taxClass: TaxClass,
  split: TaxSplit,
  taxAccountId: string,
): JournalLine[] {
  const priced = { ...line, taxClass, amount: split.base, taxAmount: split.tax }
  if (split.tax === 0) return [priced]
  const { side, departmentId, note } = line
  return [priced, { accountId: taxAccountId, side, departmentId, note, amount: split.tax, taxClass: outOfScope }]
}
