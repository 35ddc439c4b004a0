import { instantInTokyo, raw, type Sql, sql } from '@ennoshita/kernel/server'

/** A person for an answer: id and name; null where the id is. */
export function namedPerson(id: Sql, name: Sql): Sql {
  return sql`case when ${id} is null then null else jsonb_build_object('personId', ${id}, 'name', coalesce(${name}, '')) end`
}

/** From the beginning of one day to the end of another in Asia/Tokyo; open where a date is absent. */
export function inSpan(column: Sql, span: { from?: string | undefined; until?: string | undefined }): Sql {
  const after = span.from === undefined ? raw('true') : sql`${column} >= ${instantInTokyo(span.from)}`
  const before = span.until === undefined ? raw('true') : sql`${column} < ${instantInTokyo(span.until, '24:00')}`
  return sql`${after} and ${before}`
}

/** The columns of a deed as lists show it; `d` is work.deed. */
export const deedColumns: Sql = sql`d.id as "deedId", d.text, d.occurred_at as "occurredAt",
  ${namedPerson(sql`d.for_person_id`, sql`f.display_name`)} as "forPerson", d.for_whom as "forWhom", d.kind_id as "kindId",
  coalesce(k.name, '') as "kindName", d.is_shared as "isShared"`

export const deedTables: Sql = sql`work.deed d
  left join people.person_name f on f.company_id = d.company_id and f.person_id = d.for_person_id
  left join work.kind k on k.company_id = d.company_id and k.id = d.kind_id`
