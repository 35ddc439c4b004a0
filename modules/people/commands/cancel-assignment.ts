import { addDays, command } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { lockAssignment } from './lock-assignment.ts'
import { refuseBrokenOrganisation } from './lock-organisation.ts'
import { personObject } from './lock-person.ts'

export const cancelAssignment = command(people.cancelAssignment, {
  may: 'people.keep-register',
  emits: ['people.assignment-cancelled'],
  async run(context, { assignmentId }) {
    const { tx, actor } = context
    const { assignment, person } = await lockAssignment(context, assignmentId)
    await tx.run`delete from people.assignment where company_id = ${actor.companyId} and id = ${assignmentId}`
    const reopened = await tx.run`update people.assignment a set until_on = ${person.leftOn}, ended_by = null
      where a.company_id = ${actor.companyId} and a.ended_by = ${assignmentId} and a.until_on = ${addDays(assignment.fromOn, -1)}
        and exists (select 1 from people.department_period d where d.company_id = a.company_id
          and d.department_id = a.department_id and d.until_on is null)`
    await refuseBrokenOrganisation(tx, actor.companyId, assignment.fromOn)
    return {
      events: [
        {
          activity: 'people.assignment-cancelled',
          objects: [personObject(person.id, person.displayName), { type: 'department', id: assignment.departmentId }],
          data: { fromOn: assignment.fromOn, untilOn: assignment.untilOn, reopened },
        },
      ],
      answer: {},
    }
  },
})
