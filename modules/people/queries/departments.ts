import { query } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { inTreeOrder } from '../rules/tree-order.ts'
import { refusePlans, seesPlans } from './placements.ts'

type Row = {
  departmentId: string
  version: number
  name: string
  parentId: string | null
  path: string
  depth: number
  place: number
  fromOn: string
  untilOn: string | null
  memberCount: number
}

export const departments = query(people.departments, {
  may: 'people.see-directory',
  async run(context, { on = context.today }) {
    const { tx, actor, today } = context
    refusePlans(context, on)
    const rows = await tx.rows<Row>`
      select d.id as "departmentId", h.version, d.name, d.parent_id as "parentId", d.path, d.depth, d.place,
        p.from_on as "fromOn", case when ${seesPlans(actor)}::boolean or p.until_on <= ${today} then p.until_on end as "untilOn", coalesce(m.members, 0)::int as "memberCount"
      from people.department_on(${actor.companyId}, ${on}) d
        join people.department h on h.company_id = ${actor.companyId} and h.id = d.id
        join people.department_period p on p.company_id = ${actor.companyId} and p.department_id = d.id
          and p.from_on <= ${on} and (p.until_on is null or p.until_on >= ${on})
        left join (select a.department_id, count(distinct a.person_id) as members from people.assignment a
          where a.company_id = ${actor.companyId} and a.from_on <= ${on} and (a.until_on is null or a.until_on >= ${on})
          group by a.department_id) m on m.department_id = d.id`
    return inTreeOrder(rows)
  },
})
