import { day, entries, flag, InvalidInputError, oneOf, record } from '../../core/input.ts'
import { atRate, type Rate, type Rounding } from '../../core/rounding.ts'
import { allBecause, type Because, type Explained, lawOn, type Preview } from '../../core/statute.ts'
import { taxRateOn } from '../consumption-tax/consumption-tax.ts'
import { type RateClass, rateClasses, taxableClasses, untaxedLaw } from '../consumption-tax/law.ts'
import { signedYen, summed } from '../trade-input.ts'
import { invoiceRoundingLaw } from './law.ts'

export type InvoiceLine = {
  /** Yen, with or without tax as `priceIncludesTax` says; negative for a return or a discount. */
  amount: number
  rateClass: RateClass
  /** Number of the delivery note that states the tax (納品書); then every line needs one. */
  deliveryNote?: string
}

export type InvoiceRounding = 'floor' | 'ceil' | 'half-up'

export type InvoiceTaxInput = {
  lines: readonly InvoiceLine[]
  rounding: InvoiceRounding
  priceIncludesTax: boolean
  /** The day of the supply; without it the newest known rates apply. */
  on?: string
}

/** `base` is always without tax: for prices that include it, the sum of the lines less the tax, so that base + tax is what is paid. */
export type RateTotal = { rateClass: RateClass; base: number; tax: number }

export type InvoiceTaxResult = {
  /** One entry per rate, in the order in which the rates first appear. */
  byRate: RateTotal[]
  /** Sum of the tax. */
  tax: number
  /** Sum payable, tax included. */
  total: number
  because: Because[]
}

export const invoiceRoundings = ['floor', 'ceil', 'half-up'] as const
const mostLines = 10_000

/** An amount of either sign times a rate; the size is rounded, so a return of 105 yen takes back exactly what 105 yen cost. */
export function signedAtRate(amount: number, rate: Rate, rounding: Rounding): number {
  return amount < 0 ? 0 - atRate(-amount, rate, rounding) : atRate(amount, rate, rounding)
}

/** The rate by which the tax is found in the sum of the lines: 10/100 of prices without tax, 10/110 of prices with it. */
export const rateInPrice = (total: Rate, priceIncludesTax: boolean): Rate =>
  priceIncludesTax ? { parts: total.parts, over: total.over + total.parts } : total

const noTax: Rate = { parts: 0, over: 1 }

/** The rate of tax of a line's class; untaxed classes have none. */
export function lineRate(
  field: string,
  rateClass: RateClass,
  on: string | undefined,
  options: Preview,
): Explained<Rate> {
  const taxable = taxableClasses.find((each) => each === rateClass)
  if (taxable === undefined) {
    return { value: noTax, because: lawOn(untaxedLaw, on ?? untaxedLaw.checkedThrough, options).because }
  }
  const { value, because } = taxRateOn(field, taxable, on, options)
  return { value: value.total, because }
}

/** The lines checked one by one, each named by its place. */
export function checkedLines(lines: readonly InvoiceLine[]): InvoiceLine[] {
  const checked = entries('lines', lines, mostLines).map((line, index) => {
    record(`lines[${index}]`, line)
    const { deliveryNote } = line
    return {
      amount: signedYen(`lines[${index}].amount`, line.amount),
      rateClass: oneOf(`lines[${index}].rateClass`, line.rateClass, rateClasses),
      ...(deliveryNote === undefined ? {} : { deliveryNote }),
    }
  })
  const bare = checked.findIndex(({ deliveryNote }) => typeof deliveryNote !== 'string' || deliveryNote === '')
  if (bare >= 0 && checked.some(({ deliveryNote }) => deliveryNote !== undefined)) {
    throw new InvalidInputError(`lines[${bare}].deliveryNote`, checked[bare]?.deliveryNote, {
      ja: '納品書ごとに端数処理をするときは、すべての明細に納品書番号を付けてください。',
      en: 'To round per delivery note, give every line the number of its note.',
    })
  }
  return checked
}

/** Before the invoice system no rule bound the rounding; the arithmetic is the same. */
export function roundingRule(on: string | undefined, options: Preview): Because[] {
  const { versions, checkedThrough } = invoiceRoundingLaw
  if (on !== undefined && on < (versions[0]?.from ?? '')) return []
  return lawOn(invoiceRoundingLaw, on ?? checkedThrough, options).because
}

/**
 * The consumption tax of an invoice (適格請求書): the lines of one rate are added up, and the tax is rounded once per rate per invoice.
 * Where the delivery notes state the tax, once per rate per note. Returns are negative lines and are netted within their rate
 * (基本通達1-8-20); a negative sum is rounded by its size. Throws InvalidInputError naming the line, UnknownLawError outside known rates.
 * 消費税法施行令70条の10, 消費税法基本通達1-8-15.
 */
export function invoiceTax(input: InvoiceTaxInput, options: Preview = {}): InvoiceTaxResult {
  record('input', input)
  const lines = checkedLines(input.lines)
  const rounding = oneOf('rounding', input.rounding, invoiceRoundings)
  const includesTax = flag('priceIncludesTax', input.priceIncludesTax)
  const on = input.on === undefined ? undefined : day('on', input.on)
  const laws: Because[][] = [roundingRule(on, options)]

  const byRate = [...Map.groupBy(lines, ({ rateClass }) => rateClass)].map(([rateClass, ofRate]): RateTotal => {
    const { value, because } = lineRate('lines', rateClass, on, options)
    laws.push(because)
    const rate = rateInPrice(value, includesTax)
    const sum = summed(
      'lines',
      ofRate.map(({ amount }) => amount),
    )
    const notes = [...Map.groupBy(ofRate, ({ deliveryNote }) => deliveryNote).values()]
    const tax = notes
      .map((note) => note.reduce((noteSum, { amount }) => noteSum + amount, 0))
      .reduce((taxes, noteSum) => taxes + signedAtRate(noteSum, rate, rounding), 0)
    return { rateClass, base: includesTax ? sum - tax : sum, tax }
  })

  const tax = summed(
    'lines',
    byRate.map((total) => total.tax),
  )
  return {
    byRate,
    tax,
    total: summed('lines', [...byRate.map(({ base }) => base), tax]),
    because: allBecause(...laws),
  }
}
