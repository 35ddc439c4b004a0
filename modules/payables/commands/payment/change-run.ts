import { command, refuseNotFound } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { composeRun } from './compose-run.ts'
import { invoiceIdsOf, lockRun } from './lock-run.ts'
import { cutOffWarning } from './prepare-run.ts'
import { refuseConflict, refuseState } from './refuse-payment.ts'
import { refuseUnwritable } from './run-file.ts'
import { checkPayOn, readSource, refuseSource } from './run-source.ts'
import { runObject, writeTransfers } from './write-transfers.ts'

export const changeRun = command(payables.changeRun, {
  may: 'payables.prepare-runs',
  emits: ['payables.run-changed'],
  async run({ tx, actor, now, today }, { runId, version, addInvoiceIds, removeInvoiceIds, ...asked }) {
    const company = actor.companyId
    const run = await lockRun(tx, company, runId, version)
    if (run.state !== 'prepared')
      refuseState(
        run.state,
        { ja: '直せません。', en: 'it is not changed any more.' },
        {
          ja: '取りやめて、準備し直してください。',
          en: 'Cancel it and prepare a new one.',
        },
      )
    const before = await invoiceIdsOf(tx, company, runId)
    const stranger = removeInvoiceIds.findIndex((id) => !before.includes(id))
    if (stranger >= 0)
      refuseNotFound({ ja: 'この支払の請求書', en: 'invoice in this run' }, `removeInvoiceIds.${stranger}`)
    const invoiceIds = [...new Set([...before, ...addInvoiceIds])].filter((id) => !removeInvoiceIds.includes(id))
    if (invoiceIds.length === 0) refuseEmpty()
    const source = await readSource(tx, company, run.sourceAccountId)
    refuseSource(source, run.method)
    const payOn = asked.payOn ?? run.payOn
    const lateReason = asked.lateReason || run.lateReason
    const { cutOffAt } = checkPayOn(source, { payOn, method: run.method, lateReason, now, today })
    const { transfers, total, warnings } = await composeRun(tx, company, invoiceIds, {
      ...run,
      runId,
      source,
      payOn,
      today,
    })
    if (run.method === 'transfer') refuseUnwritable(source, payOn, transfers)
    await Promise.all([
      writeTransfers(tx, company, runId, transfers, run.method === 'transfer'),
      tx.run`update payables.payment_run set pay_on = ${payOn}, late_reason = ${lateReason}, version = version + 1
        where company_id = ${company} and id = ${runId}`,
    ])
    const added = invoiceIds.filter((id) => !before.includes(id))
    return {
      events: [
        {
          activity: 'payables.run-changed',
          objects: [
            runObject(runId, payOn, source.name),
            ...added.map((id) => ({ type: 'invoice', id, qualifier: 'added' })),
            ...removeInvoiceIds.map((id) => ({ type: 'invoice', id, qualifier: 'removed' })),
          ],
          data: { payOn, added: added.length, removed: removeInvoiceIds.length, transfers: transfers.length, total },
        },
      ],
      answer: {
        ...{ version: run.version + 1, transfers: transfers.length, total },
        warnings: [...cutOffWarning(cutOffAt, now, today), ...warnings],
      },
    }
  },
})

function refuseEmpty(): never {
  refuseConflict(
    'removeInvoiceIds',
    'run-empty',
    { ja: '請求書が一つも残りません。', en: 'No invoice would be left.' },
    { ja: '支払そのものを取りやめてください。', en: 'Cancel the run instead.' },
  )
}
