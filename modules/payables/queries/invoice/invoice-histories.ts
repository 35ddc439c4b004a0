import type { AnswerOf } from '@ennoshita/kernel'
import { query, refuseNotFound, sql } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { reachOf } from './invoice-columns.ts'
import { activityWords, stepsOfInvoices } from './invoice-flow-events.ts'

type Head = { number: number | null; vendorName: string; total: number | null }
type Step = Omit<AnswerOf<typeof payables.invoiceHistories>['steps'][number], 'says' | 'waitedMinutes'> & {
  waitedSeconds: number
}

export const invoiceHistories = query(payables.invoiceHistories, {
  may: 'payables.see-invoices',
  async run(context, { invoiceId }) {
    const { tx, actor } = context
    const company = actor.companyId
    const [head, rows] = await Promise.all([
      tx.row<Head>`select i.number, coalesce(v.name, '') as "vendorName", i.total from payables.invoice i
        left join payables.vendor v on v.company_id = i.company_id and v.id = i.vendor_id
        where i.company_id = ${company} and i.id = ${invoiceId} and ${reachOf(context)}`,
      tx.rows<Step>`
        with ${stepsOfInvoices(company, sql`select i.id, i.document_id from payables.invoice i where i.company_id = ${company} and i.id = ${invoiceId}`)}
        select e.id as "eventId", e.activity, e.occurred_at as "occurredAt",
          coalesce(extract(epoch from e.occurred_at - lag(e.occurred_at) over (order by e.occurred_at, e.recorded_at, e.id)), 0)::bigint as "waitedSeconds",
          p.display_name as "personName", b.display_name as "onBehalfOfName", e.exception,
          coalesce(e.data ->> 'comment', e.data ->> 'reason', '') as comment,
          coalesce((select jsonb_agg(jsonb_build_object('type', l.object_type, 'id', l.object_id, 'label', l.label, 'opens', l.opens)
              order by l.object_type, l.label)
            from kernel.event_object o join kernel.object_label l
              on l.company_id = o.company_id and l.object_type = o.object_type and l.object_id = o.object_id
            where o.company_id = e.company_id and o.event_id = e.id and o.object_type in ('document', 'journal', 'payment-run')), '[]') as objects
        from s join kernel.event e on e.company_id = ${company} and e.id = s.event_id
          left join people.person_name p on p.company_id = e.company_id and p.person_id = e.actor
          left join people.person_name b on b.company_id = e.company_id and b.person_id = e.on_behalf_of
        order by e.occurred_at, e.recorded_at, e.id limit 500`,
    ])
    if (!head) refuseNotFound({ ja: '請求書', en: 'invoice' }, 'invoiceId')
    const minutes = (seconds: number) => Math.round(seconds / 60)
    return {
      ...{ invoiceId, ...head },
      steps: rows.map(({ waitedSeconds, ...step }) => ({
        ...{ ...step, says: activityWords(step.activity), waitedMinutes: minutes(waitedSeconds) },
      })),
      elapsedMinutes: minutes(rows.reduce((sum, { waitedSeconds }) => sum + waitedSeconds, 0)),
      returns: rows.filter(({ activity }) => activity === 'payables.invoice-returned').length,
    }
  },
})
