import { command } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { deedObject, lockOwnDeeds, personOf } from './writing/deed-record.ts'

export const removeDeed = command(work.removeDeed, {
  may: 'work.record-deeds',
  emits: ['work.deed-removed'],
  async run(context, { deedId }) {
    const { tx, actor, now } = context
    const deeds = await lockOwnDeeds(context, [deedId])
    await tx.run`update work.deed set removed_at = ${now}, is_shared = false, version = version + 1
      where company_id = ${actor.companyId} and id = ${deedId}`
    const [object, ...others] = deeds.map((deed) => deedObject({ ...deed, isShared: false }, personOf(context)))
    if (!object) throw new Error('lockOwnDeeds answers every deed or refuses.')
    return { events: [{ activity: 'work.deed-removed', objects: [object, ...others] }], answer: {} }
  },
})
