import { type LocalDate, query } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import type { PaymentMethod } from '../../rules/payment/payment-form.ts'
import { isBankDay } from '../../rules/vendor/pay-day.ts'

type Row = { dueOn: LocalDate; method: PaymentMethod; invoices: number; open: number; planned: number }

export const paymentCalendars = query(payables.paymentCalendars, {
  may: 'payables.see-payments',
  async run({ tx, actor }, { from, until }) {
    const rows = await tx.rows<Row>`
      select i.due_on as "dueOn", v.method, count(*)::int as invoices,
        coalesce(sum(case when i.kind = 'credit-note' then - i.payable else i.payable end) filter (where p.id is null), 0)::bigint as open,
        coalesce(sum(case when i.kind = 'credit-note' then - i.payable else i.payable end) filter (where p.id is not null), 0)::bigint as planned
      from payables.invoice i
        join payables.vendor v on v.company_id = i.company_id and v.id = i.vendor_id
        left join payables.payment p on p.company_id = i.company_id and p.invoice_id = i.id and p.state in ('planned', 'paid')
      where i.company_id = ${actor.companyId} and i.state = 'approved' and i.due_on between ${from} and ${until} and p.state is distinct from 'paid'
      group by 1, 2 order by 1, 2`
    return { days: rows.map((row) => ({ ...row, isBankDay: isBankDay(row.dueOn) })) }
  },
})
