import { type AnswerOf, type QueryContext, query, type Sql, sql } from '@ennoshita/kernel/server'
import type { z } from 'zod'
import { ledger } from '../contract.ts'
import { fiscalYearOf, monthOf } from '../rules/fiscal-year.ts'
import { type AccountTotals, type BalancedAccount, trialBalance } from '../rules/trial-balance.ts'
import { fiscalStartOf, refuseSeveralYears } from './fiscal-start.ts'

type Named = { id: string; name: string }

const part = (column: Sql, isAsked: boolean): Sql =>
  isAsked ? sql`nullif(${column}, '00000000-0000-0000-0000-000000000000')` : sql`null::uuid`

export const trialBalances = query(ledger.trialBalances, {
  may: 'ledger.see-books',
  run: readTrialBalance,
})

export async function readTrialBalance(
  { tx, actor, within }: QueryContext,
  { bySubAccount, byDepartment, ...given }: z.output<typeof ledger.trialBalances.input>,
): Promise<AnswerOf<typeof ledger.trialBalances>> {
  const company = actor.companyId
  const [fromMonth, untilMonth] = [monthOf(given.fromMonth), monthOf(given.untilMonth)]
  const fiscalStart = await fiscalStartOf(tx, company)
  const fiscalYear = fiscalYearOf(fromMonth, fiscalStart)
  refuseSeveralYears(fiscalYear, { from: fromMonth, until: untilMonth, field: 'untilMonth' })
  const [accounts, totals, subAccounts, departments] = await Promise.all([
    tx.rows<BalancedAccount>`select id as "accountId", code, name, division, side, purpose from ledger.account where company_id = ${company}`,
    tx.rows<AccountTotals>`select t.account_id as "accountId", ${part(sql`t.sub_account_id`, bySubAccount)} as "subAccountId",
          ${part(sql`t.department_id`, byDepartment)} as "departmentId",
          coalesce(sum(t.debit - t.credit) filter (where t.month < ${fiscalYear.startsOn}), 0)::bigint as before,
          coalesce(sum(t.debit - t.credit) filter (where t.month >= ${fiscalYear.startsOn} and t.month < ${fromMonth}), 0)::bigint as opening,
          coalesce(sum(t.debit) filter (where t.month >= ${fromMonth}), 0)::bigint as debit,
          coalesce(sum(t.credit) filter (where t.month >= ${fromMonth}), 0)::bigint as credit
        from ledger.total t
        where t.company_id = ${company} and t.month <= ${untilMonth} and ${within({ department: sql`t.department_id` })}
        group by 1, 2, 3`,
    bySubAccount ? tx.rows<Named>`select id, name from ledger.sub_account where company_id = ${company}` : [],
    byDepartment ? tx.rows<Named>`select d.id, d.name from people.department_on(${company}, ${untilMonth}) d` : [],
  ])
  const names = new Map([...subAccounts, ...departments].map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null))
  const { accounts: rows, ...sums } = trialBalance(accounts, totals)
  return {
    ...{ fromMonth, untilMonth, fiscalYear, ...sums },
    accounts: rows.map((row) => ({
      ...row,
      parts:
        bySubAccount || byDepartment
          ? row.parts.map((each) => ({
              ...each,
              subAccountName: nameOf(each.subAccountId),
              departmentName: nameOf(each.departmentId),
            }))
          : [],
    })),
  }
}
