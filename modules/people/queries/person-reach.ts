import { type LocalDate, type Reach, type Sql, sql } from '@ennoshita/kernel/server'

/**
 * The predicate that keeps rows `p` of people.person within a permission: oneself, or people who stand (or will stand) in
 * one's departments.
 */
export function personReach(within: (reach: Reach) => Sql, today: LocalDate): Sql {
  return sql`(${within({ own: sql`p.id` })} or exists (select 1 from people.assignment r
    where r.company_id = p.company_id and r.person_id = p.id and (r.until_on is null or r.until_on >= ${today})
      and ${within({ department: sql`r.department_id` })}))`
}
