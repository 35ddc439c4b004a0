import type { CommandContext, LocalDate, Tx } from '@ennoshita/kernel/server'

/** What an invoice says of the month for which it may have been expected. */
export type ExpectedInvoice = {
  readonly invoiceId: string
  readonly kind: 'ordinary' | 'credit-note'
  readonly vendorId: string | null
  /** Last day of the service, else the booking month, else the day of the invoice. */
  readonly serviceUntil: LocalDate | null
  readonly bookingMonth: LocalDate | null
  readonly invoicedOn: LocalDate | null
  readonly total: number | null
}

/**
 * Ties an invoice to what was expected of its vendor for its month; called when it is registered, corrected or cancelled (with
 * `vendorId` null). A credit note is never what was expected. An earlier tie of the same invoice is loosened first. Of several expected ones the nearest amount is taken.
 */
export async function settleExpected(
  tx: Tx,
  { actor }: Pick<CommandContext, 'actor'>,
  { invoiceId, kind, vendorId, serviceUntil, bookingMonth, invoicedOn, total }: ExpectedInvoice,
): Promise<{ recurringId: string; month: LocalDate } | null> {
  const company = actor.companyId
  await tx.run`delete from payables.expected_settled where company_id = ${company} and invoice_id = ${invoiceId}`
  const day = serviceUntil ?? bookingMonth ?? invoicedOn
  if (vendorId === null || day === null || kind === 'credit-note') return null
  const month = `${day.slice(0, 7)}-01`
  const settled = await tx.row<{ recurringId: string }>`
    insert into payables.expected_settled (company_id, recurring_id, month, invoice_id)
    select r.company_id, r.id, ${month}, ${invoiceId} from payables.recurring r
    where r.company_id = ${company} and r.vendor_id = ${vendorId}
      and r.starts_month <= ${month}::date and (r.ends_month is null or r.ends_month >= ${month}::date)
      and payables.months_between(r.starts_month, ${month}::date) % r.every_months = 0
      and not exists (select 1 from payables.expected_settled s where s.company_id = r.company_id and s.recurring_id = r.id and s.month = ${month}::date)
    order by abs(r.amount - ${total ?? 0}::bigint), r.id limit 1
    on conflict do nothing returning recurring_id as "recurringId"`
  return settled ? { recurringId: settled.recurringId, month } : null
}
