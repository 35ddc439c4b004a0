import { compared, decimalOf, plus, roundedHalfUp, zero } from '../decimal.ts'
import { childOf, normalized, reached, stringOf, type XmlElement } from '../xml/element.ts'
import {
  atMost,
  type Checked,
  filled,
  isInvoicedObject,
  isRoot,
  must,
  once,
  present,
  type Rule,
  textAt,
} from './rule.ts'

const supplier = 'cac:AccountingSupplierParty/cac:Party'
const customer = 'cac:AccountingCustomerParty/cac:Party'

/** 内税: amounts include the tax, so totals without it cannot be proved from them. */
export const isTaxIncluded = (root: XmlElement): boolean =>
  reached(root, 'cac:TaxTotal/cbc:TaxIncludedIndicator').some((indicator) =>
    /^\s*(true|1)\s*$/.test(stringOf(indicator)),
  )

const taxesIn = (root: XmlElement, currency: string): (number | undefined)[] =>
  reached(root, 'cac:TaxTotal/cbc:TaxAmount')
    .filter(({ attributes }) => attributes.get('currencyID') === currency)
    .map((amount) => decimalOf(stringOf(amount)))
    .map((amount) => amount && compared(amount, zero))

const taxesHaveOneSign = (root: XmlElement): boolean => {
  const taxCurrency = textAt(root, 'cbc:TaxCurrencyCode')
  if (taxCurrency === undefined) return true
  const inTaxCurrency = taxesIn(root, normalized(taxCurrency))
  const inCurrency = taxesIn(root, normalized(textAt(root, 'cbc:DocumentCurrencyCode') ?? ''))
  const some = (holds: (sign: number) => boolean) =>
    [inTaxCurrency, inCurrency].every((signs) => signs.some((sign) => sign !== undefined && holds(sign)))
  return some((sign) => sign <= 0) || some((sign) => sign >= 0)
}

const withTax = (root: XmlElement, { currencies }: Checked): boolean => {
  if (isTaxIncluded(root)) return true
  const inclusive = decimalOf(textAt(root, 'cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount'))
  const exclusive = decimalOf(textAt(root, 'cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount'))
  const [tax] = reached(childOf(root, 'cac:TaxTotal'), 'cbc:TaxAmount')
    .filter(({ attributes }) => currencies.includes(attributes.get('currencyID') ?? ''))
    .map((amount) => decimalOf(stringOf(amount)))
  if (!inclusive || !exclusive || !tax) return false
  return compared(inclusive, roundedHalfUp(plus(exclusive, tax), 2)) === 0
}

const beginnings = [
  filled('ibr-001', 'cbc:CustomizationID', ['仕様の識別子', 'specification identifier', 'ibt-024']),
  must(
    'ibr-sr-63',
    (root) => !(textAt(root, 'cbc:CustomizationID') ?? '').includes('*'),
    '仕様の識別子（ibt-024）に * は使えません。',
    'The specification identifier (ibt-024) must not hold a *.',
  ),
  filled('ibr-002', 'cbc:ID', ['請求書番号', 'invoice number', 'ibt-001']),
  filled('ibr-003', 'cbc:IssueDate', ['発行日', 'issue date', 'ibt-002']),
  must(
    'ibr-004',
    (root) =>
      ['cbc:InvoiceTypeCode', 'cbc:CreditNoteTypeCode'].some((name) => normalized(textAt(root, name) ?? '') !== ''),
    '文書の種類のコード（ibt-003）がありません。書き加えてください。',
    'The document type code (ibt-003) is missing. Add it.',
  ),
  filled('ibr-005', 'cbc:DocumentCurrencyCode', ['通貨コード', 'currency code', 'ibt-005']),
  filled('ibr-006', `${supplier}/cac:PartyLegalEntity/cbc:RegistrationName`, [
    '売り手の名称',
    'seller name',
    'ibt-027',
  ]),
  filled('ibr-007', `${customer}/cac:PartyLegalEntity/cbc:RegistrationName`, ['買い手の名称', 'buyer name', 'ibt-044']),
  present('ibr-008', `${supplier}/cac:PostalAddress`, ['売り手の住所', 'seller postal address', 'ibg-05']),
  present('ibr-010', `${customer}/cac:PostalAddress`, ['買い手の住所', 'buyer postal address', 'ibg-08']),
  must(
    'ibr-016',
    (root) => ['cac:InvoiceLine', 'cac:CreditNoteLine'].some((name) => childOf(root, name) !== undefined),
    '明細行（ibg-25）がありません。一行以上書いてください。',
    'There is no invoice line (ibg-25). Give at least one.',
  ),
  present('ibr-076', 'cbc:ProfileID', ['業務プロセスの識別子', 'business process', 'ibt-023']),
]

const amounts = [
  must(
    'ibr-053',
    (root, { named }) =>
      reached(root, 'cbc:TaxCurrencyCode').every((code) =>
        named('cbc:TaxAmount').some(
          ({ attributes, parent }) =>
            parent?.name === 'cac:TaxTotal' && attributes.get('currencyID') === stringOf(code),
        ),
      ),
    '税の会計通貨（ibt-006）があるときは、その通貨の税額の合計（ibt-111）も書きます。',
    'With a tax accounting currency (ibt-006), the total tax in that currency (ibt-111) must be given.',
  ),
  must(
    'ibr-084',
    taxesHaveOneSign,
    '請求書の通貨の税額（ibt-110）と会計通貨の税額（ibt-111）の符号が違います。',
    'The total tax (ibt-110) and the one in accounting currency (ibt-111) differ in sign.',
  ),
  must(
    'ibr-co-15',
    withTax,
    '税込合計（ibt-112）が、税抜合計（ibt-109）と税額の合計（ibt-110）の和になっていません。',
    'The total with tax (ibt-112) is not the total without tax (ibt-109) plus the total tax (ibt-110).',
  ),
]

