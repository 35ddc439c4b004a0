import { command, newId } from '@ennoshita/kernel/server'
import { addDays } from '@ennoshita/statutes'
import { work } from '../contract.ts'
import { entryObjects, lockEntry, noticeOf, refuseImpossible } from './writing/register-record.ts'

/** The next term begins; the one before stays readable. */
export const renewEntry = command(work.renewEntry, {
  may: 'work.keep-register',
  emits: ['work.entry-renewed'],
  async run(context, { entryId, version, startsOn: given, endsOn, noticeTypedOn = null, note }) {
    const { tx, actor, now } = context
    const entry = await lockEntry(context, entryId, version)
    const startsOn = given ?? (entry.endsOn === null ? null : addDays(entry.endsOn, 1))
    const noticeOn = noticeOf({ endsOn, noticePeriod: entry.noticePeriod, noticeTypedOn })
    refuseImpossible({ startsOn, endsOn, noticeOn, responsibleId: null, deputyId: null })
    await tx.run`insert into work.register_term (company_id, id, entry_id, starts_on, ends_on, notice_on, renewed_at, note)
      values (${actor.companyId}, ${newId()}, ${entryId}, ${entry.startsOn}, ${entry.endsOn}, ${entry.noticeOn}, ${now}, ${note.trim()})`
    await tx.run`update work.register_entry set starts_on = ${startsOn}, ends_on = ${endsOn}, notice_typed_on = ${noticeTypedOn}, notice_on = ${noticeOn},
        version = version + 1
      where company_id = ${actor.companyId} and id = ${entryId}`
    return {
      events: [
        { activity: 'work.entry-renewed', objects: entryObjects(entry), data: { from: entry.endsOn, to: endsOn } },
      ],
      answer: { version: version + 1, noticeOn },
    }
  },
})
