import { defineCommand, field } from '@ennoshita/kernel'
import { z } from 'zod'
import {
  feeBearers,
  paymentMethods,
  sourceAccountTypes,
  withholdingGroups,
  withholdingPeriods,
} from '../rules/payment/payment-form.ts'

export const runId = field.id
export const sourceAccountId = field.id
const invoiceIds = z.array(field.id).max(2000)
const reason = field.line(200)
const version = z.int().min(1)

const digits = (count: number) =>
  z.string().regex(new RegExp(`^\\d{${count}}$`), {
    error: `数字${count}桁で入力してください（先頭の0も）。/ Give ${count} digits, leading zeros included.`,
  })
const fee = z.int().min(0).max(10_000)
const feeSteps = z.strictObject({ under30000: fee, from30000: fee })

/** 仕向: the bank account that pays, as the bank's 総合振込 contract names it. Kana may be given in any width; it is kept as banks write it. */
export const sourceBank = z.strictObject({
  bankCode: digits(4),
  bankName: field.line(60),
  bankKana: z.string().trim().max(60).default(''),
  branchCode: digits(3),
  branchName: field.line(60),
  branchKana: z.string().trim().max(60).default(''),
  accountType: z.enum(sourceAccountTypes).default('ordinary'),
  accountNumber: digits(7),
  /** 委託者コード (振込依頼人コード). */
  clientCode: digits(10),
  /** 委託者名 in kana. */
  clientKana: field.line(100),
  /** 締切: so many bank business days before the day of payment, at this time. */
  cutOffDays: z.int().min(0).max(10).default(1),
  cutOffTime: field.timeOfDay.default('15:00'),
  /** What stands between the records of the file. */
  newline: z.enum(['none', 'crlf']).default('crlf'),
  fees: z.strictObject({ sameBranch: feeSteps, sameBank: feeSteps, otherBank: feeSteps }),
})

const sourceForm = {
  name: field.line(60),
  /** Where the money leaves the books: 普通預金 with its sub-account, 現金, or 未払金 of the card. */
  accountId: field.id,
  subAccountId: field.id.nullable().default(null),
}
/** A bank account needs `bank`; cash and a card have none. */
const sourceKindForm = {
  kind: z.enum(['bank', 'cash', 'card']).default('bank'),
  bank: sourceBank.nullable().default(null),
}

