import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'

const sales = z.int().min(0).max(999_999_999_999)
const version = z.int().min(0)

/** The accounts that the journals of payables use. */
export const settingAccounts = {
  /** 未払金 */
  payableAccountId: field.id,
  /** 買掛金 */
  tradeAccountId: field.id,
  /** 預り金 */
  withheldAccountId: field.id,
  /** 源泉所得税（報酬）, a sub-account of 預り金; null only while there is none. */
  withheldSubAccountId: field.id.nullable(),
  /** 支払手数料 */
  feeAccountId: field.id,
  /** 前払費用 */
  prepaidAccountId: field.id,
  /** 未払費用, for 概算計上 */
  accruedAccountId: field.id,
  /** 為替差益 */
  exchangeGainAccountId: field.id,
  /** 為替差損 */
  exchangeLossAccountId: field.id,
}

const choices = {
  /** 計上日: the last day of the booking month, or the day of the invoice where it lies in that month. */
  postingDay: z.enum(['month-end', 'invoiced-day']),
  /** 検収 must come before the last approval of an invoice. */
  acceptanceRequired: z.boolean(),
  /** 少額特例: taken only while the sales of the 基準期間 or 特定期間 are given and within the law. */
  usesSmallAmount: z.boolean(),
  basePeriodSales: sales.nullable(),
  specifiedPeriodSales: sales.nullable(),
  /** 納期の特例 of income tax withheld from pay and from fees of 士業. */
  halfYearlyWithholding: z.boolean(),
  /** 資本金の額, 常時使用する従業員, 役員: decide whether 取適法 and フリーランス法 protect a vendor. */
  capital: sales.nullable(),
  employees: z.int().min(0).max(10_000_000).nullable(),
  officers: z.int().min(1).max(1000).nullable(),
}

const shown = z.object({ ...settingAccounts, ...choices })
export type PayablesSettings = z.output<typeof shown>

const accountName = z.object({ accountId: field.id, code: z.string(), name: z.string() })

export const settingCommands = {
  setSettings: defineCommand('payables.set-settings', {
    says: { ja: '支払の設定を変える', en: 'change the settings of payables' },
    /** What is left out stays. `version` 0: nothing was set before, and the accounts of the standard chart are taken. */
    input: z.strictObject({ version, ...z.object({ ...settingAccounts, ...choices }).partial().shape }),
    answer: z.object({ version, warnings: z.array(z.object({ field: z.string(), ja: z.string(), en: z.string() })) }),
  }),
}

export const settingQueries = {
  settings: defineQuery('payables.settings', {
    says: { ja: '支払の設定', en: 'settings of payables' },
    input: z.strictObject({}),
    /** `settings` is null while the company has no chart of accounts; `version` 0 while nothing was set. */
    answer: z.object({
      version,
      settings: shown.nullable(),
      accounts: z.array(accountName),
      /** Whether 少額特例 holds today, and why or why not. */
      smallAmount: z.object({
        applies: z.boolean(),
        ja: z.string(),
        en: z.string(),
      }),
    }),
  }),
}
