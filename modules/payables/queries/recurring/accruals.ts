import { query, scopeOf } from '@ennoshita/kernel/server'
import { expectedOfMonth } from '../../commands/recurring/accruals-due.ts'
import { payables } from '../../contract.ts'

export const accruals = query(payables.accruals, {
  may: 'payables.see-recurring',
  async run({ tx, actor }, { month }) {
    const company = actor.companyId
    const [locked, rows] = await Promise.all([
      tx.row`select 1 as one from ledger.locked_month where company_id = ${company} and month = ${month}`,
      scopeOf(actor, 'payables.see-recurring') === 'company' ? expectedOfMonth(tx, company, month) : [],
    ])
    return {
      isLocked: locked !== undefined,
      rows: rows.map(({ recurringId, vendorId, vendorName, title, amount, cost, state, invoiceId, accrued }) => ({
        ...{ recurringId, vendorId, vendorName, title, amount, cost, state, invoiceId, accrued },
      })),
    }
  },
})
