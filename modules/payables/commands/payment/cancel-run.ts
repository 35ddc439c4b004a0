import { command } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { invoiceIdsOf, lockRun } from './lock-run.ts'
import { refuseConflict, refuseState } from './refuse-payment.ts'
import { invoiceObjects } from './write-transfers.ts'

export const cancelRun = command(payables.cancelRun, {
  may: 'payables.prepare-runs',
  emits: ['payables.run-cancelled'],
  async run({ tx, actor }, { runId, version, reason, fileWithdrawn }) {
    const company = actor.companyId
    const run = await lockRun(tx, company, runId, version)
    if (run.state === 'paid' || run.state === 'cancelled')
      refuseState(
        run.state,
        { ja: '取りやめられません。', en: 'it is not cancelled.' },
        run.state === 'paid'
          ? {
              ja: '戻ってきた振込は、組戻しとして記録してください。',
              en: 'Record a transfer that came back as returned.',
            }
          : { ja: '一覧を開き直してください。', en: 'Reload the list.' },
      )
    if (run.state === 'file-taken' && !fileWithdrawn)
      refuseConflict(
        'fileWithdrawn',
        'file-at-large',
        { ja: '総合振込ファイルを出力しています。', en: 'The transfer file was taken.' },
        {
          ja: '銀行に送っていないか、銀行で取り消したことを確かめて、その旨を選んでください。',
          en: 'Make sure that it was not sent to the bank, or that the bank has taken it back, and say so.',
        },
        {
          says: {
            ja: '銀行に届いたファイルの支払は取りやめられません。',
            en: 'What the bank carries out cannot be cancelled here.',
          },
        },
      )
    const invoiceIds = await invoiceIdsOf(tx, company, runId)
    await Promise.all([
      tx.run`update payables.payment_run set state = 'cancelled', cancel_reason = ${reason}, version = version + 1
        where company_id = ${company} and id = ${runId}`,
      tx.run`update payables.transfer set state = 'cancelled' where company_id = ${company} and run_id = ${runId}`,
      tx.run`update payables.payment set state = 'cancelled' where company_id = ${company} and run_id = ${runId}`,
    ])
    return {
      events: [
        {
          activity: 'payables.run-cancelled',
          objects: [{ type: 'payment-run', id: runId }, ...invoiceObjects(invoiceIds)],
          data: { reason, ...(run.state === 'file-taken' ? { fileWithdrawn } : {}) },
        },
      ],
      answer: { version: run.version + 1 },
    }
  },
})
