import { query } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { inTreeOrder } from '../rules/tree-order.ts'
import { refusePlans } from './placements.ts'

type Department = {
  departmentId: string
  name: string
  parentId: string | null
  path: string
  depth: number
  place: number
}
type Member = {
  departmentId: string
  personId: string
  displayName: string
  postId: string | null
  postName: string | null
  heads: boolean
  main: boolean
}

export const organisationChart = query(people.organisationChart, {
  may: 'people.see-directory',
  async run(context, { on = context.today }) {
    const { tx, actor } = context
    refusePlans(context, on)
    const [departments, members, unplaced] = await Promise.all([
      tx.rows<Department>`select id as "departmentId", name, parent_id as "parentId", path, depth, place
        from people.department_on(${actor.companyId}, ${on})`,
      tx.rows<Member>`select a.department_id as "departmentId", p.id as "personId", p.display_name as "displayName",
          a.post_id as "postId", k.name as "postName", coalesce(k.heads, false) as heads, a.main
        from people.assignment a join people.person p on p.company_id = a.company_id and p.id = a.person_id
          left join people.post_on(${actor.companyId}, ${on}) k on k.id = a.post_id
        where a.company_id = ${actor.companyId} and a.from_on <= ${on} and (a.until_on is null or a.until_on >= ${on})
        order by coalesce(k.heads, false) desc, k.rank nulls last, p.family_kana, p.given_kana, p.id`,
      tx.rows<{
        personId: string
        displayName: string
      }>`select p.id as "personId", p.display_name as "displayName" from people.person p
        where p.company_id = ${actor.companyId} and (p.joined_on is null or p.joined_on <= ${on}) and (p.left_on is null or p.left_on >= ${on})
          and not exists (select 1 from people.assignment a where a.company_id = p.company_id and a.person_id = p.id
            and a.from_on <= ${on} and (a.until_on is null or a.until_on >= ${on}))
        order by p.family_kana, p.given_kana, p.id`,
    ])
    const membersOf = Map.groupBy(members, (member) => member.departmentId)
    return {
      on,
      departments: inTreeOrder(departments).map((department) => ({
        ...department,
        members: membersOf.get(department.departmentId) ?? [],
      })),
      unplaced,
    }
  },
})
