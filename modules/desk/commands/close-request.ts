import { command, sql } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { lockRequest, requestObjects, stateAfter } from './request-row.ts'

export const closeRequest = command(desk.closeRequest, {
  may: 'desk.ask',
  emits: ['desk.request-closed'],
  async run(context, { requestId }) {
    const { tx, actor, now } = context
    const request = await lockRequest(context, requestId, {
      own: [sql`r.submitter_id`, sql`r.assignee_id`],
      department: sql`r.department_id`,
    })
    const state = stateAfter(request, 'close', request.assigneeId)
    await tx.run`update desk.request set state = ${state}, closed_at = ${now} where company_id = ${actor.companyId} and id = ${requestId}`
    return {
      events: [{ activity: 'desk.request-closed', objects: requestObjects(request, request.assigneeId) }],
      answer: {},
    }
  },
})