const references = [
  must(
    'ibr-071',
    (_, { named }) =>
      named('cac:AdditionalDocumentReference').every(
        (each) => !isInvoicedObject(each) || childOf(each, 'cac:Attachment') === undefined,
      ),
    '請求対象（文書種類 130、ibt-018）に添付ファイル（ibt-125）は付けられません。',
    'An invoiced object (document type 130, ibt-018) cannot carry an attachment (ibt-125).',
  ),
  must(
    'ibr-072',
    (_, { named }) =>
      named('cac:AdditionalDocumentReference').every(
        (each) => !isInvoicedObject(each) || childOf(each, 'cbc:DocumentDescription') === undefined,
      ),
    '請求対象（文書種類 130、ibt-018）に説明（ibt-123）は付けられません。',
    'An invoiced object (document type 130, ibt-018) cannot carry a description (ibt-123).',
  ),
  must(
    'ibr-078',
    (root) => reached(root, 'cac:AdditionalDocumentReference').filter(isInvoicedObject).length <= 1,
    '請求対象（ibt-018）は一つだけ書けます。',
    'Only one invoiced object (ibt-018) may be given.',
  ),
  must(
    'ibr-090',
    (root) =>
      reached(root, 'cac:ProjectReference').length <= 1 &&
      reached(root, 'cac:AdditionalDocumentReference').filter((each) =>
        reached(each, 'cbc:DocumentTypeCode').some((code) => stringOf(code) === '50'),
      ).length <= 1,
    'プロジェクトの参照（ibt-011）は一つだけ書けます。',
    'Only one project reference (ibt-011) may be given.',
  ),
  once('ibr-094', 'cac:ContractDocumentReference/cbc:ID', ['契約の参照', 'contract reference', 'ibt-012']),
  once('ibr-095', 'cac:ReceiptDocumentReference/cbc:ID', ['受領通知の参照', 'receiving advice reference', 'ibt-015']),
  once('ibr-096', 'cac:DespatchDocumentReference/cbc:ID', ['出荷通知の参照', 'despatch advice reference', 'ibt-016']),
  once('ibr-sr-39', 'cac:ProjectReference/cbc:ID', ['プロジェクトの参照', 'project reference', 'ibt-011']),
  once('ibr-sr-52', 'cac:OriginatorDocumentReference/cbc:ID', [
    '入札・ロットの参照',
    'tender or lot reference',
    'ibt-017',
  ]),
]

const counts = [
  once('ibr-066', 'cac:PaymentMeans/cac:CardAccount', ['支払カード', 'payment card', 'ibg-18']),
  once('ibr-067', 'cac:PaymentMeans/cac:PaymentMandate', ['口座振替の同意', 'payment mandate', 'ibg-19']),
  once('ibr-097', 'cac:InvoicePeriod', ['請求期間', 'invoicing period', 'ibg-14']),
  once('ibr-098', `${supplier}/cac:PartyLegalEntity/cbc:RegistrationName`, ['売り手の名称', 'seller name', 'ibt-027']),
  once('ibr-099', `${supplier}/cac:PartyName/cbc:Name`, ['売り手の屋号', 'seller trading name', 'ibt-028']),
  once('ibr-100', `${supplier}/cac:PartyLegalEntity/cbc:CompanyID`, [
    '売り手の法人番号',
    'seller legal registration',
    'ibt-030',
  ]),
  once('ibr-101', `${supplier}/cac:PartyLegalEntity/cbc:CompanyLegalForm`, [
    '売り手の法的情報',
    'seller legal information',
    'ibt-033',
  ]),
  once('ibr-102', `${customer}/cac:PartyLegalEntity/cbc:RegistrationName`, ['買い手の名称', 'buyer name', 'ibt-044']),
  once('ibr-103', `${customer}/cac:PartyLegalEntity/cbc:CompanyID`, [
    '買い手の法人番号',
    'buyer legal registration',
    'ibt-047',
  ]),
  once('ibr-104', `${customer}/cac:PartyTaxScheme/cbc:CompanyID`, [
    '買い手の税務番号',
    'buyer tax identifier',
    'ibt-048',
  ]),
  once('ibr-107', 'cac:Delivery', ['納品先', 'delivery', 'ibg-13']),
  once('ibr-112', `${customer}/cac:PartyName/cbc:Name`, ['買い手の屋号', 'buyer trading name', 'ibt-045']),
  once('ibr-sr-16', `${customer}/cac:PartyIdentification/cbc:ID`, ['買い手の識別子', 'buyer identifier', 'ibt-046']),
  once('ibr-sr-49', 'cac:InvoicePeriod/cbc:DescriptionCode', ['課税時点のコード', 'tax point code', 'ibt-007']),
  atMost('ibr-sr-51', 1, 'cbc:Note', ['備考', 'note', 'ibt-022']),
]

/** What holds for the document as a whole. */
export const documentRules: readonly Rule[] = [
  { on: ['Invoice', 'CreditNote'], when: isRoot, asserts: [...beginnings, ...amounts, ...references, ...counts] },
]
