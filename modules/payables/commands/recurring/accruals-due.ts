import type { LocalDate, Tx } from '@ennoshita/kernel/server'
import { monthEnd } from '@ennoshita/statutes'
import { isRegisteredOn, type Registration } from '../../rules/invoice/registration.ts'
import { costOf, type ExpectedLine } from '../../rules/recurring/accrual.ts'

export type MonthState = 'due' | 'accrued' | 'reversed' | 'booked' | 'skipped'
export type AccrualShown = {
  readonly accrualId: string
  readonly journalId: string
  readonly amount: number
  readonly postedOn: LocalDate
  readonly reversedOn: LocalDate | null
}

type Row = Registration & {
  recurringId: string
  vendorId: string
  vendorName: string
  title: string
  amount: number
  lines: ExpectedLine[]
  invoiceId: string | null
  invoiceState: string | null
  isSkipped: boolean
  accrued: AccrualShown | null
}

/** What is expected for a month of service, with what has come of it. */
export async function expectedOfMonth(tx: Tx, company: string, month: LocalDate) {
  const rows = await tx.rows<Row>`
    select r.id as "recurringId", r.vendor_id as "vendorId", v.name as "vendorName", r.title, r.amount,
      v.registration_number as "registrationNumber", v.registered_from as "registeredFrom", v.registered_until as "registeredUntil",
      (select jsonb_agg(jsonb_build_object('accountId', l.account_id, 'subAccountId', l.sub_account_id, 'departmentId', l.department_id,
          'description', l.description, 'amount', l.amount, 'taxKind', l.tax_kind) order by l.line)
        from payables.recurring_line l where l.company_id = r.company_id and l.recurring_id = r.id) as lines,
      s.invoice_id as "invoiceId", i.state as "invoiceState", coalesce(s.skipped_reason is not null, false) as "isSkipped",
      (select jsonb_build_object('accrualId', a.id, 'journalId', a.journal_id, 'amount', a.amount, 'postedOn', a.posted_on, 'reversedOn', a.reversed_on)
        from payables.accrual a where a.company_id = r.company_id and a.recurring_id = r.id and a.month = ${month}::date
        order by a.reversal_id is not null, a.id desc limit 1) as accrued
    from payables.recurring r join payables.vendor v on v.company_id = r.company_id and v.id = r.vendor_id
      left join payables.expected_settled s on s.company_id = r.company_id and s.recurring_id = r.id and s.month = ${month}::date
      left join payables.invoice i on i.company_id = s.company_id and i.id = s.invoice_id
    where r.company_id = ${company} and r.starts_month <= ${month}::date and (r.ends_month is null or r.ends_month >= ${month}::date)
      and payables.months_between(r.starts_month, ${month}::date) % r.every_months = 0
      and (v.retired_on is null or v.retired_on >= ${month}::date)
    order by v.name_kana, r.title, r.id`
  const on = monthEnd(month)
  return rows.map(({ lines, ...row }) => {
    const isRegistered = isRegisteredOn(row, on)
    const costs = lines.map((line) => ({ ...line, cost: costOf(line, isRegistered, on) }))
    return {
      ...row,
      isRegistered,
      lines: costs,
      cost: costs.reduce((sum, line) => sum + line.cost, 0),
      state: stateOf(row),
    }
  })
}

/** An invoice that is registered but not approved is not in the books yet: its month is still due. */
function stateOf({ accrued, isSkipped, invoiceState }: Omit<Row, 'lines'>): MonthState {
  if (accrued && accrued.reversedOn === null) return 'accrued'
  if (isSkipped) return 'skipped'
  if (invoiceState === 'approved') return accrued ? 'reversed' : 'booked'
  return 'due'
}
