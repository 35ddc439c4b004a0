import type { AnswerOf } from '@ennoshita/kernel'
import { addDays, type QueryContext, query, refuseNotFound, type Sql, sql } from '@ennoshita/kernel/server'
import type { z } from 'zod'
import { ledger } from '../contract.ts'
import { type Division, divisionNames, isProfitAndLoss, type Side } from '../rules/divisions.ts'
import { fiscalYearOf, monthOf } from '../rules/fiscal-year.ts'
import { taxClassName, taxClassOf } from '../rules/tax-class.ts'
import { fiscalStartOf, refuseSeveralYears } from './fiscal-start.ts'
import { departmentNames } from './sheet-parts.ts'

type Account = { code: string; name: string; side: Side; division: Division; purpose: string | null }
type Line = {
  journalId: string
  line: number
  number: number | null
  postedOn: string
  description: string
  partner: string
  note: string
  subAccountName: string | null
  departmentName: string | null
  taxKey: string
  counterAccountId: string | null
  counterAccount: string | null
  amount: number
}
/** Where the page begins: after this line, or with the first line of a day. */
type Start = { on: string; journalId: string | undefined; line: number }

export const accountLedgers = query(ledger.accountLedgers, {
  may: 'ledger.see-books',
  run: readLedger,
})

type Asked = z.output<typeof ledger.accountLedgers.input>

/** One page of an account's ledger, `limit` lines long. */
export async function readLedger(context: QueryContext, input: Asked): Promise<AnswerOf<typeof ledger.accountLedgers>> {
  const { tx, actor, within } = context
  const { accountId, fromOn, untilOn, afterOn, afterJournalId, afterLine, limit } = input
  const company = actor.companyId
  const [fiscalStart, account] = await Promise.all([
    fiscalStartOf(tx, company),
    tx.row<Account>`select code, name, side, division, purpose from ledger.account where company_id = ${company} and id = ${accountId}`,
  ])
  if (!account) refuseNotFound({ ja: '勘定科目', en: 'account' }, 'accountId')
  const fiscalYear = fiscalYearOf(fromOn, fiscalStart)
  refuseSeveralYears(fiscalYear, { from: fromOn, until: untilOn, field: 'untilOn' })
  const isNext = afterOn !== undefined && afterJournalId !== undefined && afterLine !== undefined && afterOn >= fromOn
  const start: Start = isNext
    ? { on: afterOn, journalId: afterJournalId, line: afterLine }
    : { on: fromOn, journalId: undefined, line: 0 }
  const wanted = sql`l.company_id = ${company} and l.account_id = ${accountId} and ${within({ department: sql`l.department_id` })}
      and ${equal(sql`l.sub_account_id`, input.subAccountId)} and ${equal(sql`l.department_id`, input.departmentId)}`
  const isAfter = start.journalId
    ? sql`(l.posted_on, l.journal_id, l.line) > (${start.on}::date, ${start.journalId}::uuid, ${start.line}::smallint)`
    : sql`l.posted_on >= ${fromOn}`
  const dayAfter: Start = { on: addDays(untilOn, 1), journalId: undefined, line: 0 }
  const [opening, closing, rows] = await Promise.all([
    openingOf(context, input, account, start, fiscalYear.startsOn),
    openingOf(context, input, account, dayAfter, fiscalYear.startsOn),
    tx.rows<Line>`
        with l as materialized (
          select l.company_id, l.journal_id, l.line, l.posted_on, l.amount, l.note, l.sub_account_id, l.department_id, l.tax_class from ledger.line l
          where ${wanted} and ${isAfter} and l.posted_on <= ${untilOn}
          order by l.posted_on, l.journal_id, l.line limit ${limit + 1})
        select l.journal_id as "journalId", l.line, j.number, l.posted_on as "postedOn", j.description, j.partner, l.note, l.amount,
          s.name as "subAccountName", d.name as "departmentName", l.tax_class as "taxKey", c.id as "counterAccountId", c.name as "counterAccount"
        from l join lateral (select h.number, h.description, h.partner from ledger.journal h
            where h.company_id = l.company_id and h.id = l.journal_id limit 1) j on true
          left join ledger.sub_account s on s.company_id = l.company_id and s.account_id = ${accountId} and s.id = l.sub_account_id
          left join ${departmentNames(company)} d on d.posted_on = l.posted_on and d.id = l.department_id
          left join ledger.account c on c.company_id = l.company_id and c.id = (
            select case when min(o.account_id::text) = max(o.account_id::text) then min(o.account_id::text)::uuid end from ledger.line o
            where o.company_id = l.company_id and o.journal_id = l.journal_id and (o.amount > 0) <> (l.amount > 0))
        order by l.posted_on, l.journal_id, l.line`,
  ])
  const sign = account.side === 'debit' ? 1 : -1
  let balance = opening
  const lines = rows.slice(0, limit).map(({ amount, taxKey, ...line }) => {
    balance += amount
    const side: Side = amount > 0 ? 'debit' : 'credit'
    const taxName = taxClassName(taxClassOf(taxKey), line.postedOn)
    return { ...line, taxName, side, amount: Math.abs(amount), balance: sign * balance || 0 }
  })
  const last = rows.length > limit ? lines.at(-1) : undefined
  return {
    ...{ accountId, code: account.code, name: account.name, side: account.side },
    opening: sign * opening || 0,
    closing: sign * closing || 0,
    lines,
    next: last ? { afterOn: last.postedOn, afterJournalId: last.journalId, afterLine: last.line } : null,
  }
}

