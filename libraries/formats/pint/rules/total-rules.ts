import { compared, type Decimal, decimalOf, minus, plus, roundedHalfUp, zero } from '../decimal.ts'
import { childOf, reached, stringOf, type XmlElement } from '../xml/element.ts'
import { isTaxIncluded } from './document-rules.ts'
import { type Checked, isAllowance, isCharge, isRoot, must, parentIs, present, type Rule, type Term } from './rule.ts'

const isSame = (one: Decimal | undefined, other: Decimal | undefined): boolean =>
  one !== undefined && other !== undefined && compared(one, other) === 0
const toSen = (amount: Decimal): Decimal => roundedHalfUp(amount, 2)

const amountIn = (element: XmlElement | undefined, name: string): Decimal | undefined => {
  const found = childOf(element, name)
  return found === undefined ? undefined : decimalOf(stringOf(found))
}
const has = (element: XmlElement, name: string): boolean => childOf(element, name) !== undefined

/** The sum of an amount over elements; undefined when one of them is no number. */
const summed = (elements: readonly XmlElement[], name: string): Decimal | undefined =>
  elements
    .flatMap((element) => reached(element, name))
    .reduce<Decimal | undefined>((sum, amount) => {
      const value = decimalOf(stringOf(amount))
      return sum && value && plus(sum, value)
    }, zero)

const fewDecimals = (id: string, name: string, [ja, en, number]: Term) =>
  must(
    id,
    (element) => ((reached(element, name).map(stringOf)[0] ?? '').split('.').slice(1).join('.') ?? '').length <= 2,
    `${ja}（${number}）の小数は2桁までです。`,
    `The ${en} (${number}) may have at most 2 decimals.`,
  )

const isSumOfLines = (total: XmlElement, { named }: Checked): boolean => {
  const sum = summed([...named('cac:InvoiceLine'), ...named('cac:CreditNoteLine')], 'cbc:LineExtensionAmount')
  return isSame(amountIn(total, 'cbc:LineExtensionAmount'), sum && toSen(sum))
}

const isSumOf = (name: string, isWanted: (element: XmlElement) => boolean) => (total: XmlElement) => {
  const wanted = reached(total.parent, 'cac:AllowanceCharge').filter(isWanted)
  if (!has(total, name) && wanted.length === 0) return true
  const sum = summed(wanted, 'cbc:Amount')
  return isSame(amountIn(total, name), sum && toSen(sum))
}

const isTotalWithoutTax = (total: XmlElement): boolean => {
  if (total.parent !== undefined && isTaxIncluded(total.parent)) return true
  const lines = amountIn(total, 'cbc:LineExtensionAmount')
  const charges = has(total, 'cbc:ChargeTotalAmount') ? amountIn(total, 'cbc:ChargeTotalAmount') : zero
  const allowances = has(total, 'cbc:AllowanceTotalAmount') ? amountIn(total, 'cbc:AllowanceTotalAmount') : zero
  if (!lines || !charges || !allowances) return false
  const isBare = !has(total, 'cbc:ChargeTotalAmount') && !has(total, 'cbc:AllowanceTotalAmount')
  const sum = minus(plus(lines, charges), allowances)
  return isSame(amountIn(total, 'cbc:TaxExclusiveAmount'), isBare ? sum : toSen(sum))
}

/** Only what is there is rounded, as the official rule has it: a difference below 0.01 in the rest is a fault. */
const isAmountDue = (total: XmlElement): boolean => {
  const inclusive = amountIn(total, 'cbc:TaxInclusiveAmount')
  const payable = amountIn(total, 'cbc:PayableAmount')
  if (!inclusive || !payable) return false
  const prepaid = amountIn(total, 'cbc:PrepaidAmount') ?? zero
  const rounding = amountIn(total, 'cbc:PayableRoundingAmount') ?? zero
  const due = prepaid.units === 0n ? inclusive : toSen(minus(inclusive, prepaid))
  return isSame(rounding.units === 0n ? payable : toSen(minus(payable, rounding)), due)
}

