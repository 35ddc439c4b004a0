import { command } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { peopleAsked } from '../queries/people-of-company.ts'
import { askPeople, collectionObjects, lockCollection, refuseMembersToCome, refuseNobody } from './collection-row.ts'

export const addCollectionPeople = command(desk.addCollectionPeople, {
  may: 'desk.collect',
  emits: ['desk.collection-people-added'],
  async run(context, { collectionId, membersOn, ...asked }) {
    const { tx, actor, today } = context
    refuseMembersToCome(context, membersOn)
    const collection = await lockCollection(context, collectionId)
    const personIds = await peopleAsked(tx, actor.companyId, { ...asked, on: membersOn ?? today })
    const askedCount = await askPeople(context, collectionId, personIds)
    if (askedCount === 0) refuseNobody()
    return {
      events: [
        {
          activity: 'desk.collection-people-added',
          objects: collectionObjects(collection),
          data: { askedCount },
        },
      ],
      answer: { askedCount },
    }
  },
})
