import type { PayablesSettings } from '../../contract/settings.ts'

/** Accounts of the standard chart by their codes, for a company that has set nothing. */
export const presetCodes = {
  payableAccountId: '206',
  tradeAccountId: '202',
  withheldAccountId: '214',
  feeAccountId: '639',
  prepaidAccountId: '128',
  accruedAccountId: '207',
  exchangeGainAccountId: '704',
  exchangeLossAccountId: '754',
} as const

type PresetField = keyof typeof presetCodes

/** The settings before anything was set; null where the chart lacks one of the accounts. */
export function presetOf(
  accounts: readonly { accountId: string; code: string }[],
  withheldSubAccountId: string | null,
): PayablesSettings | null {
  const ids = new Map(accounts.map(({ code, accountId }) => [code, accountId]))
  const id = (field: PresetField): string => ids.get(presetCodes[field]) ?? ''
  const settings: PayablesSettings = {
    payableAccountId: id('payableAccountId'),
    tradeAccountId: id('tradeAccountId'),
    withheldAccountId: id('withheldAccountId'),
    withheldSubAccountId,
    feeAccountId: id('feeAccountId'),
    prepaidAccountId: id('prepaidAccountId'),
    accruedAccountId: id('accruedAccountId'),
    exchangeGainAccountId: id('exchangeGainAccountId'),
    exchangeLossAccountId: id('exchangeLossAccountId'),
    postingDay: 'month-end',
    acceptanceRequired: false,
    usesSmallAmount: false,
    basePeriodSales: null,
    specifiedPeriodSales: null,
    halfYearlyWithholding: false,
    capital: null,
    employees: null,
    officers: null,
  }
  return Object.values(presetCodes).every((code) => ids.has(code)) ? settings : null
}
