import type { AnswerOf } from '@ennoshita/kernel'
import { query, sql } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { namedPerson } from './reading/deed-rows.ts'

export const myReports = query(work.myReports, {
  may: 'work.report',
  async run({ tx, actor }, { offset, limit }) {
    const found = await tx.rows<AnswerOf<typeof work.myReports>['rows'][number]>`
      select r.id as "reportId", r.month_on as month, r.title, r.state, r.version, coalesce((
        select jsonb_agg(${namedPerson(sql`t.person_id`, sql`p.display_name`)} order by t.sent_at) from work.report_recipient t
        left join people.person_name p on p.company_id = t.company_id and p.person_id = t.person_id
        where t.company_id = r.company_id and t.report_id = r.id), '[]') as "sentTo"
      from work.report r where r.company_id = ${actor.companyId} and r.author_id = ${actor.personId ?? null}
      order by r.month_on desc limit ${limit + 1} offset ${offset}`
    return { rows: found.slice(0, limit), more: found.length > limit }
  },
})
