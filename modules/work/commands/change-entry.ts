import { command } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { requireKind } from './writing/deed-record.ts'
import { refuseForeignDepartment, refuseStrangers } from './writing/refusals.ts'
import { entryObjects, lockEntry, noticeOf, refuseImpossible } from './writing/register-record.ts'

export const changeEntry = command(work.changeEntry, {
  may: 'work.keep-register',
  emits: ['work.entry-changed'],
  async run(context, { entryId, version, ...entry }) {
    const { tx, actor, today } = context
    const before = await lockEntry(context, entryId, version)
    const noticeOn = noticeOf(entry)
    refuseImpossible({ ...entry, noticeOn })
    await Promise.all([
      refuseStrangers(context, [entry.responsibleId, entry.deputyId], 'responsibleId'),
      refuseForeignDepartment(context, [entry.departmentId], today),
      requireKind(context, entry.kindId === before.kindId ? null : entry.kindId),
    ])
    await tx.run`update work.register_entry set sort = ${entry.sort}, name = ${entry.name}, counterpart = ${entry.counterpart},
        reference = ${entry.reference}, starts_on = ${entry.startsOn}, ends_on = ${entry.endsOn}, notice_period = ${entry.noticePeriod},
        notice_typed_on = ${entry.noticeTypedOn}, notice_on = ${noticeOn}, renews = ${entry.renews}, renewal_months = ${entry.renewalMonths},
        lead_days = ${entry.leadDays}, responsible_id = ${entry.responsibleId}, deputy_id = ${entry.deputyId},
        department_id = ${entry.departmentId}, kind_id = ${entry.kindId}, place = ${entry.place}, notes = ${entry.notes}, version = version + 1
      where company_id = ${actor.companyId} and id = ${entryId}`
    return {
      events: [
        {
          activity: 'work.entry-changed',
          objects: entryObjects({ entryId, ...entry }),
          data: before.endsOn === entry.endsOn ? {} : { from: before.endsOn, to: entry.endsOn },
        },
      ],
      answer: { version: version + 1, noticeOn },
    }
  },
})
