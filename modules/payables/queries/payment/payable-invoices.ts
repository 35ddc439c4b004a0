import { type LocalDate, query, sql } from '@ennoshita/kernel/server'
import { settingsOrNull } from '../../commands/settings/read-settings.ts'
import { payables } from '../../contract.ts'
import {
  closingDayOf,
  dueDateFindings,
  holdFindings,
  type PaymentFinding,
} from '../../rules/invoice/due-date-findings.ts'
import { payDay } from '../../rules/vendor/pay-day.ts'
import { type OwnFacts, protectionOf } from '../../rules/vendor/protection.ts'
import { type PayableRow, payableRows } from './payable-rows.ts'

const unknownCompany: OwnFacts = { capital: null, employees: null, officers: null }

export const payableInvoices = query(payables.payableInvoices, {
  may: 'payables.see-payments',
  async run({ tx, actor, today }, asked) {
    const {
      dueFrom = null,
      dueUntil = null,
      method = null,
      vendorId = null,
      afterOn = null,
      afterInvoiceId = null,
      limit,
    } = asked
    const company = actor.companyId
    const condition = sql`i.state = 'approved'
      and not exists (select 1 from payables.payment p where p.company_id = i.company_id and p.invoice_id = i.id and p.state in ('planned', 'paid'))
      and (${dueFrom}::date is null or i.due_on >= ${dueFrom}) and (${dueUntil}::date is null or i.due_on <= ${dueUntil})
      and (${vendorId}::uuid is null or i.vendor_id = ${vendorId})
      and (${method}::text is null or (select v.method from payables.vendor v where v.company_id = i.company_id and v.id = i.vendor_id) = ${method})
      and (${afterInvoiceId}::uuid is null or (i.due_on, i.id) > (${afterOn}::date, ${afterInvoiceId}::uuid))`
    const [rows, settings] = await Promise.all([
      payableRows(tx, company, condition, undefined, limit + 1),
      settingsOrNull(tx, company),
    ])
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      invoices: shown.map((row) => shownRow(row, settings ?? unknownCompany, today)),
      next: rows.length > limit && last ? { afterOn: last.dueOn, afterInvoiceId: last.invoiceId } : null,
    }
  },
})

function shownRow(row: PayableRow, company: OwnFacts, today: LocalDate) {
  const { invoiceId, number, kind, vendorNumber, dueOn, vendorId, vendorName, departmentId, method, feeBearer } = row
  const payOn = payDay(dueOn, row.shift ?? 'previous', method)
  const sign = kind === 'credit-note' ? -1 : 1
  return {
    ...{ invoiceId, number, kind, vendorNumber, dueOn, vendorId, vendorName, departmentId, payOn, method, feeBearer },
    total: sign * row.total,
    withholding: sign * row.withholding + 0,
    payable: sign * (row.total - row.withholding) + 0,
    isOverdue: dueOn < today,
    findings: findingsOf(row, company, payOn, today),
  }
}

/** What stands against paying an invoice on a day, holds first. */
export function findingsOf(row: PayableRow, company: OwnFacts, payOn: LocalDate, today: LocalDate): PaymentFinding[] {
  const protection = protectionOf(row, company, row.serviceFrom)
  const { method, feeBearer, kind, dueOn, shift, hold, reversedBy } = row
  const account = hold === null ? 'confirmed' : hold === 'no-account' ? 'none' : 'waiting'
  const holds = holdFindings({ method, account, feeBearer, protection, reversedBy, today })
  if (kind === 'credit-note') return holds
  const closingDay = closingDayOf(row)
  const facts = { protection, receivedOn: row.serviceFrom, dueOn, payOn, closingDay, shift: shift ?? 'previous', today }
  return [...holds, ...dueDateFindings({ ...facts, owed: row.total - row.withholding })]
}
