import { command, refuseNotFound } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { type CollectionRow, collectionObjects } from './collection-row.ts'

/** After a reminder left by mail, or had no address to go to. */
export const settleReminder = command(desk.settleReminder, {
  may: 'desk.collect',
  emits: ['desk.reminder-sent', 'desk.reminder-undeliverable'],
  internal: true,
  async run({ tx, actor, now }, { reminderId, outcome }) {
    const reminder = await tx.row<CollectionRow & { personId: string; number: number }>`
      update desk.reminder r set state = ${outcome}, sent_at = case when ${outcome} = 'sent' then ${now}::timestamptz end
      from desk.collection c
      where r.company_id = ${actor.companyId} and r.id = ${reminderId} and r.state = 'to-send'
        and c.company_id = r.company_id and c.id = r.collection_id
      returning r.person_id as "personId", r.number, c.id as "collectionId", c.title, c.due_on as "dueOn", c.department_id as "departmentId",
        c.kind_id as "kindId", c.started_by_id as "startedById", c.closed_at as "closedAt", c.version`
    if (!reminder) return refuseNotFound({ ja: 'これから送るお知らせ', en: 'reminder to send' }, 'reminderId')
    return {
      events: [
        {
          activity: outcome === 'sent' ? 'desk.reminder-sent' : 'desk.reminder-undeliverable',
          objects: [...collectionObjects(reminder), { type: 'person', id: reminder.personId, qualifier: 'asked' }],
          data: { number: reminder.number },
        },
      ],
      answer: {},
    }
  },
})
