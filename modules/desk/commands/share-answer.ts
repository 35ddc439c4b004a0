import { command, refuse } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { answering, lockRequest, requestObjects } from './request-row.ts'

export const shareAnswer = command(desk.shareAnswer, {
  may: 'desk.answer',
  emits: ['desk.answer-shared'],
  async run(context, { requestId, question, answer }) {
    const { tx, actor, now } = context
    const request = await lockRequest(context, requestId, answering)
    if (request.state !== 'answered' && request.state !== 'done')
      refuse({
        kind: 'conflict',
        code: 'desk.not-answered-yet',
        what: { ja: `R-${request.number}には、まだ回答がありません。`, en: `R-${request.number} has no answer yet.` },
        field: 'requestId',
        todo: { ja: '回答してから、よくある質問に載せてください。', en: 'Answer it first, then share the answer.' },
      })
    await tx.run`insert into desk.shared_answer (company_id, request_id, question, answer, shared_by_id, shared_at)
      values (${actor.companyId}, ${requestId}, ${question}, ${answer}, ${actor.personId ?? null}, ${now})
      on conflict (company_id, request_id) do update set question = excluded.question, answer = excluded.answer,
        shared_by_id = excluded.shared_by_id, shared_at = excluded.shared_at, withdrawn_at = null`
    return {
      events: [{ activity: 'desk.answer-shared', objects: requestObjects(request, request.assigneeId) }],
      answer: {},
    }
  },
})