const profitDivisions = divisionNames.filter(isProfitAndLoss)

const equal = (column: Sql, id: string | undefined): Sql => (id === undefined ? sql`true` : sql`${column} = ${id}`)

/** Debit less credit before the page: whole months from the totals, the days of its own month from the lines. */
async function openingOf(
  { tx, actor, within }: QueryContext,
  {
    accountId,
    subAccountId,
    departmentId,
  }: { accountId: string; subAccountId?: string | undefined; departmentId?: string | undefined },
  { division, purpose }: Account,
  { on, journalId, line }: Start,
  yearStartsOn: string,
): Promise<number> {
  const company = actor.companyId
  const month = monthOf(on)
  const since: Sql = isProfitAndLoss(division) ? sql`t.month >= ${yearStartsOn}` : sql`true`
  const carried: Sql =
    purpose === 'retained-earnings' && subAccountId === undefined && departmentId === undefined
      ? sql`(select coalesce(sum(t.debit - t.credit), 0) from ledger.total t
          join ledger.account a on a.company_id = t.company_id and a.id = t.account_id
          where t.company_id = ${company} and t.month < ${yearStartsOn} and a.division = any(${profitDivisions}::text[])
            and ${within({ department: sql`t.department_id` })})`
      : sql`0`
  const untilStart: Sql = journalId
    ? sql`(l.posted_on, l.journal_id, l.line) <= (${on}::date, ${journalId}::uuid, ${line}::smallint)`
    : sql`l.posted_on < ${on}`
  const row = await tx.row<{ opening: number }>`select (
      (select coalesce(sum(t.debit - t.credit), 0) from ledger.total t where t.company_id = ${company} and t.account_id = ${accountId}
        and t.month < ${month} and ${since} and ${equal(sql`t.sub_account_id`, subAccountId)} and ${equal(sql`t.department_id`, departmentId)}
        and ${within({ department: sql`t.department_id` })})
      + (select coalesce(sum(l.amount), 0) from ledger.line l where l.company_id = ${company} and l.account_id = ${accountId}
        and l.posted_on >= ${month} and ${untilStart} and ${equal(sql`l.sub_account_id`, subAccountId)}
        and ${equal(sql`l.department_id`, departmentId)} and ${within({ department: sql`l.department_id` })})
      + ${carried})::bigint as opening`
  return row?.opening ?? 0
}
