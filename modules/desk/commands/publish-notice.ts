import { command, newId, refuse } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { departmentOfActor, requireDepartment } from '../queries/people-of-company.ts'
import { noticeObjects, refuseBackwards } from './notice-row.ts'

export const publishNotice = command(desk.publishNotice, {
  may: 'desk.publish',
  emits: ['desk.notice-published'],
  async run(context, { departmentId: given, ...notice }) {
    const { tx, actor, now, today } = context
    const departmentId = given ?? (await departmentOfActor(context))
    if (given !== undefined) {
      await requireDepartment(tx, actor.companyId, given, today, 'departmentId')
      if (
        actor.kind === 'human' &&
        actor.grants.get('desk.publish') !== 'company' &&
        !actor.departmentIds.includes(given)
      )
        refuse({
          kind: 'not-allowed',
          code: 'desk.other-department',
          what: { ja: 'ほかの部門の名では出せません。', en: 'A notice goes out in the name of your own department.' },
          field: 'departmentId',
          todo: { ja: 'ご自分の部門を選んでください。', en: 'Choose your own department.' },
        })
    }
    const shownFrom = notice.shownFrom ?? today
    refuseBackwards(shownFrom, notice.shownUntil)
    const noticeId = newId()
    await tx.run`insert into desk.notice (company_id, id, title, body, reason, kind_id, department_id, shown_from, shown_until, published_by_id, published_at)
      values (${actor.companyId}, ${noticeId}, ${notice.title}, ${notice.body}, ${notice.reason}, ${notice.kindId}, ${departmentId},
        ${shownFrom}, ${notice.shownUntil ?? null}, ${actor.personId ?? null}, ${now})`
    return {
      events: [
        {
          activity: 'desk.notice-published',
          objects: noticeObjects({ noticeId, title: notice.title, kindId: notice.kindId, departmentId }),
        },
      ],
      answer: { noticeId },
    }
  },
})
