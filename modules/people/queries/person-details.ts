import { type LocalDate, type QueryContext, query, refuseNotFound, within } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { personReach } from './person-reach.ts'
import { placementsOf, refusePlans } from './placements.ts'

type Row = {
  personId: string
  version: number
  displayName: string
  familyName: string
  givenName: string
  familyKana: string
  givenKana: string
  kana: string
  email: string
  phone: string
  employeeNumber: string | null
  formerFamilyName: string
  joinedOn: string | null
  leftOn: string | null
  erased: boolean
  inRegister: boolean
  memberFromOn: string | null
  memberUntilOn: string | null
  roles: string[]
}

/** One person as the actor may see them: the directory for all within reach, the register for those who may and for oneself. */
export async function detailsOf(context: QueryContext, personId: string, on: LocalDate) {
  const { tx, actor, today } = context
  refusePlans(context, on)
  const register = personReach((reach) => within(actor, 'people.see-register', reach), today)
  const [row, now, all] = await Promise.all([
    tx.row<Row>`select p.id as "personId", p.version, p.display_name as "displayName", p.family_name as "familyName",
        p.given_name as "givenName", p.family_kana as "familyKana", p.given_kana as "givenKana",
        trim(p.family_kana || ' ' || p.given_kana) as kana, p.email, p.phone, p.employee_number as "employeeNumber",
        p.former_family_name as "formerFamilyName", p.joined_on as "joinedOn", p.left_on as "leftOn",
        p.erased_at is not null as erased, ${register} as "inRegister", m.from_on as "memberFromOn", m.until_on as "memberUntilOn",
        array(select r.role from kernel.member_role r where r.company_id = p.company_id and r.person_id = p.id order by r.role) as roles
      from people.person p left join kernel.member m on m.company_id = p.company_id and m.person_id = p.id
      where p.company_id = ${actor.companyId} and p.id = ${personId} and ${personReach(context.within, today)}`,
    placementsOf(context, [personId], on),
    placementsOf(context, [personId], undefined),
  ])
  if (!row) refuseNotFound({ ja: '人', en: 'person' }, 'personId')
  const {
    inRegister,
    employeeNumber,
    formerFamilyName,
    joinedOn,
    leftOn,
    memberFromOn,
    memberUntilOn,
    roles,
    ...entry
  } = row
  const membership = memberFromOn === null ? null : { fromOn: memberFromOn, untilOn: memberUntilOn, roles }
  return {
    ...entry,
    placements: now.get(personId) ?? [],
    register: inRegister ? { employeeNumber, formerFamilyName, joinedOn, leftOn } : null,
    membership: inRegister ? membership : null,
    history: inRegister ? (all.get(personId) ?? []) : null,
  }
}

export const personDetails = query(people.personDetails, {
  may: 'people.see-directory',
  run(context, { personId, on = context.today }) {
    return detailsOf(context, personId, on)
  },
})
