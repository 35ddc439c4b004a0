import { type CommandContext, newId, refuse, refuseNotFound, sql } from '@ennoshita/kernel/server'
import { assignmentFault } from '../rules/assignment.ts'
import type { Period } from '../rules/periods.ts'
import { refuseBrokenOrganisation } from './lock-organisation.ts'
import type { AssignmentRow, PersonRow } from './lock-person.ts'

export type AssignmentToEnter = Omit<AssignmentRow, 'id'>

/**
 * Writes an assignment of a locked person under the lock of the organisation, and answers its id. Refuses what the rules
 * refuse, circles too; a department out of the actor's scope reads as not found.
 */
export async function enterAssignment(
  context: CommandContext,
  person: PersonRow,
  asked: AssignmentToEnter,
  held: readonly AssignmentRow[],
): Promise<string> {
  const { tx, actor, within } = context
  const company = actor.companyId
  const [departments, posts] = await Promise.all([
    tx.rows<Period>`select from_on as "fromOn", until_on as "untilOn" from people.department_period
      where company_id = ${company} and department_id = ${asked.departmentId} and ${within({ department: sql`department_id` })}`,
    tx.rows<Period>`select from_on as "fromOn", until_on as "untilOn" from people.post_period
      where company_id = ${company} and post_id = ${asked.postId}`,
  ])
  if (departments.length === 0) refuseNotFound({ ja: '部署', en: 'department' }, 'departmentId')
  if (asked.postId !== null && posts.length === 0) refuseNotFound({ ja: '役職', en: 'post' }, 'postId')
  const fault = assignmentFault(asked, held, person, departments, posts)
  if (fault) refuse(fault)
  const assignmentId = newId()
  await tx.run`insert into people.assignment (company_id, id, person_id, department_id, post_id, main, from_on, until_on)
    values (${company}, ${assignmentId}, ${person.id}, ${asked.departmentId}, ${asked.postId}, ${asked.main}, ${asked.fromOn}, ${asked.untilOn})`
  await refuseBrokenOrganisation(tx, company, asked.fromOn)
  return assignmentId
}
