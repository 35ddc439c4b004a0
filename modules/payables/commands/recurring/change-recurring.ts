import { command } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { refuseOlder } from '../payment/refuse-payment.ts'
import { checkedAmount, lockRecurring, recurringObject, tieEarlierInvoices, writeLines } from './recurring-rows.ts'

export const changeRecurring = command(payables.changeRecurring, {
  may: 'payables.keep-recurring',
  emits: ['payables.recurring-changed'],
  async run(context, { recurringId, version, ...form }) {
    const { tx, actor } = context
    const company = actor.companyId
    const before = await lockRecurring(context, recurringId)
    if (before.version !== version) refuseOlder()
    const amount = await checkedAmount(context, form)
    await tx.run`update payables.recurring set title = ${form.title}, every_months = ${form.everyMonths}, starts_month = ${form.startsMonth},
        ends_month = ${form.endsMonth}, arrives_months_later = ${form.arrivesMonthsLater}, arrives_day = ${form.arrivesDay},
        amount = ${amount}, note = ${form.note}, version = version + 1
      where company_id = ${company} and id = ${recurringId}`
    await writeLines(tx, company, recurringId, form.lines)
    await tieEarlierInvoices(context, before.vendorId, form.startsMonth)
    return {
      events: [
        {
          activity: 'payables.recurring-changed',
          objects: [recurringObject(recurringId, form.title, before.vendorId), { type: 'vendor', id: before.vendorId }],
          data: { amount, endsMonth: form.endsMonth },
        },
      ],
      answer: { version: version + 1 },
    }
  },
})
