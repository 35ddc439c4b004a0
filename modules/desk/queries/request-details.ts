import type { AnswerOf } from '@ennoshita/kernel'
import { query, refuseNotFound, sql } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { readCalendar } from './company-calendar.ts'
import { namedPerson } from './people-of-company.ts'
import { requestColumns, requestShown, requestTables } from './request-rows.ts'

type Details = AnswerOf<typeof desk.requestDetails>
type Found = Omit<Details, 'number' | 'waitedDays' | 'isPastPromise' | 'thread' | 'sharedAnswer'> & { number: number }

export const requestDetails = query(desk.requestDetails, {
  may: 'desk.see-requests',
  async run({ tx, actor, today, within }, { requestId }) {
    const [calendar, found, thread, shared] = await Promise.all([
      readCalendar(tx, actor.companyId),
      tx.row<Found>`
        select ${requestColumns}, r.template_id as "templateId", r.body, r.field_values as "values", r.kind_id as "kindId",
          r.taken_at as "takenAt", r.reopened_count as "reopenedCount"
        from ${requestTables(actor.companyId, today)}
        where r.company_id = ${actor.companyId} and r.id = ${requestId}
          and ${within({ own: [sql`r.submitter_id`, sql`r.assignee_id`], department: sql`r.department_id` })}`,
      tx.rows<Details['thread'][number]>`
        select p.id as "postId", p.kind, p.text, p.promised_on as "promisedOn", ${namedPerson(sql`p.author_id`, sql`n.display_name`)} as author,
          p.written_at as "writtenAt"
        from desk.request_post p left join people.person_name n on n.company_id = p.company_id and n.person_id = p.author_id
        where p.company_id = ${actor.companyId} and p.request_id = ${requestId} order by p.written_at, p.id`,
      tx.row<{ question: string; answer: string }>`
        select question, answer from desk.shared_answer
        where company_id = ${actor.companyId} and request_id = ${requestId} and withdrawn_at is null`,
    ])
    if (!found) refuseNotFound({ ja: '依頼', en: 'request' }, 'requestId')
    return { ...requestShown(found, today, calendar), thread, sharedAnswer: shared ?? null }
  },
})
