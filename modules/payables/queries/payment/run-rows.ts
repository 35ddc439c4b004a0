import { raw, type Sql, sql, type Tx } from '@ennoshita/kernel/server'
import type { RunRowShown } from '../../contract/payment-queries.ts'

/** Payment runs that meet a condition on `r` (payables.payment_run), in the order given. */
export function runRows(tx: Tx, company: string, condition: Sql, limit: number): Promise<RunRowShown[]> {
  return tx.rows<RunRowShown>`
    with chosen as (select r.* from payables.payment_run r where r.company_id = ${company} and ${condition} order by r.pay_on desc, r.id desc limit ${limit})
    select r.id as "runId", r.number, r.state, r.method, r.pay_on as "payOn", r.paid_on as "paidOn", r.source_account_id as "sourceAccountId",
      s.name as "sourceName", (select count(*)::int from payables.payment p where p.company_id = r.company_id and p.run_id = r.id) as invoices,
      coalesce(n.transfers, 0) as transfers, coalesce(n.total, 0) as total, coalesce(n.returned, 0) as returned, ${nameOf('r.prepared_by')} as "preparedByName",
      ${nameOf('r.released_by')} as "releasedByName", r.version
    from chosen r join payables.source_account s on s.company_id = r.company_id and s.id = r.source_account_id
      left join lateral (select count(*)::int as transfers, sum(t.sent)::bigint as total, (count(*) filter (where t.state in ('failed', 'returned')))::int as returned
        from payables.transfer t where t.company_id = r.company_id and t.run_id = r.id) n on true
    order by r.pay_on desc, r.id desc`
}

/** Whether an invoice of a transfer `t` is in a foreign currency. */
export function hasForeign(): Sql {
  return sql`exists (select 1 from payables.payment f join payables.invoice c on c.company_id = f.company_id and c.id = f.invoice_id
    where f.company_id = t.company_id and f.transfer_id = t.id and c.currency is not null)`
}

/** The name of the person in a column of `r`. */
export function nameOf(column: 'r.prepared_by' | 'r.released_by' | 'r.taken_by'): Sql {
  return sql`(select n.display_name from people.person_name n where n.company_id = r.company_id and n.person_id = ${raw(column)})`
}
