import { type Organisation, type Sql, sql } from '@ennoshita/kernel/server'
import { enterFirstPerson } from '@ennoshita/people/server'

/** How the kernel learns of people, departments and posts: from the views and functions of the module people. */
export const organisation: Organisation = {
  enterFirstPerson,
  personHistory: { may: 'people.see-register', modules: ['people', 'kernel'] },
  nameOf: (companyId, personId) => sql`(
    select n.display_name from people.person_name n where n.company_id = ${companyId} and n.person_id = ${personId})`,
  departmentsOf: (companyId, personId, on) => sql`array(
    select d.id from people.department_on(${companyId}, ${on}) d
    where d.id in (select p.department_id ${held(companyId, personId, on)})
      or d.lineage && array(select p.department_id ${held(companyId, personId, on)} and p.post_id in (
        select k.id from people.post_on(${companyId}, ${on}) k where k.heads)))`,
  holdsPost: (companyId, personId, postId, on) => sql`exists (
    select 1 ${held(companyId, personId, on)} and p.post_id = ${postId})`,
  departmentNameOf: (companyId, personId, on) => sql`(
    select d.name from people.department_on(${companyId}, ${on}) d
    where d.id = (select p.department_id ${held(companyId, personId, on)} and p.main limit 1))`,
  postNameOf: (companyId, personId, on) => sql`(
    select k.name from people.post_on(${companyId}, ${on}) k
    where k.id = (select p.post_id ${held(companyId, personId, on)} and p.main limit 1))`,
}

/** The person's placements on that date. */
function held(companyId: Sql, personId: Sql, on: Sql): Sql {
  return sql`from people.placement p where p.company_id = ${companyId} and p.person_id = ${personId}
    and p.from_on <= ${on} and (p.until_on is null or p.until_on >= ${on})`
}
