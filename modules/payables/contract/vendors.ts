import { defineCommand, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { feeBearers, paymentMethods, withholdingGroups } from '../rules/payment/payment-form.ts'
import { accountTypes, commissionKinds, lawClasses, payables, withholdingKinds } from '../rules/vendor/vendor-form.ts'
import { vendorId } from './invoices.ts'

export const bankAccountId = field.id
export const vendorVersion = z.int().min(1)
const words = (most: number) => z.string().trim().max(most)
const amount = z.int().min(0).max(999_999_999_999)
const dayOfMonth = z.union([
  z
    .int()
    .min(1)
    .max(31, { error: '1から31の日か、月末を選んでください。/ Give a day from 1 to 31, or the end of the month.' }),
  z.literal('month-end'),
])

/** 支払条件, shaped like PaymentTerms of the statutes: 20日締め翌月末払い is `{ closing: { day: 20 }, payment: { monthsLater: 1, day: 'month-end' } }`. */
export const paymentTerms = z.strictObject({
  closing: z.strictObject({ day: dayOfMonth }),
  payment: z.strictObject({
    /** 0 当月, 1 翌月, 2 翌々月. */
    monthsLater: z.int().min(0).max(24),
    day: dayOfMonth,
    /** When the bank is closed. */
    shift: z.enum(['previous', 'next', 'none']).default('previous'),
  }),
})

/** What is kept of a vendor; a field that is absent from `add-vendor` takes the value of `freshVendor`. */
const vendorFields = {
  name: field.line(100),
  /** フリガナ; kept as katakana. */
  nameKana: words(100),
  /** 個人; a corporation otherwise. */
  isIndividual: z.boolean(),
  /** 13 digits as people type them; '' or null: none. */
  corporateNumber: words(40).nullable(),
  /** T and 13 digits. A check digit that is not that of a 法人番号 is a warning in the answer. */
  registrationNumber: words(40).nullable(),
  /** 登録年月日; null: registered since before it was asked. */
  registeredFrom: field.localDate.nullable(),
  /** The last day on which the registration holds (before 取消・失効). */
  registeredUntil: field.localDate.nullable(),
  phone: words(40),
  email: z.union([z.literal(''), z.email().max(200)]),
  postalCode: words(20).nullable(),
  address: words(200),
  /** 先方の担当者 */
  contact: words(60),
  /** Null: each invoice says when it is due (都度). */
  terms: paymentTerms.nullable(),
  method: z.enum(paymentMethods),
  feeBearer: z.enum(feeBearers),
  payable: z.enum(payables),
  lawClass: z.enum(lawClasses),
  /** 委託の種類; null: nothing is commissioned from this vendor. */
  commissionKind: z.enum(commissionKinds).nullable(),
  /** 資本金の額, 常時使用する従業員, 役員の数 of the vendor. */
  capital: amount.nullable(),
  employees: z.int().min(0).max(10_000_000).nullable(),
  officers: z.int().min(1).max(1000).nullable(),
  /** Fees of an individual from which income tax is withheld. */
  withholdingKind: z.enum(withholdingKinds).nullable(),
  /** 士業 or other: needed for `general` alone; the other kinds tell it themselves. */
  withholdingGroup: z.enum(withholdingGroups).nullable(),
  departmentId: field.id.nullable(),
  note: words(1000),
}

const code = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]{1,20}$/, {
    error: '英数字とハイフンで20文字までにしてください。/ Use up to twenty letters, digits and hyphens.',
  })

export const freshVendor = {
  nameKana: '',
  isIndividual: false,
  corporateNumber: null,
  registrationNumber: null,
  registeredFrom: null,
  registeredUntil: null,
  phone: '',
  email: '' as const,
  postalCode: null,
  address: '',
  contact: '',
  terms: null,
  method: 'transfer' as const,
  feeBearer: 'us' as const,
  payable: 'other' as const,
  lawClass: 'none' as const,
  commissionKind: null,
  capital: null,
  employees: null,
  officers: null,
  withholdingKind: null,
  withholdingGroup: null,
  departmentId: null,
  note: '',
}

