import type { AnswerOf } from '@ennoshita/kernel'
import { query, raw, sql } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { namedPerson } from './people-of-company.ts'

export const messages = query(desk.messages, {
  may: 'desk.see-messages',
  async run({ tx, actor, now, within }, { whose, settled, offset, limit }) {
    const me = actor.personId ?? null
    const mine = { 'to-me': sql`m.to_person_id = ${me}`, 'by-me': sql`m.taken_by_id = ${me}`, all: raw('true') }[whose]
    const found = await tx.rows<AnswerOf<typeof desk.messages>['rows'][number]>`
      select m.id as "messageId", ${namedPerson(sql`m.to_person_id`, sql`t.display_name`)} as to,
        m.caller_company as "callerCompany", m.caller_name as "callerName", m.caller_number as "callerNumber", m.called_at as "calledAt",
        m.wants, m.call_back_by as "callBackBy", (m.settled_at is null and m.call_back_by < ${now}) is true as "isCallBackDue", m.text,
        ${namedPerson(sql`m.taken_by_id`, sql`b.display_name`)} as "takenBy", m.outcome, m.outcome_note as "outcomeNote", m.settled_at as "settledAt"
      from desk.message m
      left join people.person_name t on t.company_id = m.company_id and t.person_id = m.to_person_id
      left join people.person_name b on b.company_id = m.company_id and b.person_id = m.taken_by_id
      where m.company_id = ${actor.companyId} and ${mine} and (m.settled_at is not null) = ${settled}
        and ${within({ own: [sql`m.to_person_id`, sql`m.taken_by_id`], department: sql`m.department_id` })}
      order by m.called_at desc, m.id limit ${limit + 1} offset ${offset}`
    return { rows: found.slice(0, limit), more: found.length > limit }
  },
})
