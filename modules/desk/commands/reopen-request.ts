import { command } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { asking, lockRequest, requestObjects, stateAfter, writePost } from './request-row.ts'

export const reopenRequest = command(desk.reopenRequest, {
  may: 'desk.ask',
  emits: ['desk.request-reopened'],
  async run(context, { requestId, text }) {
    const { tx, actor } = context
    const request = await lockRequest(context, requestId, asking)
    const { assigneeId } = request
    const state = stateAfter(request, 'reopen', assigneeId)
    await tx.run`update desk.request set state = ${state}, closed_at = null, promised_on = null, reopened_count = reopened_count + 1
      where company_id = ${actor.companyId} and id = ${requestId}`
    await writePost(context, requestId, { kind: 'reopen', text })
    return { events: [{ activity: 'desk.request-reopened', objects: requestObjects(request, assigneeId) }], answer: {} }
  },
})
