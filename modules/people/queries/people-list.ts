import { query, type Sql, sql, within } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { personReach } from './person-reach.ts'
import { placementsOf, refusePlans } from './placements.ts'

type Row = {
  personId: string
  displayName: string
  kana: string
  email: string
  phone: string
  employeeNumber: string | null
  formerFamilyName: string
  joinedOn: string | null
  leftOn: string | null
  inRegister: boolean
}

export const peopleList = query(people.peopleList, {
  may: 'people.see-directory',
  async run(context, input) {
    const { tx, actor, today } = context
    const { on = today, search, departmentId, includeLeavers, offset, limit } = input
    refusePlans(context, on)
    const register = personReach((columns) => within(actor, 'people.see-register', columns), today)
    const found: Sql = search
      ? sql`(p.folded like ${'%'} || replace(replace(replace(kernel.fold(${search}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || ${'%'}
          or (${register} and (p.employee_number = ${search} or kernel.fold(p.former_family_name) = kernel.fold(${search}))))`
      : sql`true`
    const placed: Sql = departmentId
      ? sql`exists (select 1 from people.assignment a join people.department_on(${actor.companyId}, ${on}) d on d.id = a.department_id
          where a.company_id = p.company_id and a.person_id = p.id and a.from_on <= ${on} and (a.until_on is null or a.until_on >= ${on})
            and ${departmentId} = any(d.lineage))`
      : sql`true`
    const leavers: Sql = includeLeavers ? register : sql`false`
    const where = sql`p.company_id = ${actor.companyId} and ${personReach(context.within, today)}
      and (p.joined_on is null or p.joined_on <= ${on}) and (p.left_on is null or p.left_on >= ${on} or ${leavers})
      and ${found} and ${placed}`
    const [count, rows] = await Promise.all([
      tx.row<{ total: number }>`select count(*) as total from people.person p where ${where}`,
      tx.rows<Row>`select p.id as "personId", p.display_name as "displayName", trim(p.family_kana || ' ' || p.given_kana) as kana,
          p.email, p.phone, p.employee_number as "employeeNumber", p.former_family_name as "formerFamilyName",
          p.joined_on as "joinedOn", p.left_on as "leftOn", ${register} as "inRegister"
        from people.person p where ${where} order by p.family_kana, p.given_kana, p.id offset ${offset} limit ${limit}`,
    ])
    const placements = await placementsOf(
      context,
      rows.map((row) => row.personId),
      on,
    )
    return {
      total: count?.total ?? 0,
      people: rows.map(({ inRegister, employeeNumber, formerFamilyName, joinedOn, leftOn, ...entry }) => ({
        ...entry,
        placements: placements.get(entry.personId) ?? [],
        register: inRegister ? { employeeNumber, formerFamilyName, joinedOn, leftOn } : null,
      })),
    }
  },
})
