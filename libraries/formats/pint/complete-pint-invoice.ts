import { type Decimal, decimalOf, minus, plus, times, zero } from './decimal.ts'
import type {
  PintAllowanceCharge,
  PintAmount,
  PintInvoice,
  PintLine,
  PintTax,
  PintTaxCategory,
  PintTaxSubtotal,
} from './invoice.ts'
import { PintDocumentError } from './pint-document-error.ts'

/** 端数処理 of the amount without its sign: `floor` 切捨て, `ceil` 切上げ, `half-up` 四捨五入. A return gets the rounding of the sale. */
export type PintRounding = 'floor' | 'ceil' | 'half-up'

/** Yen have no decimals, other currencies two. */
const placesIn = (currency: string): number => (currency === 'JPY' ? 0 : 2)

const rounded = (amount: Decimal, divisor: bigint, places: number, rounding: PintRounding): Decimal => {
  const scaled = amount.units * 10n ** BigInt(places)
  const by = divisor * 10n ** BigInt(amount.scale)
  const size = scaled < 0n ? -scaled : scaled
  const positive = by < 0n ? -by : by
  const rest = size % positive
  const isUp = rounding === 'ceil' ? rest > 0n : rounding === 'half-up' && 2n * rest >= positive
  const units = size / positive + (isUp ? 1n : 0n)
  return { units: scaled < 0n !== by < 0n ? -units : units, scale: places }
}

const decimalAt = (value: PintAmount, path: string): Decimal => {
  const found = typeof value === 'number' && !Number.isSafeInteger(value) ? undefined : decimalOf(String(value))
  if (found) return found
  throw new PintDocumentError([
    {
      path,
      message: `「${value}」は数字ではありません。整数か、'12.5' のような文字にしてください。`,
      messageEn: `“${value}” is not a number. Use an integer, or text like '12.5'.`,
    },
  ])
}

const textOf = ({ units, scale }: Decimal): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

const amountOf = (value: Decimal, currency: string): PintAmount => {
  const text = textOf(value)
  return currency === 'JPY' && !text.includes('.') && Number.isSafeInteger(Number(text)) ? Number(text) : text
}

const netOf = (line: PintLine, at: string, currency: string, rounding: PintRounding): Decimal => {
  const quantity = decimalAt(line.quantity.value, `${at}.quantity`)
  const price = decimalAt(line.price.amount, `${at}.price`)
  const base = decimalAt(line.price.baseQuantity?.value ?? '1', `${at}.price.baseQuantity`)
  if (base.units <= 0n) {
    throw new PintDocumentError([
      {
        path: `${at}.price.baseQuantity`,
        message: '単価の基準数量は0より大きくしてください。',
        messageEn: 'The base quantity of the price must be above zero.',
      },
    ])
  }
  const gross = times(times(quantity, price), { units: 10n ** BigInt(base.scale), scale: 0 })
  return (line.allowancesAndCharges ?? []).reduce(
    (sum, { isCharge, amount }, index) =>
      (isCharge ? plus : minus)(sum, decimalAt(amount, `${at}.allowancesAndCharges[${index}]`)),
    rounded(gross, base.units, placesIn(currency), rounding),
  )
}

const summed = (adjustments: readonly PintAllowanceCharge[], isCharge: boolean): Decimal =>
  adjustments.reduce(
    (sum, each, index) =>
      each.isCharge === isCharge ? plus(sum, decimalAt(each.amount, `allowancesAndCharges[${index}]`)) : sum,
    zero,
  )

const sameRate = (category: PintTaxCategory): string => {
  const percent = decimalOf(category.percent)
  return `${category.code} ${percent === undefined ? '' : textOf(percent)}`
}

type Taxed = { category: PintTaxCategory; amount: Decimal }

/** 税率ごとに合計し、端数処理は税率ごとに一回: tax per category and rate, rounded once each (消費税法施行令70条の10). */
const subtotalsOf = (taxed: readonly Taxed[], currency: string, rounding: PintRounding): PintTaxSubtotal[] => {
  const byRate = new Map<string, Taxed>()
  for (const { category, amount } of taxed) {
    const found = byRate.get(sameRate(category))
    byRate.set(sameRate(category), {
      category: { ...category, ...found?.category },
      amount: plus(found?.amount ?? zero, amount),
    })
  }
  return [...byRate.values()].map(({ category, amount }) => {
    const rate = decimalOf(category.percent) ?? zero
    return {
      base: amountOf(amount, currency),
      tax: amountOf(rounded(times(amount, rate), 100n, placesIn(currency), rounding), currency),
      category,
    }
  })
}

