import type { AnswerOf } from '@ennoshita/kernel'
import { type Sql, sql } from '@ennoshita/kernel/server'
import type { work } from '../../contract.ts'
import { namedPerson } from './deed-rows.ts'

export type EntryShown = AnswerOf<typeof work.registerEntries>['rows'][number]

/** The columns of an entry as lists show it, from entryTables. */
export function entryColumns(today: string): Sql {
  return sql`e.id as "entryId", e.sort, e.name, e.counterpart, e.reference, e.starts_on as "startsOn", e.ends_on as "endsOn",
    e.notice_on as "noticeOn", e.renews, n.next_on as "nextOn", n.next_is as "nextIs", n.next_on - ${today}::date as "daysLeft",
    ${namedPerson(sql`e.responsible_id`, sql`p.display_name`)} as responsible, ${namedPerson(sql`e.deputy_id`, sql`q.display_name`)} as deputy,
    e.department_id as "departmentId", e.state, e.version`
}

/** `work.register_entry e` with its people and the next date that asks for something: the notice while it is ahead, else the end. */
export function entryTables(today: string): Sql {
  return sql`work.register_entry e
    cross join lateral (select
      case when e.state = 'ended' then null when e.notice_on >= ${today}::date then e.notice_on else e.ends_on end as next_on,
      case when e.state = 'ended' then null when e.notice_on >= ${today}::date then 'notice' when e.ends_on is not null then 'end' end as next_is) n
    left join people.person_name p on p.company_id = e.company_id and p.person_id = e.responsible_id
    left join people.person_name q on q.company_id = e.company_id and q.person_id = e.deputy_id`
}
