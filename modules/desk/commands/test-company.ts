import type { PresetRole } from '@ennoshita/kernel/server'
import { type Actor, programFor, runCommand, runQuery } from '@ennoshita/kernel/server'
import { presetGrants, storyOf, type TestOffice, testCompany } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people'
import { desk } from '../contract.ts'

export type Person = Actor & { personId: string }

/** A company for stories of the desk: 経理部 with its head and clerks, 営業部 with its head and staff, and the president. */
export async function foundDeskCompany(office: TestOffice, name = '株式会社サンプル') {
  const companyId = await testCompany(office, name)
  const program = programFor(companyId)
  const department = async (departmentName: string) =>
    (await runCommand(office, people.addDepartment, program, { name: departmentName, fromOn: '2020-04-01' }))
      .departmentId
  const names = new Map<string, string>()
  const person = async (familyName: string, role: PresetRole, departmentId: string): Promise<Person> => {
    const { personId } = await runCommand(office, people.addPerson, program, {
      familyName,
      joinedOn: '2020-04-01',
      assignment: { departmentId },
    })
    names.set(personId, familyName)
    return { companyId, personId, kind: 'human', departmentIds: [departmentId], grants: presetGrants(office, role) }
  }
  const accounting = await department('経理部')
  const sales = await department('営業部')
  const cast = {
    president: await person('社長', 'president', accounting),
    sato: await person('佐藤', 'clerk', accounting),
    suzuki: await person('鈴木', 'clerk', accounting),
    chief: await person('経理部長', 'head', accounting),
    tanaka: await person('田中', 'employee', sales),
    ito: await person('伊藤', 'employee', sales),
    salesHead: await person('営業部長', 'head', sales),
  }
  await runCommand(office, desk.addReadyTemplates, program, { departments: { accounting, labour: accounting } })
  const templates = await runQuery(office, desk.templates, program, {})
  const templateOf = (slug: string): string => {
    const found = templates.find((template) => template.slug === slug)
    if (!found) throw new Error(`No ready template ${slug}.`)
    return found.templateId
  }
  const founding = (await storyOf(office, companyId)).length
  return {
    companyId,
    program,
    accounting,
    sales,
    templateOf,
    ...cast,
    /** The log since the founding, as text. */
    story: async () => (await storyOf(office, companyId, names)).slice(founding),
  }
}
