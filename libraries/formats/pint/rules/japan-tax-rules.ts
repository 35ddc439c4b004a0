import { ceilingOf, compared, type Decimal, decimalOf, floorOf, roundedHalfUp, times, zero } from '../decimal.ts'
import { childOf, normalized, reached, stringOf, type XmlElement } from '../xml/element.ts'
import {
  isAllowance,
  isCharge,
  isRoot,
  isVat,
  must,
  type PintKind,
  present,
  type Rule,
  textAt,
  within,
} from './rule.ts'

const vatPercents = (element: XmlElement): XmlElement[] =>
  reached(element, 'cac:TaxCategory')
    .filter(isVat)
    .flatMap((category) => reached(category, 'cbc:Percent'))
const vatCodes = (element: XmlElement): string[] =>
  reached(element, 'cac:TaxCategory')
    .filter(isVat)
    .flatMap((category) => reached(category, 'cbc:ID').map(stringOf))

/** The official rule lets an adjustment without any rate pass; what it refuses is a rate without a category. */
const categorised = (id: string, ja: string, en: string) =>
  must(
    id,
    (element) => vatPercents(element).length === 0 || vatCodes(element).length > 0,
    `文書全体の${ja}に税率がありますが、税区分がありません。書き加えてください。`,
    `A document ${en} has a rate but no tax category. Add it.`,
  )

/** 値引 and 追加料金 of the document. */
export const adjustmentRules: readonly Rule[] = [
  {
    on: ['cac:AllowanceCharge'],
    when: (element) => element.parent !== undefined && isRoot(element.parent) && isAllowance(element),
    asserts: [categorised('aligned-ibrp-032-jp', '値引（ibg-20）', 'allowance (ibg-20)')],
  },
  {
    on: ['cac:AllowanceCharge'],
    when: (element) => element.parent !== undefined && isRoot(element.parent) && isCharge(element),
    asserts: [categorised('aligned-ibrp-037-jp', '追加料金（ibg-21）', 'charge (ibg-21)')],
  },
]

/** Tax = base × rate, rounded to a whole number in any direction, once per category and rate (消費税法施行令70条の10). */
const isTaxOfBase = (subtotal: XmlElement): boolean => {
  const amountAt = (path: string): Decimal | undefined => decimalOf(textAt(subtotal, path))
  const base = amountAt('cbc:TaxableAmount')
  const tax = amountAt('cbc:TaxAmount')
  const isOutOfScope = normalized((textAt(subtotal, 'cac:TaxCategory/cbc:ID') ?? '').toUpperCase()) === 'O'
  const hasRate = reached(subtotal, 'cac:TaxCategory/cbc:Percent').length > 0
  const rate = amountAt('cac:TaxCategory/cbc:Percent')
  if (!tax) return false
  if (isOutOfScope) return !hasRate && tax.units === 0n
  if (reached(subtotal, 'cac:TaxCategory').length === 0 || !rate) return false
  if (roundedHalfUp(rate, 0).units === 0n) return tax.units === 0n
  if (!base) return false
  const exact = times(base, { units: rate.units, scale: rate.scale + 2 })
  return compared(tax, floorOf(exact)) >= 0 && compared(tax, ceilingOf(exact)) <= 0
}

