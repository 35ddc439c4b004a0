import { command, refuse } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { answering, lockRequest, requestObjects, stateAfter, writePost } from './request-row.ts'

export const takeRequest = command(desk.takeRequest, {
  may: 'desk.answer',
  emits: ['desk.request-taken'],
  async run(context, { requestId, insteadOf }) {
    const { tx, actor, now } = context
    const request = await lockRequest(context, requestId, answering)
    const takerId = actor.personId ?? null
    if (takerId === null) return refuseWithoutPerson()
    const state = stateAfter(request, 'take', takerId)
    if (request.assigneeId !== null && (request.assigneeId !== insteadOf || request.assigneeId === takerId))
      refuse({
        kind: 'conflict',
        code: 'desk.request-taken',
        what:
          request.assigneeId === takerId
            ? {
                ja: `R-${request.number}は、すでにあなたが引き受けています。`,
                en: `R-${request.number} is yours already.`,
              }
            : {
                ja: `R-${request.number}は、${request.assigneeName ?? 'ほかの担当'}さんが引き受けています。`,
                en: `R-${request.number} was taken by ${request.assigneeName ?? 'someone else'}.`,
              },
        field: 'requestId',
        rule: {
          says: { ja: '一つの依頼を引き受けるのは一人です。', en: 'One request is in the hands of one person.' },
        },
        todo: {
          ja: '代わるときは、依頼を開いて「代わりに引き受ける」をお選びください。',
          en: 'To take over, open the request and choose to take it instead.',
        },
      })
    await tx.run`update desk.request set assignee_id = ${takerId}, state = ${state}, taken_at = coalesce(taken_at, ${now})
      where company_id = ${actor.companyId} and id = ${requestId}`
    if (request.assigneeId !== null) await writePost(context, requestId, { kind: 'take-over', text: '' })
    return {
      events: [
        {
          activity: 'desk.request-taken',
          objects: [
            ...requestObjects(request, takerId),
            { type: 'person', id: takerId, qualifier: 'assignee' },
            ...(request.assigneeId === null ? [] : [{ type: 'person', id: request.assigneeId, qualifier: 'from' }]),
          ],
        },
      ],
      answer: {},
    }
  },
})

function refuseWithoutPerson(): never {
  refuse({
    kind: 'not-allowed',
    code: 'desk.person-needed',
    what: { ja: '依頼を引き受けるのは人です。', en: 'A person takes a request.' },
    todo: { ja: 'どなたかとしてお入りください。', en: 'Sign in as a person.' },
  })
}
