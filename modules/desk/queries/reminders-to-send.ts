import type { AnswerOf } from '@ennoshita/kernel'
import { query, sql } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'

/** Reminders waiting for the mail, oldest first; those of people who answered meanwhile stay behind. */
export const remindersToSend = query(desk.remindersToSend, {
  may: 'desk.collect',
  async run({ tx, actor, within }, { offset, limit }) {
    const found = await tx.rows<AnswerOf<typeof desk.remindersToSend>['rows'][number]>`
      select r.id as "reminderId", coalesce(p.email, '') as to, r.subject, r.body
      from desk.reminder r
      join desk.collection c on c.company_id = r.company_id and c.id = r.collection_id
      join desk.collection_person a on a.company_id = r.company_id and a.collection_id = r.collection_id and a.person_id = r.person_id
      left join people.person_name p on p.company_id = r.company_id and p.person_id = r.person_id
      where r.company_id = ${actor.companyId} and r.state = 'to-send' and a.state = 'open' and c.closed_at is null
        and ${within({ own: sql`c.started_by_id`, department: sql`c.department_id` })}
      order by r.made_at, r.id limit ${limit + 1} offset ${offset}`
    return { rows: found.slice(0, limit), more: found.length > limit }
  },
})