/** The totals of the document and how they follow from one another. */
export const monetaryTotalRule: Rule = {
  on: ['cac:LegalMonetaryTotal'],
  asserts: [
    present('ibr-012', 'cbc:LineExtensionAmount', ['明細行の合計', 'sum of line net amounts', 'ibt-106']),
    present('ibr-013', 'cbc:TaxExclusiveAmount', ['税抜合計', 'total without tax', 'ibt-109']),
    present('ibr-014', 'cbc:TaxInclusiveAmount', ['税込合計', 'total with tax', 'ibt-112']),
    present('ibr-015', 'cbc:PayableAmount', ['差引請求額', 'amount due', 'ibt-115']),
    fewDecimals('ibr-091', 'cbc:PayableAmount', ['差引請求額', 'amount due', 'ibt-115']),
    fewDecimals('ibr-121', 'cbc:AllowanceTotalAmount', ['値引の合計', 'sum of allowances', 'ibt-107']),
    fewDecimals('ibr-122', 'cbc:ChargeTotalAmount', ['追加料金の合計', 'sum of charges', 'ibt-108']),
    fewDecimals('ibr-123', 'cbc:TaxExclusiveAmount', ['税抜合計', 'total without tax', 'ibt-109']),
    fewDecimals('ibr-125', 'cbc:TaxInclusiveAmount', ['税込合計', 'total with tax', 'ibt-112']),
    must(
      'ibr-co-10',
      isSumOfLines,
      '明細行の合計（ibt-106）が、各行の金額（ibt-131）の和と合いません。',
      'The sum of line net amounts (ibt-106) is not the sum of the lines (ibt-131).',
    ),
    must(
      'ibr-co-11',
      isSumOf('cbc:AllowanceTotalAmount', isAllowance),
      '値引の合計（ibt-107）が、文書全体の値引（ibt-092）の和と合いません。',
      'The sum of allowances (ibt-107) is not the sum of the document allowances (ibt-092).',
    ),
    must(
      'ibr-co-12',
      isSumOf('cbc:ChargeTotalAmount', isCharge),
      '追加料金の合計（ibt-108）が、文書全体の追加料金（ibt-099）の和と合いません。',
      'The sum of charges (ibt-108) is not the sum of the document charges (ibt-099).',
    ),
    must(
      'ibr-co-13',
      isTotalWithoutTax,
      '税抜合計（ibt-109）が、明細行の合計 − 値引の合計 + 追加料金の合計 になっていません。',
      'The total without tax (ibt-109) is not lines − allowances + charges.',
    ),
    must(
      'ibr-co-16',
      isAmountDue,
      '差引請求額（ibt-115）が、税込合計（ibt-112） − 支払済額（ibt-113） + 端数調整（ibt-114） になっていません。',
      'The amount due (ibt-115) is not the total with tax (ibt-112) − paid (ibt-113) + rounding (ibt-114).',
    ),
  ],
}

const isOfLine = (element: XmlElement): boolean => {
  for (let each = element.parent; each !== undefined; each = each.parent) {
    if (each.name === 'cac:InvoiceLine' || each.name === 'cac:CreditNoteLine') return true
  }
  return false
}

const reasons = ['cbc:AllowanceChargeReason', 'cbc:AllowanceChargeReasonCode']
const hasReason = (element: XmlElement): boolean => reasons.some((name) => has(element, name))

const adjustment = (isLine: boolean, id: string, name: string, [ja, en, number]: Term) =>
  must(
    id,
    (element) => isOfLine(element) !== isLine || (name === '' ? hasReason(element) : has(element, name)),
    `${ja}（${number}）がありません。書き加えてください。`,
    `The ${en} (${number}) is missing. Add it.`,
  )
const oneReason = (id: string, [ja, en, number]: Term) =>
  must(
    id,
    (element) => reached(element, 'cbc:AllowanceChargeReason').length <= 1,
    `${ja}（${number}）は一つだけ書けます。余りを消してください。`,
    `Only one ${en} (${number}) may be given. Remove the rest.`,
  )

