import { dateInTokyo } from '@ennoshita/kernel'
import { command, type LocalDate, newId, type Words } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { composeRun } from './compose-run.ts'
import { refuseUnwritable } from './run-file.ts'
import { checkPayOn, readSource, refuseSource } from './run-source.ts'
import { invoiceObjects, runObject, writeTransfers } from './write-transfers.ts'

export const prepareRun = command(payables.prepareRun, {
  may: 'payables.prepare-runs',
  emits: ['payables.run-prepared'],
  async run({ tx, actor, now, today }, { sourceAccountId, payOn, method, feeBearer = null, lateReason, ...asked }) {
    const company = actor.companyId
    const invoiceIds = [...new Set(asked.invoiceIds)]
    const source = await readSource(tx, company, sourceAccountId)
    refuseSource(source, method)
    const { cutOffAt } = checkPayOn(source, { payOn, method, lateReason, now, today })
    const runId = newId()
    const { transfers, total, warnings } = await composeRun(tx, company, invoiceIds, {
      runId,
      source,
      payOn,
      method,
      feeBearer,
      today,
    })
    if (method === 'transfer') refuseUnwritable(source, payOn, transfers)
    await Promise.all([
      tx.run`insert into payables.payment_run (company_id, id, source_account_id, method, pay_on, fee_bearer, late_reason, prepared_by)
        values (${company}, ${runId}, ${sourceAccountId}, ${method}, ${payOn}, ${feeBearer}, ${lateReason}, ${actor.personId ?? null})`,
      writeTransfers(tx, company, runId, transfers, method === 'transfer'),
    ])
    return {
      events: [
        {
          activity: 'payables.run-prepared',
          objects: [runObject(runId, payOn, source.name), ...invoiceObjects(invoiceIds)],
          data: {
            payOn,
            method,
            invoices: invoiceIds.length,
            transfers: transfers.length,
            total,
            ...(lateReason === '' ? {} : { lateReason }),
          },
        },
      ],
      answer: {
        runId,
        version: 1,
        transfers: transfers.length,
        total,
        warnings: [...cutOffWarning(cutOffAt, now, today), ...warnings],
      },
      numbers: [{ series: 'payables.run', table: 'payables.payment_run', column: 'number', id: runId }],
    }
  },
})

/** The cut-off of the bank, where it is today or has passed. */
export function cutOffWarning(cutOffAt: string | null, now: string, today: LocalDate): Words[] {
  if (cutOffAt === null || dateInTokyo(cutOffAt) > today) return []
  if (cutOffAt < now)
    return [
      {
        ja: '銀行の締切を過ぎています。銀行が受け付けるか確かめてください。',
        en: "The bank's cut-off has passed: make sure that it takes the file.",
      },
    ]
  const time = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' }).format(
    Date.parse(cutOffAt),
  )
  return [{ ja: `銀行の締切は今日の${time}です。`, en: `The bank's cut-off is today at ${time}.` }]
}
