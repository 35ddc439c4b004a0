import { command, refuse } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { lockNotice, noticeObjects, refuseBackwards } from './notice-row.ts'

export const changeNotice = command(desk.changeNotice, {
  may: 'desk.publish',
  emits: ['desk.notice-changed'],
  async run(context, { noticeId, version, ...notice }) {
    const { tx, actor, now, today } = context
    const { departmentId, version: stands } = await lockNotice(context, noticeId)
    if (stands !== version)
      refuse({
        kind: 'conflict',
        code: 'desk.notice-changed-meanwhile',
        what: {
          ja: 'このお知らせは、開いているあいだに書き直されました。',
          en: 'This notice was changed while you had it open.',
        },
        field: 'version',
        todo: { ja: '開き直して、もう一度お直しください。', en: 'Open it again and make your change once more.' },
      })
    const shownFrom = notice.shownFrom ?? today
    refuseBackwards(shownFrom, notice.shownUntil)
    await tx.run`update desk.notice set title = ${notice.title}, body = ${notice.body}, reason = ${notice.reason}, kind_id = ${notice.kindId},
        shown_from = ${shownFrom}, shown_until = ${notice.shownUntil ?? null}, changed_at = ${now}, version = version + 1
      where company_id = ${actor.companyId} and id = ${noticeId}`
    return {
      events: [
        {
          activity: 'desk.notice-changed',
          objects: noticeObjects({ noticeId, title: notice.title, kindId: notice.kindId, departmentId }),
        },
      ],
      answer: { version: version + 1 },
    }
  },
})
