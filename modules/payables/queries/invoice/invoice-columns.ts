import { type QueryContext, type Sql, sql } from '@ennoshita/kernel/server'

/**
 * A row of a list of invoices. The payment state is that of the one payment that is alive. Invoices stand as `i`.
 */
export const invoiceColumns: Sql = sql`i.id as "invoiceId", i.number, i.kind, i.state, coalesce(p.state, 'unpaid') as payment, i.version,
  i.vendor_id as "vendorId", coalesce(v.name, '') as "vendorName", i.vendor_number as "vendorNumber", i.document_id as "documentId",
  i.department_id as "departmentId", d.name as "departmentName", i.invoiced_on as "invoicedOn", i.received_on as "receivedOn",
  i.booking_month as "bookingMonth", i.due_on as "dueOn", i.total, i.withholding, i.payable, i.accepted_on is not null as "isAccepted",
  i.matter_id as "matterId"`

/** The joins that the columns need; departments are called as today. */
export function invoiceJoins(company: string, today: string): Sql {
  return sql`left join payables.vendor v on v.company_id = i.company_id and v.id = i.vendor_id
    left join payables.payment p on p.company_id = i.company_id and p.invoice_id = i.id and p.state in ('planned', 'paid')
    left join people.department_on(${company}, ${today}) d on d.id = i.department_id`
}

/** Which invoices somebody sees: those of their scope, and those about which they are or were asked. */
export function reachOf({ actor, within }: QueryContext): Sql {
  const people = [actor.personId, actor.onBehalfOf].filter((person) => person !== undefined)
  const scope = within({ own: sql`i.entered_by`, department: sql`i.department_id` })
  return sql`(${scope} or exists (select 1 from approvals.asked_person q where q.company_id = i.company_id and q.matter_id = i.matter_id
    and (q.person_id = any(${people}::uuid[]) or q.deputy_id = any(${people}::uuid[]))))`
}
