import { type LocalDate, refuseNotFound, type Tx } from '@ennoshita/kernel/server'
import { type FiscalStart, monthOf } from '../rules/fiscal-year.ts'
import type { Journal } from '../rules/journal.ts'
import type { SubAccountUse } from '../rules/ready-chart.ts'
import { refuseLockedMonth } from './refuse-posting.ts'

export type PostingAccount = {
  readonly id: string
  readonly name: string
  readonly taxKey: string
  readonly subAccounts: SubAccountUse
  readonly closedOn: LocalDate | null
}

/** What stands in the database about the accounts, sub-accounts, departments and months that journals name. */
export type PostingFacts = {
  readonly fiscalStart: FiscalStart
  readonly accounts: ReadonlyMap<string, PostingAccount>
  /** `account sub-account`. */
  readonly subAccounts: ReadonlySet<string>
  /** `department day`. */
  readonly departments: ReadonlySet<string>
}

/**
 * Shares the locks of the months, refuses a locked one, and reads what the lines are checked against, in one turn. From here on
 * nobody can lock these months before this transaction has ended.
 */
export async function readPostingFacts(tx: Tx, company: string, journals: readonly Journal[]): Promise<PostingFacts> {
  const months = [...new Set(journals.map(({ postedOn }) => monthOf(postedOn)))].sort()
  const lines = journals.flatMap(({ lines }) => lines)
  const accountIds = [...new Set(lines.map(({ accountId }) => accountId))]
  const subAccountIds = [...new Set(lines.flatMap(({ subAccountId }) => subAccountId ?? []))]
  const days = [
    ...new Set(journals.flatMap(({ postedOn, lines }) => (lines.some((line) => line.departmentId) ? postedOn : []))),
  ]
  const [, locked, accounts, subAccounts, departments, profile] = await Promise.all([
    tx.run`select pg_advisory_xact_lock_shared(ledger.month_key(${company}, m)) from unnest(${months}::date[]) as m`,
    tx.row<{ month: LocalDate }>`select month from ledger.month_lock
      where company_id = ${company} and month = any(${months}::date[]) order by month limit 1`,
    tx.rows<PostingAccount>`select id, name, tax_class as "taxKey", sub_accounts as "subAccounts", closed_on as "closedOn"
      from ledger.account where company_id = ${company} and id = any(${accountIds}::uuid[])`,
    subAccountIds.length === 0
      ? []
      : tx.rows<{ accountId: string; id: string }>`select account_id as "accountId", id from ledger.sub_account
          where company_id = ${company} and account_id = any(${accountIds}::uuid[]) and id = any(${subAccountIds}::uuid[])`,
    days.length === 0
      ? []
      : tx.rows<{ id: string; day: LocalDate }>`select d.id, t.day
          from unnest(${days}::date[]) as t (day), lateral people.department_on(${company}, t.day) d`,
    tx.row<FiscalStart>`select fiscal_year_month as month, fiscal_year_day as day from people.company where company_id = ${company}`,
  ])
  if (locked) refuseLockedMonth(locked.month, 'postedOn')
  if (!profile) refuseNotFound({ ja: '会社', en: 'company' })
  return {
    fiscalStart: profile,
    accounts: new Map(accounts.map((account) => [account.id, account])),
    subAccounts: new Set(subAccounts.map(({ accountId, id }) => `${accountId} ${id}`)),
    departments: new Set(departments.map(({ id, day }) => `${id} ${day}`)),
  }
}
