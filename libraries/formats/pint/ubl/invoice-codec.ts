import type { PintAttachment, PintInvoice, PintSupportingDocument, PintTax } from '../invoice.ts'
import type { PintKind } from '../rules/rule.ts'
import { childOf, childrenOf, reached } from '../xml/element.ts'
import { type Codec, code, date, fault, leafText, type Part, refuse, text, writeLeaf } from './codec.ts'
import { allowanceChargeCodec, lineCodec, numberAndScheme, periodCodec } from './line-codec.ts'
import { deliveryCodec, partyCodec, payeeCodec, taxRepresentativeCodec } from './party-codec.ts'
import { paymentMeansCodec, paymentTermsCodec, prepaymentCodec, taxCodec, totalsCodec } from './payment-codec.ts'
import { partsOf, structure } from './structure.ts'

const longestBase64 = 40_000_000

/** What a document of each kind calls itself in JP PINT 1.1.3. */
export const namesOf = (
  kind: PintKind,
  document: PintInvoice['document'],
): Record<'specification' | 'process' | 'typeCode', string> => ({
  specification: {
    standard: 'urn:peppol:pint:billing-1@jp-1',
    'self-billing': 'urn:peppol:pint:selfbilling-1@jp-1',
    'non-tax-registered': 'urn:peppol:pint:nontaxinvoice-1@jp-1',
  }[kind],
  process: kind === 'self-billing' ? 'urn:peppol:bis:selfbilling' : 'urn:peppol:bis:billing',
  typeCode:
    document === 'credit-note' ? '381' : { standard: '380', 'self-billing': '389', 'non-tax-registered': '480' }[kind],
})

/** Read only where it is not the usual name, written always. */
const named = (
  key: 'specification' | 'process' | 'typeCode',
  path: string,
  names: ReturnType<typeof namesOf>,
): Part<PintInvoice> => {
  const part = partsOf<PintInvoice>().required(key, path, code)
  return {
    name: path,
    read: (element, into, context) => {
      part.read(element, into, context)
      if (into[key] === names[key]) delete into[key]
    },
    write: (from, context) => writeLeaf(path, from[key] ?? names[key], context),
  }
}

const attachmentCodec: Codec<PintAttachment> = {
  read: (element, context) => {
    const base64 = leafText(element, context, ['mimeCode', 'filename'])?.replace(/[ \t\n]/g, '')
    const mediaType = element.attributes.get('mimeCode')
    const fileName = element.attributes.get('filename')
    if (base64 === undefined) return undefined
    if (base64.length > longestBase64 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
      return fault(
        element,
        context,
        '添付ファイルが Base64 でないか、30MBを超えています。送り手に確かめてください。',
        'The attachment is not Base64 or is over 30 MB. Ask the sender.',
      )
    }
    return {
      ...(fileName === undefined ? {} : { fileName }),
      ...(mediaType === undefined ? {} : { mediaType }),
      base64,
    }
  },
  write: (name, { fileName, mediaType, base64 }, context) => {
    if (base64.length > longestBase64 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
      refuse(context, '添付は30MBまでの Base64 とします。', 'An attachment must be Base64, at most 30 MB.')
    }
    writeLeaf(name, base64, context, { mimeCode: mediaType, filename: fileName })
  },
}

const supporting = partsOf<PintSupportingDocument>()
const supportingDocumentCodec: Codec<PintSupportingDocument> = structure([
  numberAndScheme,
  supporting.one('typeCode', 'cbc:DocumentTypeCode', code),
  supporting.one('description', 'cbc:DocumentDescription', text),
  supporting.inside('cac:Attachment', [
    supporting.one('attachment', 'cbc:EmbeddedDocumentBinaryObject', attachmentCodec),
    supporting.one('url', 'cac:ExternalReference/cbc:URI', text),
  ]),
])

type Preceding = NonNullable<PintInvoice['precedingInvoices']>[number]
const preceding = partsOf<Preceding>()
const precedingCodec: Codec<Preceding> = structure([
  preceding.inside('cac:InvoiceDocumentReference', [
    preceding.required('number', 'cbc:ID', text),
    preceding.one('issuedOn', 'cbc:IssueDate', date),
  ]),
])

type Order = NonNullable<PintInvoice['order']>
const order = partsOf<Order>()
const orderCodec: Codec<Order> = structure([
  order.one('number', 'cbc:ID', text),
  order.one('salesOrderNumber', 'cbc:SalesOrderID', text),
])

