import { query } from '@ennoshita/kernel/server'
import { directlyFollows, logOf } from '@ennoshita/mining'
import { payables } from '../../contract.ts'
import { activityWords, receivedIn, stepsOfInvoices } from './invoice-flow-events.ts'

const returned = 'payables.invoice-returned'

export const invoiceMaps = query(payables.invoiceMaps, {
  may: 'payables.see-invoices',
  async run(context, period) {
    const { tx, actor } = context
    const company = actor.companyId
    const rows = await tx.rows<{ caseId: string; activity: string; at: number }>`
      with ${stepsOfInvoices(company, receivedIn(context, period))}
      select s.invoice_id as "caseId", e.activity, round(extract(epoch from e.occurred_at) * 1000)::bigint as at
      from s join kernel.event e on e.company_id = ${company} and e.id = s.event_id order by s.invoice_id, e.occurred_at, e.recorded_at, e.id`
    const flow = directlyFollows(logOf(rows))
    const casesOf = Map.groupBy(rows, ({ activity }) => activity)
    const cases = (activity: string) => new Set(casesOf.get(activity)?.map(({ caseId }) => caseId)).size
    const minutes = (seconds: number | undefined) => Math.round((seconds ?? 0) / 60)
    return {
      invoices: flow.caseCount,
      returned: cases(returned),
      nodes: flow.activities.map(({ activity, count }) => ({
        ...{ activity, count, says: activityWords(activity), cases: cases(activity) },
      })),
      edges: flow.edges.map(({ from, to, count, cases, medianSeconds, p90Seconds }) => ({
        ...{ from, to, count, cases, medianMinutes: minutes(medianSeconds), p90Minutes: minutes(p90Seconds) },
        isReturn: to === returned || from === returned,
      })),
      starts: flow.starts.map(({ activity, count }) => ({ activity, count })),
      ends: flow.ends.map(({ activity, count }) => ({ activity, count })),
    }
  },
})
