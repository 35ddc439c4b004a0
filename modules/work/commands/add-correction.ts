import { command, newId, refuse } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { lockOwnReport, readersOf, reportObject } from './writing/report-record.ts'

export const addCorrection = command(work.addCorrection, {
  may: 'work.report',
  emits: ['work.report-corrected'],
  async run(context, { reportId, text }) {
    const { tx, actor, now } = context
    const report = await lockOwnReport(context, reportId)
    if (report.state === 'draft')
      refuse({
        kind: 'conflict',
        code: 'work.report-not-sent',
        what: { ja: 'まだ送っていない下書きです。', en: 'It was not sent yet.' },
        field: 'reportId',
        todo: { ja: 'そのまま書き直せます。', en: 'You can change it as it is.' },
      })
    const correctionId = newId()
    await tx.run`insert into work.report_correction (company_id, id, report_id, text, written_at)
      values (${actor.companyId}, ${correctionId}, ${reportId}, ${text}, ${now})`
    return {
      events: [
        { activity: 'work.report-corrected', objects: [reportObject(report, await readersOf(context, reportId))] },
      ],
      answer: { correctionId },
    }
  },
})
