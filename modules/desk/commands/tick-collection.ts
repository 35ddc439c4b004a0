import { command, refuse } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { collectionObjects, lockCollection } from './collection-row.ts'

export const tickCollection = command(desk.tickCollection, {
  may: 'desk.collect',
  emits: ['desk.collection-received'],
  async run(context, { collectionId, personIds, note }) {
    const { tx, actor, now } = context
    const collection = await lockCollection(context, collectionId, 'allowed')
    const received = await tx.rows<{ personId: string }>`
      update desk.collection_person set state = 'received', answered_at = ${now}, received_by_id = ${actor.personId ?? null}, answer_text = ${note.trim()}
      where company_id = ${actor.companyId} and collection_id = ${collectionId} and person_id = any(${personIds}::uuid[]) and state = 'open'
      returning person_id as "personId"`
    const [first, ...others] = received.map(({ personId }) => ({
      activity: 'desk.collection-received' as const,
      objects: [...collectionObjects(collection), { type: 'person', id: personId, qualifier: 'asked' }] as const,
    }))
    if (!first)
      refuse({
        kind: 'conflict',
        code: 'desk.nothing-open',
        what: { ja: '選んだ方の分は、すでにそろっています。', en: 'Nothing is open for the people chosen.' },
        field: 'personIds',
        todo: { ja: '一覧を開き直してください。', en: 'Reload the list.' },
      })
    return { events: [first, ...others], answer: { receivedCount: received.length } }
  },
})
