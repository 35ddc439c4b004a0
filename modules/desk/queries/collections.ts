import type { AnswerOf } from '@ennoshita/kernel'
import { query, sql } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'

export const collections = query(desk.collections, {
  may: 'desk.collect',
  async run({ tx, actor, within }, { closed, offset, limit }) {
    const found = await tx.rows<AnswerOf<typeof desk.collections>['rows'][number]>`
      select c.id as "collectionId", c.title, c.due_on as "dueOn", c.department_id as "departmentId", n.asked as "askedCount", n.open as "openCount",
        c.closed_at as "closedAt"
      from desk.collection c
      cross join lateral (select count(*)::int as asked, (count(*) filter (where p.state = 'open'))::int as open
        from desk.collection_person p where p.company_id = c.company_id and p.collection_id = c.id) n
      where c.company_id = ${actor.companyId} and (c.closed_at is not null) = ${closed}
        and ${within({ own: sql`c.started_by_id`, department: sql`c.department_id` })}
      order by c.due_on desc, c.id limit ${limit + 1} offset ${offset}`
    return { rows: found.slice(0, limit), more: found.length > limit }
  },
})
