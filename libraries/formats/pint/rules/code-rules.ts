import { normalized, stringOf, type XmlElement } from '../xml/element.ts'
import {
  addressSchemes,
  allowanceReasons,
  attachmentTypes,
  chargeReasons,
  countries,
  creditNoteTypes,
  currencies,
  identifierSchemes,
  invoiceTypes,
  itemClassifications,
  paymentMeans,
} from './code-lists.ts'
import {
  isAllowance,
  isCharge,
  isInside,
  isInvoicedObject,
  listed,
  listedAttribute,
  must,
  type PintKind,
  parentIs,
  type Rule,
  type Term,
} from './rule.ts'
import { referenceQualifiers, units } from './unit-codes.ts'

const hasScheme = (attribute: string, ...parents: string[]) => {
  const isThere = parentIs(...parents)
  return (element: XmlElement): boolean =>
    element.attributes.has(attribute) && (parents.length === 0 || isThere(element))
}

const typeTerm: Term = ['文書の種類', 'document type code', 'ibt-003']
const ownType = (id: string, code: string) =>
  must(
    id,
    (element) => element.name === 'cbc:InvoiceTypeCode' && normalized(stringOf(element)) === code,
    `文書の種類（ibt-003）は ${code} とします。返還は負の数量の請求書で表します（JP PINT 1.1.3 にこの種類のクレジットノートはありません）。`,
    `The document type code (ibt-003) must be ${code}. Returns are invoices with negative quantities; JP PINT 1.1.3 knows no credit note of this kind.`,
  )

const typeRule: Record<PintKind, Rule> = {
  standard: {
    on: ['cbc:InvoiceTypeCode', 'cbc:CreditNoteTypeCode'],
    asserts: [
      must(
        'ibr-cl-01',
        (element) =>
          (element.name === 'cbc:InvoiceTypeCode' ? invoiceTypes : creditNoteTypes).has(normalized(stringOf(element))),
        `${typeTerm[0]}（ibt-003）が UN/CEFACT 1001 のコードではありません。請求書は 380、クレジットノートは 381 です。`,
        'The document type code (ibt-003) is not a code of UN/CEFACT 1001: 380 for invoices, 381 for credit notes.',
      ),
    ],
  },
  'self-billing': {
    on: ['cbc:InvoiceTypeCode', 'cbc:CreditNoteTypeCode'],
    asserts: [ownType('ibr-cl-01-jp-sb', '389')],
  },
  'non-tax-registered': {
    on: ['cbc:InvoiceTypeCode', 'cbc:CreditNoteTypeCode'],
    asserts: [ownType('ibr-cl-01-jp-ntr', '480')],
  },
}

const amounts = [
  ...[
    'cbc:Amount',
    'cbc:BaseAmount',
    'cbc:PriceAmount',
    'cbc:TaxAmount',
    'cbc:TaxableAmount',
    'cbc:LineExtensionAmount',
  ],
  ...['cbc:TaxExclusiveAmount', 'cbc:TaxInclusiveAmount', 'cbc:AllowanceTotalAmount', 'cbc:ChargeTotalAmount'],
  ...['cbc:PrepaidAmount', 'cbc:PayableRoundingAmount', 'cbc:PayableAmount'],
]
const icd = 'ISO 6523 ICD'

const identifierRules: readonly Rule[] = [
  {
    on: ['cbc:ID'],
    when: (element) =>
      hasScheme('schemeID', 'cac:AdditionalDocumentReference', 'cac:DocumentReference')(element) &&
      element.parent !== undefined &&
      isInvoicedObject(element.parent),
    asserts: [
      listedAttribute('ibr-cl-07', 'schemeID', referenceQualifiers, 'UN/CEFACT 1153', [
        '請求対象の種類',
        'scheme of the invoiced object',
        'ibt-018-1',
      ]),
    ],
  },
  {
    on: ['cbc:ID'],
    when: hasScheme('schemeID', 'cac:PartyIdentification'),
    asserts: [
      must(
        'ibr-cl-10',
        (element) => {
          const scheme = normalized(element.attributes.get('schemeID') ?? '')
          const mayBeSepa = isInside(element, 'cac:AccountingSupplierParty', 'cac:PayeeParty')
          return identifierSchemes.has(scheme) || (scheme === 'SEPA' && mayBeSepa)
        },
        `識別子の種類（ibt-029-1、ibt-046-1、ibt-060-1）が ${icd} のコードではありません。法人番号は 0188 です。`,
        `The scheme of the identifier (ibt-029-1, ibt-046-1, ibt-060-1) is not a code of ${icd}.`,
      ),
    ],
  },
  {
    on: ['cbc:CompanyID'],
    when: hasScheme('schemeID', 'cac:PartyLegalEntity'),
    asserts: [
      listedAttribute('ibr-cl-11', 'schemeID', identifierSchemes, icd, [
        '法人番号の種類',
        'scheme of the legal registration',
        'ibt-030-1',
      ]),
    ],
  },
  {
    on: ['cbc:ItemClassificationCode'],
    when: hasScheme('listID', 'cac:CommodityClassification'),
    asserts: [
      listedAttribute('ibr-cl-13', 'listID', itemClassifications, 'UN/CEFACT 7143', [
        '品目分類の種類',
        'scheme of the item classification',
        'ibt-158-1',
      ]),
    ],
  },
  {
    on: ['cbc:IdentificationCode'],
    when: parentIs('cac:Country'),
    asserts: [listed('ibr-cl-14', countries, 'ISO 3166-1', ['国コード', 'country code', 'ibt-040, ibt-055, ibt-080'])],
  },
  {
    on: ['cbc:IdentificationCode'],
    when: parentIs('cac:OriginCountry'),
    asserts: [listed('ibr-cl-15', countries, 'ISO 3166-1', ['原産国コード', 'country of origin', 'ibt-159'])],
  },
]

