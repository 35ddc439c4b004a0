import { command } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { asking, lockRequest, requestObjects, stateAfter, writePost } from './request-row.ts'

export const withdrawRequest = command(desk.withdrawRequest, {
  may: 'desk.ask',
  emits: ['desk.request-withdrawn'],
  async run(context, { requestId, reason }) {
    const { tx, actor, now } = context
    const request = await lockRequest(context, requestId, asking)
    const { assigneeId } = request
    const state = stateAfter(request, 'withdraw', assigneeId)
    await tx.run`update desk.request set state = ${state}, closed_at = ${now} where company_id = ${actor.companyId} and id = ${requestId}`
    await writePost(context, requestId, { kind: 'withdraw', text: reason.trim() })
    return {
      events: [{ activity: 'desk.request-withdrawn', objects: requestObjects(request, assigneeId) }],
      answer: {},
    }
  },
})
