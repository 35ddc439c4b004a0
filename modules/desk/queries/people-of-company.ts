import { type CommandContext, refuseNotFound, type Sql, sql, type Tx } from '@ennoshita/kernel/server'

/** A person for an answer: id and name; null where the id is. */
export function namedPerson(id: Sql, name: Sql): Sql {
  return sql`case when ${id} is null then null else jsonb_build_object('personId', ${id}, 'name', coalesce(${name}, '')) end`
}

/** Their name and main department today; refuses when nobody of that id works in the company. */
export async function personToday(
  tx: Tx,
  companyId: string,
  personId: string,
  today: string,
  field: string,
): Promise<{ name: string; departmentId: string | null }> {
  const found = await tx.row<{ name: string; departmentId: string | null }>`
    select p.display_name as name, (select a.department_id from people.placement a
      where a.company_id = p.company_id and a.person_id = p.person_id and a.main
        and a.from_on <= ${today} and (a.until_on is null or a.until_on >= ${today}) limit 1) as "departmentId"
    from people.person_name p
    where p.company_id = ${companyId} and p.person_id = ${personId} and (p.left_on is null or p.left_on >= ${today})`
  if (!found) refuseNotFound({ ja: '人', en: 'person' }, field)
  return found
}

/** Refuses when the department does not stand in the company on that day. */
export async function requireDepartment(
  tx: Tx,
  companyId: string,
  departmentId: string,
  today: string,
  field: string,
): Promise<void> {
  const found = await tx.row`select 1 from people.department_on(${companyId}, ${today}) d where d.id = ${departmentId}`
  if (!found) refuseNotFound({ ja: '部門', en: 'department' }, field)
}

/** The people named, and everybody who on that day worked in the departments or below them; those who left are passed over. */
export async function peopleAsked(
  tx: Tx,
  companyId: string,
  asked: { personIds: readonly string[]; departmentIds: readonly string[]; on: string },
): Promise<string[]> {
  const rows = await tx.rows<{ personId: string }>`
    select p.person_id as "personId" from people.person_name p
    where p.company_id = ${companyId} and (p.left_on is null or p.left_on >= ${asked.on})
      and (p.person_id = any(${asked.personIds}::uuid[]) or p.person_id in (
        select a.person_id from people.placement a join people.department_on(${companyId}, ${asked.on}) d on d.id = a.department_id
        where a.company_id = ${companyId} and a.from_on <= ${asked.on} and (a.until_on is null or a.until_on >= ${asked.on})
          and d.lineage && ${asked.departmentIds}::uuid[]))`
  return rows.map((row) => row.personId)
}

/** The main department of the person who acts, where they have one. */
export async function departmentOfActor({ tx, actor, today }: CommandContext): Promise<string | null> {
  const found = await tx.row<{ departmentId: string }>`select department_id as "departmentId" from people.placement
    where company_id = ${actor.companyId} and person_id = ${actor.personId ?? null} and from_on <= ${today} and (until_on is null or until_on >= ${today})
    order by main desc, from_on desc limit 1`
  return found?.departmentId ?? null
}

/** What a person is called. Asked after a row is locked, never joined to it: a join would keep what stood there before the wait. */
export async function nameOf(tx: Tx, companyId: string, personId: string | null): Promise<string | null> {
  if (personId === null) return null
  const found = await tx.row<{ name: string }>`select display_name as name from people.person_name
    where company_id = ${companyId} and person_id = ${personId}`
  return found?.name ?? null
}
