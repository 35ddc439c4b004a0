import type { AnswerOf } from '@ennoshita/kernel'
import { dateInTokyo, type QueryContext, type Sql, sql } from '@ennoshita/kernel/server'
import { type BusinessCalendar, businessDaysBetween } from '@ennoshita/statutes'
import type { desk } from '../contract.ts'
import { readCalendar } from './company-calendar.ts'
import { namedPerson } from './people-of-company.ts'

export type RequestShown = AnswerOf<typeof desk.myRequests>['rows'][number]
type Found = Omit<RequestShown, 'number' | 'waitedDays' | 'isPastPromise'> & {
  number: number
  answeredAt: string | null
  closedAt: string | null
}

/** The columns of a request as lists show it; `r` is desk.request. */
export const requestColumns: Sql = sql`r.id as "requestId", r.number, r.title, t.name as "templateName", r.state,
  ${namedPerson(sql`r.submitter_id`, sql`s.display_name`)} as submitter,
  ${namedPerson(sql`r.assignee_id`, sql`a.display_name`)} as assignee,
  r.department_id as "departmentId", d.name as "departmentName", r.submitted_at as "submittedAt", r.wanted_on as "wantedOn",
  r.promised_on as "promisedOn", r.answered_at as "answeredAt", r.closed_at as "closedAt"`

export function requestTables(companyId: string, today: string): Sql {
  return sql`desk.request r join desk.template t on t.company_id = r.company_id and t.id = r.template_id
    left join people.person_name s on s.company_id = r.company_id and s.person_id = r.submitter_id
    left join people.person_name a on a.company_id = r.company_id and a.person_id = r.assignee_id
    left join people.department_on(${companyId}, ${today}) d on d.id = r.department_id`
}

/** A found row as people read it: R-12, and how many business days it has waited (until the answer, once there is one). */
export function requestShown<Row extends Found>(row: Row, today: string, calendar: BusinessCalendar) {
  const isWaiting = row.state === 'received' || row.state === 'in-progress' || row.state === 'asked-back'
  const until = isWaiting ? today : dateInTokyo(row.answeredAt ?? row.closedAt ?? row.submittedAt)
  return {
    ...row,
    number: `R-${row.number}`,
    waitedDays: Math.max(0, businessDaysBetween(dateInTokyo(row.submittedAt), until, calendar)),
    isPastPromise: isWaiting && row.promisedOn !== null && row.promisedOn < today,
  }
}

/** One window of a list of requests. */
export async function requestRows(
  { tx, actor, today }: QueryContext,
  asked: { where: Sql; order: Sql; offset: number; limit: number },
): Promise<{ rows: RequestShown[]; more: boolean }> {
  const [calendar, found] = await Promise.all([
    readCalendar(tx, actor.companyId),
    tx.rows<Found>`select ${requestColumns} from ${requestTables(actor.companyId, today)}
      where r.company_id = ${actor.companyId} and ${asked.where} order by ${asked.order} limit ${asked.limit + 1} offset ${asked.offset}`,
  ])
  return {
    rows: found.slice(0, asked.limit).map((row) => requestShown(row, today, calendar)),
    more: found.length > asked.limit,
  }
}
