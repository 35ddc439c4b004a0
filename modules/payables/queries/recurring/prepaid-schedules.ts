import { query, type Sql, sql } from '@ennoshita/kernel/server'
import { prepaidLines } from '../../commands/recurring/prepaid-due.ts'
import { payables } from '../../contract.ts'

export const prepaidSchedules = query(payables.prepaidSchedules, {
  may: 'payables.see-recurring',
  async run({ tx, actor, today, within }, { month, offset, limit }) {
    const company = actor.companyId
    const begun: Sql = month ? sql`l.spread_from <= ${month}::date` : sql`true`
    const unfinished = sql`${begun} and ${within({})} and l.cost <> coalesce((select sum(t.amount) from payables.prepaid_transfer t
      where t.company_id = l.company_id and t.invoice_id = l.invoice_id and t.line = l.line and t.reversal_id is null), 0)`
    const by = month ?? `${today.slice(0, 7)}-01`
    const lines = await prepaidLines(tx, company, unfinished, sql`limit 5000`)
    const shown = lines
      .map(({ accountId: _, subAccountId: __, departmentId: ___, isReturn, ...line }) => {
        const sign = isReturn ? -1 : 1
        const months = line.months.map((each) => ({ ...each, amount: sign * each.amount }))
        const remaining = months.filter(({ isDone }) => !isDone).reduce((sum, { amount }) => sum + amount, 0)
        return { ...line, cost: sign * line.cost, months, remaining }
      })
      .filter(({ months }) => month === undefined || months.some((each) => each.month <= month && !each.isDone))
    const due = shown
      .flatMap(({ months }) => months)
      .filter((each) => each.month <= by && !each.isDone)
      .reduce((sum, { amount }) => sum + amount, 0)
    return { lines: shown.slice(offset, offset + limit), due }
  },
})
