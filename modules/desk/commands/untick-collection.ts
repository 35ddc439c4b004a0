import { command, refuseNotFound } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { collectionObjects, lockCollection } from './collection-row.ts'

export const untickCollection = command(desk.untickCollection, {
  may: 'desk.collect',
  emits: ['desk.collection-receipt-undone'],
  async run(context, { collectionId, personId }) {
    const { tx, actor } = context
    const collection = await lockCollection(context, collectionId, 'allowed')
    const changed = await tx.run`
      update desk.collection_person set state = 'open', answered_at = null, received_by_id = null, answer_text = ''
      where company_id = ${actor.companyId} and collection_id = ${collectionId} and person_id = ${personId} and state = 'received'`
    if (changed === 0) refuseNotFound({ ja: '受け取りの印', en: 'tick' }, 'personId')
    return {
      events: [
        {
          activity: 'desk.collection-receipt-undone',
          objects: [...collectionObjects(collection), { type: 'person', id: personId, qualifier: 'asked' }],
        },
      ],
      answer: {},
    }
  },
})
