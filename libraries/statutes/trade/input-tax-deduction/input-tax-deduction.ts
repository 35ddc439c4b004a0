import { day, InvalidInputError, largestYen, oneOf, record, wholeNumber, yen } from '../../core/input.ts'
import { atRate, divided, type Rate } from '../../core/rounding.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import { taxRateOn } from '../consumption-tax/consumption-tax.ts'
import {
  nationalInTax,
  type RateClass,
  rateClasses,
  type TaxRate,
  taxableClasses,
  untaxedLaw,
} from '../consumption-tax/law.ts'
import {
  type BookOnlyKind,
  bookOnlyKinds,
  bookOnlyLaw,
  smallAmountLaw,
  unregisteredCapLaw,
  unregisteredShareLaw,
} from './law.ts'

export type InputTaxDeductionInput = {
  /** The day of the purchase (課税仕入れを行った日). */
  transactionDate: string
  amountIncludingTax: number
  rateClass: RateClass
  /** `qualified`: a qualified invoice is kept; `unregistered`: an itemised invoice (区分記載請求書等) is kept. */
  supplier: 'qualified' | 'unregistered'
  /** Fractions of a yen: floor (default) or half-up; rounding up is not allowed (国税庁 No.6391). */
  rounding?: 'floor' | 'half-up'
  /** The tax as a qualified invoice states it (請求書等積上げ計算). */
  statedTax?: number
  /** The sum of the whole transaction, tax included, where this is only a part of it: thresholds are judged by the whole. */
  transactionTotal?: number
  /** Size of the own company, for purchases under 10,000 yen (少額特例). */
  company?: { basePeriodSales?: number; specifiedPeriodSales?: number }
  /** The ground on which no invoice is kept. */
  bookOnly?: BookOnlyKind
  /** What was bought from this unregistered supplier in the tax period before, tax included: for the yearly cap. */
  supplierPurchases?: { periodStartsOn: string; before: number }
}

export type InputTaxDeductionResult = {
  /** 仮払消費税等 in yen: national and local tax that may be deducted. */
  deductible: number
  /** The national part alone (課税仕入れに係る消費税額), rounded on its own: the sum of these is 帳簿積上げ計算. */
  nationalDeductible: number
  /** What remains as cost or price of the asset: amountIncludingTax − deductible. */
  cost: number
  kind: 'qualified' | 'before-invoice-system' | 'transitional' | 'small-amount' | 'book-only' | 'untaxed' | 'none'
  /** 100, 80, 70, 50, 30 or 0. */
  percent: number
  /** What the ledger must say besides the usual entries. */
  ledgerNote?: string
  /** Why nothing, or not all, is deductible. */
  reason?: { ja: string; en: string }
  because: Because[]
}

type Checked = Omit<InputTaxDeductionInput, 'rounding'> & { rounding: 'floor' | 'half-up' }
type Ground = Pick<InputTaxDeductionResult, 'kind' | 'percent' | 'ledgerNote' | 'reason' | 'because'> & {
  /** The part of the amount that is deducted from; the rest is above the cap. */
  amount: number
}

const checkedInput = (input: InputTaxDeductionInput): Checked => {
  record('input', input)
  const amountIncludingTax = yen('amountIncludingTax', input.amountIncludingTax)
  const { company, supplierPurchases, transactionTotal } = input
  if (transactionTotal !== undefined) wholeNumber('transactionTotal', transactionTotal, amountIncludingTax, largestYen)
  if (company !== undefined) {
    record('company', company)
    if (company.basePeriodSales !== undefined) yen('company.basePeriodSales', company.basePeriodSales)
    if (company.specifiedPeriodSales !== undefined) yen('company.specifiedPeriodSales', company.specifiedPeriodSales)
  }
  const transactionDate = day('transactionDate', input.transactionDate)
  if (supplierPurchases !== undefined) {
    record('supplierPurchases', supplierPurchases)
    yen('supplierPurchases.before', supplierPurchases.before)
    if (day('supplierPurchases.periodStartsOn', supplierPurchases.periodStartsOn) > transactionDate) {
      throw new InvalidInputError('supplierPurchases.periodStartsOn', supplierPurchases.periodStartsOn, {
        ja: 'この取引を含む課税期間の初日を指定してください。',
        en: 'Give the first day of the tax period that contains the transaction.',
      })
    }
  }
  return {
    ...input,
    transactionDate,
    amountIncludingTax,
    rateClass: oneOf('rateClass', input.rateClass, rateClasses),
    supplier: oneOf('supplier', input.supplier, ['qualified', 'unregistered']),
    rounding: input.rounding === undefined ? 'floor' : oneOf('rounding', input.rounding, ['floor', 'half-up']),
    ...(input.bookOnly === undefined ? {} : { bookOnly: oneOf('bookOnly', input.bookOnly, bookOnlyKinds) }),
  }
}

