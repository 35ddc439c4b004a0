import { defineQuery, download, field } from '@ennoshita/kernel'
import { z } from 'zod'
import {
  feeBearers,
  paymentMethods,
  runStates,
  sourceAccountTypes,
  sourceKinds,
  transferStates,
  withholdingGroups,
  withholdingPeriods,
} from '../rules/payment/payment-form.ts'
import { runId, sourceAccountId } from './payments.ts'

const words = z.object({ ja: z.string(), en: z.string() })
const law = z.object({ title: z.string(), article: z.string(), url: z.string() })
/** What stands against a payment. `hold`: it cannot be paid yet; `warning`: it can, and this should be known. */
export const paymentFinding = z.object({
  level: z.enum(['hold', 'warning']),
  code: z.enum([
    'no-account',
    'account-waiting',
    'debt-reversed',
    'method',
    'overdue',
    'due-too-late',
    'shift-too-late',
    'fee-on-payee',
    'near-limit',
  ]),
  says: words,
  todo: words,
  law: law.nullable(),
})
export type PaymentFindingShown = z.output<typeof paymentFinding>

const fees = z.object({ under30000: z.int(), from30000: z.int() })
export const sourceAccountShown = z.object({
  sourceAccountId,
  name: z.string(),
  kind: z.enum(sourceKinds),
  accountId: field.id,
  accountName: z.string(),
  subAccountId: field.id.nullable(),
  subAccountName: z.string().nullable(),
  bank: z
    .object({
      bankCode: z.string(),
      bankName: z.string(),
      bankKana: z.string(),
      branchCode: z.string(),
      branchName: z.string(),
      branchKana: z.string(),
      accountType: z.enum(sourceAccountTypes),
      accountNumber: z.string(),
      clientCode: z.string(),
      clientKana: z.string(),
      cutOffDays: z.int(),
      cutOffTime: z.string(),
      newline: z.enum(['none', 'crlf']),
      fees: z.object({ sameBranch: fees, sameBank: fees, otherBank: fees }),
      /** The first day that can still be paid by transfer now, by the cut-off. */
      earliestPayOn: field.localDate,
    })
    .nullable(),
  closedOn: field.localDate.nullable(),
  version: z.int(),
})
export type SourceAccountShown = z.output<typeof sourceAccountShown>

const invoicePaid = z.object({
  invoiceId: field.id,
  number: z.int().nullable(),
  kind: z.enum(['ordinary', 'credit-note']),
  vendorNumber: z.string(),
  dueOn: field.localDate,
  /** Yen, tax included; below zero for a credit note. */
  total: z.int(),
  withholding: z.int(),
  payable: z.int(),
})

const runRow = z.object({
  runId,
  number: z.int().nullable(),
  state: z.enum(runStates),
  method: z.enum(paymentMethods),
  payOn: field.localDate,
  paidOn: field.localDate.nullable(),
  sourceAccountId,
  sourceName: z.string(),
  invoices: z.int(),
  transfers: z.int(),
  /** What leaves for the vendors: the sum of the file. */
  total: z.int(),
  returned: z.int(),
  preparedByName: z.string().nullable(),
  releasedByName: z.string().nullable(),
  version: z.int(),
})
export type RunRowShown = z.output<typeof runRow>

const filters = {
  dueFrom: field.localDate.optional(),
  dueUntil: field.localDate.optional(),
  method: z.enum(paymentMethods).optional(),
  vendorId: field.id.optional(),
}

