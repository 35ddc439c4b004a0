import { command } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { personOf } from './writing/deed-record.ts'
import { hidden } from './writing/planned-tasks.ts'
import { lockOwnReport, refuseSent, reportObject } from './writing/report-record.ts'

export const discardReport = command(work.discardReport, {
  may: 'work.report',
  emits: ['work.report-discarded'],
  async run(context, { reportId }) {
    const { tx, actor } = context
    const report = await lockOwnReport(context, reportId)
    refuseSent(report)
    await tx.run`delete from work.report where company_id = ${actor.companyId} and id = ${reportId}`
    return {
      events: [{ activity: 'work.report-discarded', objects: [hidden(reportObject(report, [personOf(context)]))] }],
      answer: {},
    }
  },
})
