import { type CommandContext, command, newId, refuse, refuseNotFound, sql, within } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { personOf } from './writing/deed-record.ts'
import { refuseStrangers } from './writing/refusals.ts'

type Thanked = { text: string; personIds: string[] }

export const attachThanks = command(work.attachThanks, {
  may: 'work.thank',
  emits: ['work.thanks-attached'],
  async run(context, { about, toPersonId, text }) {
    const { tx, actor, now } = context
    const fromId = personOf(context)
    const thanked = await thankedFor[about.type](context, about.id)
    if (!thanked) return refuseNotFound({ ja: 'お礼を添える先', en: 'thing to give thanks for' }, 'about.id')
    const toId = toPersonId ?? thanked.personIds[0]
    if (toId === undefined || (thanked.personIds.length > 0 && !thanked.personIds.includes(toId)))
      return refuseNotFound({ ja: 'お礼を伝える相手', en: 'person to thank' }, 'toPersonId')
    if (toId === fromId)
      refuse({
        kind: 'bad-input',
        code: 'work.thanks-to-oneself',
        what: { ja: 'ありがとうは、ほかの方が添えるものです。', en: 'Thanks are attached by someone else.' },
        field: 'toPersonId',
        todo: { ja: '手伝ってくれた方を選んでください。', en: 'Choose someone who helped you.' },
      })
    await refuseStrangers(context, [toId], 'toPersonId')
    const thanksId = newId()
    await tx.run`insert into work.thanks (company_id, id, about_type, about_id, about_text, from_person_id, to_person_id, text, written_at)
      values (${actor.companyId}, ${thanksId}, ${about.type}, ${about.id}, ${thanked.text}, ${fromId}, ${toId}, ${text}, ${now})`
    return {
      events: [
        {
          activity: 'work.thanks-attached',
          objects: [
            { type: about.type, id: about.id },
            { type: 'thanks', id: thanksId },
            { type: 'person', id: toId, qualifier: 'to' },
          ],
        },
      ],
      answer: { thanksId },
    }
  },
})

/** Who may be thanked for a thing that the thanking person may see; an empty list leaves the choice to them. */
const thankedFor: Record<
  'deed' | 'task' | 'request',
  (context: CommandContext, id: string) => Promise<Thanked | undefined>
> = {
  deed: ({ tx, actor }, id) =>
    tx.row<Thanked>`select text, array[person_id] as "personIds" from work.deed
      where company_id = ${actor.companyId} and id = ${id} and removed_at is null and (is_shared or person_id = ${actor.personId ?? null})`,
  task: ({ tx, actor }, id) =>
    tx.row<Thanked>`select title as text, array_remove(array[done_by, assignee_id] || deputy_ids, null) as "personIds" from work.task
      where company_id = ${actor.companyId} and id = ${id} and ${within(actor, 'work.see-tasks', {
        own: [sql`assignee_id`, sql`asked_by`, sql`done_by`, sql`made_by`],
        department: sql`department_id`,
      })}`,
  request: ({ tx, actor }, id) =>
    tx.row<Thanked>`select label as text, '{}'::uuid[] as "personIds" from kernel.object_label
      where company_id = ${actor.companyId} and object_type = 'request' and object_id = ${id}
        and (${actor.personId ?? null} = any(own) or ${within(actor, 'desk.see-requests', { department: sql`department_id` })})`,
}
