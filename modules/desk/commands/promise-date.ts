import { dateInWords } from '@ennoshita/kernel'
import { command, refuse } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { answering, lockRequest, requestObjects, stateAfter, writePost } from './request-row.ts'

export const promiseDate = command(desk.promiseDate, {
  may: 'desk.answer',
  emits: ['desk.date-promised'],
  async run(context, { requestId, promisedOn, reason }) {
    const { tx, actor, now, today } = context
    const request = await lockRequest(context, requestId, answering)
    const assigneeId = request.assigneeId ?? actor.personId ?? null
    const state = stateAfter(request, 'promise', assigneeId)
    if (promisedOn < today)
      refuse({
        kind: 'bad-input',
        code: 'desk.promise-in-the-past',
        what: { ja: '約束の日が今日より前になっています。', en: 'The promised date lies before today.' },
        field: 'promisedOn',
        todo: { ja: '今日以降の日付を選んでください。', en: 'Choose today or a later date.' },
      })
    if (request.promisedOn !== null && request.promisedOn !== promisedOn && reason.trim() === '')
      refuse({
        kind: 'bad-input',
        code: 'desk.reason-needed',
        what: {
          ja: `${dateInWords(request.promisedOn)}と約束済みです。変えるときは理由を添えてください。`,
          en: `${request.promisedOn} is promised already. A change carries its reason.`,
        },
        field: 'reason',
        rule: {
          says: { ja: '約束の日を変えるときは、理由を伝えます。', en: 'A promised date changes with a reason.' },
        },
        todo: { ja: '理由を一言入れてください。', en: 'Give the reason in a word.' },
      })
    await tx.run`update desk.request set promised_on = ${promisedOn}, assignee_id = ${assigneeId}, state = ${state},
        taken_at = case when ${assigneeId}::uuid is null then taken_at else coalesce(taken_at, ${now}) end
      where company_id = ${actor.companyId} and id = ${requestId}`
    await writePost(context, requestId, { kind: 'promise', text: reason.trim(), promisedOn })
    return {
      events: [
        {
          activity: 'desk.date-promised',
          objects: requestObjects(request, assigneeId),
          data: request.promisedOn === null ? { to: promisedOn } : { from: request.promisedOn, to: promisedOn },
        },
      ],
      answer: {},
    }
  },
})
