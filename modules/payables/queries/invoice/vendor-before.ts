import type { LocalDate, Tx } from '@ennoshita/kernel/server'
import { addMonths } from '@ennoshita/statutes'
import { periodStart } from '../../rules/invoice/deduction-of-lines.ts'
import type { CompanyFacts, VendorFacts } from '../../rules/invoice/invoice-facts.ts'
import type { InvoiceForm } from '../../rules/invoice/invoice-form.ts'
import { isRegisteredOn } from '../../rules/invoice/registration.ts'
import { checkRates, serviceDayOf, taxOfLines } from '../../rules/invoice/tax-of-lines.ts'
import { feeOf, isPaidWith } from '../../rules/payment/withheld-tax.ts'
import { readForm } from './invoice-form-of.ts'

type Asked = {
  readonly company: string
  readonly today: LocalDate
  readonly form: InvoiceForm
  readonly vendor: VendorFacts
  readonly fiscalStart: CompanyFacts['fiscalStart']
  /** The invoice itself: it is not counted. */
  readonly invoiceId: string | null
}

/**
 * Purchases from the vendor that are approved, tax included, by the first day of their tax period, where the vendor was not registered. All
 * of the period count, earlier and later ones: whichever is approved last is the one above the cap.
 */
export async function boughtOf(tx: Tx, { company, today, form, vendor, fiscalStart, invoiceId }: Asked) {
  const days = form.lines.map((line) => serviceDayOf(line, form) ?? today).sort()
  const [first = today, last = today] = [days[0], days.at(-1)]
  if (days.every((on) => isRegisteredOn(vendor, on))) return new Map<LocalDate, number>()
  const [from, until] = [periodStart(first, fiscalStart), addMonths(periodStart(last, fiscalStart), 12)]
  const rows = await tx.rows<{ on: LocalDate; total: number }>`
    select service_until as "on", case when kind = 'credit-note' then - total else total end as total
    from payables.invoice where company_id = ${company} and vendor_id = ${form.vendorId} and state = 'approved'
      and service_until >= ${from} and service_until < ${until} and id is distinct from ${invoiceId}`
  const bought = new Map<LocalDate, number>()
  for (const { on, total } of rows.filter((row) => !isRegisteredOn(vendor, row.on))) {
    const period = periodStart(on, fiscalStart)
    bought.set(period, (bought.get(period) ?? 0) + total)
  }
  return bought
}

/** The fees of approved invoices that are to be paid to the vendor at the time of this one, credit notes taken off; 0 where nothing is withheld. */
export async function feesBeforeOf(
  tx: Tx,
  {
    company,
    today,
    form,
    vendor,
    invoiceId,
  }: Pick<Asked, 'company' | 'today' | 'invoiceId'> & {
    readonly form: Pick<InvoiceForm, 'vendorId' | 'dueOn'>
    readonly vendor: Pick<VendorFacts, 'withholdingKind'>
  },
): Promise<number> {
  const { dueOn } = form
  const { withholdingKind } = vendor
  if (withholdingKind === null || dueOn === null) return 0
  const rows = await tx.rows<{ id: string; dueOn: LocalDate }>`
    select id, due_on as "dueOn" from payables.invoice where company_id = ${company} and vendor_id = ${form.vendorId} and state = 'approved'
      and due_on >= date_trunc('month', ${dueOn}::date) and due_on < date_trunc('month', ${dueOn}::date) + interval '1 month'
      and id is distinct from ${invoiceId}`
  const ids = rows.filter((row) => isPaidWith(withholdingKind, dueOn, row.dueOn)).map(({ id }) => id)
  const forms = await Promise.all(ids.map((id) => readForm(tx, company, id)))
  return forms.reduce((sum, other) => {
    if (!other) return sum
    const fee = feeOf(other, taxOfLines(other, checkRates(other, today), today))
    return other.kind === 'credit-note' ? sum - fee : sum + fee
  }, 0)
}
