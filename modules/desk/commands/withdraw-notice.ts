import { command } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { lockNotice, noticeObjects } from './notice-row.ts'

export const withdrawNotice = command(desk.withdrawNotice, {
  may: 'desk.publish',
  emits: ['desk.notice-withdrawn'],
  async run(context, { noticeId }) {
    const { tx, actor, now } = context
    const notice = await lockNotice(context, noticeId)
    await tx.run`update desk.notice set withdrawn_at = ${now}, version = version + 1 where company_id = ${actor.companyId} and id = ${noticeId}`
    return {
      events: [{ activity: 'desk.notice-withdrawn', objects: noticeObjects({ noticeId, ...notice }) }],
      answer: {},
    }
  },
})
