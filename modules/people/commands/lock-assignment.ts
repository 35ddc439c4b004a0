import { type CommandContext, refuseNotFound } from '@ennoshita/kernel/server'
import { lockOrganisation } from './lock-organisation.ts'
import { type AssignmentRow, lockPerson, type PersonRow } from './lock-person.ts'

/** An assignment with its person, both locked; out of scope reads as not found. */
export async function lockAssignment(
  context: CommandContext,
  assignmentId: string,
): Promise<{ assignment: AssignmentRow; person: PersonRow }> {
  const { tx, actor } = context
  await lockOrganisation(tx, actor.companyId)
  const assignment = await tx.row<AssignmentRow & { personId: string }>`
    select id, person_id as "personId", department_id as "departmentId", post_id as "postId", main, from_on as "fromOn", until_on as "untilOn"
    from people.assignment where company_id = ${actor.companyId} and id = ${assignmentId} for update`
  if (!assignment) refuseNotFound({ ja: '所属', en: 'assignment' }, 'assignmentId')
  return { assignment, person: await lockPerson(context, assignment.personId) }
}
