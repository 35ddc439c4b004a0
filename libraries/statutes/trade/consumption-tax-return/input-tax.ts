import { entries, InvalidInputError, oneOf, record } from '../../core/input.ts'
import { divided } from '../../core/rounding.ts'
import { nationalInTax } from '../consumption-tax/law.ts'
import { unregisteredShareLaw } from '../input-tax-deduction/law.ts'
import { signedAtRate } from '../invoice-tax/invoice-tax.ts'
import { signedYen, summed } from '../trade-input.ts'
import { type Column, nationalInPrice, returnClass } from './columns.ts'
import { type GeneralPurchase, type GeneralReturnInput, type PurchaseUse, purchaseUses } from './return-input.ts'

const mostEntries = 100_000

/** A sum of purchases in the way of its method; the other amounts are 0. */
export type Purchase = {
  rateClass: Column['rateClass']
  use: PurchaseUse | undefined
  percent: number
  price: number
  tax: number
  nationalTax: number
}
/** 課税売上割合 as a fraction. */
export type TaxableShare = { taxable: number; total: number }

const percents = [...new Set(unregisteredShareLaw.versions.map(({ value }) => value.parts))].filter(
  (parts) => parts > 0,
)

const checkedPurchase = (entry: GeneralPurchase, index: number, method: 'division' | 'accumulation'): Purchase => {
  const field = `purchases[${index}]`
  record(field, entry)
  const use = entry.use === undefined ? undefined : oneOf(`${field}.use`, entry.use, purchaseUses)
  const none = {
    rateClass: returnClass(`${field}.rateClass`, entry.rateClass),
    use,
    percent: 100,
    price: 0,
    tax: 0,
    nationalTax: 0,
  }
  if ('nationalTax' in entry) return { ...none, nationalTax: signedYen(`${field}.nationalTax`, entry.nationalTax) }
  if (method === 'accumulation') {
    const tax = 'tax' in entry ? entry.tax : undefined
    return { ...none, tax: signedYen(`${field}.tax`, tax) }
  }
  const price = 'amountIncludingTax' in entry ? entry.amountIncludingTax : undefined
  const percent = 'amountIncludingTax' in entry ? (entry.percent ?? 100) : 100
  if (!percents.includes(percent)) {
    throw new InvalidInputError(`${field}.percent`, percent, {
      ja: `控除割合は${percents.join('、')}のいずれかを指定してください。`,
      en: `Give one of ${percents.join(', ')} as deductible percent.`,
    })
  }
  return { ...none, price: signedYen(`${field}.amountIncludingTax`, price), percent }
}

/** The purchases, checked one by one; accumulated sales refuse divided purchases. */
export function checkedPurchases(input: GeneralReturnInput): Purchase[] {
  const method = oneOf('purchaseMethod', input.purchaseMethod, ['division', 'accumulation'])
  if (method === 'division' && input.salesMethod !== 'division') {
    throw new InvalidInputError('purchaseMethod', method, {
      ja: '売上税額を積上げ計算（併用を含む）にしたときは、仕入税額も積上げ計算にしてください。',
      en: 'Where output tax is accumulated, wholly or in part, accumulate input tax too.',
    })
  }
  return entries('purchases', input.purchases, mostEntries, 0).map((entry, index) =>
    checkedPurchase(entry, index, method),
  )
}

/** 課税仕入れ等の税額 of one rate. */
const nationalInput = (purchases: readonly Purchase[], { rate }: Column): number => {
  const sum = (list: readonly Purchase[], of: (purchase: Purchase) => number): number =>
    summed('purchases', list.map(of))
  const price = nationalInPrice(rate)
  const divisions = [...Map.groupBy(purchases, ({ percent }) => percent)].map(([percent, list]) =>
    signedAtRate(
      sum(list, (each) => each.price),
      { parts: price.parts * percent, over: price.over * 100 },
      'floor',
    ),
  )
  const accumulated = signedAtRate(
    sum(purchases, ({ tax }) => tax),
    nationalInTax(rate),
    'floor',
  )
  return (
    accumulated + sum(purchases, ({ nationalTax }) => nationalTax) + divisions.reduce((total, each) => total + each, 0)
  )
}

/** The share of an amount of tax, cut to the yen; the taxable share itself is not rounded (基本通達11-5-6). */
const shareOfTax = (tax: number, { taxable, total }: TaxableShare): number => {
  if (total <= 0 || taxable <= 0) return 0
  const share = divided(BigInt(Math.abs(tax)) * BigInt(taxable), total, 'floor')
  return tax < 0 ? 0 - share : share
}

const withUse = (purchases: readonly Purchase[], use: PurchaseUse): Purchase[] =>
  purchases.filter((purchase) => purchase.use === use)

/** 控除対象仕入税額 of one rate. */
export function deductibleTax(
  purchases: readonly Purchase[],
  column: Column,
  how: 'full' | 'itemised' | 'proportional',
  share: TaxableShare,
): number {
  if (how === 'full') return nationalInput(purchases, column)
  if (how === 'proportional') return shareOfTax(nationalInput(purchases, column), share)
  return (
    nationalInput(withUse(purchases, 'taxable'), column) +
    shareOfTax(nationalInput(withUse(purchases, 'common'), column), share)
  )
}

/** The allocation asked for where not all input tax is deductible; itemised needs every purchase sorted. */
export function allocationOf(input: GeneralReturnInput, purchases: readonly Purchase[]): 'itemised' | 'proportional' {
  if (input.allocation === undefined) {
    throw new InvalidInputError('allocation', undefined, {
      ja: '課税売上高が5億円を超えるか課税売上割合が95％未満のため全額は控除できません。itemised（個別対応方式）か proportional（一括比例配分方式）を指定してください。',
      en: 'Not all input tax is deductible (taxable sales over 500 million, or a taxable share under 95 %). Give itemised or proportional.',
    })
  }
  const allocation = oneOf('allocation', input.allocation, ['itemised', 'proportional'])
  const unsorted = purchases.findIndex(({ use }) => use === undefined)
  if (allocation === 'itemised' && unsorted >= 0) {
    throw new InvalidInputError(`purchases[${unsorted}].use`, undefined, {
      ja: '個別対応方式では、すべての仕入れを taxable、exempt、common に区分してください（基本通達11-2-18）。',
      en: 'Itemised allocation needs every purchase sorted into taxable, exempt or common.',
    })
  }
  return allocation
}
