import { command } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { isMain } from '../rules/assignment.ts'
import { enterAssignment } from './assign.ts'
import { lockOrganisation } from './lock-organisation.ts'
import { assignmentsOf, lockPerson, personObject } from './lock-person.ts'

export const assignPerson = command(people.assignPerson, {
  may: 'people.keep-register',
  emits: ['people.person-assigned'],
  async run(context, { personId, ...asked }) {
    await lockOrganisation(context.tx, context.actor.companyId)
    const person = await lockPerson(context, personId)
    const held = await assignmentsOf(context, personId)
    const untilOn = asked.untilOn ?? person.leftOn
    const main = isMain({ ...asked, untilOn }, held)
    const assignmentId = await enterAssignment(context, person, { ...asked, untilOn, main }, held)
    return {
      events: [
        {
          activity: 'people.person-assigned',
          objects: [
            personObject(personId, person.displayName),
            { type: 'department', id: asked.departmentId },
            ...(asked.postId ? [{ type: 'post', id: asked.postId }] : []),
          ],
          data: { fromOn: asked.fromOn, untilOn, main },
        },
      ],
      answer: { assignmentId },
    }
  },
})
