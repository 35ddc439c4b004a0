import { command, refuse, refuseNotFound } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { deedObject, lockOwnDeeds, personOf } from './writing/deed-record.ts'
import { refuseStrangers } from './writing/refusals.ts'

export const changeDeed = command(work.changeDeed, {
  may: 'work.record-deeds',
  emits: ['work.deed-changed'],
  async run(context, { deedId, version, text, minutes, forPersonId, forWhom }) {
    const { tx, actor } = context
    const [deed] = await lockOwnDeeds(context, [deedId])
    if (!deed) return refuseNotFound({ ja: 'これもやった', en: 'deed' }, 'deedId')
    if (deed.version !== version)
      refuse({
        kind: 'conflict',
        code: 'work.deed-changed-meanwhile',
        what: { ja: '別の画面で、先に書き直されています。', en: 'It was changed in another window meanwhile.' },
        field: 'version',
        todo: { ja: '開き直して、もう一度お直しください。', en: 'Open it again and make your change once more.' },
      })
    await refuseStrangers(context, [forPersonId], 'forPersonId')
    await tx.run`update work.deed set text = ${text}, minutes = ${minutes}, for_person_id = ${forPersonId}, for_whom = ${forWhom.trim()}, version = version + 1
      where company_id = ${actor.companyId} and id = ${deedId}`
    return {
      events: [{ activity: 'work.deed-changed', objects: [deedObject({ ...deed, text }, personOf(context))] }],
      answer: { version: version + 1 },
    }
  },
})
