import { withdraw } from '@ennoshita/approvals/server'
import { command } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { invoiceObjects, lockInvoice, refuseUnlessIn } from './invoice-row.ts'

export const withdrawInvoice = command(payables.withdrawInvoice, {
  may: 'payables.register-invoices',
  emits: ['payables.invoice-withdrawn'],
  async run(context, { invoiceId, version, reason }) {
    const { tx, actor } = context
    const row = await lockInvoice(context, invoiceId, version)
    refuseUnlessIn(row, ['submitted'], {
      ja: '承認が終わった請求書は、引き戻さずに「取消」か「訂正」で直します。',
      en: 'An approved invoice is cancelled or corrected instead.',
    })
    if (row.matterId === null) throw new Error(`The submitted invoice ${invoiceId} has no matter.`)
    const decided = await withdraw(tx, context, { matterId: row.matterId, reason })
    await tx.run`update payables.invoice set state = 'draft', version = version + 1
      where company_id = ${actor.companyId} and id = ${invoiceId}`
    return {
      events: [
        {
          activity: 'payables.invoice-withdrawn',
          objects: [...invoiceObjects(row), decided.object],
          data: { ...decided.told, reason },
        },
      ],
      answer: { version: row.version + 1 },
    }
  },
})