const smallAmount = (input: Checked, options: Preview): Ground | undefined => {
  const { value: rule, because } = lawOn(smallAmountLaw, input.transactionDate, options)
  const { basePeriodSales, specifiedPeriodSales } = input.company ?? {}
  if (rule === undefined || (input.transactionTotal ?? input.amountIncludingTax) >= rule.under) return undefined
  const isSmaller =
    (basePeriodSales !== undefined && basePeriodSales <= rule.basePeriodSalesMost) ||
    (specifiedPeriodSales !== undefined && specifiedPeriodSales <= rule.specifiedPeriodSalesMost)
  return isSmaller ? { kind: 'small-amount', percent: 100, amount: input.amountIncludingTax, because } : undefined
}

const bookOnlyGround = (input: Checked, kind: BookOnlyKind, options: Preview): Ground => {
  const { value, because } = lawOn(bookOnlyLaw, input.transactionDate, options)
  const { ledgerNote, under, onlyUnregistered } = value[kind]
  if (onlyUnregistered && input.supplier === 'qualified') {
    throw new InvalidInputError('bookOnly', kind, {
      ja: '適格請求書発行事業者からの仕入れには使えません。適格請求書を保存し、bookOnly を外してください。',
      en: 'It is not for purchases from registered suppliers. Keep the qualified invoice and leave out bookOnly.',
    })
  }
  if (under !== undefined && (input.transactionTotal ?? input.amountIncludingTax) >= under) {
    return {
      kind: 'none',
      percent: 0,
      amount: 0,
      reason: {
        ja: `1回の取引が税込${under.toLocaleString('ja')}円以上のため、帳簿だけでは控除できません。適格請求書を保存してください。`,
        en: `A transaction of ${under.toLocaleString('en')} yen or more, tax included, is not deductible by the ledger alone. Keep a qualified invoice.`,
      },
      because,
    }
  }
  return { kind: 'book-only', percent: 100, amount: input.amountIncludingTax, ledgerNote, because }
}

const unregisteredGround = (input: Checked, options: Preview): Ground => {
  const { value: share, because } = lawOn(unregisteredShareLaw, input.transactionDate, options)
  const cap = lawOn(unregisteredCapLaw, input.supplierPurchases?.periodStartsOn ?? input.transactionDate, options)
  const most = cap.value ?? input.amountIncludingTax
  if (input.supplierPurchases === undefined && input.amountIncludingTax > most && share.parts > 0) {
    throw new InvalidInputError('supplierPurchases', undefined, {
      ja: `一の相手先から税込${most.toLocaleString('ja')}円を超える仕入れは、課税期間の初日とそれまでの仕入額を指定してください。`,
      en: `For purchases over ${most.toLocaleString('en')} yen from one supplier, give the first day of the tax period and what was bought before.`,
    })
  }
  const room = cap.value === undefined ? most : Math.max(0, cap.value - (input.supplierPurchases?.before ?? 0))
  const amount = Math.min(input.amountIncludingTax, room)
  const isCut = amount < input.amountIncludingTax
  const isOver = share.parts === 0
  return {
    kind: isOver ? 'none' : 'transitional',
    percent: share.parts,
    amount,
    ...(isOver ? {} : { ledgerNote: `${share.parts}%控除対象` }),
    ...(isOver
      ? {
          reason: {
            ja: '経過措置が終わっているため控除できません。',
            en: 'The transition has ended: nothing is deductible.',
          },
        }
      : isCut
        ? {
            reason: {
              ja: `一の相手先からの年間${most.toLocaleString('ja')}円を超える部分は控除できません。`,
              en: `What exceeds ${most.toLocaleString('en')} yen a year from one supplier is not deductible.`,
            },
          }
        : {}),
    because: input.supplierPurchases === undefined ? because : allBecause(because, cap.because),
  }
}

