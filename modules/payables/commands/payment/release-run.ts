import { command } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { refuseChangedVendors } from './changed-vendors.ts'
import { invoiceIdsOf, lockRun, readTransfers } from './lock-run.ts'
import { refuseState } from './refuse-payment.ts'
import { checkPayOn, readSource } from './run-source.ts'
import { invoiceObjects } from './write-transfers.ts'

export const releaseRun = command(payables.releaseRun, {
  may: 'payables.release-runs',
  emits: ['payables.run-released'],
  apartFrom: { activities: ['payables.run-prepared', 'payables.run-changed'], object: 'runId' },
  async run({ tx, actor, now, today }, { runId, version }) {
    const company = actor.companyId
    const run = await lockRun(tx, company, runId, version)
    if (run.state !== 'prepared')
      refuseState(
        run.state,
        { ja: '承認できません。', en: 'it is not released.' },
        { ja: '一覧を開き直してください。', en: 'Reload the list.' },
      )
    const source = await readSource(tx, company, run.sourceAccountId)
    checkPayOn(source, { ...run, now, today })
    await refuseChangedVendors(tx, company, run)
    const [transfers, invoiceIds] = [await readTransfers(tx, company, runId), await invoiceIdsOf(tx, company, runId)]
    await tx.run`update payables.payment_run set state = 'released', released_by = ${actor.personId ?? null}, released_at = ${now}, version = version + 1
      where company_id = ${company} and id = ${runId}`
    return {
      events: [
        {
          activity: 'payables.run-released',
          objects: [{ type: 'payment-run', id: runId }, ...invoiceObjects(invoiceIds)],
          data: {
            payOn: run.payOn,
            transfers: transfers.length,
            total: transfers.reduce((sum, { sent }) => sum + sent, 0),
          },
        },
      ],
      answer: { version: run.version + 1 },
    }
  },
})
