import { defineCommand, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { bookOnlyKinds, grounds, invoiceKinds, ratedKinds, taxKinds, uses } from '../rules/invoice/invoice-form.ts'

export const invoiceId = field.id
export const vendorId = field.id
/** Version of the invoice as it was read: an act on an older one is refused. */
export const invoiceVersion = z.int().min(1)

/** 9,999億9,999万9,999円. */
export const largestAmount = 999_999_999_999
const amount = z.int().min(-largestAmount).max(largestAmount)
const magnitude = z.int().min(0).max(largestAmount)
const date = field.localDate.nullable().default(null)
const words = (most: number) => z.string().trim().max(most).default('')

/** The first day of a month; any day of it may be given. */
export const month = field.localDate.transform((day) => `${day.slice(0, 7)}-01`)

export const invoiceLine = z.strictObject({
  accountId: field.id.nullable().default(null),
  subAccountId: field.id.nullable().default(null),
  departmentId: field.id.nullable().default(null),
  /** 役務提供日 or period of this line; those of the invoice when absent. */
  serviceFrom: date,
  serviceUntil: date,
  description: words(200),
  /** Yen, with or without tax as `includesTax` says; below zero for a discount. */
  amount,
  taxKind: z.enum(taxKinds).default('standard'),
  use: z.enum(uses).default('taxable-only'),
  ground: z.enum(grounds).default('auto'),
  /** With ground `book-only`: which exception the books name. */
  bookOnly: z.enum(bookOnlyKinds).nullable().default(null),
  /** Whether it belongs to the fee from which income tax is withheld, where the vendor has such a kind. */
  isFee: z.boolean().default(true),
  /** 前払費用: the months over which it becomes cost. */
  spreadFrom: month.nullable().default(null),
  spreadUntil: month.nullable().default(null),
})

export const statedTax = z.strictObject({ taxKind: z.enum(ratedKinds), base: amount, tax: amount })

export const foreignAmount = z.strictObject({
  /** ISO 4217, not JPY. */
  currency: z
    .string()
    .regex(/^(?!JPY)[A-Z]{3}$/, { error: 'USD などの三文字で入力してください。/ Three letters such as USD; not JPY.' }),
  /** In minor units: cents of a dollar. */
  amountMinor: z.int().min(1).max(largestAmount),
  /** Yen for one unit of the currency, × 1,000,000. */
  rateMillionths: z.int().min(1).max(10_000_000_000),
  rateOn: field.localDate,
  rateSource: field.line(100),
})

/** What is entered of an invoice. A draft may lack nearly everything; `payables.submit-invoice` names what is missing. */
export const invoiceForm = {
  kind: z.enum(invoiceKinds).default('ordinary'),
  vendorId: vendorId.nullable().default(null),
  vendorNumber: words(60),
  documentId: field.id.nullable().default(null),
  departmentId: field.id.nullable().default(null),
  serviceFrom: date,
  serviceUntil: date,
  invoicedOn: date,
  /** Today when absent. */
  receivedOn: date,
  bookingMonth: month.nullable().default(null),
  dueOn: date,
  /** Yen, tax included, before withholding. */
  total: magnitude.nullable().default(null),
  includesTax: z.boolean().default(true),
  taxes: z.array(statedTax).max(8).default([]),
  /** False: the taxes are reckoned from the lines and not compared with the paper; the findings then say so. */
  areTaxesStated: z.boolean().default(true),
  lines: z.array(invoiceLine).max(200).default([]),
  foreign: foreignAmount.nullable().default(null),
  /** Null: what the law says. Another amount needs a reason. */
  withholding: magnitude.nullable().default(null),
  withholdingReason: words(200),
  lateReason: words(200),
  note: words(1000),
}

/** Once similar invoices were shown: `not-a-duplicate` with the reason lets it pass. */
const duplicateAnswer = {
  duplicateOf: z.literal('not-a-duplicate').nullable().default(null),
  duplicateReason: words(200),
}

const made = z.object({ invoiceId, version: invoiceVersion })
/** The number of the step that was on the screen: once the matter has moved on, the decision is refused. */
const stepSeen = z.int().min(1).max(20).optional()
const reason = field.line(200)
const comment = z.string().trim().max(1000)

export const invoiceCommands = {
  registerInvoice: defineCommand('payables.register-invoice', {
    says: { ja: '受け取った請求書を登録する', en: 'register a received invoice' },
    input: z.strictObject({ ...invoiceForm, ...duplicateAnswer }),
    /** `number` (受付番号) is given with the commit: `invoice-details` tells it. */
    answer: made,
  }),
  correctInvoice: defineCommand('payables.correct-invoice', {
    says: { ja: '請求書の入力を直す', en: 'correct an invoice' },
    /** The whole form anew, of a draft or a returned invoice. */
    input: z.strictObject({ invoiceId, version: invoiceVersion, ...invoiceForm, ...duplicateAnswer }),
    answer: z.object({ version: invoiceVersion }),
  }),
  submitInvoice: defineCommand('payables.submit-invoice', {
    says: { ja: '請求書の承認を申請する', en: 'submit an invoice for approval' },
    input: z.strictObject({ invoiceId, version: invoiceVersion.optional(), ...duplicateAnswer }),
    /** `waitingFor`: the people of the first step. */
    answer: z.object({ version: invoiceVersion, matterId: field.id, waitingFor: z.array(field.id) }),
  }),
  approveInvoice: defineCommand('payables.approve-invoice', {
    says: { ja: '請求書を承認する', en: 'approve an invoice' },
    input: z.strictObject({
      invoiceId,
      version: invoiceVersion.optional(),
      step: stepSeen,
      comment: comment.default(''),
    }),
    /** `approved` at the last step: the journal is posted then. */
    answer: z.object({ state: z.enum(['waiting', 'approved']), step: z.string(), journalId: field.id.nullable() }),
  }),
  returnInvoice: defineCommand('payables.return-invoice', {
    says: { ja: '請求書を差し戻す', en: 'return an invoice' },
    input: z.strictObject({
      invoiceId,
      version: invoiceVersion.optional(),
      step: stepSeen,
      comment: comment.min(1),
      /** 申請者, or the number of an earlier step (the first is 1). */
      to: z.union([z.literal('applicant'), z.int().min(1).max(20)]).default('applicant'),
    }),
    answer: z.object({ state: z.enum(['returned', 'waiting']) }),
  }),
  withdrawInvoice: defineCommand('payables.withdraw-invoice', {
    says: { ja: '請求書の申請を引き戻す', en: 'withdraw a submitted invoice' },
    input: z.strictObject({ invoiceId, version: invoiceVersion.optional(), reason }),
    answer: z.object({ version: invoiceVersion }),
  }),
  cancelInvoice: defineCommand('payables.cancel-invoice', {
    says: { ja: '請求書を取り消す', en: 'cancel an invoice' },
    input: z.strictObject({
      invoiceId,
      version: invoiceVersion.optional(),
      reason,
      /** The day of the reversal: that of the journal while its month is open, else the first day of the next open month. */
      postedOn: field.localDate.optional(),
    }),
    answer: z.object({ version: invoiceVersion, journalId: field.id.nullable() }),
  }),
  correctApprovedInvoice: defineCommand('payables.correct-approved-invoice', {
    says: { ja: '承認済みの請求書を訂正する（取消と新しい下書き）', en: 'correct an approved invoice' },
    input: z.strictObject({
      invoiceId,
      version: invoiceVersion.optional(),
      reason,
      postedOn: field.localDate.optional(),
    }),
    /** The new draft, and the journal that takes the old one back. */
    answer: z.object({ invoiceId, version: invoiceVersion, journalId: field.id }),
  }),
  acceptInvoice: defineCommand('payables.accept-invoice', {
    says: { ja: '検収する', en: 'accept what was invoiced' },
    input: z.strictObject({
      invoiceId,
      version: invoiceVersion.optional(),
      /** 検収日; today when absent. */
      acceptedOn: field.localDate.optional(),
    }),
    answer: z.object({ version: invoiceVersion }),
  }),
}
