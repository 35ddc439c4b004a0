import type { AnswerOf } from '@ennoshita/kernel'
import { join, type QueryContext, query, raw, type Sql, sql } from '@ennoshita/kernel/server'
import type { z } from 'zod'
import { payables } from '../../contract.ts'
import { invoiceColumns, invoiceJoins, reachOf } from './invoice-columns.ts'

type Asked = z.output<(typeof payables.invoiceList)['input']>
type Answer = AnswerOf<typeof payables.invoiceList>
type Row = Answer['invoices'][number]

const noDueDay = '2999-12-31'

export const invoiceList = query(payables.invoiceList, {
  may: 'payables.see-invoices',
  async run(context, asked) {
    const { tx, actor, today } = context
    const company = actor.companyId
    const { order, afterOn, afterInvoiceId, limit } = asked
    const wanted = join([...filtersOf(context, asked), tabOf(asked.state)], ' and ', raw('true'))
    const day = order === 'due' ? sql`coalesce(i.due_on, date '2999-12-31')` : sql`i.received_on`
    const sign = order === 'due' ? sql`>` : sql`<`
    const isAfter =
      afterOn && afterInvoiceId ? sql`and (${day}, i.id) ${sign} (${afterOn}::date, ${afterInvoiceId}::uuid)` : sql``
    const sorted = order === 'due' ? sql`order by ${day}, i.id` : sql`order by i.received_on desc, i.id desc`
    const [rows, sums] = await Promise.all([
      tx.rows<Row>`
        with found as (select i.* from payables.invoice i where i.company_id = ${company} and ${wanted} ${isAfter} ${sorted} limit ${limit + 1})
        select ${invoiceColumns} from found i ${invoiceJoins(company, today)} ${sorted}`,
      afterOn === undefined ? sumsOf(context, asked) : null,
    ])
    const invoices = rows.slice(0, limit)
    const last = rows.length > limit ? invoices.at(-1) : undefined
    const next = last && {
      afterOn: order === 'due' ? (last.dueOn ?? noDueDay) : last.receivedOn,
      afterInvoiceId: last.invoiceId,
    }
    return { invoices, next: next ?? null, sums }
  },
})

const paidOnes = sql`exists (select 1 from payables.payment p where p.company_id = i.company_id and p.invoice_id = i.id and p.state = 'paid')`
const aliveOnes = sql`exists (select 1 from payables.payment p
  where p.company_id = i.company_id and p.invoice_id = i.id and p.state in ('planned', 'paid'))`

function tabOf(state: Asked['state']): Sql {
  if (state === 'all') return sql`true`
  if (state === 'paid') return sql`i.state = 'approved' and ${paidOnes}`
  if (state === 'approved') return sql`i.state = 'approved' and not ${paidOnes}`
  return sql`i.state = ${state}`
}

/** All filters but the tab. */
function filtersOf(context: QueryContext, asked: Asked): Sql[] {
  const { actor } = context
  const { text, payment } = asked
  const number = /^\d{1,9}$/.test(text.normalize('NFKC')) ? Number(text.normalize('NFKC')) : null
  return [
    reachOf(context),
    ...(asked.dueFrom ? [sql`i.due_on >= ${asked.dueFrom}`] : []),
    ...(asked.dueUntil ? [sql`i.due_on <= ${asked.dueUntil}`] : []),
    ...(asked.bookingMonth ? [sql`i.booking_month = ${asked.bookingMonth}`] : []),
    ...(asked.vendorId ? [sql`i.vendor_id = ${asked.vendorId}`] : []),
    ...(asked.departmentId ? [sql`i.department_id = ${asked.departmentId}`] : []),
    ...(asked.amountFrom === undefined ? [] : [sql`i.total >= ${asked.amountFrom}`]),
    ...(asked.amountUntil === undefined ? [] : [sql`i.total <= ${asked.amountUntil}`]),
    ...(text === ''
      ? []
      : [sql`(i.id in (select payables.find_invoices(${actor.companyId}, ${text})) or i.number = ${number}::int)`]),
    ...(payment === undefined
      ? []
      : payment === 'unpaid'
        ? [sql`i.state = 'approved' and not ${aliveOnes}`]
        : [
            sql`exists (select 1 from payables.payment p where p.company_id = i.company_id and p.invoice_id = i.id and p.state = ${payment})`,
          ]),
  ]
}

/** Counts and sums by tab of what the filters leave; credit notes count below zero. */
async function sumsOf(context: QueryContext, asked: Asked): Promise<NonNullable<Answer['sums']>> {
  const { tx, actor } = context
  const wanted = join(filtersOf(context, asked), ' and ', raw('true'))
  const signed = sql`case when i.kind = 'credit-note' then - i.total else i.total end`
  const [byState, paid] = await Promise.all([
    tx.rows<{ state: Row['state']; count: number; total: number }>`
      select i.state, count(*) as count, coalesce(sum(${signed}), 0)::bigint as total
      from payables.invoice i where i.company_id = ${actor.companyId} and ${wanted} group by i.state`,
    tx.row<{ count: number; total: number }>`
      select count(*) as count, coalesce(sum(${signed}), 0)::bigint as total
      from payables.payment a join payables.invoice i on i.company_id = a.company_id and i.id = a.invoice_id
      where a.company_id = ${actor.companyId} and a.state = 'paid' and ${wanted}`,
  ])
  const of = (state: Row['state']) => byState.find((each) => each.state === state) ?? { count: 0, total: 0 }
  const settled = paid ?? { count: 0, total: 0 }
  const all = byState.reduce((sum, { count, total }) => ({ count: sum.count + count, total: sum.total + total }), {
    count: 0,
    total: 0,
  })
  return [
    { state: 'all', ...all },
    ...(['draft', 'submitted', 'returned'] as const).map((state) => ({
      state,
      count: of(state).count,
      total: of(state).total,
    })),
    { state: 'approved', count: of('approved').count - settled.count, total: of('approved').total - settled.total },
    { state: 'paid', ...settled },
    { state: 'cancelled', count: of('cancelled').count, total: of('cancelled').total },
  ]
}
