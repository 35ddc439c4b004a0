import type { AnswerOf } from '@ennoshita/kernel'
import { query, sql } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { deedColumns, deedTables, inSpan, namedPerson } from './reading/deed-rows.ts'

export const myDeeds = query(work.myDeeds, {
  may: 'work.record-deeds',
  async run({ tx, actor }, { from, until, text, ungrouped, offset, limit }) {
    const found = await tx.rows<AnswerOf<typeof work.myDeeds>['rows'][number]>`
      select ${deedColumns}, d.minutes, d.version, coalesce((
        select jsonb_agg(jsonb_build_object('thanksId', t.id, 'from', ${namedPerson(sql`t.from_person_id`, sql`p.display_name`)},
          'text', t.text, 'writtenAt', t.written_at) order by t.written_at)
        from work.thanks t left join people.person_name p on p.company_id = t.company_id and p.person_id = t.from_person_id
        where t.company_id = d.company_id and t.about_id = d.id and t.removed_at is null), '[]') as thanks
      from ${deedTables}
      where d.company_id = ${actor.companyId} and d.person_id = ${actor.personId ?? null} and d.removed_at is null
        and ${inSpan(sql`d.occurred_at`, { from, until })} and (not ${ungrouped} or d.kind_id is null)
        and (${text} = '' or position(kernel.fold(${text}) in d.folded) > 0)
      order by d.occurred_at desc, d.id limit ${limit + 1} offset ${offset}`
    return { rows: found.slice(0, limit), more: found.length > limit }
  },
})
