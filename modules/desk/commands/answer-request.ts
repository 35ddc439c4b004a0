import { command } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { answering, lockRequest, requestObjects, stateAfter, writePost } from './request-row.ts'

export const answerRequest = command(desk.answerRequest, {
  may: 'desk.answer',
  emits: ['desk.request-answered'],
  async run(context, { requestId, text }) {
    const { tx, actor, now } = context
    const request = await lockRequest(context, requestId, answering)
    const assigneeId = request.assigneeId ?? actor.personId ?? null
    const state = stateAfter(request, 'answer', assigneeId)
    const answeredAt = request.state === 'answered' ? null : now
    await tx.run`update desk.request set state = ${state}, assignee_id = ${assigneeId}, answered_at = coalesce(${answeredAt}, answered_at),
        taken_at = case when ${assigneeId}::uuid is null then taken_at else coalesce(taken_at, ${now}) end
      where company_id = ${actor.companyId} and id = ${requestId}`
    await writePost(context, requestId, { kind: 'answer', text })
    return { events: [{ activity: 'desk.request-answered', objects: requestObjects(request, assigneeId) }], answer: {} }
  },
})
