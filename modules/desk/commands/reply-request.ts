import { command } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { asking, lockRequest, requestObjects, stateAfter, writePost } from './request-row.ts'

export const replyRequest = command(desk.replyRequest, {
  may: 'desk.ask',
  emits: ['desk.request-replied'],
  async run(context, { requestId, text }) {
    const { tx, actor } = context
    const request = await lockRequest(context, requestId, asking)
    const { assigneeId } = request
    const state = stateAfter(request, 'reply', assigneeId)
    await tx.run`update desk.request set state = ${state} where company_id = ${actor.companyId} and id = ${requestId}`
    await writePost(context, requestId, { kind: 'reply', text })
    return { events: [{ activity: 'desk.request-replied', objects: requestObjects(request, assigneeId) }], answer: {} }
  },
})
