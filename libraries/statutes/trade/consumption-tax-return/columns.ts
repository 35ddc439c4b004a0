import { day, entries, InvalidInputError, oneOf, record, yen } from '../../core/input.ts'
import { atRate, downTo, type Rate } from '../../core/rounding.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import { taxRateOn } from '../consumption-tax/consumption-tax.ts'
import { rateLaws, type TaxRate } from '../consumption-tax/law.ts'
import { summed } from '../trade-input.ts'
import { filingUnitsLaw } from './law.ts'
import { type InterimTax, type RateAmount, type ReturnClass, returnClasses, type TaxPeriod } from './return-input.ts'

const mostEntries = 100_000

/** One column of the return's tables: everything of one rate. */
export type Column = { rateClass: ReturnClass; rate: TaxRate }

/** 100/110: the price without tax in the price with it. */
export const withoutTax = ({ total }: TaxRate): Rate => ({ parts: total.over, over: total.over + total.parts })
/** 7.8/110: the national tax in the price with tax. */
export const nationalInPrice = ({ national, total }: TaxRate): Rate => ({
  parts: national.parts,
  over: total.over + total.parts,
})
export function checkedPeriod(given: TaxPeriod): TaxPeriod {
  record('period', given)
  const from = day('period.from', given.from)
  const to = day('period.to', given.to)
  if (to < from) {
    throw new InvalidInputError('period.to', to, {
      ja: '課税期間の末日には初日以後の日を指定してください。',
      en: 'Give a last day that is not before the first day of the tax period.',
    })
  }
  return { from, to }
}

/** Former rates are refused: their local tax is another share and has its own table. */
export function returnClass(field: string, given: unknown): ReturnClass {
  if (given === 'old-8' || given === 'old-5' || given === 'old-3') {
    throw new InvalidInputError(field, given, {
      ja: '旧税率の取引を含む申告（付表1-2、2-2）は計算できません。standard と reduced だけを指定してください。',
      en: 'Returns with former rates (tables 1-2 and 2-2) are not calculated. Give standard and reduced only.',
    })
  }
  return oneOf(field, given, returnClasses)
}

/** The amounts of a list by their rate, checked one by one. */
export function rateAmounts(field: string, given: readonly RateAmount[]): RateAmount[] {
  return entries(field, given, mostEntries, 0).map((entry, index) => {
    record(`${field}[${index}]`, entry)
    return {
      rateClass: returnClass(`${field}[${index}].rateClass`, entry.rateClass),
      amountIncludingTax: yen(`${field}[${index}].amountIncludingTax`, entry.amountIncludingTax),
    }
  })
}

/** The rates in force during the whole period; throws where a rate changes within it or is not known. */
export function columnsOf(
  period: TaxPeriod,
  classes: readonly ReturnClass[],
  options: Preview,
): { columns: Column[]; because: Because[] } {
  const laws: Because[][] = []
  const columns = returnClasses
    .filter((rateClass) => classes.includes(rateClass))
    .map((rateClass) => {
      const first = taxRateOn('period.from', rateClass, period.from, options)
      const last = taxRateOn('period.to', rateClass, period.to, options)
      if (first.because[0]?.from !== last.because[0]?.from) {
        throw new InvalidInputError('period', `${period.from}–${period.to}`, {
          ja: `「${rateLaws[rateClass].name}」が課税期間の途中で変わっています。この期間の申告は計算できません。`,
          en: `${rateLaws[rateClass].nameEn} changes within the tax period. Such a return is not calculated.`,
        })
      }
      laws.push(last.because)
      return { rateClass, rate: last.value }
    })
  return { columns, because: allBecause(...laws) }
}

export const sumOf = (list: readonly RateAmount[], rateClass: ReturnClass, field: string): number =>
  summed(
    field,
    list.filter((entry) => entry.rateClass === rateClass).map(({ amountIncludingTax }) => amountIncludingTax),
  )

/** 課税標準額 of one rate: sales without tax, thousands only; and the national tax on it. */
export function outputTaxByDivision(
  amountIncludingTax: number,
  rate: TaxRate,
  unit: number,
): { taxBase: number; tax: number } {
  const taxBase = downTo(unit, atRate(amountIncludingTax, withoutTax(rate), 'floor'))
  return { taxBase, tax: atRate(taxBase, rate.national, 'floor') }
}

export type Settlement = {
  /** 差引税額: the national tax (hundreds of yen); negative is a refund (控除不足還付税額, to the yen). */
  nationalTax: number
  /** 譲渡割額: the local tax; negative is a refund. */
  localTax: number
  totalTax: number
  /** What remains to pay after interim payments; negative is paid back. */
  due: { national: number; local: number; total: number }
}

/** National tax less credits, local tax 22/78 of it, roundings of a return, less interim payments. */
export function settled(
  outputTax: number,
  credits: number,
  localOfNational: Rate,
  given: InterimTax | undefined,
  on: string,
  options: Preview,
): { settlement: Settlement; because: Because[] } {
  const interim = given === undefined ? { national: 0, local: 0 } : record('interim', given)
  const paidNational = yen('interim.national', interim.national)
  const paidLocal = yen('interim.local', interim.local)
  const { value: units, because } = lawOn(filingUnitsLaw, on, options)
  const difference = outputTax - credits
  const nationalTax = difference < 0 ? difference : downTo(units.national, difference)
  const localTax =
    difference < 0
      ? 0 - atRate(-nationalTax, localOfNational, 'floor')
      : downTo(units.local, atRate(nationalTax, localOfNational, 'floor'))
  const due = { national: nationalTax - paidNational, local: localTax - paidLocal }
  return {
    settlement: {
      nationalTax,
      localTax,
      totalTax: nationalTax + localTax,
      due: { ...due, total: due.national + due.local },
    },
    because,
  }
}
