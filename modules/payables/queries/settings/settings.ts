import { query } from '@ennoshita/kernel/server'
import { type SettingsRead, settingsOrNull } from '../../commands/settings/read-settings.ts'
import { payables } from '../../contract.ts'
import { smallAmountStanding } from '../../rules/invoice/small-amount.ts'

const nothingGiven = { usesSmallAmount: false, basePeriodSales: null, specifiedPeriodSales: null }

export const settings = query(payables.settings, {
  may: 'payables.see-settings',
  async run({ tx, actor, today }) {
    const company = actor.companyId
    const read = await settingsOrNull(tx, company)
    const version = read?.version ?? 0
    const ids = Object.entries(read ?? {}).flatMap(([name, value]) => (name.endsWith('AccountId') ? [value] : []))
    const accounts = await tx.rows<{ accountId: string; code: string; name: string }>`
      select account_id as "accountId", code, name from ledger.account_name
      where company_id = ${company} and account_id = any(${ids}::uuid[]) order by code`
    const settings = read === null ? null : withoutVersion(read)
    return { version, settings, accounts, smallAmount: smallAmountStanding(settings ?? nothingGiven, today) }
  },
})

function withoutVersion({ version: _, salesToldOn: _t, ...settings }: SettingsRead) {
  return settings
}
