import { type LocalDate, refuse, type Tx } from '@ennoshita/kernel/server'
import type { PayablesSettings } from '../../contract/settings.ts'
import { presetCodes, presetOf } from '../../rules/settings/setting-preset.ts'

/** `version` 0: nothing was set, the accounts of the standard chart are used. `salesToldOn`: when the sales for 少額特例 were last told. */
export type SettingsRead = PayablesSettings & { readonly version: number; readonly salesToldOn: LocalDate | null }

/** The settings of the company; null while nothing was set and its chart lacks the standard accounts. */
export async function settingsOrNull(tx: Tx, companyId: string): Promise<SettingsRead | null> {
  const [kept, accounts, part] = await Promise.all([
    tx.row<SettingsRead>`select payable_account_id as "payableAccountId", trade_account_id as "tradeAccountId",
        withheld_account_id as "withheldAccountId", withheld_sub_account_id as "withheldSubAccountId", fee_account_id as "feeAccountId",
        prepaid_account_id as "prepaidAccountId", accrued_account_id as "accruedAccountId",
        exchange_gain_account_id as "exchangeGainAccountId", exchange_loss_account_id as "exchangeLossAccountId",
        posting_day as "postingDay", acceptance_required as "acceptanceRequired", uses_small_amount as "usesSmallAmount",
        base_period_sales as "basePeriodSales", specified_period_sales as "specifiedPeriodSales",
        half_yearly_withholding as "halfYearlyWithholding", capital, employees, officers, version,
        sales_told_on as "salesToldOn"
      from payables.setting where company_id = ${companyId}`,
    tx.rows<{ accountId: string; code: string }>`select account_id as "accountId", code from ledger.account_name
      where company_id = ${companyId} and code = any(${Object.values(presetCodes)}::text[])`,
    tx.row<{
      accountId: string
      subAccountId: string
    }>`select p.account_id as "accountId", p.sub_account_id as "subAccountId"
      from ledger.sub_account_name p
      where p.company_id = ${companyId} and p.name like '%源泉%' and p.name not like '%給与%'
        and p.account_id = coalesce((select s.withheld_account_id from payables.setting s where s.company_id = p.company_id),
          (select a.account_id from ledger.account_name a where a.company_id = p.company_id and a.code = ${presetCodes.withheldAccountId}))
      order by p.name like '%報酬%' desc, p.code limit 1`,
  ])
  if (kept) return { ...kept, withheldSubAccountId: kept.withheldSubAccountId ?? part?.subAccountId ?? null }
  const preset = presetOf(accounts, part?.subAccountId ?? null)
  return preset && { ...preset, version: 0, salesToldOn: null }
}

/** As above; refuses aloud where there are none. */
export async function readSettings(tx: Tx, companyId: string): Promise<SettingsRead> {
  const settings = await settingsOrNull(tx, companyId)
  return settings ?? refuseWithoutAccounts()
}

export function refuseWithoutAccounts(): never {
  refuse({
    kind: 'conflict',
    code: 'payables.no-accounts',
    what: {
      ja: '支払に使う勘定科目が決まっていません。',
      en: 'The accounts that payables use are not known.',
    },
    rule: {
      says: {
        ja: '標準の勘定科目（202 買掛金・206 未払金・207 未払費用・214 預り金・128 前払費用・639 支払手数料・704 為替差益・754 為替差損）を使うか、支払の設定で選びます。',
        en: 'They are those of the standard chart (202, 206, 207, 214, 128, 639, 704, 754), or are chosen in the settings.',
      },
      source: 'payables.settings',
    },
    todo: {
      ja: '「会計帳簿」で標準の勘定科目を取り入れるか、「支払の設定」で勘定科目を選んでください。',
      en: 'Adopt the standard chart in the ledger, or choose the accounts in the settings of payables.',
    },
  })
}
