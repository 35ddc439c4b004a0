import { type QueryContext, type Sql, sql } from '@ennoshita/kernel/server'

/** Which documents `d` the actor may see: those they kept, those of their department, and those they were given to read. */
export function visibleTo({ actor, within }: Pick<QueryContext, 'actor' | 'within'>): Sql {
  const readers = [actor.personId, actor.onBehalfOf].filter((person) => person !== undefined)
  return sql`(${within({ own: sql`d.kept_by`, department: sql`d.department_id` })} or d.id = any(array(
    select r.document_id from documents.reader r where r.company_id = ${actor.companyId} and r.person_id = any(${readers}::uuid[]))))`
}