/** 値引 and 追加料金, of the document and of lines, and of a price. */
export const allowanceRules: readonly Rule[] = [
  {
    on: ['cac:AllowanceCharge'],
    when: parentIs('cac:Price'),
    asserts: [
      must(
        'ibr-083',
        (element) => (childOf(element, 'cbc:ChargeIndicator')?.text ?? '').trim() === 'false',
        '単価への追加料金は書けません。ChargeIndicator は false とします。',
        'A price can have no charge: the charge indicator must be false.',
      ),
    ],
  },
  {
    on: ['cac:AllowanceCharge'],
    when: isAllowance,
    asserts: [
      oneReason('ibr-sr-30', ['値引の理由', 'allowance reason', 'ibt-097']),
      adjustment(false, 'ibr-031', 'cbc:Amount', ['値引の金額', 'allowance amount', 'ibt-092']),
      adjustment(false, 'ibr-033', '', ['値引の理由またはコード', 'allowance reason or its code', 'ibt-097, ibt-098']),
      adjustment(true, 'ibr-041', 'cbc:Amount', ['明細行の値引の金額', 'line allowance amount', 'ibt-136']),
      adjustment(true, 'ibr-042', '', [
        '明細行の値引の理由またはコード',
        'line allowance reason or its code',
        'ibt-139, ibt-140',
      ]),
    ],
  },
  {
    on: ['cac:AllowanceCharge'],
    when: isCharge,
    asserts: [
      adjustment(false, 'ibr-036', 'cbc:Amount', ['追加料金の金額', 'charge amount', 'ibt-099']),
      oneReason('ibr-sr-31', ['追加料金の理由', 'charge reason', 'ibt-104']),
      adjustment(false, 'ibr-038', '', ['追加料金の理由またはコード', 'charge reason or its code', 'ibt-104, ibt-105']),
      adjustment(true, 'ibr-043', 'cbc:Amount', ['明細行の追加料金の金額', 'line charge amount', 'ibt-141']),
      must(
        'ibr-044',
        hasReason,
        '追加料金の理由かコード（ibt-144、ibt-145）がありません。書き加えてください。',
        'The charge reason or its code (ibt-144, ibt-145) is missing. Add it.',
      ),
    ],
  },
  {
    on: ['cac:AllowanceCharge'],
    asserts: [
      must(
        'ibr-082',
        (element) => /^(true|false)$/.test((childOf(element, 'cbc:ChargeIndicator')?.text ?? '').trim()),
        '値引か追加料金かを示す ChargeIndicator は true か false とします。',
        'The charge indicator must be true or false.',
      ),
    ],
  },
  {
    on: ['cac:TaxCategory'],
    when: parentIs('cac:AllowanceCharge'),
    asserts: [
      must(
        'ibr-sr-61',
        (element) => reached(element, 'cbc:TaxExemptionReason').length <= 1,
        '値引・追加料金の非課税等の理由（ibt-197、ibt-199）は一つだけ書けます。',
        'Only one exemption reason (ibt-197, ibt-199) may be given.',
      ),
    ],
  },
]

const isTaxTotalInCurrency = (total: XmlElement | undefined, currencies: readonly string[]): boolean =>
  total?.name === 'cac:TaxTotal' &&
  reached(total, 'cbc:TaxAmount').some(({ attributes }) => currencies.includes(attributes.get('currencyID') ?? ''))

/** Amounts that are in the currency of the invoice; tax also comes in accounting currency. */
export const currencyRule: Rule = {
  on: [
    ...['cbc:Amount', 'cbc:BaseAmount', 'cbc:PriceAmount', 'cbc:LineExtensionAmount', 'cbc:TaxExclusiveAmount'],
    ...['cbc:TaxInclusiveAmount', 'cbc:AllowanceTotalAmount', 'cbc:ChargeTotalAmount', 'cbc:PrepaidAmount'],
    ...['cbc:PayableRoundingAmount', 'cbc:PayableAmount', 'cbc:TaxAmount', 'cbc:TaxableAmount'],
  ],
  when: ({ name, parent }, { currencies }) => {
    if (name !== 'cbc:TaxAmount' && name !== 'cbc:TaxableAmount') return true
    if (parent?.name === 'cac:TaxSubtotal') return isTaxTotalInCurrency(parent.parent, currencies)
    return name === 'cbc:TaxAmount' && isTaxTotalInCurrency(parent, currencies)
  },
  asserts: [
    must(
      'ibr-126',
      (element, { named }) => {
        for (let each = element.parent; each; each = each.parent)
          if (each.name === 'cac:ItemPriceExtension') return true
        const currency = element.attributes.get('currencyID')
        return named('cbc:DocumentCurrencyCode').some((code) => stringOf(code) === currency)
      },
      '金額の通貨（currencyID）が請求書の通貨（ibt-005）と違います。',
      'The currency of the amount (currencyID) is not the currency of the invoice (ibt-005).',
    ),
  ],
}

/** The totals of tax; only of invoices, since the official rule for credit notes names an element that does not exist. */
export const taxTotalRule: Rule = {
  on: ['cac:TaxTotal'],
  when: ({ parent }) => parent !== undefined && isRoot(parent) && parent.name === 'Invoice',
  asserts: [
    fewDecimals('ibr-124', 'cbc:TaxAmount', ['税額の合計', 'total tax', 'ibt-110']),
    must(
      'ibr-co-14',
      (total) => {
        const subtotals = reached(total, 'cac:TaxSubtotal')
        const sum = summed(subtotals, 'cbc:TaxAmount')
        return subtotals.length === 0 || isSame(amountIn(total, 'cbc:TaxAmount'), sum && toSen(sum))
      },
      '税額の合計（ibt-110）が、税率ごとの税額（ibt-117）の和と合いません。',
      'The total tax (ibt-110) is not the sum of the taxes per rate (ibt-117).',
    ),
  ],
}
