import { compared, decimalOf, zero } from '../decimal.ts'
import { childOf, reached, stringOf, type XmlElement } from '../xml/element.ts'
import { dayOf, filled, hasAttribute, must, once, parentIs, present, type Rule, within } from './rule.ts'

const lines = ['cac:InvoiceLine', 'cac:CreditNoteLine']
const quantities = ['cbc:InvoicedQuantity', 'cbc:CreditedQuantity']
const isLine = parentIs(...lines)
const isInItemOfLine = (element: XmlElement): boolean =>
  lines.some((line) => within(element.parent?.name ?? '', 'cac:Item', line)(element))

const signAt = (line: XmlElement, path: string): number[] =>
  reached(line, path).flatMap((element) => {
    const amount = decimalOf(stringOf(element))
    return amount === undefined ? [] : [compared(amount, zero)]
  })

const line: Rule = {
  on: lines,
  asserts: [
    filled('ibr-021', 'cbc:ID', ['明細行の番号', 'line identifier', 'ibt-126']),
    must(
      'ibr-022',
      (element) => quantities.some((name) => childOf(element, name) !== undefined),
      '数量（ibt-129）がありません。書き加えてください。',
      'The quantity (ibt-129) is missing. Add it.',
    ),
    must(
      'ibr-023',
      (element) =>
        quantities.some((name) => reached(element, name).some(({ attributes }) => attributes.has('unitCode'))),
      '数量の単位（ibt-130）がありません。個数なら H87 や EA、分からなければ C62 を書きます。',
      'The unit of the quantity (ibt-130) is missing. Use H87 or EA for pieces, C62 for “one”.',
    ),
    present('ibr-024', 'cbc:LineExtensionAmount', ['明細行の金額', 'line net amount', 'ibt-131']),
    filled('ibr-025', 'cac:Item/cbc:Name', ['品名', 'item name', 'ibt-153']),
    present('ibr-026', 'cac:Price/cbc:PriceAmount', ['単価', 'item net price', 'ibt-146']),
    must(
      'ibr-027',
      (element) => signAt(element, 'cac:Price/cbc:PriceAmount').some((sign) => sign >= 0),
      '単価（ibt-146）は負にできません。返品や値引は数量を負にします。',
      'The price (ibt-146) must not be negative. For returns make the quantity negative.',
    ),
    must(
      'ibr-028',
      (element) => {
        const path = 'cac:Price/cac:AllowanceCharge/cbc:BaseAmount'
        return reached(element, path).length === 0 || signAt(element, path).some((sign) => sign >= 0)
      },
      '値引前の単価（ibt-148）は負にできません。',
      'The gross price (ibt-148) must not be negative.',
    ),
    must(
      'ibr-087',
      (element) => {
        const path = 'cac:Price/cbc:BaseQuantity'
        return reached(element, path).length === 0 || signAt(element, path).some((sign) => sign > 0)
      },
      '単価の基準数量（ibt-149）は0より大きくします。',
      'The price base quantity (ibt-149) must be above zero.',
    ),
    must(
      'ibr-089',
      (element) =>
        reached(element, 'cac:DocumentReference').filter((each) =>
          reached(each, 'cbc:DocumentTypeCode').some(
            (code) => compared(decimalOf(stringOf(code)) ?? zero, { units: 130n, scale: 0 }) === 0,
          ),
        ).length <= 1,
      '行の請求対象（ibt-128）は一つだけ書けます。',
      'Only one invoiced object (ibt-128) may be given on a line.',
    ),
    once('ibr-109', 'cac:OrderLineReference/cbc:LineID', ['注文書の行の参照', 'order line reference', 'ibt-132']),
    once('ibr-110', 'cac:InvoicePeriod', ['明細行の期間', 'line period', 'ibg-26']),
    once('ibr-111', 'cac:Price/cac:AllowanceCharge/cbc:Amount', ['単価の値引', 'price discount', 'ibt-147']),
    once('ibr-sr-34', 'cbc:Note', ['明細行の備考', 'line note', 'ibt-127']),
    once('ibr-sr-38', 'cac:Item/cac:ClassifiedTaxCategory/cbc:TaxExemptionReason', [
      '非課税等の理由',
      'exemption reason',
      'ibt-185',
    ]),
    once('ibr-sr-50', 'cac:Item/cbc:Description', ['品目の説明', 'item description', 'ibt-154']),
  ],
}

const daysIn = (period: XmlElement | undefined, name: string): (string | undefined)[] =>
  reached(period, name).map((date) => dayOf(stringOf(date)))

/** True as well when a date is not one: that is a fault of its own. */
const endsAfterStart = (period: XmlElement): boolean => {
  const [start] = daysIn(period, 'cbc:StartDate')
  const [end] = daysIn(period, 'cbc:EndDate')
  return start === undefined || end === undefined || end >= start
}