const categoryOf = (category: PintTaxCategory | undefined, path: string): PintTaxCategory => {
  if (category !== undefined) return category
  throw new PintDocumentError([
    {
      path,
      message:
        '税区分がないので税額を計算できません。税区分と税率を書いてください（例：S と 10、AA と 8、不課税は O）。',
      messageEn: 'Without a tax category no tax can be computed. Give category and rate: S and 10, AA and 8, or O.',
    },
  ])
}

const taxedIn = ({ lines, allowancesAndCharges = [] }: PintInvoice, nets: readonly Decimal[]): Taxed[] => [
  ...lines.map(({ item }, index) => ({
    category: categoryOf(item.tax, `lines[${index}].item.tax`),
    amount: nets[index] ?? zero,
  })),
  ...allowancesAndCharges.map(({ tax, amount, isCharge }, index) => {
    const value = decimalAt(amount, `allowancesAndCharges[${index}]`)
    return {
      category: categoryOf(tax, `allowancesAndCharges[${index}].tax`),
      amount: isCharge ? value : minus(zero, value),
    }
  }),
]

const taxOf = (invoice: PintInvoice, nets: readonly Decimal[], rounding: PintRounding): PintTax => {
  const { currency, tax = {} } = invoice
  if (tax.includedInPrices === true && tax.subtotals === undefined) {
    throw new PintDocumentError([
      {
        path: 'tax.subtotals',
        message: '内税の請求書の税額は計算しません。税率ごとの対価と税額を渡してください。',
        messageEn: 'Tax included in prices is not computed. Give the base and the tax per rate.',
      },
    ])
  }
  const subtotals = tax.subtotals ?? subtotalsOf(taxedIn(invoice, nets), currency, rounding)
  const total = subtotals.reduce(
    (sum, each, index) => plus(sum, decimalAt(each.tax, `tax.subtotals[${index}].tax`)),
    zero,
  )
  return { ...tax, total: tax.total ?? amountOf(total, currency), subtotals }
}

/**
 * Fills in what is absent: line amounts (quantity × price ÷ base quantity, rounded, then + charges − allowances), tax per category and rate
 * with one rounding each, and the totals. What is given is taken as given. Yen are whole, other currencies have two decimals; `rounding` is
 * `floor` (切捨て) unless named. Throws PintDocumentError for text that is no number.
 */
export function completePintInvoice(
  invoice: PintInvoice,
  { rounding = 'floor' }: { rounding?: PintRounding } = {},
): PintInvoice {
  const { currency, allowancesAndCharges = [], totals = {} } = invoice
  const nets = invoice.lines.map((line, index) =>
    line.netAmount === undefined
      ? netOf(line, `lines[${index}]`, currency, rounding)
      : decimalAt(line.netAmount, `lines[${index}].netAmount`),
  )
  const given = (value: PintAmount | undefined, key: string, computed: Decimal): Decimal =>
    value === undefined ? computed : decimalAt(value, `totals.${key}`)
  const tax = taxOf(invoice, nets, rounding)
  const lines = given(totals.lines, 'lines', nets.reduce(plus, zero))
  const allowances = given(totals.allowances, 'allowances', summed(allowancesAndCharges, false))
  const charges = given(totals.charges, 'charges', summed(allowancesAndCharges, true))
  const withoutTax = given(totals.withoutTax, 'withoutTax', minus(plus(lines, charges), allowances))
  const withTax = given(totals.withTax, 'withTax', plus(withoutTax, decimalAt(tax.total ?? 0, 'tax.total')))
  const prepaid = given(totals.prepaid, 'prepaid', zero)
  const difference = given(totals.rounding, 'rounding', zero)
  const payable = given(totals.payable, 'payable', plus(minus(withTax, prepaid), difference))
  const has = (isCharge: boolean): boolean => allowancesAndCharges.some((each) => each.isCharge === isCharge)
  return {
    ...invoice,
    lines: invoice.lines.map((line, index) => ({
      ...line,
      netAmount: line.netAmount ?? amountOf(nets[index] ?? zero, currency),
    })),
    tax,
    totals: {
      ...(has(false) ? { allowances: amountOf(allowances, currency) } : {}),
      ...(has(true) ? { charges: amountOf(charges, currency) } : {}),
      lines: amountOf(lines, currency),
      withoutTax: amountOf(withoutTax, currency),
      withTax: amountOf(withTax, currency),
      payable: amountOf(payable, currency),
      ...totals,
    },
  }
}
