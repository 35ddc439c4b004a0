import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { taxKinds } from '../rules/invoice/invoice-form.ts'
import { month, vendorId } from './invoices.ts'

export const recurringId = field.id
const accrualId = field.id
const version = z.int().min(1)
const amount = z.int().min(1).max(999_999_999_999)
const dayOfMonth = z.int().min(1).max(31)
const reason = field.line(200)

/** 1 毎月, 2 隔月, 3 四半期, 6 半年, 12 毎年. */
const everyMonths = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(6), z.literal(12)])

const recurringLine = z.strictObject({
  accountId: field.id,
  subAccountId: field.id.nullable().default(null),
  departmentId: field.id.nullable().default(null),
  description: z.string().trim().max(200).default(''),
  /** Yen, tax included. */
  amount,
  taxKind: z.enum(taxKinds).default('standard'),
})

const form = {
  /** What is invoiced: 本社家賃. */
  title: field.line(100),
  everyMonths: everyMonths.default(1),
  /** 役務提供月 of the first invoice that is expected, and of the last. */
  startsMonth: month,
  endsMonth: month.nullable().default(null),
  /** The invoice usually arrives on this day so many months after the month of the service: 翌月10日. 31 is the end of the month. */
  arrivesMonthsLater: z.int().min(0).max(3).default(1),
  arrivesDay: dayOfMonth,
  lines: z.array(recurringLine).min(1).max(20),
  note: z.string().trim().max(500).default(''),
}

export const recurringCommands = {
  addRecurring: defineCommand('payables.add-recurring', {
    says: { ja: '毎月届くはずの請求書を登録する', en: 'add a recurring invoice' },
    input: z.strictObject({ vendorId, ...form }),
    answer: z.object({ recurringId, version }),
  }),
  changeRecurring: defineCommand('payables.change-recurring', {
    says: { ja: '毎月届くはずの請求書を変える', en: 'change a recurring invoice' },
    /** The whole form anew. `endsMonth` ends it. */
    input: z.strictObject({ recurringId, version, ...form }),
    answer: z.object({ version }),
  }),
  skipExpected: defineCommand('payables.skip-expected', {
    says: { ja: '今回は届かない請求書として扱う', en: 'expect no invoice for a month' },
    input: z.strictObject({ recurringId, month, reason }),
    answer: z.object({}),
  }),
  accrueMonth: defineCommand('payables.accrue-month', {
    says: { ja: '届いていない請求書を概算で計上する', en: 'accrue the invoices that did not arrive' },
    input: z.strictObject({
      /** Every invoice expected for this month of service that is not approved yet is accrued, once. */
      month,
      /** Only these, and with another amount (yen, tax included) where one is given. */
      only: z
        .array(z.strictObject({ recurringId, amount: amount.nullable().default(null) }))
        .min(1)
        .max(500)
        .optional(),
    }),
    answer: z.object({ accrued: z.int(), total: z.int(), journalIds: z.array(field.id) }),
  }),
  reverseAccrual: defineCommand('payables.reverse-accrual', {
    says: { ja: '概算計上を取り消す', en: 'reverse an accrual' },
    /** An approved invoice reverses its accrual by itself; this is for an invoice that will not come. */
    input: z.strictObject({ accrualId, postedOn: field.localDate, reason }),
    answer: z.object({ journalId: field.id }),
  }),
  transferPrepaid: defineCommand('payables.transfer-prepaid', {
    says: { ja: '前払費用を当月の費用に振り替える', en: 'transfer prepaid expenses to cost' },
    /** Everything due by the end of the month that was not transferred before; asked again, nothing more is posted. */
    input: z.strictObject({ month }),
    answer: z.object({ lines: z.int(), total: z.int(), journalIds: z.array(field.id) }),
  }),
  reversePrepaid: defineCommand('payables.reverse-prepaid', {
    says: { ja: '前払費用の振替を取り消す', en: 'reverse transfers of prepaid expenses' },
    /** Every transfer of the invoice, so that it can be cancelled; each on `postedOn`, but not before it was posted. */
    input: z.strictObject({ invoiceId: field.id, postedOn: field.localDate, reason }),
    answer: z.object({ journalIds: z.array(field.id) }),
  }),
}

const lineShown = recurringLine.extend({
  accountName: z.string(),
  subAccountName: z.string().nullable(),
  departmentName: z.string().nullable(),
})
const accrued = z
  .object({
    accrualId,
    journalId: field.id,
    amount: z.int(),
    postedOn: field.localDate,
    reversedOn: field.localDate.nullable(),
  })
  .nullable()

export const recurringQueries = {
  recurringList: defineQuery('payables.recurring-list', {
    says: { ja: '毎月届くはずの請求書の一覧', en: 'recurring invoices' },
    input: z.strictObject({ vendorId: vendorId.optional(), includeEnded: field.flag.default(false) }),
    answer: z.array(
      z.object({
        recurringId,
        version,
        vendorId,
        vendorName: z.string(),
        title: z.string(),
        everyMonths,
        startsMonth: field.localDate,
        endsMonth: field.localDate.nullable(),
        arrivesMonthsLater: z.int(),
        arrivesDay: z.int(),
        amount: z.int(),
        lines: z.array(lineShown),
        note: z.string(),
      }),
    ),
  }),
  missingInvoices: defineQuery('payables.missing-invoices', {
    says: { ja: 'まだ届いていない請求書', en: 'invoices that have not arrived' },
    input: z.strictObject({
      /** What should be here by this day; today when absent. */
      on: field.localDate.optional(),
    }),
    /** The longest overdue first; of the last thirteen months. */
    answer: z.array(
      z.object({
        recurringId,
        vendorId,
        vendorName: z.string(),
        title: z.string(),
        month: field.localDate,
        expectedOn: field.localDate,
        daysLate: z.int(),
        amount: z.int(),
        accrued,
      }),
    ),
  }),
  accruals: defineQuery('payables.accruals', {
    says: { ja: '月の概算計上', en: 'accruals of a month' },
    input: z.strictObject({ month }),
    /** What `accrue-month` would post (`due`), what stands, and what an invoice has reversed. */
    answer: z.object({
      isLocked: z.boolean(),
      rows: z.array(
        z.object({
          recurringId,
          vendorId,
          vendorName: z.string(),
          title: z.string(),
          /** Yen, tax included. */
          amount: z.int(),
          /** What is accrued of it: the cost, without the tax that may be deducted. */
          cost: z.int(),
          state: z.enum(['due', 'accrued', 'reversed', 'booked', 'skipped']),
          invoiceId: field.id.nullable(),
          accrued,
        }),
      ),
    }),
  }),
  prepaidSchedules: defineQuery('payables.prepaid-schedules', {
    says: { ja: '前払費用の振替予定', en: 'schedules of prepaid expenses' },
    input: z.strictObject({
      /** Lines with something to transfer in this month or before; every unfinished line when absent. */
      month: month.optional(),
      ...field.page,
    }),
    answer: z.object({
      lines: z.array(
        z.object({
          invoiceId: field.id,
          invoiceNumber: z.int().nullable(),
          vendorName: z.string(),
          line: z.int(),
          description: z.string(),
          accountName: z.string(),
          cost: z.int(),
          /** What is still on 前払費用. */
          remaining: z.int(),
          months: z.array(
            z.object({ month: field.localDate, amount: z.int(), journalId: field.id.nullable(), isDone: z.boolean() }),
          ),
        }),
      ),
      /** What `transfer-prepaid` would post for the month asked for. */
      due: z.int(),
    }),
  }),
}