export const paymentQueries = {
  sourceAccounts: defineQuery('payables.source-accounts', {
    says: { ja: '振込元口座', en: 'source accounts' },
    input: z.strictObject({ closed: field.flag.default(false) }),
    answer: z.array(sourceAccountShown),
  }),
  payableInvoices: defineQuery('payables.payable-invoices', {
    says: { ja: '支払を待つ請求書', en: 'invoices to be paid' },
    input: z.strictObject({
      ...filters,
      /** The last row of the page before. */
      afterOn: field.localDate.optional(),
      afterInvoiceId: field.id.optional(),
      limit: z.coerce.number().int().min(1).max(2000).default(500),
    }),
    /** Approved and in no run, the earliest due day first. */
    answer: z.object({
      invoices: z.array(
        invoicePaid.extend({
          vendorId: field.id,
          vendorName: z.string(),
          departmentId: field.id.nullable(),
          /** The day on which money moves: the due day, moved over bank holidays as the vendor's terms say. */
          payOn: field.localDate,
          method: z.enum(paymentMethods),
          feeBearer: z.enum(feeBearers),
          isOverdue: z.boolean(),
          findings: z.array(paymentFinding),
        }),
      ),
      next: z.object({ afterOn: field.localDate, afterInvoiceId: field.id }).nullable(),
    }),
  }),
  paymentCalendars: defineQuery('payables.payment-calendars', {
    says: { ja: '支払予定表', en: 'what is due by day' },
    input: z.strictObject({ from: field.localDate, until: field.localDate }),
    /** By due day, earlier overdue days included; `planned` is what stands in a run that is not paid yet. */
    answer: z.object({
      days: z.array(
        z.object({
          dueOn: field.localDate,
          isBankDay: z.boolean(),
          method: z.enum(paymentMethods),
          invoices: z.int(),
          open: z.int(),
          planned: z.int(),
        }),
      ),
    }),
  }),
  paymentRuns: defineQuery('payables.payment-runs', {
    says: { ja: '支払の一覧', en: 'payment runs' },
    input: z.strictObject({
      state: z.enum([...runStates, 'open', 'all']).default('all'),
      afterOn: field.localDate.optional(),
      afterRunId: runId.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    /** The latest day of payment first. */
    answer: z.object({
      runs: z.array(runRow),
      next: z.object({ afterOn: field.localDate, afterRunId: runId }).nullable(),
    }),
  }),
  runDetails: defineQuery('payables.run-details', {
    says: { ja: '支払の詳細', en: 'a payment run' },
    input: z.strictObject({ runId }),
    answer: runRow.extend({
      lateReason: z.string(),
      cancelReason: z.string(),
      preparedById: field.id.nullable(),
      releasedById: field.id.nullable(),
      releasedAt: field.instant.nullable(),
      /** The last moment at which the bank takes the file; null where none is taken. */
      cutOffAt: field.instant.nullable(),
      file: z
        .object({
          name: z.string(),
          sha256: z.string(),
          records: z.int(),
          total: z.int(),
          /** The oldest first. */
          takes: z.array(z.object({ at: field.instant, byName: z.string().nullable(), reason: z.string() })),
        })
        .nullable(),
      sums: z.object({ total: z.int(), withheld: z.int(), feesByUs: z.int(), feesByPayee: z.int(), sent: z.int() }),
      transferRows: z.array(
        z.object({
          transferId: field.id,
          place: z.int(),
          state: z.enum(transferStates),
          vendorId: field.id,
          vendorName: z.string(),
          /** Null where no money is sent by transfer. */
          bank: z
            .object({
              bankCode: z.string(),
              bankKana: z.string(),
              branchCode: z.string(),
              branchKana: z.string(),
              accountType: z.string(),
              accountNumber: z.string(),
              holderKana: z.string(),
            })
            .nullable(),
          /** Sum of the invoices less credit notes, before withholding. */
          total: z.int(),
          withheld: z.int(),
          /** What is sent. */
          sent: z.int(),
          /** Whether an invoice of it is in a foreign currency: what is really taken is told when it is marked as paid. */
          isForeign: z.boolean(),
          /** What really left the source, where it was told. */
          taken: z.int().nullable(),
          feeByUs: z.int(),
          feeByPayee: z.int(),
          invoices: z.array(invoicePaid),
          findings: z.array(paymentFinding),
          journal: z.object({ journalId: field.id, number: z.int().nullable() }).nullable(),
          returned: z.object({ on: field.localDate, reason: z.string(), journalId: field.id.nullable() }).nullable(),
        }),
      ),
      /** What the reader may do now; who prepared a run does not release it. */
      may: z.object({
        change: z.boolean(),
        release: z.boolean(),
        takeFile: z.boolean(),
        markPaid: z.boolean(),
        recordReturn: z.boolean(),
        cancel: z.boolean(),
      }),
    }),
  }),
  runFiles: defineQuery('payables.run-files', {
    says: { ja: '総合振込ファイル', en: 'the transfer file' },
    input: z.strictObject({ takeId: field.id }),
    answer: download,
  }),
  withholdingDues: defineQuery('payables.withholding-dues', {
    says: { ja: '源泉所得税の納付予定', en: 'income tax withheld, by due day' },
    input: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    /** The latest first; periods of the year asked for, or of the last two years and the running one. */
    answer: z.array(
      z.object({
        period: z.enum(withholdingPeriods),
        group: z.enum(withholdingGroups),
        from: field.localDate,
        until: field.localDate,
        /** The last day to pay, moved over days off. */
        dueOn: field.localDate,
        /** What was withheld from fees paid in the period. */
        withheld: z.int(),
        /** 人員 and 支払額 of the 納付書: people, each once, and what was paid to them before the tax, with 消費税. */
        payees: z.int(),
        paidTotal: z.int(),
        /** Still to be paid; below zero when a transfer came back after the tax was paid. */
        open: z.int(),
        isOver: z.boolean(),
        isOverdue: z.boolean(),
        paid: z
          .object({ withholdingPaymentId: field.id, on: field.localDate, amount: z.int(), journalId: field.id })
          .nullable(),
        law,
      }),
    ),
  }),
}
