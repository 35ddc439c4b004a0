import { day, entries, flag, InvalidInputError, oneOf, record } from '../../core/input.ts'
import type { Rate } from '../../core/rounding.ts'
import { allBecause, type Because, type Preview } from '../../core/statute.ts'
import { type RateClass, rateClasses } from '../consumption-tax/law.ts'
import { signedYen, summed } from '../trade-input.ts'
import {
  checkedLines,
  type InvoiceLine,
  invoiceRoundings,
  lineRate,
  rateInPrice,
  roundingRule,
  signedAtRate,
} from './invoice-tax.ts'

export type CheckInvoiceTaxInput = {
  lines: readonly InvoiceLine[]
  priceIncludesTax: boolean
  /** The tax as the invoice states it, once per rate. */
  stated: readonly { rateClass: RateClass; tax: number }[]
  on?: string
}

export type StatedTaxFinding = {
  rateClass: RateClass
  stated: number
  acceptable: boolean
  /** What rounding once gives: floor, ceil and half-up. */
  acceptableTaxes: number[]
  /** `rounded-per-line`: the sum of taxes rounded line by line, which is not allowed (通達1-8-15注). */
  reason?: 'rounded-per-line' | 'wrong-amount' | 'not-stated'
}

export type CheckInvoiceTaxResult = { acceptable: boolean; findings: StatedTaxFinding[]; because: Because[] }

const ascending = (amounts: readonly number[]): number[] => [...new Set(amounts)].sort((a, b) => a - b)

const findingOf = (
  rateClass: RateClass,
  stated: number | undefined,
  lines: readonly InvoiceLine[],
  rate: Rate,
): StatedTaxFinding => {
  const onceTaxes = (amounts: readonly number[]): number[] =>
    invoiceRoundings.map((rounding) => amounts.reduce((sum, amount) => sum + signedAtRate(amount, rate, rounding), 0))
  const notes = [...Map.groupBy(lines, ({ deliveryNote }) => deliveryNote).values()]
  const sums = notes.map((note) =>
    summed(
      'lines',
      note.map(({ amount }) => amount),
    ),
  )
  const acceptableTaxes = ascending(onceTaxes(sums))
  if (stated === undefined) {
    const isOwed = !acceptableTaxes.every((tax) => tax === 0)
    return {
      rateClass,
      stated: 0,
      acceptable: !isOwed,
      acceptableTaxes,
      ...(isOwed ? { reason: 'not-stated' as const } : {}),
    }
  }
  if (acceptableTaxes.includes(stated)) return { rateClass, stated, acceptable: true, acceptableTaxes }
  const isPerLine = onceTaxes(lines.map(({ amount }) => amount)).includes(stated)
  return {
    rateClass,
    stated,
    acceptable: false,
    acceptableTaxes,
    reason: isPerLine ? 'rounded-per-line' : 'wrong-amount',
  }
}

/**
 * Whether the tax that an invoice states can be the tax rounded once per rate (by any method); tells a sum of taxes rounded per line,
 * which makes the paper no qualified invoice, from another wrong amount. Throws InvalidInputError, UnknownLawError.
 * 消費税法施行令70条の10, 消費税法基本通達1-8-15.
 */
export function checkInvoiceTax(input: CheckInvoiceTaxInput, options: Preview = {}): CheckInvoiceTaxResult {
  record('input', input)
  const lines = checkedLines(input.lines)
  const includesTax = flag('priceIncludesTax', input.priceIncludesTax)
  const on = input.on === undefined ? undefined : day('on', input.on)
  const stated = new Map<RateClass, number>()
  entries('stated', input.stated, rateClasses.length, 0).forEach((entry, index) => {
    record(`stated[${index}]`, entry)
    const rateClass = oneOf(`stated[${index}].rateClass`, entry.rateClass, rateClasses)
    if (stated.has(rateClass) || !lines.some((line) => line.rateClass === rateClass)) {
      throw new InvalidInputError(`stated[${index}].rateClass`, rateClass, {
        ja: '明細にある税率ごとに、税額を1回だけ指定してください。',
        en: 'State the tax once for each rate that the lines have.',
      })
    }
    stated.set(rateClass, signedYen(`stated[${index}].tax`, entry.tax))
  })
  const laws: Because[][] = [roundingRule(on, options)]
  const findings = [...Map.groupBy(lines, ({ rateClass }) => rateClass)].map(([rateClass, ofRate]) => {
    const { value, because } = lineRate('lines', rateClass, on, options)
    laws.push(because)
    return findingOf(rateClass, stated.get(rateClass), ofRate, rateInPrice(value, includesTax))
  })
  return { acceptable: findings.every(({ acceptable }) => acceptable), findings, because: allBecause(...laws) }
}
