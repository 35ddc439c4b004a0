import { type Actor, type LocalDate, type PresetRole, programFor, runCommand } from '@ennoshita/kernel/server'
import { openTestOffice, presetGrants, type TestOffice, testCompany } from '@ennoshita/kernel/test'
import { people as register } from '@ennoshita/people'
import { people } from '@ennoshita/people/server'
import { work } from '../../module.ts'

export type Staff = Actor & { personId: string }

/** An office with the modules people and work, its clock standing on Friday 20 November 2026, nine o'clock. */
export function openWorkOffice(at = '2026-11-20T09:00:00+09:00'): Promise<TestOffice> {
  return openTestOffice([people, work], { at, connections: 8 })
}

/** A company with departments by these names. */
export async function foundCompany(
  office: TestOffice,
  departmentNames: readonly string[],
  fromOn: LocalDate = '2020-04-01',
) {
  const companyId = await testCompany(office)
  const departments = new Map<string, string>()
  for (const name of departmentNames) {
    const added = await runCommand(office, register.addDepartment, programFor(companyId), { name, fromOn })
    departments.set(name, added.departmentId)
  }
  return { companyId, departments }
}

/** Someone of the register who acts in a role, in a department. */
export async function hire(
  office: TestOffice,
  companyId: string,
  name: `${string} ${string}`,
  role: PresetRole,
  departmentId?: string,
): Promise<Staff> {
  const [familyName = '', givenName = ''] = name.split(' ')
  const { personId } = await runCommand(office, register.addPerson, programFor(companyId), {
    familyName,
    givenName,
    joinedOn: '2020-04-01',
    ...(departmentId ? { assignment: { departmentId } } : {}),
  })
  return {
    companyId,
    personId,
    kind: 'human',
    departmentIds: departmentId ? [departmentId] : [],
    grants: presetGrants(office, role),
  }
}