/** The code lists that PINT shares among countries, for one kind of document, in the order in which they are tried. */
export const codeRules = (kind: PintKind): readonly Rule[] => [
  typeRule[kind],
  {
    on: amounts,
    asserts: [
      listedAttribute('ibr-cl-03', 'currencyID', currencies, 'ISO 4217', [
        '金額の通貨',
        'currency of the amount',
        'currencyID',
      ]),
    ],
  },
  {
    on: ['cbc:DocumentCurrencyCode'],
    asserts: [listed('ibr-cl-04', currencies, 'ISO 4217', ['通貨コード', 'currency code', 'ibt-005'])],
  },
  {
    on: ['cbc:TaxCurrencyCode'],
    asserts: [listed('ibr-cl-05', currencies, 'ISO 4217', ['税の会計通貨', 'tax accounting currency', 'ibt-006'])],
  },
  ...identifierRules,
  {
    on: ['cbc:PaymentMeansCode'],
    when: parentIs('cac:PaymentMeans'),
    asserts: [listed('ibr-cl-16', paymentMeans, 'UN/CEFACT 4461', ['支払手段', 'payment means', 'ibt-081'])],
  },
  {
    on: ['cbc:AllowanceChargeReasonCode'],
    when: ({ parent }) => parent?.name === 'cac:AllowanceCharge' && isAllowance(parent),
    asserts: [
      listed('ibr-cl-19', allowanceReasons, 'UN/CEFACT 5189', [
        '値引の理由コード',
        'allowance reason code',
        'ibt-098, ibt-140',
      ]),
    ],
  },
  {
    on: ['cbc:AllowanceChargeReasonCode'],
    when: ({ parent }) => parent?.name === 'cac:AllowanceCharge' && isCharge(parent),
    asserts: [
      listed('ibr-cl-20', chargeReasons, 'UN/CEFACT 7161', [
        '追加料金の理由コード',
        'charge reason code',
        'ibt-105, ibt-145',
      ]),
    ],
  },
  {
    on: ['cbc:ID'],
    when: hasScheme('schemeID', 'cac:StandardItemIdentification'),
    asserts: [
      listedAttribute('ibr-cl-21', 'schemeID', identifierSchemes, icd, [
        '標準品目コードの種類',
        'scheme of the standard item identifier',
        'ibt-157-1',
      ]),
    ],
  },
  {
    on: ['cbc:InvoicedQuantity', 'cbc:BaseQuantity', 'cbc:CreditedQuantity'],
    when: hasScheme('unitCode'),
    asserts: [
      listedAttribute('ibr-cl-23', 'unitCode', units, 'UN/ECE Recommendation 20・21', [
        '数量の単位',
        'unit of the quantity',
        'ibt-130, ibt-150',
      ]),
    ],
  },
  {
    on: ['cbc:EmbeddedDocumentBinaryObject'],
    when: hasScheme('mimeCode'),
    asserts: [
      must(
        'ibr-cl-24',
        ({ attributes }) => attachmentTypes.has(attributes.get('mimeCode') ?? ''),
        '添付できるのは PDF、PNG、JPEG、CSV、XLSX、ODS、XML です（ibt-125-1）。',
        'Attachments may be PDF, PNG, JPEG, CSV, XLSX, ODS or XML (ibt-125-1).',
      ),
    ],
  },
  {
    on: ['cbc:EndpointID'],
    when: hasScheme('schemeID'),
    asserts: [
      listedAttribute('ibr-cl-25', 'schemeID', addressSchemes, 'Peppol EAS', [
        '電子アドレスの種類',
        'scheme of the electronic address',
        'ibt-034-1, ibt-049-1',
      ]),
    ],
  },
  {
    on: ['cbc:ID'],
    when: hasScheme('schemeID', 'cac:DeliveryLocation'),
    asserts: [
      listedAttribute('ibr-cl-26', 'schemeID', identifierSchemes, icd, [
        '納品場所の識別子の種類',
        'scheme of the delivery location',
        'ibt-071-1',
      ]),
    ],
  },
]