const groundOf = (input: Checked, options: Preview): Ground => {
  const { value: share, because } = lawOn(unregisteredShareLaw, input.transactionDate, options)
  const whole = { percent: 100, amount: input.amountIncludingTax, because }
  const invoiceSystemFrom = smallAmountLaw.versions[0]?.from ?? ''
  if (input.transactionDate < invoiceSystemFrom)
    return { kind: 'before-invoice-system', ...whole, percent: share.parts }
  if (input.supplier === 'qualified' && input.bookOnly === undefined)
    return { kind: 'qualified', ...whole, because: [] }
  const small = smallAmount(input, options)
  if (small !== undefined) return small
  if (input.bookOnly !== undefined) return bookOnlyGround(input, input.bookOnly, options)
  return unregisteredGround(input, options)
}

const shareOfPrice = (
  amount: number,
  part: Rate,
  total: Rate,
  percent: number,
  rounding: 'floor' | 'half-up',
): number => divided(BigInt(amount) * BigInt(part.parts) * BigInt(percent), (total.over + total.parts) * 100, rounding)

const checkStatedTax = (stated: number, amount: number, { total }: TaxRate): number => {
  const rate = { parts: total.parts, over: total.over + total.parts }
  return wholeNumber('statedTax', stated, atRate(amount, rate, 'floor'), atRate(amount, rate, 'ceil'))
}

/**
 * How much tax of a purchase may be deducted (仕入税額控除), by the paper kept and the day of the purchase: qualified invoice, transition
 * for unregistered suppliers (80, 70, 50, 30, 0 %) with its yearly cap, small purchases, ledger alone. `deductible` is the price
 * × 10/110 × share, rounded once (floor by default). Throws InvalidInputError, UnknownLawError.
 * 消費税法30条, 平成28年改正法附則52条・53条・53条の2, 消費税法施行令49条.
 */
export function inputTaxDeduction(input: InputTaxDeductionInput, options: Preview = {}): InputTaxDeductionResult {
  const checked = checkedInput(input)
  const { amountIncludingTax, rounding } = checked
  const taxable = taxableClasses.find((each) => each === checked.rateClass)
  if (taxable === undefined) {
    return {
      deductible: 0,
      nationalDeductible: 0,
      cost: amountIncludingTax,
      kind: 'untaxed',
      percent: 0,
      reason: { ja: '課税仕入れではありません。', en: 'It is not a taxable purchase.' },
      because: lawOn(untaxedLaw, checked.transactionDate, options).because,
    }
  }
  const rate = taxRateOn('rateClass', taxable, checked.transactionDate, options)
  const { amount, because, ...ground } = groundOf(checked, options)
  const { total, national } = rate.value
  const stated = input.statedTax
  if (stated !== undefined && ground.kind !== 'qualified') {
    throw new InvalidInputError('statedTax', stated, {
      ja: '適格請求書を保存している仕入れにだけ指定してください。',
      en: 'Give it only for a purchase with a qualified invoice.',
    })
  }
  const deductible =
    stated === undefined
      ? shareOfPrice(amount, total, total, ground.percent, rounding)
      : checkStatedTax(stated, amount, rate.value)
  return {
    deductible,
    nationalDeductible:
      stated === undefined
        ? shareOfPrice(amount, national, total, ground.percent, rounding)
        : atRate(stated, nationalInTax(rate.value), rounding),
    cost: amountIncludingTax - deductible,
    ...ground,
    because: allBecause(rate.because, because),
  }
}
