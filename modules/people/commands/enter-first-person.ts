import { type EventObject, type LocalDate, refuse, type Tx } from '@ennoshita/kernel/server'
import { readCompanyNumbers } from '../rules/company-numbers.ts'
import { enterPeople } from './enter-people.ts'
import { personObject } from './lock-person.ts'

/**
 * Enters the company's profile and its first person with those roles, inside the command that founds the company; the company
 * and its roles stand already. The objects belong into that command's event. Refuses a wrong 法人番号.
 */
export async function enterFirstPerson(
  tx: Tx,
  first: {
    companyId: string
    fromOn: LocalDate
    roles: readonly string[]
    person: { familyName: string; givenName: string; familyKana?: string; givenKana?: string; email?: string }
    profile?: { corporateNumber?: string | null; fiscalYearMonth?: number }
  },
): Promise<{ personId: string; objects: EventObject[] }> {
  const read = readCompanyNumbers({ corporateNumber: first.profile?.corporateNumber ?? null })
  if (!read.ok) refuse(read.fault)
  const [, entered] = await Promise.all([
    tx.run`insert into people.company_profile (company_id, corporate_number, fiscal_year_month)
      values (${first.companyId}, ${read.numbers.corporateNumber ?? null}, ${first.profile?.fiscalYearMonth ?? 4})`,
    enterPeople(tx, first.companyId, first.fromOn, [
      {
        employeeNumber: null,
        familyName: first.person.familyName,
        givenName: first.person.givenName,
        familyKana: first.person.familyKana ?? '',
        givenKana: first.person.givenKana ?? '',
        formerFamilyName: '',
        displayName: '',
        email: first.person.email ?? '',
        phone: '',
        joinedOn: null,
        leftOn: null,
        roles: first.roles,
        assignment: undefined,
      },
    ]),
  ])
  const [person] = entered
  if (!person) throw new Error('The first person was not entered.')
  return { personId: person.personId, objects: [personObject(person.personId, person.displayName, person.reading)] }
}
