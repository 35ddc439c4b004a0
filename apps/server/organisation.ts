import { type Organisation, sql } from '@ennoshita/kernel/server'
import { departmentsOf, enterFirstPerson, placedOn } from '@ennoshita/people/server'

/** How the kernel learns of people, departments and posts: from the views and functions of the module people. */
export const organisation: Organisation = {
  enterFirstPerson,
  personHistory: { may: 'people.see-register', modules: ['people', 'kernel'] },
  nameOf: (companyId, personId) => sql`(
    select n.display_name from people.person_name n where n.company_id = ${companyId} and n.person_id = ${personId})`,
  departmentsOf,
  holdsPost: (companyId, personId, postId, on) => sql`exists (
    select 1 ${placedOn(companyId, personId, on)} and p.post_id = ${postId})`,
  departmentNameOf: (companyId, personId, on) => sql`(
    select d.name from people.department_on(${companyId}, ${on}) d
    where d.id = (select p.department_id ${placedOn(companyId, personId, on)} and p.main limit 1))`,
  postNameOf: (companyId, personId, on) => sql`(
    select k.name from people.post_on(${companyId}, ${on}) k
    where k.id = (select p.post_id ${placedOn(companyId, personId, on)} and p.main limit 1))`,
}
