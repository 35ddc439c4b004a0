import { command } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { collectionObjects, lockCollection } from './collection-row.ts'

export const closeCollection = command(desk.closeCollection, {
  may: 'desk.collect',
  emits: ['desk.collection-closed'],
  async run(context, { collectionId }) {
    const { tx, actor, now } = context
    const collection = await lockCollection(context, collectionId)
    const [left] = await tx.rows<{ openCount: number }>`select count(*)::int as "openCount" from desk.collection_person
      where company_id = ${actor.companyId} and collection_id = ${collectionId} and state = 'open'`
    const openCount = left?.openCount ?? 0
    await tx.run`update desk.collection set closed_at = ${now}, version = version + 1 where company_id = ${actor.companyId} and id = ${collectionId}`
    return {
      events: [{ activity: 'desk.collection-closed', objects: collectionObjects(collection), data: { openCount } }],
      answer: { openCount },
    }
  },
})
