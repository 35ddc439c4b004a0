import { refuse, refuseNotFound, type Tx, type Words } from '@ennoshita/kernel/server'
import { events } from '../../contract/events.ts'

export const kindWords: Words = { ja: '業務', en: 'kind of work' }
export const taskWords: Words = { ja: 'やること', en: 'task' }

type Asked = { readonly tx: Tx; readonly actor: { readonly companyId: string } }
type AskedToday = Asked & { readonly today: string }

/** Refuses an edit of an older version and says who did what in between. */
export async function refuseStale({ tx, actor }: Asked, thing: Words, objectId: string): Promise<never> {
  const last = await tx.row<{ activity: string; at: string; name: string | null }>`
    select e.activity, to_char(e.occurred_at at time zone 'Asia/Tokyo', 'FMMM/FMDD HH24:MI') as at, p.display_name as name
    from kernel.event_object o join kernel.event e on e.company_id = o.company_id and e.id = o.event_id
      left join people.person_name p on p.company_id = e.company_id and p.person_id = e.actor
    where o.company_id = ${actor.companyId} and o.object_id = ${objectId} order by e.recorded_at desc limit 1`
  const did = last ? events[last.activity] : undefined
  const who = last?.name ? `${last.name}さん` : '別の人'
  refuse({
    kind: 'conflict',
    code: 'work.changed-meanwhile',
    what: {
      ja: `ご覧になっている間に、${who}が${last?.at ?? ''}に「${did?.ja ?? '変更した'}」ため、上書きしませんでした。`,
      en: `While you were looking, ${last?.name ?? 'someone else'} ${did?.en ?? 'changed it'} at ${last?.at ?? ''}; nothing was overwritten.`,
    },
    field: 'version',
    rule: {
      says: { ja: '古い内容への上書きは受け付けません。', en: `An older version of the ${thing.en} is not saved.` },
    },
    todo: {
      ja: '開き直して内容を確かめ、もう一度書き直してください。',
      en: 'Open it again, check, and make your change once more.',
    },
  })
}

/** Refuses when one of these is not a person of the company today: nothing is given to someone who has left. */
export async function refuseStrangers(
  { tx, actor, today }: AskedToday,
  personIds: readonly (string | null | undefined)[],
  field: string,
): Promise<void> {
  const asked = [...new Set(personIds.filter((person) => typeof person === 'string'))]
  if (asked.length === 0) return
  const found = await tx.rows<{ id: string }>`select person_id as id from people.person_name
    where company_id = ${actor.companyId} and person_id = any(${asked}::uuid[]) and (left_on is null or left_on >= ${today})`
  if (found.length < asked.length) refuseNotFound({ ja: '担当する人', en: 'person' }, field)
}

/** Refuses when this is not a department of the company on that day. */
export async function refuseForeignDepartment(
  { tx, actor }: Asked,
  departmentIds: readonly (string | null | undefined)[],
  today: string,
): Promise<void> {
  const asked = [...new Set(departmentIds.filter((department) => typeof department === 'string'))]
  if (asked.length === 0) return
  const found = await tx.rows<{
    id: string
  }>`select d.id from people.department_on(${actor.companyId}, ${today}::date) d
    where d.id = any(${asked}::uuid[])`
  if (found.length < asked.length) refuseNotFound({ ja: '部署', en: 'department' }, 'departmentId')
}
