import { command } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { takeBack } from '../payment/take-back.ts'
import { invoiceObjects, lockInvoice, refuseUnlessIn } from './invoice-row.ts'

export const cancelInvoice = command(payables.cancelInvoice, {
  may: 'payables.cancel-invoices',
  emits: ['payables.invoice-cancelled'],
  async run(context, { invoiceId, version, reason, postedOn }) {
    const row = await lockInvoice(context, invoiceId, version)
    refuseUnlessIn(row, ['draft', 'returned', 'approved'], {
      ja: '承認待ちの請求書は、引き戻すか差し戻してから取り消してください。',
      en: 'Withdraw or return an invoice that waits for approval before you cancel it.',
    })
    const taken = await takeBack(context, row, { reason, postedOn })
    return {
      events: [
        {
          activity: 'payables.invoice-cancelled',
          objects: [...invoiceObjects(row), ...taken.objects],
          data: { reason, total: row.total, ...(taken.postedOn ? { postedOn: taken.postedOn } : {}) },
        },
      ],
      answer: { version: row.version + 1, journalId: taken.journalId },
      numbers: taken.numbers,
    }
  },
})