export const bankAccountForm = z.strictObject({
  bankCode: z.string().trim().max(20),
  bankName: words(60).default(''),
  /** Kana of the bank without 銀行 where banks leave it out; kept as banks write it. */
  bankKana: words(60).default(''),
  branchCode: z.string().trim().max(20),
  branchName: words(60).default(''),
  branchKana: words(60).default(''),
  accountType: z.enum(accountTypes).default('ordinary'),
  /** Seven digits, leading zeros included. */
  accountNumber: z.string().trim().max(20),
  /** 口座名義 in kana, in any width; `toBankKana` shows how it is kept. */
  holder: field.line(100),
})
export type BankAccountForm = z.output<typeof bankAccountForm>

const remark = z.object({ field: z.string(), ja: z.string(), en: z.string() })
const made = { version: vendorVersion, warnings: z.array(remark) }
const reason = field.line(200)

export const vendorCommands = {
  addVendor: defineCommand('payables.add-vendor', {
    says: { ja: '取引先を登録する', en: 'add a vendor' },
    input: z.strictObject({
      /** The next free number when absent. */
      code: code.optional(),
      ...z.object(vendorFields).partial().shape,
      name: vendorFields.name,
      /** With the vendor's first account, which then waits for its confirmation. */
      bankAccount: bankAccountForm.optional(),
      /** Once a vendor of the same number or name was shown: it is another one. */
      isAnother: z.boolean().default(false),
    }),
    answer: z.object({ vendorId, code: z.string(), bankAccountId: bankAccountId.nullable(), ...made }),
  }),
  changeVendor: defineCommand('payables.change-vendor', {
    says: { ja: '取引先の登録内容を変える', en: 'change a vendor' },
    /** What is left out stays. */
    input: z.strictObject({
      vendorId,
      version: vendorVersion,
      code: code.optional(),
      ...z.object(vendorFields).partial().shape,
      isAnother: z.boolean().default(false),
    }),
    answer: z.object(made),
  }),
  retireVendor: defineCommand('payables.retire-vendor', {
    says: { ja: '取引先の使用をやめる', en: 'retire a vendor' },
    /** Invoices that stand are still approved and paid; new ones are not registered. */
    input: z.strictObject({ vendorId, version: vendorVersion.optional(), reason }),
    answer: z.object({ version: vendorVersion }),
  }),
  restoreVendor: defineCommand('payables.restore-vendor', {
    says: { ja: '取引先の使用を再開する', en: 'restore a vendor' },
    input: z.strictObject({ vendorId, version: vendorVersion.optional() }),
    answer: z.object({ version: vendorVersion }),
  }),
  enterBankAccount: defineCommand('payables.enter-bank-account', {
    says: { ja: '取引先の振込先口座を登録する', en: "enter a vendor's bank account" },
    /** Transfers to the vendor are held from now on until somebody else confirms it. */
    input: z.strictObject({ vendorId, ...bankAccountForm.shape }),
    answer: z.object({
      bankAccountId,
      holderKana: z.string(),
      warnings: z.array(remark),
    }),
  }),
  confirmBankAccount: defineCommand('payables.confirm-bank-account', {
    says: { ja: '振込先口座を電話で確かめ、使えるようにする', en: 'confirm a bank account by calling back' },
    input: z.strictObject({
      bankAccountId,
      /** Who was called, and at which number. */
      calledName: field.line(60),
      calledNumber: field.line(40),
      /** When; now when absent. */
      calledAt: field.instant.optional(),
      /** Where the number is known from (契約書, 以前の請求書 …): needed unless it is the one that was registered long before. */
      numberSource: words(100).default(''),
    }),
    answer: z.object({ vendorId, version: vendorVersion }),
  }),
  refuseBankAccount: defineCommand('payables.refuse-bank-account', {
    says: { ja: '振込先口座の登録を断る', en: 'refuse a bank account' },
    /** The account confirmed before is used again. */
    input: z.strictObject({ bankAccountId, reason }),
    answer: z.object({ vendorId, version: vendorVersion }),
  }),
}
