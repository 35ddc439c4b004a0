import { admitMember, endMembership, type LocalDate, newId, type Tx } from '@ennoshita/kernel/server'
import { displayNameOf, katakanaOf } from '../rules/names.ts'

export type PersonToEnter = {
  readonly employeeNumber: string | null
  readonly familyName: string
  readonly givenName: string
  readonly familyKana: string
  readonly givenKana: string
  readonly formerFamilyName: string
  readonly displayName: string
  readonly email: string
  readonly phone: string
  readonly joinedOn: LocalDate | null
  readonly leftOn: LocalDate | null
  readonly roles: readonly string[]
  readonly assignment: { departmentId: string; postId: string | null; fromOn: LocalDate } | undefined
}

export type PersonEntered = { personId: string; displayName: string; reading: string; assignmentId: string | undefined }

/** Writes people with their first assignment and membership, in the order given. Numbers must have been found free under the lock. */
export async function enterPeople(
  tx: Tx,
  companyId: string,
  today: LocalDate,
  given: readonly PersonToEnter[],
): Promise<PersonEntered[]> {
  const people = given.map((person) => ({
    ...person,
    id: newId(),
    assignmentId: person.assignment && newId(),
    familyKana: katakanaOf(person.familyKana),
    givenKana: katakanaOf(person.givenKana),
    displayName: person.displayName || displayNameOf(person.familyName, person.givenName),
  }))
  await Promise.all([
    tx.run`insert into people.person (company_id, id, employee_number, family_name, given_name, family_kana, given_kana,
        former_family_name, display_name, email, phone, joined_on, left_on)
      select ${companyId}, p.id, p."employeeNumber", p."familyName", p."givenName", p."familyKana", p."givenKana",
        p."formerFamilyName", p."displayName", p.email, p.phone, p."joinedOn", p."leftOn"
      from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p (id uuid, "employeeNumber" text, "familyName" text, "givenName" text,
        "familyKana" text, "givenKana" text, "formerFamilyName" text, "displayName" text, email text, phone text, "joinedOn" date, "leftOn" date)`,
    tx.run`insert into people.assignment (company_id, id, person_id, department_id, post_id, main, from_on, until_on, ended_by_leaving)
      select ${companyId}, p."assignmentId", p.id, a."departmentId", a."postId", true, a."fromOn", p."leftOn", p."leftOn" is not null
      from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p (id uuid, "assignmentId" uuid, "leftOn" date, assignment jsonb),
        jsonb_to_record(p.assignment) as a ("departmentId" uuid, "postId" uuid, "fromOn" date)
      where p.assignment is not null and (p."leftOn" is null or a."fromOn" <= p."leftOn")`,
    ...people.flatMap((person) => [
      admitMember(tx, companyId, person.id, person.joinedOn ?? person.leftOn ?? today, person.roles),
      ...(person.leftOn ? [endMembership(tx, companyId, person.id, person.leftOn)] : []),
    ]),
  ])
  return people.map(({ id, displayName, familyKana, givenKana, assignmentId }) => ({
    personId: id,
    displayName,
    reading: `${familyKana}${givenKana}`,
    assignmentId,
  }))
}
