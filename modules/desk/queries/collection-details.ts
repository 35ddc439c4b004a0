import type { AnswerOf } from '@ennoshita/kernel'
import { query, refuseNotFound, sql } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { reminderDates } from '../rules/reminder-days.ts'
import { readCalendar } from './company-calendar.ts'

type Details = AnswerOf<typeof desk.collectionDetails>

export const collectionDetails = query(desk.collectionDetails, {
  may: 'desk.collect',
  async run({ tx, actor, within }, { collectionId, onlyOpen, offset, limit }) {
    const [calendar, found, people] = await Promise.all([
      readCalendar(tx, actor.companyId),
      tx.row<Omit<Details, 'people' | 'more' | 'reminderDates'>>`
        select c.id as "collectionId", c.title, c.explanation, c.answer_kind as "answerKind", c.due_on as "dueOn", c.reminder_days as "reminderDays",
          c.department_id as "departmentId", c.kind_id as "kindId", c.started_at as "startedAt", c.closed_at as "closedAt", c.version,
          n.asked as "askedCount", n.open as "openCount"
        from desk.collection c
        cross join lateral (select count(*)::int as asked, (count(*) filter (where p.state = 'open'))::int as open
          from desk.collection_person p where p.company_id = c.company_id and p.collection_id = c.id) n
        where c.company_id = ${actor.companyId} and c.id = ${collectionId}
          and ${within({ own: sql`c.started_by_id`, department: sql`c.department_id` })}`,
      tx.rows<Details['people'][number]>`
        select c.person_id as "personId", coalesce(p.display_name, '') as name, c.state, c.answer_text as "answerText", c.answer_on as "answerOn",
          c.answered_at as "answeredAt", (select count(*)::int from desk.reminder r where r.company_id = c.company_id
            and r.collection_id = c.collection_id and r.person_id = c.person_id) as "remindersCount"
        from desk.collection_person c left join people.person_name p on p.company_id = c.company_id and p.person_id = c.person_id
        where c.company_id = ${actor.companyId} and c.collection_id = ${collectionId} and (not ${onlyOpen} or c.state = 'open')
        order by p.kana, c.person_id limit ${limit + 1} offset ${offset}`,
    ])
    if (!found) refuseNotFound({ ja: '回収', en: 'collection' }, 'collectionId')
    return {
      ...found,
      reminderDates: reminderDates(found.dueOn, found.reminderDays, calendar),
      people: people.slice(0, limit),
      more: people.length > limit,
    }
  },
})
