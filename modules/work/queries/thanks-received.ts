import type { AnswerOf } from '@ennoshita/kernel'
import { query, sql } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { inSpan, namedPerson } from './reading/deed-rows.ts'

export const thanksReceived = query(work.thanksReceived, {
  may: 'work.thank',
  async run({ tx, actor }, { from, until, offset, limit }) {
    const found = await tx.rows<AnswerOf<typeof work.thanksReceived>['rows'][number]>`
      select t.id as "thanksId", ${namedPerson(sql`t.from_person_id`, sql`p.display_name`)} as from, t.text, t.written_at as "writtenAt",
        jsonb_build_object('type', t.about_type, 'id', t.about_id, 'text', t.about_text) as about
      from work.thanks t left join people.person_name p on p.company_id = t.company_id and p.person_id = t.from_person_id
      where t.company_id = ${actor.companyId} and t.to_person_id = ${actor.personId ?? null} and t.removed_at is null
        and ${inSpan(sql`t.written_at`, { from, until })}
      order by t.written_at desc, t.id limit ${limit + 1} offset ${offset}`
    return { rows: found.slice(0, limit), more: found.length > limit }
  },
})