/** One total in the invoice's currency, and perhaps one in the accounting currency. */
const taxes: Part<PintInvoice> = {
  name: 'cac:TaxTotal',
  read: (element, into, context) => {
    for (const total of childrenOf(element, 'cac:TaxTotal')) {
      const currency = reached(total, 'cbc:TaxAmount')[0]?.attributes.get('currencyID')
      const isAccounting = currency !== context.currency && currency === into.taxCurrency
      const key = isAccounting ? 'taxInAccountingCurrency' : 'tax'
      const value: PintTax | undefined = taxCodec(isAccounting ? currency : undefined).read(total, context)
      if (into[key] !== undefined) {
        fault(
          total,
          context,
          '同じ通貨の税額の合計が二つあります。送り手に確かめてください。',
          'There are two totals of tax in one currency. Ask the sender.',
        )
      } else if (value !== undefined) into[key] = value
    }
    if (childOf(element, 'cac:TaxTotal') === undefined) {
      fault(element, context, '税額の合計（cac:TaxTotal）がありません。', 'The total of tax (cac:TaxTotal) is missing.')
    }
  },
  write: ({ tax, taxInAccountingCurrency, taxCurrency }, context) => {
    if (tax !== undefined) taxCodec().write('cac:TaxTotal', tax, context)
    if (taxInAccountingCurrency !== undefined) {
      taxCodec(taxCurrency ?? 'JPY').write('cac:TaxTotal', taxInAccountingCurrency, context)
    }
  },
}

/** What a UBL credit note has no place for. */
const onlyInInvoices: Part<PintInvoice> = {
  name: '',
  read: () => undefined,
  write: (from, context) => {
    for (const key of ['dueOn', 'project', 'prepayments'] as const) {
      if (from[key] !== undefined) {
        refuse(
          { ...context, path: key },
          'クレジットノートには書けない項目です（支払期日は payments[].dueOn、プロジェクトは種類 50 の supportingDocuments とします）。',
          'A credit note has no place for this: use payments[].dueOn for the due date, a supporting document of type 50 for a project.',
        )
      }
    }
  },
}

const root = partsOf<PintInvoice>()

const headOf = (names: ReturnType<typeof namesOf>, document: PintInvoice['document']): Part<PintInvoice>[] => {
  const isInvoice = document === 'invoice'
  const taxPoint = root.one('taxPointOn', 'cbc:TaxPointDate', date)
  return [
    named('specification', 'cbc:CustomizationID', names),
    named('process', 'cbc:ProfileID', names),
    root.required('number', 'cbc:ID', text),
    root.required('issuedOn', 'cbc:IssueDate', date),
    root.one('issuedAt', 'cbc:IssueTime', code),
    ...(isInvoice ? [root.one('dueOn', 'cbc:DueDate', date)] : [onlyInInvoices, taxPoint]),
    named('typeCode', isInvoice ? 'cbc:InvoiceTypeCode' : 'cbc:CreditNoteTypeCode', names),
    root.one('note', 'cbc:Note', text),
    ...(isInvoice ? [taxPoint] : []),
    root.required('currency', 'cbc:DocumentCurrencyCode', code),
    root.one('taxCurrency', 'cbc:TaxCurrencyCode', code),
    root.one('accountingCost', 'cbc:AccountingCost', text),
    root.one('buyerReference', 'cbc:BuyerReference', text),
    root.one('period', 'cac:InvoicePeriod', periodCodec),
    root.one('order', 'cac:OrderReference', orderCodec),
    root.many('precedingInvoices', 'cac:BillingReference', precedingCodec),
    root.one('despatchAdvice', 'cac:DespatchDocumentReference/cbc:ID', text),
    root.one('receivingAdvice', 'cac:ReceiptDocumentReference/cbc:ID', text),
  ]
}

const referencesOf = (document: PintInvoice['document']): Part<PintInvoice>[] => {
  const tender = root.one('tender', 'cac:OriginatorDocumentReference/cbc:ID', text)
  const contract = root.one('contract', 'cac:ContractDocumentReference/cbc:ID', text)
  const supportingDocuments = root.many(
    'supportingDocuments',
    'cac:AdditionalDocumentReference',
    supportingDocumentCodec,
  )
  return document === 'invoice'
    ? [tender, contract, supportingDocuments, root.one('project', 'cac:ProjectReference/cbc:ID', text)]
    : [contract, supportingDocuments, tender]
}

/** A whole document, in the order in which UBL 2.1 wants its elements. */
export const invoiceCodec = (kind: PintKind, document: PintInvoice['document']): Codec<PintInvoice> =>
  structure([
    ...headOf(namesOf(kind, document), document),
    ...referencesOf(document),
    root.required('seller', 'cac:AccountingSupplierParty/cac:Party', partyCodec),
    root.required('buyer', 'cac:AccountingCustomerParty/cac:Party', partyCodec),
    root.one('payee', 'cac:PayeeParty', payeeCodec),
    root.one('taxRepresentative', 'cac:TaxRepresentativeParty', taxRepresentativeCodec),
    root.one('delivery', 'cac:Delivery', deliveryCodec),
    root.many('payments', 'cac:PaymentMeans', paymentMeansCodec),
    root.many('paymentTerms', 'cac:PaymentTerms', paymentTermsCodec),
    ...(document === 'invoice' ? [root.many('prepayments', 'cac:PrepaidPayment', prepaymentCodec)] : []),
    root.many('allowancesAndCharges', 'cac:AllowanceCharge', allowanceChargeCodec),
    taxes,
    root.required('totals', 'cac:LegalMonetaryTotal', totalsCodec),
    root.many('lines', document === 'invoice' ? 'cac:InvoiceLine' : 'cac:CreditNoteLine', lineCodec(document)),
  ])