const isWithin = (name: string, holds: (own: string, outer: string) => boolean) => (period: XmlElement) => {
  const [own] = daysIn(period, name)
  const outer = reached(period.parent?.parent, `cac:InvoicePeriod/${name}`).map((date) => dayOf(stringOf(date)))
  return own === undefined || outer.length === 0 || outer.some((day) => day === undefined || holds(own, day))
}

const hasDate = (period: XmlElement): boolean =>
  ['cbc:StartDate', 'cbc:EndDate'].some((name) => childOf(period, name) !== undefined)

const periods: readonly Rule[] = [
  {
    on: ['cac:InvoicePeriod'],
    when: isLine,
    asserts: [
      must(
        'ibr-085',
        isWithin('cbc:StartDate', (own, outer) => own >= outer),
        '明細行の期間の開始日（ibt-134）が請求期間（ibg-14）より前です。',
        'The line period begins (ibt-134) before the invoicing period (ibg-14).',
      ),
      must(
        'ibr-086',
        isWithin('cbc:EndDate', (own, outer) => own <= outer),
        '明細行の期間の終了日（ibt-135）が請求期間（ibg-14）より後です。',
        'The line period ends (ibt-135) after the invoicing period (ibg-14).',
      ),
      must(
        'ibr-030',
        endsAfterStart,
        '明細行の期間の終了日（ibt-135）が開始日（ibt-134）より前です。',
        'The line period ends (ibt-135) before it begins (ibt-134).',
      ),
      must(
        'ibr-co-20',
        hasDate,
        '明細行の期間（ibg-26）には開始日か終了日を書きます。',
        'A line period (ibg-26) needs a start or an end date.',
      ),
    ],
  },
  {
    on: ['cac:InvoicePeriod'],
    asserts: [
      must(
        'ibr-029',
        endsAfterStart,
        '請求期間の終了日（ibt-074）が開始日（ibt-073）より前です。',
        'The invoicing period ends (ibt-074) before it begins (ibt-073).',
      ),
      must(
        'ibr-co-19',
        (period) => hasDate(period) || childOf(period, 'cbc:DescriptionCode') !== undefined,
        '請求期間（ibg-14）には開始日か終了日を書きます。',
        'An invoicing period (ibg-14) needs a start or an end date.',
      ),
    ],
  },
]

/** Lines, their periods, items and references. */
export const lineRules: readonly Rule[] = [
  line,
  ...periods,
  {
    on: ['cac:AdditionalItemProperty'],
    asserts: [
      must(
        'ibr-054',
        (element) => ['cbc:Name', 'cbc:Value'].every((name) => childOf(element, name) !== undefined),
        '品目の属性（ibg-32）には名前（ibt-160）と値（ibt-161）の両方を書きます。',
        'An item attribute (ibg-32) needs both a name (ibt-160) and a value (ibt-161).',
      ),
    ],
  },
  {
    on: ['cbc:ItemClassificationCode'],
    when: (element) => parentIs('cac:CommodityClassification')(element) && isInItemOfLine(element),
    asserts: [hasAttribute('ibr-065', 'listID', ['品目分類の種類', 'scheme of the item classification', 'ibt-158-1'])],
  },
  {
    on: ['cbc:ID'],
    when: (element) => parentIs('cac:StandardItemIdentification')(element) && isInItemOfLine(element),
    asserts: [
      hasAttribute('ibr-064', 'schemeID', [
        '標準品目コードの種類',
        'scheme of the standard item identifier',
        'ibt-157-1',
      ]),
    ],
  },
  {
    on: ['cac:ClassifiedTaxCategory'],
    when: within('cac:Item', 'cac:InvoiceLine'),
    asserts: [present('ibr-sr-58', 'cbc:ID', ['品目の税区分', 'item tax category', 'ibt-151'])],
  },
]

/** Despatch references of lines; tried after empty elements. */
export const despatchRules: readonly Rule[] = [
  {
    on: ['cbc:ID'],
    when: (element) =>
      lines.some((name) => within('cac:DocumentReference', 'cac:DespatchLineReference', name)(element)),
    asserts: [
      must(
        'ibr-092',
        (_, { named }) => named('cac:DespatchDocumentReference').length === 0,
        '出荷通知の参照は、行（ibt-184）か文書全体（ibt-016）のどちらか一方に書きます。',
        'Give despatch references on lines (ibt-184) or on the document (ibt-016), not on both.',
      ),
    ],
  },
  {
    on: ['cac:DespatchLineReference'],
    when: isLine,
    asserts: [
      once('ibr-sr-62', 'cac:DocumentReference', ['行の出荷通知の参照', 'despatch advice of a line', 'ibt-184']),
    ],
  },
]
