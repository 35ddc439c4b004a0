import { command } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { personOf } from './writing/deed-record.ts'
import { lockOwnReport, refuseOtherVersion, refuseSent, reportObject } from './writing/report-record.ts'

export const changeReport = command(work.changeReport, {
  may: 'work.report',
  emits: ['work.report-changed'],
  async run(context, { reportId, version, title, sections }) {
    const { tx, actor } = context
    const report = await lockOwnReport(context, reportId)
    refuseSent(report)
    refuseOtherVersion(report, version)
    await tx.run`update work.report set title = ${title}, sections = ${JSON.stringify(sections)}, version = version + 1
      where company_id = ${actor.companyId} and id = ${reportId}`
    return {
      events: [{ activity: 'work.report-changed', objects: [reportObject(report, [personOf(context)])] }],
      answer: { version: version + 1 },
    }
  },
})