/** The tax per category and rate. */
export const subtotalRules = (kind: PintKind): readonly Rule[] => [
  {
    on: ['cac:TaxSubtotal'],
    when: (element, { root, currencies }) =>
      root.name === 'Invoice' &&
      reached(element, 'cbc:TaxAmount').some(({ attributes }) =>
        currencies.includes(attributes.get('currencyID') ?? ''),
      ),
    asserts: [
      present('aligned-ibrp-045', 'cbc:TaxableAmount', ['税率ごとの対価の合計', 'taxable amount', 'ibt-116']),
      ...(kind === 'non-tax-registered'
        ? []
        : [
            must(
              'aligned-ibrp-051-jp',
              isTaxOfBase,
              '税額（ibt-117）が、税率ごとの対価の合計（ibt-116）× 税率（ibt-119）を整数に丸めた額になっていません。端数処理は税率ごとに一回です。',
              'The tax (ibt-117) is not base (ibt-116) × rate (ibt-119) rounded to a whole number. Round once per rate.',
            ),
          ]),
    ],
  },
  {
    on: ['cac:TaxSubtotal'],
    asserts: [
      present('aligned-ibrp-046', 'cbc:TaxAmount', ['税率ごとの税額', 'tax amount', 'ibt-117']),
      must(
        'aligned-ibrp-047',
        (element) => vatCodes(element).length > 0,
        '税の内訳に税区分（ibt-118）がありません。書き加えてください。',
        'The tax category (ibt-118) of the breakdown is missing. Add it.',
      ),
      must(
        'aligned-ibrp-048',
        (element) => vatPercents(element).length > 0 || vatCodes(element).some((code) => normalized(code) === 'O'),
        '税の内訳に税率（ibt-119）がありません（不課税を除く）。書き加えてください。',
        'The rate (ibt-119) of the breakdown is missing. Add it, unless it is out of scope.',
      ),
      must(
        'aligned-ibr-jp-06',
        (element) =>
          !reached(element, 'cbc:TaxAmount').some(
            (amount) => amount.attributes.get('currencyID') === 'JPY' && stringOf(amount).includes('.'),
          ),
        '円の税額（ibt-117、ibt-190）に小数は書けません。',
        'Tax in yen (ibt-117, ibt-190) must have no decimals.',
      ),
    ],
  },
]

const codeIs =
  (letter: string) =>
  (category: XmlElement): boolean =>
    isVat(category) && normalized(textAt(category, 'cbc:ID') ?? '') === letter
const isOfLine = (category: XmlElement): boolean =>
  within('cac:Item', 'cac:InvoiceLine')(category) || within('cac:Item', 'cac:CreditNoteLine')(category)
const isZero = (text: string | undefined): boolean => compared(decimalOf(text) ?? { units: 1n, scale: 0 }, zero) === 0

const isOfAdjustment =
  (isWanted: (element: XmlElement) => boolean) =>
  ({ parent }: XmlElement): boolean =>
    parent?.name === 'cac:AllowanceCharge' && isWanted(parent)

/** E and G are taxed at 0 %, O has no rate; the tax of all three is nothing. */
export const untaxedRules = (letter: 'E' | 'G' | 'O', ja: string, en: string): readonly Rule[] => {
  const rate = (number: string, where: string, whereEn: string) =>
    must(
      `aligned-ibrp-${letter.toLowerCase()}-${number}`,
      (category) =>
        letter === 'O' ? childOf(category, 'cbc:Percent') === undefined : isZero(textAt(category, 'cbc:Percent')),
      letter === 'O' ? `${ja}の${where}に税率は書けません。` : `${ja}の${where}の税率は0とします。`,
      letter === 'O' ? `An ${en} ${whereEn} must have no rate.` : `The rate of an ${en} ${whereEn} must be 0.`,
    )
  return [
    {
      on: ['cac:ClassifiedTaxCategory'],
      when: (each) => isOfLine(each) && codeIs(letter)(each),
      asserts: [rate('05', '明細行', 'line')],
    },
    {
      on: ['cac:TaxCategory'],
      when: (each) => isOfAdjustment(isAllowance)(each) && codeIs(letter)(each),
      asserts: [rate('06', '値引', 'allowance')],
    },
    {
      on: ['cac:TaxCategory'],
      when: (each) => isOfAdjustment(isCharge)(each) && codeIs(letter)(each),
      asserts: [rate('07', '追加料金', 'charge')],
    },
    {
      on: ['cac:TaxCategory'],
      when: (each) => within('cac:TaxSubtotal', 'cac:TaxTotal')(each) && codeIs(letter)(each),
      asserts: [
        must(
          `aligned-ibrp-${letter.toLowerCase()}-09`,
          ({ parent }) => isZero(textAt(parent, 'cbc:TaxAmount')),
          `${ja}の税額（ibt-117）は0とします。`,
          `The tax (ibt-117) of the ${en} row must be 0.`,
        ),
      ],
    },
  ]
}

/** 免税事業者 charge no tax. */
export const noTaxRules = (kind: PintKind): readonly Rule[] =>
  kind !== 'non-tax-registered'
    ? []
    : [
        {
          on: ['cbc:TaxAmount'],
          asserts: [
            must(
              'aligned-ibr-jp-07-ntr',
              (amount) => isZero(stringOf(amount)),
              '適格請求書発行事業者でない売り手の請求書の税額は0とします。',
              'Tax in an invoice of a seller that is not registered must be 0.',
            ),
          ],
        },
      ]
