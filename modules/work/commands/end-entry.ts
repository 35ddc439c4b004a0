import { command } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { entryObjects, lockEntry } from './writing/register-record.ts'

export const endEntry = command(work.endEntry, {
  may: 'work.keep-register',
  emits: ['work.entry-ended'],
  async run(context, { entryId, version, endedOn, reason }) {
    const { tx, actor } = context
    const entry = await lockEntry(context, entryId, version)
    await tx.run`update work.register_entry set state = 'ended', ended_on = ${endedOn}, end_reason = ${reason.trim()}, version = version + 1
      where company_id = ${actor.companyId} and id = ${entryId}`
    return {
      events: [{ activity: 'work.entry-ended', objects: entryObjects(entry), data: { endedOn } }],
      answer: { version: version + 1 },
    }
  },
})
