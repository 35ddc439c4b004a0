import { command } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { deedObject, lockOwnDeeds, personOf } from './writing/deed-record.ts'

export const shareDeeds = command(work.shareDeeds, {
  may: 'work.record-deeds',
  emits: ['work.deeds-shown', 'work.deeds-hidden'],
  async run(context, { deedIds, isShared }) {
    const { tx, actor } = context
    const deeds = await lockOwnDeeds(context, deedIds)
    await tx.run`update work.deed set is_shared = ${isShared}, version = version + 1
      where company_id = ${actor.companyId} and id = any(${deedIds}::uuid[]) and is_shared <> ${isShared}`
    const [object, ...others] = deeds.map((deed) => deedObject({ ...deed, isShared }, personOf(context)))
    if (!object) throw new Error('lockOwnDeeds answers every deed or refuses.')
    return {
      events: [{ activity: isShared ? 'work.deeds-shown' : 'work.deeds-hidden', objects: [object, ...others] }],
      answer: {},
    }
  },
})
