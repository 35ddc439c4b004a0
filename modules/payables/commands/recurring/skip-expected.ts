import { command } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { isExpectedFor } from '../../rules/recurring/expected.ts'
import { refuseConflict } from '../payment/refuse-payment.ts'
import { lockRecurring, recurringObject, refuseUnexpected } from './recurring-rows.ts'

export const skipExpected = command(payables.skipExpected, {
  may: 'payables.keep-recurring',
  emits: ['payables.expected-skipped'],
  async run(context, { recurringId, month, reason }) {
    const { tx, actor } = context
    const company = actor.companyId
    const recurring = await lockRecurring(context, recurringId)
    if (!isExpectedFor(recurring, month)) refuseUnexpected('month', recurring.title)
    const [accrual, settled] = await Promise.all([
      tx.row`select 1 as one from payables.accrual
        where company_id = ${company} and recurring_id = ${recurringId} and month = ${month} and reversal_id is null`,
      tx.row<{ isInvoice: boolean }>`select invoice_id is not null as "isInvoice" from payables.expected_settled
        where company_id = ${company} and recurring_id = ${recurringId} and month = ${month}`,
    ])
    if (settled)
      refuseConflict(
        'month',
        'expected-settled',
        settled.isInvoice
          ? { ja: 'その月の請求書は届いています。', en: 'The invoice of that month has arrived.' }
          : { ja: 'その月は、すでに届かないものとされています。', en: 'Nothing is expected for that month already.' },
        { ja: '画面を開き直してください。', en: 'Reload.' },
      )
    if (accrual)
      refuseConflict(
        'month',
        'accrual-stands',
        { ja: 'その月は概算で計上されています。', en: 'An accrual stands for that month.' },
        { ja: '先に概算計上を取り消してください。', en: 'Reverse the accrual first.' },
      )
    await tx.run`insert into payables.expected_settled (company_id, recurring_id, month, skipped_reason)
      values (${company}, ${recurringId}, ${month}, ${reason})`
    return {
      events: [
        {
          activity: 'payables.expected-skipped',
          objects: [recurringObject(recurringId, recurring.title, recurring.vendorId)],
          data: { month, reason },
        },
      ],
      answer: {},
    }
  },
})