export const paymentCommands = {
  addSourceAccount: defineCommand('payables.add-source-account', {
    says: { ja: '振込元口座を設ける', en: 'add a source account' },
    input: z.strictObject({ ...sourceForm, ...sourceKindForm }),
    answer: z.object({ sourceAccountId, version }),
  }),
  changeSourceAccount: defineCommand('payables.change-source-account', {
    says: { ja: '振込元口座を変える', en: 'change a source account' },
    /** The whole form anew; the kind stays. While a run is open the bank account and the account in the books stay as well. */
    input: z.strictObject({ sourceAccountId, version, ...sourceForm, bank: sourceBank.nullable().default(null) }),
    answer: z.object({ version }),
  }),
  closeSourceAccount: defineCommand('payables.close-source-account', {
    says: { ja: '振込元口座の使用をやめる', en: 'close a source account' },
    input: z.strictObject({ sourceAccountId, version: version.optional() }),
    answer: z.object({ version }),
  }),
  prepareRun: defineCommand('payables.prepare-run', {
    says: { ja: '支払を準備する', en: 'prepare a payment run' },
    input: z.strictObject({
      sourceAccountId,
      /** A day on which banks are open; the bank's cut-off must not have passed. */
      payOn: field.localDate,
      invoiceIds: invoiceIds.min(1),
      method: z.enum(paymentMethods).default('transfer'),
      /** Who bears the transfer fee this once; as each vendor's terms say when absent. */
      feeBearer: z.enum(feeBearers).optional(),
      /** Why the bank takes it although its cut-off has passed; needed only then. */
      lateReason: z.string().trim().max(200).default(''),
    }),
    /** `number` is given with the commit. */
    answer: z.object({
      runId,
      version,
      transfers: z.int(),
      total: z.int(),
      warnings: z.array(z.object({ ja: z.string(), en: z.string() })),
    }),
  }),
  changeRun: defineCommand('payables.change-run', {
    says: { ja: '準備中の支払を直す', en: 'change a prepared payment run' },
    input: z.strictObject({
      runId,
      version: version.optional(),
      addInvoiceIds: invoiceIds.default([]),
      removeInvoiceIds: invoiceIds.default([]),
      payOn: field.localDate.optional(),
      lateReason: z.string().trim().max(200).default(''),
    }),
    answer: z.object({
      version,
      transfers: z.int(),
      total: z.int(),
      warnings: z.array(z.object({ ja: z.string(), en: z.string() })),
    }),
  }),
  cancelRun: defineCommand('payables.cancel-run', {
    says: { ja: '支払を取りやめる', en: 'cancel a payment run' },
    input: z.strictObject({
      runId,
      version: version.optional(),
      reason,
      /** Needed once the file was taken: it was not sent to the bank, or the bank has taken it back. */
      fileWithdrawn: z.boolean().default(false),
    }),
    answer: z.object({ version }),
  }),
  releaseRun: defineCommand('payables.release-run', {
    says: { ja: '支払を承認する', en: 'release a payment run' },
    input: z.strictObject({ runId, version: version.optional() }),
    answer: z.object({ version }),
  }),
  takeRunFile: defineCommand('payables.take-run-file', {
    says: { ja: '総合振込ファイルを出力する', en: 'take the transfer file' },
    input: z.strictObject({
      runId,
      version: version.optional(),
      /** Needed from the second time on. */
      reason: z.string().trim().max(200).default(''),
    }),
    /** `takeId` opens the file by `payables.run-files` for ten minutes to the person who took it. */
    answer: z.object({
      takeId: field.id,
      fileName: z.string(),
      sha256: z.string(),
      records: z.int(),
      total: z.int(),
      version,
    }),
  }),
  markRunPaid: defineCommand('payables.mark-run-paid', {
    says: { ja: '支払済みにする', en: 'mark a payment run as paid' },
    input: z.strictObject({
      runId,
      version: version.optional(),
      paidOn: field.localDate,
      /** What the bank did not carry out (振込不能): these invoices are unpaid again. */
      failed: z
        .array(z.strictObject({ transferId: field.id, reason }))
        .max(2000)
        .default([]),
      /**
       * 実際の引落額: yen that really left the source for transfers with invoices in a foreign currency, where it is not what stands in the run.
       * The difference is booked as 為替差損益. A transfer by file moves what the file says: its money is never told here.
       */
      taken: z
        .array(z.strictObject({ transferId: field.id, amount: z.int().min(1).max(999_999_999_999) }))
        .max(2000)
        .default([]),
    }),
    answer: z.object({ version, paid: z.int(), total: z.int() }),
  }),
  recordReturnedPayment: defineCommand('payables.record-returned-payment', {
    says: { ja: '戻ってきた振込（組戻し）を記録する', en: 'record a returned transfer' },
    input: z.strictObject({
      transferId: field.id,
      /** The day on which the money was back on the account. */
      returnedOn: field.localDate,
      reason,
      /** 組戻手数料, tax included. The fee of the transfer itself does not come back. */
      returnFee: fee.default(0),
    }),
    answer: z.object({ journalId: field.id, invoiceIds: z.array(field.id) }),
  }),
  payWithholding: defineCommand('payables.pay-withholding', {
    says: { ja: '源泉所得税を納付する', en: 'pay the income tax withheld' },
    input: z.strictObject({
      period: z.enum(withholdingPeriods),
      group: z.enum(withholdingGroups),
      /** The first day of the month or half-year in which the fees were paid; any day of it may be given. */
      from: field.localDate,
      /** What is paid, as `withholding-dues` says: another amount is refused. */
      amount: z.int().min(1).max(999_999_999_999),
      paidOn: field.localDate,
      sourceAccountId,
    }),
    answer: z.object({ withholdingPaymentId: field.id, journalId: field.id }),
  }),
}
