import { type LocalDate, refuse, type Tx } from '@ennoshita/kernel/server'
import {
  type AssignmentPeriod,
  type DepartmentPeriod,
  organisationFault,
  type PostPeriod,
} from '../rules/organisation.ts'

/** Lets one command at a time change the organisation of a company: two changes that are right alone can be a circle together. */
export async function lockOrganisation(tx: Tx, companyId: string): Promise<void> {
  await Promise.all([
    tx.run`insert into people.company_profile (company_id) values (${companyId}) on conflict do nothing`,
    tx.row`select company_id from people.company_profile where company_id = ${companyId} for update`,
  ])
}

/** Reads the organisation as the running command left it and refuses when it cannot stand from that day on. */
export async function refuseBrokenOrganisation(tx: Tx, companyId: string, fromOn: LocalDate): Promise<void> {
  const [departments, posts, assignments] = await Promise.all([
    tx.rows<DepartmentPeriod>`select department_id as "departmentId", name, parent_id as "parentId", from_on as "fromOn", until_on as "untilOn"
      from people.department_period where company_id = ${companyId} and (until_on is null or until_on >= ${fromOn})
      order by department_id, from_on`,
    tx.rows<PostPeriod>`select post_id as "postId", heads, from_on as "fromOn", until_on as "untilOn"
      from people.post_period where company_id = ${companyId} and heads and (until_on is null or until_on >= ${fromOn})`,
    tx.rows<AssignmentPeriod>`select a.person_id as "personId", p.display_name as "personName", a.department_id as "departmentId",
        a.post_id as "postId", a.from_on as "fromOn", a.until_on as "untilOn"
      from people.assignment a join people.person p on p.company_id = a.company_id and p.id = a.person_id
      where a.company_id = ${companyId} and (a.until_on is null or a.until_on >= ${fromOn}) and a.person_id in (
        select h.person_id from people.assignment h join people.post_period k on k.company_id = h.company_id and k.post_id = h.post_id
        where h.company_id = ${companyId} and k.heads and (h.until_on is null or h.until_on >= ${fromOn}))
      order by p.display_name, a.from_on`,
  ])
  const fault = organisationFault({ departments, posts, assignments }, fromOn)
  if (fault) refuse(fault)
}
