import { defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { invoiceKinds, invoiceStates, paymentStates, ratedKinds, taxKinds } from '../rules/invoice/invoice-form.ts'
import { foreignAmount, invoiceForm, invoiceId, invoiceLine, month, statedTax, vendorId } from './invoices.ts'

const count = z.int().min(0)
const words = z.object({ ja: z.string(), en: z.string() })
/** What is wrong or worth a look: `mistake` hinders the submission, `warning` does not. */
export const finding = z.object({
  level: z.enum(['mistake', 'warning']),
  code: z.string(),
  /** Path of the field, such as `lines.0.accountId`; '' for the whole. */
  field: z.string(),
  says: words,
  todo: words,
  law: z.object({ title: z.string(), article: z.string(), url: z.string() }).nullable(),
})
export type Finding = z.output<typeof finding>

/** A line of the journal that approval will post, or has posted. */
export const journalLineShown = z.object({
  side: z.enum(['debit', 'credit']),
  accountId: field.id,
  accountCode: z.string(),
  accountName: z.string(),
  subAccountName: z.string().nullable(),
  departmentName: z.string().nullable(),
  amount: z.int(),
  taxName: z.string(),
  taxAmount: z.int(),
  note: z.string(),
})
export const journalShown = z.object({
  /** Null until it is posted. */
  journalId: field.id.nullable(),
  number: z.int().nullable(),
  postedOn: field.localDate,
  lines: z.array(journalLineShown),
})

/** What the law makes of a line: which share of its tax is deducted, and why. */
const deduction = z.object({
  line: z.int(),
  kind: z.enum(['qualified', 'before-invoice-system', 'transitional', 'small-amount', 'book-only', 'untaxed', 'none']),
  percent: z.int(),
  /** Yen with tax, the tax that is deducted, and what remains as cost. */
  whole: z.int(),
  deductible: z.int(),
  cost: z.int(),
  ledgerNote: z.string(),
  because: z.array(z.object({ title: z.string(), article: z.string(), url: z.string() })),
})

const taxCheck = z.object({
  taxKind: z.enum(ratedKinds),
  /** Null where the paper states none. */
  base: z.int().nullable(),
  tax: z.int().nullable(),
  linesSum: z.int(),
  isAcceptable: z.boolean(),
  acceptableTaxes: z.array(z.int()),
  reason: z.enum(['rounded-per-line', 'wrong-amount', 'not-stated']).nullable(),
})

const withheld = z.object({
  /** What the rate is applied to, and the tax that the law gives. */
  fee: z.int(),
  /** The fees of approved invoices that are paid together with this one, with which it is reckoned. */
  before: z.int(),
  base: z.int(),
  proposed: z.int(),
  amount: z.int(),
  because: z.array(z.object({ title: z.string(), article: z.string(), url: z.string() })),
})

const reckoned = {
  findings: z.array(finding),
  taxes: z.array(taxCheck),
  deductions: z.array(deduction),
  /** Null where nothing is withheld from this vendor. */
  withheld: withheld.nullable(),
  /** Total less what is withheld; null while the total is missing. */
  payable: z.int().nullable(),
  /** The journal of the approval; null while something is missing for it. */
  journal: journalShown.nullable(),
}

const row = z.object({
  invoiceId,
  /** 受付番号. */
  number: z.int().nullable(),
  kind: z.enum(invoiceKinds),
  state: z.enum(invoiceStates),
  payment: z.enum(paymentStates),
  version: z.int(),
  vendorId: vendorId.nullable(),
  vendorName: z.string(),
  vendorNumber: z.string(),
  documentId: field.id.nullable(),
  departmentId: field.id.nullable(),
  departmentName: z.string().nullable(),
  invoicedOn: field.localDate.nullable(),
  receivedOn: field.localDate,
  bookingMonth: field.localDate.nullable(),
  dueOn: field.localDate.nullable(),
  total: z.int().nullable(),
  withholding: z.int(),
  payable: z.int().nullable(),
  isAccepted: z.boolean(),
  matterId: field.id.nullable(),
})
export type InvoiceRowShown = z.output<typeof row>

const twin = z.object({
  invoiceId,
  number: z.int().nullable(),
  state: z.enum(invoiceStates),
  vendorName: z.string(),
  vendorNumber: z.string(),
  invoicedOn: field.localDate.nullable(),
  total: z.int().nullable(),
  /** What is equal: 取引先と請求書番号, 取引先と金額と請求日, 同じファイル. */
  equal: z.array(z.enum(['vendor-and-number', 'vendor-amount-and-day', 'file'])),
})
export type InvoiceTwin = z.output<typeof twin>

/** Where on the paper something was read: page from 1, box in points from the top left corner. */
const place = z.object({ page: z.int(), x: z.number(), y: z.number(), width: z.number(), height: z.number() })
const reading = <Value extends z.ZodType>(value: Value) =>
  z.object({ value, place: place.nullable(), words: z.string() }).nullable()

const tabs = ['all', 'draft', 'submitted', 'returned', 'approved', 'paid', 'cancelled'] as const

export const invoiceFilters = {
  state: z.enum(tabs).default('all'),
  payment: z.enum(paymentStates).optional(),
  dueFrom: field.localDate.optional(),
  dueUntil: field.localDate.optional(),
  bookingMonth: month.optional(),
  vendorId: vendorId.optional(),
  departmentId: field.id.optional(),
  amountFrom: z.coerce.number().int().min(0).max(999_999_999_999).optional(),
  amountUntil: z.coerce.number().int().min(0).max(999_999_999_999).optional(),
  /** Part of the vendor's name, the numbers, description or note; kana, width and case are equal. */
  text: z.string().trim().max(100).default(''),
}

export const invoiceQueries = {
  invoiceList: defineQuery('payables.invoice-list', {
    says: { ja: '請求書の一覧', en: 'received invoices' },
    input: z.strictObject({
      ...invoiceFilters,
      /** `received`: the newest first; `due`: the earliest due day first. */
      order: z.enum(['received', 'due']).default('received'),
      /** The last row of the page before: its day by the order, and its id. */
      afterOn: field.localDate.optional(),
      afterInvoiceId: invoiceId.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answer: z.object({
      invoices: z.array(row),
      next: z.object({ afterOn: field.localDate, afterInvoiceId: invoiceId }).nullable(),
      /** By tab, of what the other filters leave; only on the first page. Counted up to 200,000 invoices. */
      sums: z.array(z.object({ state: z.enum(tabs), count, total: z.int() })).nullable(),
    }),
  }),
  invoiceDetails: defineQuery('payables.invoice-details', {
    says: { ja: '請求書の詳細', en: 'a received invoice' },
    input: z.strictObject({ invoiceId }),
    answer: row.extend({
      serviceFrom: field.localDate.nullable(),
      serviceUntil: field.localDate.nullable(),
      includesTax: z.boolean(),
      taxesStated: z.array(statedTax),
      areTaxesStated: z.boolean(),
      lines: z.array(
        invoiceLine.extend({
          accountName: z.string().nullable(),
          subAccountName: z.string().nullable(),
          departmentName: z.string().nullable(),
        }),
      ),
      foreign: foreignAmount.nullable(),
      /** Null: as the law says. */
      withholdingEntered: z.int().nullable(),
      withholdingReason: z.string(),
      lateReason: z.string(),
      note: z.string(),
      documentName: z.string().nullable(),
      /** 検収. */
      accepted: z.object({ on: field.localDate, byName: z.string() }).nullable(),
      enteredByName: z.string().nullable(),
      duplicateReason: z.string(),
      cancelReason: z.string(),
      replaces: z.object({ invoiceId, number: z.int().nullable() }).nullable(),
      replacedBy: z.object({ invoiceId, number: z.int().nullable() }).nullable(),
      /** Days on which the payment stands or stood, from payment. */
      paymentRunId: field.id.nullable(),
      payOn: field.localDate.nullable(),
      ...reckoned,
      reversal: z.object({ journalId: field.id, postedOn: field.localDate, reason: z.string() }).nullable(),
      /** What the reader may do now. */
      may: z.object({
        correct: z.boolean(),
        submit: z.boolean(),
        decide: z.boolean(),
        withdraw: z.boolean(),
        accept: z.boolean(),
        cancel: z.boolean(),
      }),
    }),
  }),
  invoicePreviews: defineQuery('payables.invoice-previews', {
    says: { ja: '入力中の請求書の試算', en: 'what an invoice being entered comes to' },
    input: z.strictObject({ ...invoiceForm, invoiceId: invoiceId.optional() }),
    answer: z.object({
      ...reckoned,
      duplicates: z.array(twin),
      /** Twins beyond what the reader may see. */ hiddenTwins: count,
    }),
  }),
  duplicateInvoices: defineQuery('payables.duplicate-invoices', {
    says: { ja: '重複の疑いのある請求書', en: 'invoices that may be the same' },
    input: z.strictObject({
      invoiceId: invoiceId.optional(),
      vendorId: vendorId.optional(),
      vendorNumber: z.string().trim().max(60).default(''),
      total: z.coerce.number().int().min(0).max(999_999_999_999).optional(),
      invoicedOn: field.localDate.optional(),
      documentId: field.id.optional(),
    }),
    answer: z.array(twin),
  }),
  invoiceReadings: defineQuery('payables.invoice-readings', {
    says: { ja: '請求書から読み取った内容', en: 'what was read from an invoice' },
    input: z.strictObject({ documentId: field.id }),
    answer: z.object({
      /** `xml` is read exactly; `text` is proposed; `none`: a picture, or a PDF without text. */
      source: z.enum(['xml', 'text', 'none']),
      /** The registered vendor that fits, by T-number first. */
      vendor: reading(z.object({ vendorId, name: z.string(), by: z.enum(['registration-number', 'name']) })),
      /** As written on the paper. */
      vendorName: reading(z.string()),
      registrationNumber: reading(z.string()),
      vendorNumber: reading(z.string()),
      invoicedOn: reading(field.localDate),
      dueOn: reading(field.localDate),
      service: reading(z.object({ from: field.localDate, until: field.localDate })),
      total: reading(z.int()),
      taxes: z.array(z.object({ value: statedTax, place: place.nullable(), words: z.string() })),
      /** Whether the stated bases hold the tax. */
      includesTax: z.boolean().nullable(),
      withholding: reading(z.int()),
      lines: z.array(
        z.object({ description: z.string(), amount: z.int(), taxKind: z.enum(taxKinds), place: place.nullable() }),
      ),
      /** Only whether it is the vendor's: account numbers stay with the vendor. */
      bankAccount: z.object({ agrees: z.boolean().nullable(), place: place.nullable(), words: z.string() }).nullable(),
      findings: z.array(finding),
    }),
  }),
}
