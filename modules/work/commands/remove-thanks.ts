import { command, refuseNotFound } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'

export const removeThanks = command(work.removeThanks, {
  may: 'work.thank',
  emits: ['work.thanks-removed'],
  async run({ tx, actor, now }, { thanksId }) {
    const changed = await tx.run`update work.thanks set removed_at = ${now}
      where company_id = ${actor.companyId} and id = ${thanksId} and from_person_id = ${actor.personId ?? null} and removed_at is null`
    if (changed === 0) refuseNotFound({ ja: 'ありがとう', en: 'thanks' }, 'thanksId')
    return { events: [{ activity: 'work.thanks-removed', objects: [{ type: 'thanks', id: thanksId }] }], answer: {} }
  },
})
