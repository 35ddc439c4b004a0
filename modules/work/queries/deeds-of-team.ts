import type { AnswerOf } from '@ennoshita/kernel'
import { query, sql } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { deedColumns, deedTables, inSpan, namedPerson } from './reading/deed-rows.ts'

export const deedsOfTeam = query(work.deedsOfTeam, {
  may: 'work.see-shared-deeds',
  async run({ tx, actor, within }, { from, until, offset, limit }) {
    const found = await tx.rows<AnswerOf<typeof work.deedsOfTeam>['rows'][number]>`
      select ${deedColumns}, ${namedPerson(sql`d.person_id`, sql`n.display_name`)} as doer
      from ${deedTables} left join people.person_name n on n.company_id = d.company_id and n.person_id = d.person_id
      where d.company_id = ${actor.companyId} and d.is_shared and d.removed_at is null
        and ${inSpan(sql`d.occurred_at`, { from, until })} and ${within({ own: sql`d.person_id`, department: sql`d.department_id` })}
      order by d.occurred_at desc, d.id limit ${limit + 1} offset ${offset}`
    return { rows: found.slice(0, limit), more: found.length > limit }
  },
})
