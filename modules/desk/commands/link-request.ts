import { command } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { answering, lockRequest, requestObjects } from './request-row.ts'

export const linkRequest = command(desk.linkRequest, {
  may: 'desk.answer',
  emits: ['desk.request-linked'],
  async run(context, { requestId, kindId }) {
    const { tx, actor } = context
    const request = await lockRequest(context, requestId, answering)
    await tx.run`update desk.request set kind_id = ${kindId} where company_id = ${actor.companyId} and id = ${requestId}`
    return {
      events: [
        { activity: 'desk.request-linked', objects: requestObjects({ ...request, kindId }, request.assigneeId) },
      ],
      answer: {},
    }
  },
})
