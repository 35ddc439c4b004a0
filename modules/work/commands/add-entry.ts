import { command, newId } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { requireKind } from './writing/deed-record.ts'
import { refuseForeignDepartment, refuseStrangers } from './writing/refusals.ts'
import { entryObjects, noticeOf, refuseImpossible } from './writing/register-record.ts'

export const addEntry = command(work.addEntry, {
  may: 'work.keep-register',
  emits: ['work.entry-added'],
  async run(context, entry) {
    const { tx, actor, today } = context
    const noticeOn = noticeOf(entry)
    refuseImpossible({ ...entry, noticeOn })
    await Promise.all([
      refuseStrangers(context, [entry.responsibleId, entry.deputyId], 'responsibleId'),
      refuseForeignDepartment(context, [entry.departmentId], today),
      requireKind(context, entry.kindId),
    ])
    const entryId = newId()
    await tx.run`insert into work.register_entry (company_id, id, sort, name, counterpart, reference, starts_on, ends_on, notice_period,
        notice_typed_on, notice_on, renews, renewal_months, lead_days, responsible_id, deputy_id, department_id, kind_id, place, notes)
      values (${actor.companyId}, ${entryId}, ${entry.sort}, ${entry.name}, ${entry.counterpart}, ${entry.reference}, ${entry.startsOn},
        ${entry.endsOn}, ${entry.noticePeriod}, ${entry.noticeTypedOn}, ${noticeOn}, ${entry.renews}, ${entry.renewalMonths}, ${entry.leadDays},
        ${entry.responsibleId}, ${entry.deputyId}, ${entry.departmentId}, ${entry.kindId}, ${entry.place}, ${entry.notes})`
    return {
      events: [
        {
          activity: 'work.entry-added',
          objects: entryObjects({ entryId, ...entry }),
          data: { sort: entry.sort, endsOn: entry.endsOn, noticeOn },
        },
      ],
      answer: { entryId, noticeOn },
    }
  },
})
