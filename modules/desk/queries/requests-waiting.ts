import { query, raw, sql } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { requestRows } from './request-rows.ts'

export const requestsWaiting = query(desk.requestsWaiting, {
  may: 'desk.answer',
  async run(context, { whose, departmentId, offset, limit }) {
    const { actor, within } = context
    const assignee = {
      me: sql`r.assignee_id = ${actor.personId ?? null}`,
      nobody: sql`r.assignee_id is null`,
      all: raw('true'),
    }[whose]
    return requestRows(context, {
      where: sql`r.state in ('received', 'in-progress', 'asked-back') and ${assignee}
        and (${departmentId ?? null}::uuid is null or r.department_id = ${departmentId ?? null})
        and ${within({ own: sql`r.assignee_id`, department: sql`r.department_id` })}`,
      order: raw('r.submitted_at, r.id'),
      offset,
      limit,
    })
  },
})
