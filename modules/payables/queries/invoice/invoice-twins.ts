import { type Actor, sql, type Tx, within } from '@ennoshita/kernel/server'
import type { InvoiceTwin } from '../../contract.ts'

/** By what an invoice is compared with those that are there. */
export type TwinFacts = {
  readonly invoiceId: string | null
  readonly vendorId: string | null
  readonly vendorNumber: string
  readonly total: number | null
  readonly invoicedOn: string | null
  readonly documentId: string | null
}

/**
 * Invoices of the company that may be the same: same vendor and number; same vendor, amount and day of invoice; same file. Cancelled ones
 * and the one that it replaces are not counted. Each of the three is looked up once, by an index of its own. Of those that the actor may not
 * see only the number is told.
 */
export async function twinsOf(
  tx: Tx,
  actor: Actor,
  asked: TwinFacts,
): Promise<{ seen: InvoiceTwin[]; hidden: number }> {
  const company = actor.companyId
  const { invoiceId, vendorId, vendorNumber, total, invoicedOn, documentId } = asked
  const reach = within(actor, 'payables.see-invoices', { own: sql`i.entered_by`, department: sql`i.department_id` })
  const rows = await tx.rows<InvoiceTwin & { isSeen: boolean }>`
    with alike as materialized (
      select id, 'vendor-and-number' as equal from payables.invoice
        where company_id = ${company} and vendor_id = ${vendorId} and folded_number = (select payables.fold_number(${vendorNumber})) and folded_number <> ''
      union all
      select id, 'vendor-amount-and-day' from payables.invoice
        where company_id = ${company} and vendor_id = ${vendorId} and invoiced_on = ${invoicedOn} and total = ${total} and total > 0
      union all
      select id, 'file' from payables.invoice where company_id = ${company} and document_id is not null
        and document_sha256 = (select d.sha256 from documents.document_name d where d.company_id = ${company} and d.document_id = ${documentId}))
    select i.id as "invoiceId", i.number, i.state, coalesce(v.name, '') as "vendorName", i.vendor_number as "vendorNumber",
      i.invoiced_on as "invoicedOn", i.total, array_agg(distinct a.equal order by a.equal desc) as equal, ${reach} as "isSeen"
    from alike a join payables.invoice i on i.company_id = ${company} and i.id = a.id
      left join payables.vendor v on v.company_id = i.company_id and v.id = i.vendor_id
    where i.state <> 'cancelled' and i.id is distinct from ${invoiceId}
      and not exists (select 1 from payables.invoice me where me.company_id = ${company} and me.id = ${invoiceId} and me.replaces = i.id)
    group by i.company_id, i.id, v.name order by i.number limit 20`
  const seen = rows.flatMap(({ isSeen, ...twin }) => (isSeen ? [twin] : []))
  return { seen, hidden: rows.length - seen.length }
}
