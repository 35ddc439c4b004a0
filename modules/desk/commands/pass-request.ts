import { command } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { personToday, requireDepartment } from '../queries/people-of-company.ts'
import { answering, lockRequest, requestObjects, stateAfter, writePost } from './request-row.ts'

export const passRequest = command(desk.passRequest, {
  may: 'desk.answer',
  emits: ['desk.request-passed'],
  async run(context, { requestId, departmentId, assigneeId = null, reason }) {
    const { tx, actor, today } = context
    const request = await lockRequest(context, requestId, answering)
    const state = stateAfter(request, 'pass', assigneeId)
    const assignee = assigneeId ? await personToday(tx, actor.companyId, assigneeId, today, 'assigneeId') : undefined
    if (departmentId) await requireDepartment(tx, actor.companyId, departmentId, today, 'departmentId')
    const toDepartmentId = departmentId ?? assignee?.departmentId ?? request.departmentId
    await tx.run`update desk.request set department_id = ${toDepartmentId}, assignee_id = ${assigneeId}, state = ${state}
      where company_id = ${actor.companyId} and id = ${requestId}`
    await writePost(context, requestId, { kind: 'pass', text: reason })
    return {
      events: [
        {
          activity: 'desk.request-passed',
          objects: [
            ...requestObjects({ ...request, departmentId: toDepartmentId }, assigneeId),
            ...(request.departmentId ? [{ type: 'department', id: request.departmentId, qualifier: 'from' }] : []),
            ...(assigneeId ? [{ type: 'person', id: assigneeId, qualifier: 'assignee' }] : []),
          ],
        },
      ],
      answer: {},
    }
  },
})
