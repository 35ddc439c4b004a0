import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { divisionNames } from '../rules/divisions.ts'
import { purposes, subAccountUses } from '../rules/ready-chart.ts'
import { taxInvoices, taxNatures, taxRateClasses, taxSides, taxUses } from '../rules/tax-class.ts'

export const accountId = field.id
export const subAccountId = field.id

/** Version of the account as it was read: an edit of an older one is refused. */
const version = z.int().min(1)
const code = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]{1,10}$/, {
    error: '英数字とハイフンで10文字までにしてください。/ Use up to ten letters, digits and hyphens.',
  })
const kana = z.string().trim().max(60)
const division = z.enum(divisionNames)
export const side = z.enum(['debit', 'credit'])
const subAccounts = z.enum(subAccountUses)

/** 課税区分; a part that does not apply is null. 対象外 is `{ side: 'none' }`. */
export const taxClass = z.strictObject({
  side: z.enum(taxSides),
  nature: z.enum(taxNatures).nullable().default(null),
  rateClass: z.enum(taxRateClasses).nullable().default(null),
  use: z.enum(taxUses).nullable().default(null),
  invoice: z.enum(taxInvoices).nullable().default(null),
  isReturn: z.boolean().default(false),
  /** The deductible share of a transitional purchase, where it is not that of the day of posting. */
  percent: z.int().min(1).max(99).optional(),
})

const account = {
  accountId,
  version,
  code: z.string(),
  name: z.string(),
  kana: z.string(),
  division,
  divisionName: z.string(),
  side,
  taxClass,
  subAccounts,
  /** What the program itself looks for: 仮払消費税等, 仮受消費税等, 繰越利益剰余金. */
  purpose: z.enum(purposes).nullable(),
  /** The last day on which it takes a line. */
  closedOn: field.localDate.nullable(),
  parts: z.array(z.object({ subAccountId, code: z.string(), name: z.string(), kana: z.string() })),
}

export type AccountShown = z.output<z.ZodObject<typeof account>>

export const chartCommands = {
  adoptChart: defineCommand('ledger.adopt-chart', {
    says: { ja: '標準の勘定科目を取り入れる', en: 'adopt the standard chart of accounts' },
    input: z.strictObject({}),
    answer: z.object({ accounts: z.int() }),
  }),
  addAccount: defineCommand('ledger.add-account', {
    says: { ja: '勘定科目を設ける', en: 'add an account' },
    input: z.strictObject({
      code,
      name: field.line(40),
      kana: kana.default(''),
      division,
      /** That of its division when absent; the other one for 評価勘定 such as 貸倒引当金. */
      side: side.optional(),
      taxClass: taxClass.optional(),
      subAccounts: subAccounts.default('optional'),
      /** For companies that keep a chart of their own: one account each. */
      purpose: z.enum(purposes).nullable().default(null),
    }),
    answer: z.object({ accountId, version }),
  }),
  changeAccount: defineCommand('ledger.change-account', {
    says: { ja: '勘定科目を変える・閉じる', en: 'change or close an account' },
    /** What is left out stays. Division and side do not change: past statements would change with them. */
    input: z.strictObject({
      accountId,
      version,
      code: code.optional(),
      name: field.line(40).optional(),
      kana: kana.optional(),
      taxClass: taxClass.optional(),
      subAccounts: subAccounts.optional(),
      /** The last day on which it takes a line; null opens it again. */
      closedOn: field.localDate.nullable().optional(),
    }),
    answer: z.object({ version }),
  }),
  addSubAccount: defineCommand('ledger.add-sub-account', {
    says: { ja: '補助科目を設ける', en: 'add a sub-account' },
    input: z.strictObject({ accountId, code, name: field.line(60), kana: kana.default('') }),
    answer: z.object({ subAccountId }),
  }),
}

export const chartQueries = {
  accountList: defineQuery('ledger.account-list', {
    says: { ja: '勘定科目の一覧', en: 'accounts' },
    input: z.strictObject({
      /** Part of code, name or kana, however typed. */
      text: z.string().trim().max(60).default(''),
      /** Whether those closed before today are shown as well. */
      includeClosed: field.flag.default(false),
    }),
    /** In the order of the statements. */
    answer: z.array(z.object(account)),
  }),
}
