import { type QueryContext, query, type Sql, sql } from '@ennoshita/kernel/server'
import type { z } from 'zod'
import { ledger } from '../contract.ts'
import { containing } from './containing.ts'

type Row = {
  journalId: string
  number: number | null
  postedOn: string
  kind: 'ordinary' | 'closing'
  description: string
  partner: string
  amount: number
  debitAccount: string | null
  creditAccount: string | null
  reverses: string | null
  reversedBy: string | null
}

const isNoTax: Sql = sql`a.purpose is distinct from 'tax-paid' and a.purpose is distinct from 'tax-received'`

/**
 * The one account on a side of journal `j`, the tax booked apart left aside where something else stands there; nothing where
 * there are several.
 */
const oneAccount = (isOnSide: Sql): Sql => sql`(select case count(distinct l.account_id) filter (where ${isNoTax})
    when 0 then case when count(distinct l.account_id) = 1 then min(a.name) end
    when 1 then min(a.name) filter (where ${isNoTax}) end
  from ledger.line l join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
  where l.company_id = j.company_id and l.journal_id = j.id and ${isOnSide})`

const debitAccount = oneAccount(sql`l.amount > 0`)
const creditAccount = oneAccount(sql`l.amount < 0`)

type Filters = z.output<typeof ledger.journalExports.input>

/** The journals `j` that all filters find, within what the actor may see. */
export function journalsFound({ actor, within }: QueryContext, filters: Filters): Sql {
  const { fromOn, untilOn, amountFrom = 0, amountUntil, text, accountId, number } = filters
  const amounts: Sql = sql`between ${amountFrom} and ${amountUntil ?? Number.MAX_SAFE_INTEGER}`
  const isAmount: Sql =
    amountFrom > 0 || amountUntil !== undefined
      ? sql`(j.amount ${amounts} or exists (select 1 from ledger.line l
          where l.company_id = j.company_id and l.journal_id = j.id and abs(l.amount) ${amounts}))`
      : sql`true`
  const hasAccount: Sql = accountId
    ? sql`exists (select 1 from ledger.line l
        where l.company_id = j.company_id and l.account_id = ${accountId} and l.posted_on = j.posted_on and l.journal_id = j.id)`
    : sql`true`
  return sql`j.company_id = ${actor.companyId} and ${within({ own: sql`j.posted_by` })}
    and j.posted_on between ${fromOn ?? '0001-01-01'} and ${untilOn ?? '9999-12-31'}
    and ${isAmount} and ${text ? containing(sql`j.folded`, text) : sql`true`} and ${hasAccount}
    and ${number === undefined ? sql`true` : sql`j.number = ${number}`}`
}

export const journalList = query(ledger.journalList, {
  may: 'ledger.see-books',
  async run(context, { afterOn, afterJournalId, limit, ...filters }) {
    const isAfter: Sql =
      afterOn && afterJournalId ? sql`(j.posted_on, j.id) < (${afterOn}::date, ${afterJournalId}::uuid)` : sql`true`
    const rows = await context.tx.rows<Row>`
      select j.id as "journalId", j.number, j.posted_on as "postedOn", j.kind, j.description, j.partner, j.amount, j.reverses,
        ${debitAccount} as "debitAccount", ${creditAccount} as "creditAccount",
        (select r.id from ledger.journal r where r.company_id = j.company_id and r.reverses = j.id) as "reversedBy"
      from ledger.journal j
      where ${journalsFound(context, filters)} and ${isAfter}
      order by j.posted_on desc, j.id desc limit ${limit + 1}`
    const journals = rows.slice(0, limit)
    const last = rows.length > limit ? journals.at(-1) : undefined
    return { journals, next: last ? { afterOn: last.postedOn, afterJournalId: last.journalId } : null }
  },
})
