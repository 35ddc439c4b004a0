import { type CommandContext, command, type LocalDate, refuse, refuseNotFound } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { enterAssignment } from './assign.ts'
import { enterPeople } from './enter-people.ts'
import { refuseTakenNumber } from './free-number.ts'
import { lockOrganisation } from './lock-organisation.ts'
import { personObject } from './lock-person.ts'

export const addPerson = command(people.addPerson, {
  may: 'people.keep-register',
  emits: ['people.person-added'],
  async run(context, { assignment, role, ...given }) {
    const { tx, actor, today, within } = context
    const company = actor.companyId
    await lockOrganisation(tx, company)
    const [reach] = await Promise.all([
      tx.row<{ everyone: boolean }>`select ${within({})} as everyone`,
      refuseTakenNumber(tx, company, given.employeeNumber),
    ])
    if (!reach?.everyone && !assignment)
      refuse({
        kind: 'bad-input',
        code: 'people.department-needed',
        what: { ja: '登録できるのは、ご担当の部署の人です。', en: 'You may add people of your departments.' },
        field: 'assignment',
        todo: { ja: '所属する部署を選んでください。', en: 'Choose the department.' },
      })
    const [entered] = await enterPeople(tx, company, today, [
      { ...given, leftOn: null, roles: [role], assignment: undefined },
    ])
    if (!entered) refuseNotFound({ ja: '人', en: 'person' })
    const { personId, displayName, reading } = entered
    if (assignment) {
      const person = { ...given, id: personId, displayName, leftOn: null, erased: false, version: 1 }
      const fromOn = assignment.fromOn ?? (await firstDay(context, given.joinedOn ?? today, assignment))
      await enterAssignment(context, person, { ...assignment, main: true, fromOn, untilOn: null }, [])
    }
    return {
      events: [
        {
          activity: 'people.person-added',
          objects: [
            personObject(personId, displayName, reading),
            ...(assignment ? [{ type: 'department', id: assignment.departmentId }] : []),
          ],
          data: { role },
        },
      ],
      answer: { personId, version: 1 },
    }
  },
})

/** The day itself, or the later one on which the department and the post begin. */
async function firstDay(
  { tx, actor }: CommandContext,
  wished: LocalDate,
  { departmentId, postId }: { departmentId: string; postId: string | null },
): Promise<LocalDate> {
  const found = await tx.row<{ on: LocalDate }>`select greatest(${wished}::date,
      (select min(from_on) from people.department_period where company_id = ${actor.companyId} and department_id = ${departmentId}),
      (select min(from_on) from people.post_period where company_id = ${actor.companyId} and post_id = ${postId})) as on`
  return found?.on ?? wished
}
