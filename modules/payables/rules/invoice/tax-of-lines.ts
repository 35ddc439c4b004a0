import {
  type CheckInvoiceTaxResult,
  checkInvoiceTax,
  consumptionTax,
  type InvoiceLine as LawLine,
} from '@ennoshita/statutes'
import { type InvoiceForm, type InvoiceLine, type RatedKind, ratedKinds, type TaxKind } from './invoice-form.ts'

/** A line with the tax that belongs to it; `whole` holds the tax. Signed as the amount is. */
export type TaxedLine = {
  readonly line: InvoiceLine
  readonly place: number
  /** The day by which the law is asked: the last day of the service. */
  readonly on: string
  readonly whole: number
  readonly tax: number
}

export type RateCheck = {
  readonly taxKind: RatedKind
  readonly base: number | null
  readonly tax: number | null
  /** The sum of the lines of this kind, with or without tax as the invoice says. */
  readonly linesSum: number
  readonly isAcceptable: boolean
  readonly acceptableTaxes: readonly number[]
  readonly reason: 'rounded-per-line' | 'wrong-amount' | 'not-stated' | null
  readonly because: CheckInvoiceTaxResult['because']
}

export const isRated = (kind: TaxKind): kind is RatedKind => ratedKinds.some((each) => each === kind)

/** The last day of the service of a line: its own, else that of the invoice, else the invoice's day. */
export function serviceDayOf(line: InvoiceLine, form: InvoiceForm): string | null {
  return (
    line.serviceUntil ?? line.serviceFrom ?? form.serviceUntil ?? form.serviceFrom ?? form.invoicedOn ?? form.receivedOn
  )
}

/**
 * Whether the taxes that the paper states can be the lines' taxes rounded once per rate (floor, half-up or ceiling). Kinds in the
 * order of their first line. Throws InvalidInputError and UnknownLawError. 消費税法施行令70条の10.
 */
export function checkRates(form: InvoiceForm, today: string): RateCheck[] {
  const rated = form.lines.flatMap((line, place) =>
    isRated(line.taxKind) && line.amount !== 0 ? [{ line, place, kind: line.taxKind }] : [],
  )
  return [...Map.groupBy(rated, ({ kind }) => kind)].map(([taxKind, ofKind]) => {
    const stated = form.taxes.find((tax) => tax.taxKind === taxKind)
    const on = ofKind.map(({ line }) => serviceDayOf(line, form) ?? today).sort()[0] ?? today
    const { findings, because } = checkInvoiceTax({
      lines: ofKind.map(({ line }): LawLine => ({ amount: line.amount, rateClass: taxKind })),
      priceIncludesTax: form.includesTax,
      stated: stated ? [{ rateClass: taxKind, tax: stated.tax }] : [],
      on,
    })
    const [found] = findings
    if (!found) throw new Error('The law tells of every rate.')
    return {
      taxKind,
      base: stated?.base ?? null,
      tax: stated?.tax ?? null,
      linesSum: ofKind.reduce((sum, { line }) => sum + line.amount, 0),
      isAcceptable: found.acceptable,
      acceptableTaxes: found.acceptableTaxes,
      reason: found.reason ?? null,
      because,
    }
  })
}

/**
 * The tax of each line. The tax of a rate is that which the paper states, else the one rounded down once; it is divided among the
 * lines of the rate: each its own rounded down, and what is left a yen at a time to those that lost most.
 */
export function taxOfLines(form: InvoiceForm, checks: readonly RateCheck[], today: string): TaxedLine[] {
  const taxes = new Map<number, number>()
  for (const check of checks) {
    const ofKind = form.lines.flatMap((line, place) => (line.taxKind === check.taxKind ? [{ line, place }] : []))
    const tax = check.tax ?? lowest(check.acceptableTaxes)
    const on = ofKind.map(({ line }) => serviceDayOf(line, form) ?? today).sort()[0] ?? today
    const { percent } = consumptionTax({ on, rateClass: check.taxKind })
    const shares = divide(
      tax,
      ofKind.map(({ line }) => line.amount),
      percent,
      form.includesTax ? 100 + percent : 100,
    )
    for (const [index, { place }] of ofKind.entries()) taxes.set(place, shares[index] ?? 0)
  }
  return form.lines.map((line, place) => {
    const tax = taxes.get(place) ?? 0
    return {
      line,
      place,
      on: serviceDayOf(line, form) ?? today,
      whole: form.includesTax ? line.amount : line.amount + tax,
      tax,
    }
  })
}

/** Towards zero: the size of a discount is rounded like the size of a price. */
const lowest = (taxes: readonly number[]): number =>
  taxes.reduce((least, tax) => (Math.abs(tax) < Math.abs(least) ? tax : least), taxes[0] ?? 0)

function divide(tax: number, amounts: readonly number[], parts: number, over: number): number[] {
  const exact = amounts.map((amount) => ({ whole: BigInt(amount) * BigInt(parts), over: BigInt(over) }))
  const shares = exact.map(({ whole, over }) => Number(whole / over))
  const rests = exact.map(({ whole, over }, place) => ({ place, rest: whole % over }))
  let left = tax - shares.reduce((sum, share) => sum + share, 0)
  const step = left < 0 ? -1 : 1
  rests.sort((one, other) =>
    one.rest === other.rest ? one.place - other.place : (one.rest > other.rest ? -1 : 1) * step,
  )
  for (const { place } of rests) {
    if (left === 0) break
    shares[place] = (shares[place] ?? 0) + step
    left -= step
  }
  const largest = amounts.reduce(
    (best, amount, place) => (Math.abs(amount) > Math.abs(amounts[best] ?? 0) ? place : best),
    0,
  )
  if (left !== 0) shares[largest] = (shares[largest] ?? 0) + left // a stated tax that no rounding gives
  return shares
}
