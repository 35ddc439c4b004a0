import { decimalOf } from '../decimal.ts'
import { childOf, normalized, stringOf, type XmlElement } from '../xml/element.ts'
import { dayOf, must, type Rule } from './rule.ts'

const isBlank = (element: XmlElement): boolean => normalized(stringOf(element)) === ''

/** The numbers and dates of UBL; the official rules cannot be computed at all over one that is none. */
export const datatypeRules: readonly Rule[] = [
  {
    on: ['*'],
    when: (element) => {
      const { name, children } = element
      if (children.length > 0 || !name.startsWith('cbc:')) return false
      return name.endsWith('Amount') || ((name.endsWith('Quantity') || name === 'cbc:Percent') && !isBlank(element))
    },
    asserts: [
      must(
        'ubl-datatype',
        (element) => decimalOf(stringOf(element)) !== undefined,
        '数字ではありません。1234 または 1234.5 の形で書きます（桁区切りや ¥ は付けません）。',
        'This is not a number. Write it like 1234 or 1234.5, without separators or signs of currency.',
      ),
    ],
  },
  {
    on: ['cbc:StartDate', 'cbc:EndDate'],
    asserts: [
      must(
        'ubl-datatype',
        (element) => dayOf(stringOf(element)) !== undefined,
        '暦にある日ではありません。2026-11-20 の形で書きます。',
        'This is not a day of the calendar. Write it like 2026-11-20.',
      ),
    ],
  },
  {
    on: ['cbc:ChargeIndicator'],
    when: (element) => !isBlank(element),
    asserts: [
      must(
        'ubl-datatype',
        (element) => /^\s*(true|false|1|0)\s*$/.test(stringOf(element)),
        'true か false とします。',
        'This must be true or false.',
      ),
    ],
  },
]

/** What UBL allows once and the official rules take for granted; they cannot be computed over a second one. */
const single: readonly string[] = [
  ...[
    'cbc:CustomizationID',
    'cbc:ProfileID',
    'cbc:ID',
    'cbc:IssueDate',
    'cbc:InvoiceTypeCode',
    'cbc:CreditNoteTypeCode',
  ],
  ...['cbc:DocumentCurrencyCode', 'cbc:TaxCurrencyCode', 'cac:LegalMonetaryTotal'],
].flatMap((name) => [`Invoice/${name}`, `CreditNote/${name}`])
const singleWithin: readonly string[] = [
  ...['cbc:LineExtensionAmount', 'cbc:TaxExclusiveAmount', 'cbc:TaxInclusiveAmount', 'cbc:AllowanceTotalAmount'],
  ...['cbc:ChargeTotalAmount', 'cbc:PrepaidAmount', 'cbc:PayableRoundingAmount', 'cbc:PayableAmount'],
].map((name) => `cac:LegalMonetaryTotal/${name}`)
const singleInLines: readonly string[] = ['cbc:ID', 'cbc:LineExtensionAmount', 'cac:Item', 'cac:Price'].flatMap(
  (name) => [`cac:InvoiceLine/${name}`, `cac:CreditNoteLine/${name}`],
)
const singles: ReadonlySet<string> = new Set([
  ...single,
  ...singleWithin,
  ...singleInLines,
  ...['cac:InvoicePeriod/cbc:StartDate', 'cac:InvoicePeriod/cbc:EndDate', 'cac:AdditionalDocumentReference/cbc:ID'],
  ...[
    'cac:CardAccount/cbc:PrimaryAccountNumberID',
    'cac:PostalAddress/cac:Country',
    'cac:Country/cbc:IdentificationCode',
    'cac:TaxScheme/cbc:ID',
  ],
  ...['cac:AllowanceCharge/cbc:ChargeIndicator', 'cac:TaxTotal/cbc:TaxAmount'],
  ...['cac:TaxSubtotal/cbc:TaxableAmount', 'cac:TaxSubtotal/cbc:TaxAmount', 'cac:TaxSubtotal/cac:TaxCategory'],
  ...['cac:TaxCategory/cbc:ID', 'cac:TaxCategory/cbc:Percent', 'cac:ClassifiedTaxCategory/cbc:ID'],
  ...[
    'cac:ClassifiedTaxCategory/cbc:Percent',
    'cac:Item/cbc:Name',
    'cac:Price/cbc:PriceAmount',
    'cac:Price/cbc:BaseQuantity',
  ],
])

/** Elements that stand twice where UBL allows one. */
export const cardinalityRules: readonly Rule[] = [
  {
    on: [...new Set([...singles].map((path) => path.split('/')[1] ?? ''))],
    when: (element) => singles.has(`${element.parent?.name}/${element.name}`),
    asserts: [
      must(
        'ubl-cardinality',
        (element) => childOf(element.parent, element.name) === element,
        '一つだけ書ける要素が二つあります。余りを消してください。',
        'This element may stand only once. Remove the rest.',
      ),
    ],
  },
]
