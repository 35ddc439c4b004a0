import { query } from '@ennoshita/kernel/server'
import { daysBetween } from '@ennoshita/statutes'
import type { AccrualShown } from '../../commands/recurring/accruals-due.ts'
import { payables } from '../../contract.ts'
import { expectedBy, type Recurrence } from '../../rules/recurring/expected.ts'

type Row = Recurrence & {
  recurringId: string
  vendorId: string
  vendorName: string
  title: string
  amount: number
  retiredOn: string | null
  settled: string[]
  accrued: (AccrualShown & { month: string })[]
}

export const missingInvoices = query(payables.missingInvoices, {
  may: 'payables.see-recurring',
  async run({ tx, actor, today, within }, { on = today }) {
    const rows = await tx.rows<Row>`
      select r.id as "recurringId", r.vendor_id as "vendorId", v.name as "vendorName", r.title, r.amount, v.retired_on as "retiredOn",
        r.every_months as "everyMonths", r.starts_month as "startsMonth", r.ends_month as "endsMonth",
        r.arrives_months_later as "arrivesMonthsLater", r.arrives_day as "arrivesDay",
        coalesce((select jsonb_agg(s.month) from payables.expected_settled s where s.company_id = r.company_id and s.recurring_id = r.id), '[]') as settled,
        coalesce((select jsonb_agg(jsonb_build_object('month', a.month, 'accrualId', a.id, 'journalId', a.journal_id, 'amount', a.amount,
            'postedOn', a.posted_on, 'reversedOn', a.reversed_on)) from payables.accrual a
          where a.company_id = r.company_id and a.recurring_id = r.id and a.reversal_id is null), '[]') as accrued
      from payables.recurring r join payables.vendor v on v.company_id = r.company_id and v.id = r.vendor_id
      where r.company_id = ${actor.companyId} and ${within({})} limit 2000`
    return rows
      .flatMap((row) => {
        const { recurringId, vendorId, vendorName, title, amount, retiredOn } = row
        return expectedBy(row, on)
          .filter(({ month }) => !row.settled.includes(month) && (retiredOn === null || month <= retiredOn))
          .map(({ month, expectedOn }) => {
            const { month: _, ...accrued } = row.accrued.find((each) => each.month === month) ?? {
              month,
              accrualId: '',
            }
            return {
              ...{ recurringId, vendorId, vendorName, title, amount, month, expectedOn },
              daysLate: daysBetween(expectedOn, on),
              accrued: 'journalId' in accrued ? accrued : null,
            }
          })
      })
      .sort((one, other) => (one.expectedOn < other.expectedOn ? -1 : one.expectedOn > other.expectedOn ? 1 : 0))
  },
})
