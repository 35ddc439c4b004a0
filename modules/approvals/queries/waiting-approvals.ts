import type { AnswerOf } from '@ennoshita/kernel'
import { dateInTokyo, type QueryContext, query, sql } from '@ennoshita/kernel/server'
import { businessDaysBetween } from '@ennoshita/statutes'
import { approvals } from '../contract.ts'
import { readCalendar } from './company-calendar.ts'
import { matterShown } from './matter-columns.ts'

type Row = AnswerOf<typeof approvals.waitingApprovals>['rows'][number]

export const waitingApprovals = query(approvals.waitingApprovals, {
  may: 'approvals.decide',
  async run(context, { kind, afterSince, afterSeatId, limit }) {
    const { tx, actor, today } = context
    const company = actor.companyId
    const me = actor.personId ?? null
    const people = await deciders(context)
    const isAfter =
      afterSince && afterSeatId
        ? sql`and (s.opened_at, s.id) > (${afterSince}::timestamptz, ${afterSeatId}::uuid)`
        : sql``
    const ofKind = kind === undefined ? sql`` : sql`and s.kind = ${kind}`
    // as a deputy one does not decide what one asked for oneself
    const isOthers = sql`and (s.person_id = ${me} or not exists (select 1 from approvals.matter o
      where o.company_id = s.company_id and o.id = s.matter_id and (o.applicant_id = ${me} or o.asked_by = ${me})))`
    const waiting = sql`unnest(${people}::uuid[]) as p (person_id) cross join lateral (
        select s.id, s.matter_id, s.opened_at, s.self_approval from approvals.seat s
        where s.company_id = ${company} and s.person_id = p.person_id and s.state = 'waiting' ${ofKind} ${isOthers}`
    const [calendar, rows, counted] = await Promise.all([
      readCalendar(tx, company),
      tx.rows<Omit<Row, 'waitedDays'>>`
        with found as (select w.*, p.person_id from ${waiting} ${isAfter} order by s.opened_at, s.id limit ${limit + 1}) w
          order by w.opened_at, w.id limit ${limit + 1})
        select ${matterShown}, m.commands, f.id as "seatId", f.opened_at as "waitingSince", f.self_approval is not null as "isSelfApproval",
          jsonb_build_object('number', m.step, 'name', t.name, 'count', (select count(*) from approvals.step c
            where c.company_id = m.company_id and c.matter_id = m.id)) as step,
          case when f.person_id is distinct from ${me}::uuid
            then jsonb_build_object('personId', f.person_id, 'name', coalesce(q.display_name, '')) end as "onBehalfOf"
        from found f join approvals.matter m on m.company_id = ${company} and m.id = f.matter_id
          join approvals.step t on t.company_id = m.company_id and t.matter_id = m.id and t.number = m.step
          left join people.person_name a on a.company_id = m.company_id and a.person_id = m.applicant_id
          left join people.person_name q on q.company_id = m.company_id and q.person_id = f.person_id
          left join people.department_on(${company}, ${today}) d on d.id = m.department_id
        order by f.opened_at, f.id`,
      tx.row<{ count: number }>`select count(*) as count from (select 1 from ${waiting} limit 1000) w limit 1000) c`,
    ])
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    return {
      rows: shown.map((row) => ({
        ...row,
        waitedDays: Math.max(0, businessDaysBetween(dateInTokyo(row.waitingSince), today, calendar)),
      })),
      next: last ? { afterSince: last.waitingSince, afterSeatId: last.seatId } : null,
      count: counted?.count ?? 0,
    }
  },
})

/** The one who asks and those represented today; acting in somebody's place, that person alone. */
export async function deciders({ tx, actor, today }: QueryContext): Promise<string[]> {
  if (actor.onBehalfOf !== undefined) return [actor.onBehalfOf]
  if (actor.personId === undefined) return []
  const principals = await tx.rows<{
    personId: string
  }>`select distinct d.person_id as "personId" from kernel.delegation d
    join kernel.member m on m.company_id = d.company_id and m.person_id = d.person_id
    where d.company_id = ${actor.companyId} and d.deputy_id = ${actor.personId} and ${today}::date between d.from_on and d.until_on
      and m.from_on <= ${today} and (m.until_on is null or m.until_on >= ${today})`
  return [actor.personId, ...principals.map(({ personId }) => personId)]
}
