import { command, refuse } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { refuseStrangers } from './writing/refusals.ts'
import { lockOwnReport, readersOf, refuseOtherVersion, reportObject } from './writing/report-record.ts'

/** Sends the page to one person; from then on they may read it, and it stays as it is. */
export const sendReport = command(work.sendReport, {
  may: 'work.report',
  emits: ['work.report-sent'],
  async run(context, { reportId, version, toPersonId }) {
    const { tx, actor, now } = context
    const report = await lockOwnReport(context, reportId)
    refuseOtherVersion(report, version)
    await refuseStrangers(context, [toPersonId], 'toPersonId')
    const readers = await readersOf(context, reportId)
    if (readers.includes(toPersonId))
      refuse({
        kind: 'conflict',
        code: 'work.report-sent-to',
        what:
          toPersonId === actor.personId
            ? { ja: 'ご自分には送れません。', en: 'It cannot be sent to yourself.' }
            : { ja: 'その方には送付済みです。', en: 'It was sent to that person already.' },
        field: 'toPersonId',
        todo: { ja: 'ほかの方を選ぶか、このままお閉じください。', en: 'Choose someone else, or leave it.' },
      })
    if (report.state === 'draft')
      await tx.run`update work.report set state = 'sent' where company_id = ${actor.companyId} and id = ${reportId}`
    await tx.run`insert into work.report_recipient (company_id, report_id, person_id, sent_at)
      values (${actor.companyId}, ${reportId}, ${toPersonId}, ${now})`
    return {
      events: [
        {
          activity: 'work.report-sent',
          objects: [
            reportObject(report, [...readers, toPersonId]),
            { type: 'person', id: toPersonId, qualifier: 'to' },
          ],
        },
      ],
      answer: {},
    }
  },
})
