import { query, sql } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { runRows } from './run-rows.ts'

export const paymentRuns = query(payables.paymentRuns, {
  may: 'payables.see-payments',
  async run({ tx, actor }, { state, afterOn = null, afterRunId = null, limit }) {
    const wanted = state === 'open' ? ['prepared', 'released', 'file-taken'] : state === 'all' ? null : [state]
    const condition = sql`(${wanted}::text[] is null or r.state = any(${wanted}::text[]))
      and (${afterRunId}::uuid is null or (r.pay_on, r.id) < (${afterOn}::date, ${afterRunId}::uuid))`
    const rows = await runRows(tx, actor.companyId, condition, limit + 1)
    const runs = rows.slice(0, limit)
    const last = runs.at(-1)
    return { runs, next: rows.length > limit && last ? { afterOn: last.payOn, afterRunId: last.runId } : null }
  },
})
