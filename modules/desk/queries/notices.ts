import type { AnswerOf } from '@ennoshita/kernel'
import { query } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'

export const notices = query(desk.notices, {
  may: 'desk.read-notices',
  async run({ tx, actor, today }, { all, offset, limit }) {
    const found = await tx.rows<AnswerOf<typeof desk.notices>['rows'][number]>`
      select n.id as "noticeId", n.title, n.body, n.reason, n.kind_id as "kindId", n.department_id as "departmentId", d.name as "departmentName",
        n.shown_from as "shownFrom", n.shown_until as "shownUntil", n.published_at as "publishedAt", n.changed_at as "changedAt", n.version,
        coalesce(r.version = n.version, false) as "isRead"
      from desk.notice n
      left join people.department_on(${actor.companyId}, ${today}) d on d.id = n.department_id
      left join desk.notice_read r on r.company_id = n.company_id and r.notice_id = n.id and r.person_id = ${actor.personId ?? null}
      where n.company_id = ${actor.companyId} and n.withdrawn_at is null
        and (${all} or (n.shown_from <= ${today} and (n.shown_until is null or n.shown_until >= ${today})))
      order by n.shown_from desc, n.id limit ${limit + 1} offset ${offset}`
    return { rows: found.slice(0, limit), more: found.length > limit }
  },
})
