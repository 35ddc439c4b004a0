import { command, refuseNotFound } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { answering, lockRequest, requestObjects } from './request-row.ts'

export const unshareAnswer = command(desk.unshareAnswer, {
  may: 'desk.answer',
  emits: ['desk.answer-unshared'],
  async run(context, { requestId }) {
    const { tx, actor, now } = context
    const request = await lockRequest(context, requestId, answering)
    const changed = await tx.run`update desk.shared_answer set withdrawn_at = ${now}
      where company_id = ${actor.companyId} and request_id = ${requestId} and withdrawn_at is null`
    if (changed === 0) refuseNotFound({ ja: 'よくある質問', en: 'shared answer' }, 'requestId')
    return {
      events: [{ activity: 'desk.answer-unshared', objects: requestObjects(request, request.assigneeId) }],
      answer: {},
    }
  },
})
