import { defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { grounds, taxKinds, uses } from '../rules/invoice/invoice-form.ts'
import { feeBearers, paymentMethods, withholdingGroups } from '../rules/payment/payment-form.ts'
import {
  accountStates,
  accountTypes,
  commissionKinds,
  lawClasses,
  payables,
  withholdingKinds,
} from '../rules/vendor/vendor-form.ts'
import { vendorId } from './invoices.ts'
import { bankAccountId, paymentTerms, vendorVersion } from './vendors.ts'

const words = z.object({ ja: z.string(), en: z.string() })
const day = field.localDate.nullable()
const source = z.object({ title: z.string(), article: z.string(), url: z.string() })

/** Which acts protect the vendor: what was declared and what the facts say, the stricter of both. */
export const protection = z.object({
  toriteki: z.boolean(),
  freelance: z.boolean(),
  /** What to look at: the facts say otherwise, or are missing. */
  findings: z.array(words),
  because: z.array(source),
})
export type Protection = z.output<typeof protection>

const account = z.object({
  bankAccountId,
  state: z.enum(accountStates),
  bankCode: z.string(),
  bankName: z.string(),
  branchCode: z.string(),
  branchName: z.string(),
  accountType: z.enum(accountTypes),
  /** The whole number only to who keeps vendors or confirms accounts; else its last three digits. */
  accountNumber: z.string(),
  isWhole: z.boolean(),
  holder: z.string(),
  holderKana: z.string(),
  enteredAt: field.instant,
  enteredByName: z.string().nullable(),
  /** Whether the reader entered it and so cannot confirm it, unless an exception is named. */
  isMine: z.boolean(),
  confirmedAt: field.instant.nullable(),
  confirmedByName: z.string().nullable(),
  calledName: z.string(),
  calledNumber: z.string(),
  numberSource: z.string(),
  calledAt: field.instant.nullable(),
  /** Why one person entered and confirmed it. */
  exception: z.string(),
  refusedReason: z.string(),
})

const line = z.object({
  accountId: field.id,
  accountName: z.string(),
  subAccountId: field.id.nullable(),
  subAccountName: z.string().nullable(),
  departmentId: field.id.nullable(),
  departmentName: z.string().nullable(),
  taxKind: z.enum(taxKinds),
  use: z.enum(uses),
  ground: z.enum(grounds),
  /** How many of the last approved invoices had such a line, of how many. */
  times: z.int(),
  of: z.int(),
  reason: words,
})
export type ProposedLine = z.output<typeof line>

export const vendorQueries = {
  vendorList: defineQuery('payables.vendor-list', {
    says: { ja: '取引先の一覧', en: 'vendors' },
    input: z.strictObject({
      /** Part of code, name, kana or registration number; kana, width and case are equal. */
      text: z.string().trim().max(100).default(''),
      lawClass: z.enum(lawClasses).optional(),
      /** Only those with an account that waits for its confirmation. */
      waiting: field.flag.default(false),
      includeRetired: field.flag.default(false),
      /** The last row of the page before. */
      afterKana: z.string().max(100).optional(),
      afterVendorId: vendorId.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    /** In the order of the kana. */
    answer: z.object({
      vendors: z.array(
        z.object({
          vendorId,
          code: z.string(),
          name: z.string(),
          nameKana: z.string(),
          isIndividual: z.boolean(),
          registrationNumber: z.string().nullable(),
          /** Whether invoices of today are qualified ones. */
          isRegistered: z.boolean(),
          terms: paymentTerms.nullable(),
          method: z.enum(paymentMethods),
          lawClass: z.enum(lawClasses),
          withholdingKind: z.enum(withholdingKinds).nullable(),
          /** Why nothing is transferred to the vendor now. */
          hold: z.enum(['account-waiting', 'no-account']).nullable(),
          /** Yen of invoices that are approved and not paid. */
          openAmount: z.int(),
          openCount: z.int(),
          retiredOn: day,
          version: vendorVersion,
        }),
      ),
      next: z.object({ afterKana: z.string(), afterVendorId: vendorId }).nullable(),
    }),
  }),
  vendorDetails: defineQuery('payables.vendor-details', {
    says: { ja: '取引先の詳細', en: 'a vendor' },
    input: z.strictObject({ vendorId }),
    answer: z.object({
      vendorId,
      version: vendorVersion,
      code: z.string(),
      name: z.string(),
      nameKana: z.string(),
      isIndividual: z.boolean(),
      corporateNumber: z.string().nullable(),
      registrationNumber: z.string().nullable(),
      registeredFrom: day,
      registeredUntil: day,
      isRegistered: z.boolean(),
      phone: z.string(),
      email: z.string(),
      postalCode: z.string().nullable(),
      address: z.string(),
      contact: z.string(),
      terms: paymentTerms.nullable(),
      method: z.enum(paymentMethods),
      feeBearer: z.enum(feeBearers),
      payable: z.enum(payables),
      lawClass: z.enum(lawClasses),
      commissionKind: z.enum(commissionKinds).nullable(),
      capital: z.int().nullable(),
      employees: z.int().nullable(),
      officers: z.int().nullable(),
      withholdingKind: z.enum(withholdingKinds).nullable(),
      withholdingGroup: z.enum(withholdingGroups).nullable(),
      departmentId: field.id.nullable(),
      departmentName: z.string().nullable(),
      note: z.string(),
      retiredOn: day,
      protection,
      /** The next closings with their pay days; fewer where bank holidays are not known yet. */
      nextPayDays: z.array(z.object({ closesOn: field.localDate, dueOn: field.localDate, paidOn: field.localDate })),
      /** Remarks on the numbers and the terms. */
      warnings: z.array(z.object({ field: z.string(), ja: z.string(), en: z.string() })),
      hold: z.enum(['account-waiting', 'no-account']).nullable(),
      /** The newest first. */
      accounts: z.array(account),
      /** The last ten, the newest first. */
      invoices: z.array(
        z.object({
          invoiceId: field.id,
          number: z.int().nullable(),
          vendorNumber: z.string(),
          invoicedOn: day,
          dueOn: day,
          total: z.int().nullable(),
          state: z.enum(['draft', 'submitted', 'returned', 'approved', 'cancelled']),
        }),
      ),
      /** The last fifty events, the newest first. */
      history: z.array(
        z.object({
          eventId: field.id,
          activity: z.string(),
          says: words,
          occurredAt: field.instant,
          personName: z.string().nullable(),
        }),
      ),
      may: z.object({ keep: z.boolean(), confirm: z.boolean() }),
    }),
  }),
  vendorProposals: defineQuery('payables.vendor-proposals', {
    says: { ja: '取引先の履歴からの入力の提案', en: "what a vendor's history proposes" },
    input: z.strictObject({
      vendorId,
      /** Reckons the due day from it; today when absent. */
      receivedOn: field.localDate.optional(),
    }),
    answer: z.object({
      /** How many approved invoices were looked at: the last five. */
      invoices: z.int(),
      /** The most frequent first; empty for a new vendor. Only accounts that still take lines. */
      lines: z.array(line),
      departmentId: field.id.nullable(),
      /** By the terms: `dueOn` as agreed, `paidOn` when the bank is open. */
      due: z.object({ closesOn: field.localDate, dueOn: field.localDate, paidOn: field.localDate }).nullable(),
      isRegistered: z.boolean(),
      withholdingKind: z.enum(withholdingKinds).nullable(),
      method: z.enum(paymentMethods),
    }),
  }),
  waitingBankAccounts: defineQuery('payables.waiting-bank-accounts', {
    says: { ja: '電話での確認を待つ振込先口座', en: 'bank accounts that wait for a call back' },
    input: z.strictObject({}),
    /** The longest wait first. */
    answer: z.array(
      z.object({
        bankAccountId,
        vendorId,
        vendorName: z.string(),
        bankName: z.string(),
        branchName: z.string(),
        accountType: z.enum(accountTypes),
        accountNumber: z.string(),
        holderKana: z.string(),
        /** The vendor's first account. */
        isFirst: z.boolean(),
        knownPhone: z.string(),
        enteredAt: field.instant,
        enteredByName: z.string().nullable(),
        /** Whether the reader entered it and so cannot confirm it, unless an exception is named. */
        isMine: z.boolean(),
        /** Approved and unpaid invoices that wait for it. */
        openAmount: z.int(),
      }),
    ),
  }),
}
