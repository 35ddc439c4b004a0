import { sendBack } from '@ennoshita/approvals/server'
import { command } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { invoiceObjects, lockInvoice, refuseUnlessIn } from './invoice-row.ts'

export const returnInvoice = command(payables.returnInvoice, {
  may: 'payables.approve-invoices',
  emits: ['payables.invoice-returned'],
  async run(context, { invoiceId, version, step, comment, to }) {
    const { tx, actor } = context
    const row = await lockInvoice(context, invoiceId, version)
    refuseUnlessIn(row, ['submitted'], { ja: '承認待ちの一覧を開き直してください。', en: 'Reload what waits for you.' })
    if (row.matterId === null) throw new Error(`The submitted invoice ${invoiceId} has no matter.`)
    const decided = await sendBack(tx, context, { matterId: row.matterId, comment, to, step })
    const state = decided.state === 'returned' ? ('returned' as const) : ('waiting' as const)
    if (state === 'returned')
      await tx.run`update payables.invoice set state = 'returned', version = version + 1
        where company_id = ${actor.companyId} and id = ${invoiceId}`
    return {
      events: [
        {
          activity: 'payables.invoice-returned',
          objects: [...invoiceObjects(row), decided.object],
          data: { ...decided.told },
        },
      ],
      answer: { state },
    }
  },
})
