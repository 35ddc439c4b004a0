import type { AnswerOf } from '@ennoshita/kernel'
import { query, sql } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { namedPerson } from './reading/deed-rows.ts'

export const receivedReports = query(work.receivedReports, {
  may: 'work.report',
  async run({ tx, actor }, { offset, limit }) {
    const found = await tx.rows<AnswerOf<typeof work.receivedReports>['rows'][number]>`
      select r.id as "reportId", ${namedPerson(sql`r.author_id`, sql`p.display_name`)} as author, r.month_on as month, r.title, t.sent_at as "sentAt"
      from work.report_recipient t join work.report r on r.company_id = t.company_id and r.id = t.report_id
      left join people.person_name p on p.company_id = r.company_id and p.person_id = r.author_id
      where t.company_id = ${actor.companyId} and t.person_id = ${actor.personId ?? null}
      order by t.sent_at desc, r.id limit ${limit + 1} offset ${offset}`
    return { rows: found.slice(0, limit), more: found.length > limit }
  },
})
