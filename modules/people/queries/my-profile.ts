import { query, refuseNotFound } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { detailsOf } from './person-details.ts'

export const myProfile = query(people.myProfile, {
  may: 'people.see-register',
  run(context, { on = context.today }) {
    if (!context.actor.personId) refuseNotFound({ ja: '人', en: 'person' })
    return detailsOf(context, context.actor.personId, on)
  },
})
