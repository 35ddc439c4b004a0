import { type QueryContext, sql, within } from '@ennoshita/kernel/server'
import { vendorEvents } from '../../events.ts'
import type { accountStates, accountTypes } from '../../rules/vendor/vendor-form.ts'

type AccountRow = {
  bankAccountId: string
  state: (typeof accountStates)[number]
  bankCode: string
  bankName: string
  branchCode: string
  branchName: string
  accountType: (typeof accountTypes)[number]
  accountNumber: string
  holder: string
  holderKana: string
  enteredAt: string
  enteredByName: string | null
  isMine: boolean
  confirmedAt: string | null
  confirmedByName: string | null
  calledName: string
  calledNumber: string
  numberSource: string
  calledAt: string | null
  exception: string
  refusedReason: string
}

/** 口座番号 as those see it who neither keep nor confirm accounts: its last three digits. */
export const hiddenNumber = (number: string): string => `****${number.slice(-3)}`

/** The accounts of a vendor, the newest first. */
export async function readVendorAccounts({ tx, actor }: QueryContext, vendorId: string, isWhole: boolean) {
  const rows = await tx.rows<AccountRow>`
    select a.id as "bankAccountId", a.state, a.bank_code as "bankCode", a.bank_name as "bankName", a.branch_code as "branchCode",
      a.branch_name as "branchName", a.account_type as "accountType", a.account_number as "accountNumber", a.holder,
      a.holder_kana as "holderKana", a.entered_at as "enteredAt", e.display_name as "enteredByName",
      coalesce(a.entered_by = ${actor.personId ?? null}::uuid, false) as "isMine", a.confirmed_at as "confirmedAt",
      c.display_name as "confirmedByName", a.called_name as "calledName", a.called_number as "calledNumber",
      a.number_source as "numberSource", a.called_at as "calledAt", a.exception, a.refused_reason as "refusedReason"
    from payables.vendor_bank_account a
      left join people.person_name e on e.company_id = a.company_id and e.person_id = a.entered_by
      left join people.person_name c on c.company_id = a.company_id and c.person_id = a.confirmed_by
    where a.company_id = ${actor.companyId} and a.vendor_id = ${vendorId} order by a.entered_at desc, a.id desc limit 50`
  return rows.map((row) => ({
    ...row,
    isWhole,
    accountNumber: isWhole ? row.accountNumber : hiddenNumber(row.accountNumber),
  }))
}

type InvoiceRow = {
  invoiceId: string
  number: number | null
  vendorNumber: string
  invoicedOn: string | null
  dueOn: string | null
  total: number | null
  state: 'draft' | 'submitted' | 'returned' | 'approved' | 'cancelled'
}

/** The vendor's last ten invoices that the reader may see, the newest first. */
export async function readInvoices({ tx, actor }: QueryContext, vendorId: string): Promise<InvoiceRow[]> {
  return tx.rows<InvoiceRow>`
    select i.id as "invoiceId", i.number, i.vendor_number as "vendorNumber", i.invoiced_on as "invoicedOn", i.due_on as "dueOn", i.total, i.state
    from payables.invoice i
    where i.company_id = ${actor.companyId} and i.vendor_id = ${vendorId}
      and ${within(actor, 'payables.see-invoices', { department: sql`i.department_id` })}
    order by i.received_on desc, i.id desc limit 10`
}

/** What happened to the vendor itself, the newest first. */
export async function readHistory({ tx, actor }: QueryContext, vendorId: string) {
  const rows = await tx.rows<{ eventId: string; activity: string; occurredAt: string; personName: string | null }>`
    select e.id as "eventId", e.activity, e.occurred_at as "occurredAt", p.display_name as "personName"
    from kernel.event_object o join kernel.event e on e.company_id = o.company_id and e.id = o.event_id
      left join people.person_name p on p.company_id = e.company_id and p.person_id = e.actor
    where o.company_id = ${actor.companyId} and o.object_type = 'vendor' and o.object_id = ${vendorId}
      and e.activity = any(${Object.keys(vendorEvents)}::text[])
    order by e.recorded_at desc, e.id desc limit 50`
  return rows.map((row) => ({ ...row, says: vendorEvents[row.activity] ?? { ja: row.activity, en: row.activity } }))
}
