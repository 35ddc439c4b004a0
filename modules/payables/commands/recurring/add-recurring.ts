import { command, newId, refuseNotFound } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { refuseConflict } from '../payment/refuse-payment.ts'
import { vendorObject } from '../vendor/vendor-rows.ts'
import { checkedAmount, recurringObject, tieEarlierInvoices, writeLines } from './recurring-rows.ts'

export const addRecurring = command(payables.addRecurring, {
  may: 'payables.keep-recurring',
  emits: ['payables.recurring-added'],
  async run(context, { vendorId, ...form }) {
    const { tx, actor } = context
    const company = actor.companyId
    const [vendor, amount] = await Promise.all([
      tx.row<{ name: string; retiredOn: string | null }>`select name, retired_on as "retiredOn" from payables.vendor
        where company_id = ${company} and id = ${vendorId} for no key update`,
      checkedAmount(context, form),
    ])
    if (!vendor) refuseNotFound({ ja: '取引先', en: 'vendor' }, 'vendorId')
    if (vendor.retiredOn !== null)
      refuseConflict(
        'vendorId',
        'vendor-retired',
        { ja: `「${vendor.name}」の使用はやめています。`, en: `${vendor.name} is retired.` },
        { ja: '使用を再開するか、別の取引先を選んでください。', en: 'Restore it, or choose another vendor.' },
      )
    const recurringId = newId()
    await tx.run`insert into payables.recurring (company_id, id, vendor_id, title, every_months, starts_month, ends_month, arrives_months_later,
        arrives_day, amount, note)
      values (${company}, ${recurringId}, ${vendorId}, ${form.title}, ${form.everyMonths}, ${form.startsMonth}, ${form.endsMonth},
        ${form.arrivesMonthsLater}, ${form.arrivesDay}, ${amount}, ${form.note})`
    await writeLines(tx, company, recurringId, form.lines)
    await tieEarlierInvoices(context, vendorId, form.startsMonth)
    return {
      events: [
        {
          activity: 'payables.recurring-added',
          objects: [recurringObject(recurringId, form.title, vendorId), vendorObject(vendorId, vendor.name)],
          data: { amount, everyMonths: form.everyMonths },
        },
      ],
      answer: { recurringId, version: 1 },
    }
  },
})
