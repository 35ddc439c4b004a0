import { query, sql } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { receivedIn, stepsOfInvoices } from './invoice-flow-events.ts'

type Case = {
  invoiceId: string
  number: number | null
  vendorName: string
  total: number | null
  waitedMinutes: number
  times: number
}

export const invoiceMapCases = query(payables.invoiceMapCases, {
  may: 'payables.see-invoices',
  async run(context, { from, to, offset, limit, ...period }) {
    const { tx, actor } = context
    const company = actor.companyId
    const passed = sql`with ${stepsOfInvoices(company, receivedIn(context, period))},
      steps as (select s.invoice_id, e.activity, e.occurred_at,
          lead(e.activity) over w as next, lead(e.occurred_at) over w as next_at
        from s join kernel.event e on e.company_id = ${company} and e.id = s.event_id
        window w as (partition by s.invoice_id order by e.occurred_at, e.recorded_at, e.id)),
      passed as (select invoice_id, count(*) as times, max(next_at - occurred_at) as waited
        from steps where activity = ${from} and next = ${to} group by invoice_id)`
    const [counted, cases] = await Promise.all([
      tx.row<{ count: number }>`${passed} select count(*) as count from passed`,
      tx.rows<Case>`${passed}
        select i.id as "invoiceId", i.number, coalesce(v.name, '') as "vendorName", i.total,
          round(extract(epoch from p.waited) / 60)::int as "waitedMinutes", p.times
        from passed p join payables.invoice i on i.company_id = ${company} and i.id = p.invoice_id
          left join payables.vendor v on v.company_id = i.company_id and v.id = i.vendor_id
        order by p.waited desc, i.id offset ${offset} limit ${limit}`,
    ])
    return { count: counted?.count ?? 0, cases }
  },
})
