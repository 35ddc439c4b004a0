import { type CommandContext, command, newId } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { readCalendar } from '../queries/company-calendar.ts'
import { reminderDue } from '../rules/reminder-days.ts'
import { reminderText } from '../rules/reminder-text.ts'
import { type CollectionRow, collectionObjects } from './collection-row.ts'

type OpenCollection = CollectionRow & { explanation: string; reminderDays: number[] }

/** Writes today's reminders of every open collection, one for each person who has not answered, ready to be mailed. */
export const sendDueReminders = command(desk.sendDueReminders, {
  may: 'desk.collect',
  emits: ['desk.reminder-made', 'desk.reminders-checked'],
  internal: true,
  async run(context) {
    const { tx, actor, today } = context
    const [calendar, collections] = await Promise.all([
      readCalendar(tx, actor.companyId),
      tx.rows<OpenCollection>`
        select id as "collectionId", title, explanation, due_on as "dueOn", reminder_days as "reminderDays", department_id as "departmentId",
          kind_id as "kindId", started_by_id as "startedById", closed_at as "closedAt", version
        from desk.collection where company_id = ${actor.companyId} and closed_at is null and cardinality(reminder_days) > 0
        order by due_on, id`,
    ])
    const reminders = []
    for (const collection of collections) {
      const number = reminderDue(collection.dueOn, collection.reminderDays, today, calendar)
      if (number !== undefined) reminders.push(...(await remind(context, collection, number)))
    }
    return {
      events: [
        {
          activity: 'desk.reminders-checked',
          objects: [{ type: 'company', id: actor.companyId }],
          data: { reminderCount: reminders.length },
        },
        ...reminders,
      ],
      answer: { reminderCount: reminders.length },
    }
  },
})

async function remind({ tx, actor, now, today }: CommandContext, collection: OpenCollection, number: number) {
  const { subject, body } = reminderText(collection, { number, ofCount: collection.reminderDays.length, today })
  const waiting = await tx.rows<{ personId: string }>`
    select c.person_id as "personId" from desk.collection_person c
    join people.person_name p on p.company_id = c.company_id and p.person_id = c.person_id
    where c.company_id = ${actor.companyId} and c.collection_id = ${collection.collectionId} and c.state = 'open'
      and (p.left_on is null or p.left_on >= ${today})
    order by c.person_id`
  const rows = waiting.map(({ personId }) => ({ id: newId(), person_id: personId }))
  const made = await tx.rows<{ personId: string }>`
    insert into desk.reminder (company_id, id, collection_id, person_id, number, subject, body, made_at)
    select ${actor.companyId}, r.id, ${collection.collectionId}, r.person_id, ${number}, ${subject}, ${body}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, person_id uuid)
    on conflict (company_id, collection_id, person_id, number) do nothing
    returning person_id as "personId"`
  return made.map(({ personId }) => ({
    activity: 'desk.reminder-made' as const,
    objects: [...collectionObjects(collection), { type: 'person', id: personId, qualifier: 'asked' }] as const,
    data: { number },
  }))
}
