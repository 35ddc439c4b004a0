import { type CommandContext, type EventObject, refuse, refuseNotFound, scopeOf, sql } from '@ennoshita/kernel/server'

export type CollectionRow = {
  collectionId: string
  title: string
  dueOn: string
  departmentId: string | null
  kindId: string | null
  startedById: string | null
  closedAt: string | null
  version: number
}

/** Locks a collection that the actor keeps; refuses one that is closed unless told otherwise. */
export async function lockCollection(
  { tx, actor, within }: CommandContext,
  collectionId: string,
  closed: 'refused' | 'allowed' = 'refused',
): Promise<CollectionRow> {
  const found = await tx.row<CollectionRow>`
    select id as "collectionId", title, due_on as "dueOn", department_id as "departmentId", kind_id as "kindId",
      started_by_id as "startedById", closed_at as "closedAt", version
    from desk.collection
    where company_id = ${actor.companyId} and id = ${collectionId}
      and ${within({ own: sql`started_by_id`, department: sql`department_id` })} for update`
  if (!found) refuseNotFound({ ja: '回収', en: 'collection' }, 'collectionId')
  if (found.closedAt && closed === 'refused')
    refuse({
      kind: 'conflict',
      code: 'desk.collection-closed',
      what: { ja: `「${found.title}」は締めてあります。`, en: `"${found.title}" is closed.` },
      field: 'collectionId',
      todo: { ja: '新しい回収としてお始めください。', en: 'Start a new collection instead.' },
    })
  return found
}

/** What an event about a collection concerns. The people asked find it among their own things, not by search. */
export function collectionObjects(
  collection: Pick<CollectionRow, 'collectionId' | 'title' | 'departmentId' | 'kindId' | 'startedById'>,
): [EventObject, ...EventObject[]] {
  return [
    {
      type: 'collection',
      id: collection.collectionId,
      label: {
        text: collection.title,
        opens: `/desk/collections/${collection.collectionId}`,
        may: 'desk.collect',
        own: collection.startedById ? [collection.startedById] : [],
        departmentId: collection.departmentId,
      },
    },
    ...(collection.kindId ? [{ type: 'kind', id: collection.kindId }] : []),
  ]
}

/** Adds people to a collection; those already asked stay as they are. Says how many were added. */
export async function askPeople(
  { tx, actor }: CommandContext,
  collectionId: string,
  personIds: readonly string[],
): Promise<number> {
  return tx.run`insert into desk.collection_person (company_id, collection_id, person_id)
    select ${actor.companyId}, ${collectionId}, unnest(${personIds}::uuid[]) on conflict do nothing`
}

export function refuseNobody(): never {
  refuse({
    kind: 'bad-input',
    code: 'desk.nobody-asked',
    what: { ja: 'お願いする相手がいません。', en: 'There is nobody to ask.' },
    field: 'personIds',
    todo: { ja: '人か部門を選んでください。', en: 'Choose people or departments.' },
  })
}

/** Refuses to ask the members of a day to come, unless the actor may see moves before their day. */
export function refuseMembersToCome({ actor, today }: CommandContext, membersOn: string | undefined): void {
  if (membersOn === undefined || membersOn <= today || scopeOf(actor, 'people.see-register') === 'company') return
  refuse({
    kind: 'not-allowed',
    code: 'desk.members-to-come',
    what: {
      ja: 'これから先の日付の所属では集められません。',
      en: 'The members of a day to come cannot be asked yet.',
    },
    field: 'membersOn',
    rule: {
      says: {
        ja: '異動や組織変更は、その日が来るまで公開しません。',
        en: 'Moves and reorganisations are not shown before their day.',
      },
      source: 'people.see-register',
    },
    todo: { ja: '今日までの日付をお選びください。', en: 'Choose today or an earlier day.' },
  })
}
