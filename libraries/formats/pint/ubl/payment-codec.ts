import type {
  PintPaymentMeans,
  PintPaymentTerms,
  PintPrepayment,
  PintTax,
  PintTaxSubtotal,
  PintTotals,
} from '../invoice.ts'
import { childOf } from '../xml/element.ts'
import { amount, type Codec, date, indicator, leafText, type Part, text, writeLeaf } from './codec.ts'
import { taxCategoryCodec } from './line-codec.ts'
import { addressCodec } from './party-codec.ts'
import { partsOf, structure } from './structure.ts'

type Card = NonNullable<PintPaymentMeans['card']>
const card = partsOf<Card>()
const cardCodec: Codec<Card> = structure([
  card.required('lastDigits', 'cbc:PrimaryAccountNumberID', text),
  card.required('network', 'cbc:NetworkID', text),
  card.one('holder', 'cbc:HolderName', text),
])

type Account = NonNullable<PintPaymentMeans['account']>
const account = partsOf<Account>()
const accountId: Part<Account> = {
  name: 'cbc:ID',
  read: (element, into, context) => {
    const found = childOf(element, 'cbc:ID')
    const value = found && leafText(found, context, ['schemeID'])
    if (found === undefined || value === undefined) return
    into.id = value
    const scheme = found.attributes.get('schemeID')
    if (scheme !== undefined) into.scheme = scheme
  },
  write: ({ id, scheme }, context) => {
    if (id !== undefined) writeLeaf('cbc:ID', id, context, { schemeID: scheme })
  },
}
const accountCodec: Codec<Account> = structure([
  accountId,
  account.one('name', 'cbc:Name', text),
  account.inside('cac:FinancialInstitutionBranch', [
    account.one('branch', 'cbc:ID', text),
    account.one('branchAddress', 'cac:Address', addressCodec),
  ]),
])

type Mandate = NonNullable<PintPaymentMeans['mandate']>
const mandate = partsOf<Mandate>()
const mandateCodec: Codec<Mandate> = structure([
  mandate.one('id', 'cbc:ID', text),
  mandate.one('payerAccount', 'cac:PayerFinancialAccount/cbc:ID', text),
])

const means = partsOf<PintPaymentMeans>()
/** The code and its text stand in one element. */
const meansCode: Part<PintPaymentMeans> = {
  name: 'cbc:PaymentMeansCode',
  read: (element, into, context) => {
    means
      .required('code', 'cbc:PaymentMeansCode', {
        read: (found) => {
          const name = found.attributes.get('name')
          if (name !== undefined) into.text = name
          return leafText(found, context, ['name'])?.trim()
        },
        write: () => undefined,
      })
      .read(element, into, context)
  },
  write: ({ code: value, text: name }, context) => writeLeaf('cbc:PaymentMeansCode', value, context, { name }),
}
export const paymentMeansCodec: Codec<PintPaymentMeans> = structure([
  means.one('id', 'cbc:ID', text),
  meansCode,
  means.one('dueOn', 'cbc:PaymentDueDate', date),
  means.one('paymentId', 'cbc:PaymentID', text),
  means.one('card', 'cac:CardAccount', cardCodec),
  means.one('account', 'cac:PayeeFinancialAccount', accountCodec),
  means.one('mandate', 'cac:PaymentMandate', mandateCodec),
])

const terms = partsOf<PintPaymentTerms>()
export const paymentTermsCodec: Codec<PintPaymentTerms> = structure([
  terms.one('id', 'cbc:ID', text),
  terms.one('paymentMeansId', 'cbc:PaymentMeansID', text),
  terms.one('note', 'cbc:Note', text),
  terms.one('amount', 'cbc:Amount', amount()),
  terms.one('instalmentDueOn', 'cbc:InstallmentDueDate', date),
])

const prepayment = partsOf<PintPrepayment>()
export const prepaymentCodec: Codec<PintPrepayment> = structure([
  prepayment.one('id', 'cbc:ID', text),
  prepayment.required('amount', 'cbc:PaidAmount', amount()),
  prepayment.one('receivedOn', 'cbc:ReceivedDate', date),
  prepayment.one('instructionId', 'cbc:InstructionID', text),
])

const subtotal = partsOf<PintTaxSubtotal>()
const tax = partsOf<PintTax>()
/** Totals of tax in the invoice's currency, or in the accounting currency. */
export const taxCodec = (currency?: string): Codec<PintTax> =>
  structure([
    tax.required('total', 'cbc:TaxAmount', amount(currency)),
    tax.one('includedInPrices', 'cbc:TaxIncludedIndicator', indicator),
    tax.many(
      'subtotals',
      'cac:TaxSubtotal',
      structure<PintTaxSubtotal>([
        subtotal.one('base', 'cbc:TaxableAmount', amount(currency)),
        subtotal.required('tax', 'cbc:TaxAmount', amount(currency)),
        subtotal.required('category', 'cac:TaxCategory', taxCategoryCodec),
      ]),
    ),
  ])

const totals = partsOf<PintTotals>()
export const totalsCodec: Codec<PintTotals> = structure([
  totals.required('lines', 'cbc:LineExtensionAmount', amount()),
  totals.required('withoutTax', 'cbc:TaxExclusiveAmount', amount()),
  totals.required('withTax', 'cbc:TaxInclusiveAmount', amount()),
  totals.one('allowances', 'cbc:AllowanceTotalAmount', amount()),
  totals.one('charges', 'cbc:ChargeTotalAmount', amount()),
  totals.one('prepaid', 'cbc:PrepaidAmount', amount()),
  totals.one('rounding', 'cbc:PayableRoundingAmount', amount()),
  totals.required('payable', 'cbc:PayableAmount', amount()),
])
