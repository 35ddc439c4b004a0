import { command, refuse, refuseNotFound, sql } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { nameOf } from '../queries/people-of-company.ts'
import { messageObject } from './message-object.ts'

export const settleMessage = command(desk.settleMessage, {
  may: 'desk.see-messages',
  emits: ['desk.message-settled'],
  async run({ tx, actor, now, within }, { messageId, outcome, note }) {
    const message = await tx.row<{
      callerCompany: string
      callerName: string
      callerNumber: string
      toPersonId: string
      takenById: string | null
      departmentId: string | null
      settledAt: string | null
      settledById: string | null
    }>`select m.caller_company as "callerCompany", m.caller_name as "callerName", m.caller_number as "callerNumber",
        m.to_person_id as "toPersonId", m.taken_by_id as "takenById", m.department_id as "departmentId", m.settled_at as "settledAt", m.settled_by_id as "settledById"
      from desk.message m
      where m.company_id = ${actor.companyId} and m.id = ${messageId}
        and ${within({ own: [sql`m.to_person_id`, sql`m.taken_by_id`], department: sql`m.department_id` })} for update`
    if (!message) refuseNotFound({ ja: '伝言', en: 'message' }, 'messageId')
    if (message.settledAt) {
      const name = await nameOf(tx, actor.companyId, message.settledById)
      refuse({
        kind: 'conflict',
        code: 'desk.message-settled',
        what: {
          ja: `この伝言は${name ? `${name}さんが` : ''}済みにしています。`,
          en: `This message was settled${name ? ` by ${name}` : ''}.`,
        },
        field: 'messageId',
        todo: { ja: '伝言の一覧を開き直してください。', en: 'Reload the messages.' },
      })
    }
    await tx.run`update desk.message set outcome = ${outcome}, outcome_note = ${note.trim()}, settled_at = ${now}, settled_by_id = ${actor.personId ?? null}
      where company_id = ${actor.companyId} and id = ${messageId}`
    return {
      events: [
        {
          activity: 'desk.message-settled',
          objects: [
            messageObject({ messageId, ...message }),
            { type: 'person', id: message.toPersonId, qualifier: 'to' },
          ],
          data: { outcome },
        },
      ],
      answer: {},
    }
  },
})
