import { type LocalDate, type QueryContext, query, type Sql, sql } from '@ennoshita/kernel/server'
import type { z } from 'zod'
import { type AccountShown, ledger } from '../contract.ts'
import { type Division, divisionNames, divisions, type Side } from '../rules/divisions.ts'
import type { Purpose, SubAccountUse } from '../rules/ready-chart.ts'
import { taxClassOf } from '../rules/tax-class.ts'
import { containing } from './containing.ts'

type Row = {
  accountId: string
  version: number
  code: string
  name: string
  kana: string
  division: Division
  side: Side
  taxKey: string
  subAccounts: SubAccountUse
  purpose: Purpose | null
  closedOn: LocalDate | null
}
type Part = { accountId: string; subAccountId: string; code: string; name: string; kana: string }

export const accountList = query(ledger.accountList, {
  may: 'ledger.see-chart',
  run: readAccounts,
})

export async function readAccounts(
  { tx, actor, today }: QueryContext,
  { text, includeClosed }: z.output<typeof ledger.accountList.input>,
): Promise<AccountShown[]> {
  const company = actor.companyId
  const found: Sql = text ? containing(sql`kernel.fold(a.code || ',' || a.name || ',' || a.kana)`, text) : sql`true`
  const open: Sql = includeClosed ? sql`true` : sql`(a.closed_on is null or a.closed_on >= ${today})`
  const [accounts, parts] = await Promise.all([
    tx.rows<Row>`select a.id as "accountId", a.version, a.code, a.name, a.kana, a.division, a.side, a.tax_class as "taxKey",
          a.sub_accounts as "subAccounts", a.purpose, a.closed_on as "closedOn"
        from ledger.account a where a.company_id = ${company} and ${found} and ${open}
        order by array_position(${divisionNames}::text[], a.division), a.code`,
    tx.rows<Part>`select account_id as "accountId", id as "subAccountId", code, name, kana
        from ledger.sub_account where company_id = ${company} order by code`,
  ])
  const byAccount = Map.groupBy(parts, ({ accountId }) => accountId)
  return accounts.map(({ taxKey, ...account }) => ({
    ...account,
    divisionName: divisions[account.division].says.ja,
    taxClass: taxClassOf(taxKey),
    parts: byAccount.get(account.accountId) ?? [],
  }))
}
