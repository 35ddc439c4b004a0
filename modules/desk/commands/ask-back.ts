import { command } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { answering, lockRequest, requestObjects, stateAfter, writePost } from './request-row.ts'

export const askBack = command(desk.askBack, {
  may: 'desk.answer',
  emits: ['desk.request-asked-back'],
  async run(context, { requestId, text }) {
    const { tx, actor, now } = context
    const request = await lockRequest(context, requestId, answering)
    const assigneeId = request.assigneeId ?? actor.personId ?? null
    const state = stateAfter(request, 'ask-back', assigneeId)
    await tx.run`update desk.request set state = ${state}, assignee_id = ${assigneeId},
        taken_at = case when ${assigneeId}::uuid is null then taken_at else coalesce(taken_at, ${now}) end
      where company_id = ${actor.companyId} and id = ${requestId}`
    await writePost(context, requestId, { kind: 'ask-back', text })
    return {
      events: [{ activity: 'desk.request-asked-back', objects: requestObjects(request, assigneeId) }],
      answer: {},
    }
  },
})
