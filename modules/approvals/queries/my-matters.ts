import type { AnswerOf } from '@ennoshita/kernel'
import { dateInTokyo, query, sql } from '@ennoshita/kernel/server'
import { businessDaysBetween } from '@ennoshita/statutes'
import { approvals } from '../contract.ts'
import { readCalendar } from './company-calendar.ts'
import { matterShown, waitingPeople } from './matter-columns.ts'

type Row = AnswerOf<typeof approvals.myMatters>['rows'][number]

export const myMatters = query(approvals.myMatters, {
  may: 'approvals.see-matters',
  async run({ tx, actor, today }, { state, afterSince, afterMatterId, limit }) {
    const company = actor.companyId
    const me = actor.onBehalfOf ?? actor.personId ?? null
    const isAfter =
      afterSince && afterMatterId
        ? sql`and (m.asked_at, m.id) < (${afterSince}::timestamptz, ${afterMatterId}::uuid)`
        : sql``
    const inState = state === undefined ? sql`` : sql`and m.state = ${state}`
    const page = sql`${inState} ${isAfter} order by m.asked_at desc, m.id desc limit ${limit + 1}`
    const [calendar, rows] = await Promise.all([
      readCalendar(tx, company),
      tx.rows<Omit<Row, 'waitedDays'>>`
        with own as (
          (select m.id, m.asked_at from approvals.matter m where m.company_id = ${company} and m.applicant_id = ${me} ${page})
          union (select m.id, m.asked_at from approvals.matter m where m.company_id = ${company} and m.asked_by = ${me} ${page}))
        select ${matterShown}, m.state, m.asked_at as "askedAt", m.waiting_since as "waitingSince", m.decided_at as "decidedAt",
          ${waitingPeople} as "waitingFor",
          case when m.step is not null then jsonb_build_object('number', m.step, 'name', t.name, 'count', (select count(*)
            from approvals.step c where c.company_id = m.company_id and c.matter_id = m.id)) end as step
        from own o join approvals.matter m on m.company_id = ${company} and m.id = o.id
          left join approvals.step t on t.company_id = m.company_id and t.matter_id = m.id and t.number = m.step
          left join people.person_name a on a.company_id = m.company_id and a.person_id = m.applicant_id
          left join people.department_on(${company}, ${today}) d on d.id = m.department_id
        order by m.asked_at desc, m.id desc limit ${limit + 1}`,
    ])
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    return {
      rows: shown.map((row) => ({
        ...row,
        waitedDays:
          row.waitingSince === null
            ? 0
            : Math.max(0, businessDaysBetween(dateInTokyo(row.waitingSince), today, calendar)),
      })),
      next: last ? { afterSince: last.askedAt, afterMatterId: last.matterId } : null,
    }
  },
})
