import { isCalendarDate } from '../../amounts-and-dates/day-numbers.ts'
import { reached, stringOf, type XmlElement } from '../xml/element.ts'
import { documentRules } from './document-rules.ts'
import { identifierRules } from './identifier-rules.ts'
import { despatchRules, lineRules } from './line-rules.ts'
import { deliveryRule, partyRules, priceUnitRule } from './party-rules.ts'
import { filled, hasAttribute, must, once, present, type Rule } from './rule.ts'
import { allowanceRules, currencyRule, monetaryTotalRule, taxTotalRule } from './total-rules.ts'

const paymentRules: readonly Rule[] = [
  {
    on: ['cac:PaymentMeans'],
    asserts: [
      present('ibr-049', 'cbc:PaymentMeansCode', ['支払手段のコード', 'payment means code', 'ibt-081']),
      once('ibr-sr-27', 'cbc:PaymentMeansCode', ['支払手段のコード', 'payment means code', 'ibt-081']),
      once('ibr-sr-28', 'cac:PaymentMandate/cbc:ID', ['口座振替の同意の番号', 'mandate reference', 'ibt-089']),
      must(
        'ibr-sr-46',
        (means) =>
          reached(means, 'cbc:PaymentMeansCode').filter(({ attributes }) => attributes.has('name')).length <= 1,
        '支払手段の説明（ibt-082）は一つだけ書けます。',
        'Only one payment means text (ibt-082) may be given.',
      ),
    ],
  },
]

const referenceRules: readonly Rule[] = [
  {
    on: ['cac:PaymentTerms'],
    asserts: [
      once('ibr-sr-05', 'cbc:Note', ['支払条件', 'payment terms', 'ibt-020']),
      once('ibr-sr-60', 'cbc:PaymentMeansID', ['支払指図の識別子', 'payment instruction id', 'ibt-187']),
    ],
  },
  {
    on: ['cac:BillingReference'],
    asserts: [
      present('ibr-055', 'cac:InvoiceDocumentReference/cbc:ID', [
        '元の請求書の番号',
        'preceding invoice number',
        'ibt-025',
      ]),
      present('ibr-sr-07', 'cac:InvoiceDocumentReference/cbc:ID', [
        '元の請求書の番号',
        'preceding invoice number',
        'ibt-025',
      ]),
      once('ibr-sr-06', 'cac:InvoiceDocumentReference', [
        '一つの参照の元の請求書',
        'preceding invoice per reference',
        'ibt-025',
      ]),
    ],
  },
]

const isTime = (text: string): boolean =>
  /^\s*(([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?|24:00:00(\.0+)?)(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)?\s*$/.test(text)

const isEmpty = (element: XmlElement): boolean => element.children.length === 0 && /^[ \t\r\n]*$/.test(element.text)

const formRules: readonly Rule[] = [
  {
    on: ['cbc:IssueDate', 'cbc:DueDate', 'cbc:TaxPointDate', 'cbc:StartDate', 'cbc:EndDate', 'cbc:ActualDeliveryDate'],
    asserts: [
      must(
        'ibr-073',
        (element) => isCalendarDate(stringOf(element)),
        '日付は暦にある日を 2026-11-20 の形で書きます。',
        'A date must be a day of the calendar, written like 2026-11-20.',
      ),
    ],
  },
  {
    on: ['*'],
    when: ({ name }) => name.startsWith('cbc:') && name.endsWith('Time'),
    asserts: [
      must(
        'ibr-119',
        (element) => isTime(stringOf(element)),
        '時刻は 09:30:00 または 09:30:00+09:00 の形で書きます。',
        'A time must be written like 09:30:00 or 09:30:00+09:00.',
      ),
    ],
  },
  {
    on: ['*'],
    when: ({ name }) => name.endsWith('BinaryObject'),
    asserts: [
      hasAttribute('ibr-074', 'mimeCode', ['添付ファイルの種類', 'media type of the attachment', 'ibt-125-1']),
      hasAttribute('ibr-075', 'filename', ['添付ファイルの名前', 'file name of the attachment', 'ibt-125-2']),
    ],
  },
  {
    on: ['cbc:TaxCurrencyCode'],
    asserts: [
      must(
        'ibr-077',
        (element) =>
          !reached(element.parent, 'cbc:DocumentCurrencyCode').some(
            (code) => stringOf(code).trim() === stringOf(element).trim(),
          ),
        '税の会計通貨（ibt-006）は、請求書の通貨（ibt-005）と違うときだけ書きます。',
        'Give a tax accounting currency (ibt-006) only when it is not the invoice currency (ibt-005).',
      ),
    ],
  },
  {
    on: ['*'],
    when: isEmpty,
    asserts: [
      must(
        'ibr-079',
        () => false,
        '空の要素は書けません。値がなければ要素ごと除きます。',
        'Leave out elements that are empty.',
      ),
    ],
  },
]

const isFirstOfItsName = (element: XmlElement): boolean =>
  element.parent === undefined || reached(element.parent, element.name)[0] === element

/** The rules that PINT shares among countries, in the order in which they are tried. */
export const sharedRules: readonly Rule[] = [
  ...identifierRules,
  ...allowanceRules,
  {
    on: ['cac:AdditionalDocumentReference'],
    asserts: [
      filled('ibr-052', 'cbc:ID', ['参照文書の番号', 'supporting document reference', 'ibt-122']),
      once('ibr-sr-33', 'cbc:DocumentDescription', ['参照文書の説明', 'supporting document description', 'ibt-123']),
    ],
  },
  monetaryTotalRule,
  ...documentRules,
  ...lineRules,
  ...partyRules,
  ...paymentRules,
  currencyRule,
  ...referenceRules,
  taxTotalRule,
  {
    on: ['cac:TaxSubtotal'],
    asserts: [
      once('ibr-sr-32', 'cac:TaxCategory/cbc:TaxExemptionReason', ['非課税等の理由', 'exemption reason', 'ibt-120']),
    ],
  },
  ...formRules,
  priceUnitRule,
  ...despatchRules,
  {
    on: ['cac:PrepaidPayment'],
    when: isFirstOfItsName,
    asserts: [
      must(
        'ibr-093',
        ({ parent }) => reached(parent, 'cac:LegalMonetaryTotal/cbc:PrepaidAmount').length > 0,
        '支払済の明細（ibt-180）があるときは、支払済額の合計（ibt-113）も書きます。',
        'With a paid amount (ibt-180) the total paid amount (ibt-113) must be given.',
      ),
    ],
  },
  deliveryRule,
]
