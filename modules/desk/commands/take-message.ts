import { command, newId } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { personToday } from '../queries/people-of-company.ts'
import { messageObject } from './message-object.ts'

export const takeMessage = command(desk.takeMessage, {
  may: 'desk.take-messages',
  emits: ['desk.message-taken'],
  async run({ tx, actor, now, today }, message) {
    const to = await personToday(tx, actor.companyId, message.toPersonId, today, 'toPersonId')
    const messageId = newId()
    const takenById = actor.personId ?? null
    const calledAt = message.calledAt ?? now
    await tx.run`insert into desk.message (company_id, id, to_person_id, department_id, caller_company, caller_name, caller_number,
        called_at, wants, call_back_by, text, taken_by_id)
      values (${actor.companyId}, ${messageId}, ${message.toPersonId}, ${to.departmentId}, ${message.callerCompany.trim()},
        ${message.callerName.trim()}, ${message.callerNumber.trim()}, ${calledAt}, ${message.wants}, ${message.callBackBy ?? null},
        ${message.text}, ${takenById})`
    return {
      events: [
        {
          activity: 'desk.message-taken',
          occurredAt: message.calledAt,
          objects: [
            messageObject({ messageId, ...message, departmentId: to.departmentId, takenById }),
            { type: 'person', id: message.toPersonId, qualifier: 'to' },
          ],
        },
      ],
      answer: { messageId },
    }
  },
})
