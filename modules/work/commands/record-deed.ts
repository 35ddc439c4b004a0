import { command, newId } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { deedObject, mainDepartment, personOf, requireKind } from './writing/deed-record.ts'
import { refuseStrangers } from './writing/refusals.ts'

export const recordDeed = command(work.recordDeed, {
  may: 'work.record-deeds',
  emits: ['work.deed-recorded'],
  async run(context, { text, minutes, forPersonId, forWhom, occurredAt, kindId = null }) {
    const { tx, actor, now } = context
    const doerId = personOf(context)
    await Promise.all([refuseStrangers(context, [forPersonId], 'forPersonId'), requireKind(context, kindId)])
    const deedId = newId()
    const departmentId = await mainDepartment(context)
    await tx.run`insert into work.deed (company_id, id, person_id, text, minutes, for_person_id, for_whom, occurred_at, kind_id, department_id)
      values (${actor.companyId}, ${deedId}, ${doerId}, ${text}, ${minutes ?? null}, ${forPersonId ?? null}, ${forWhom.trim()},
        ${occurredAt ?? now}, ${kindId}, ${departmentId})`
    const deed = { deedId, text, kindId, departmentId, isShared: false, version: 1 }
    return {
      events: [
        {
          activity: 'work.deed-recorded',
          occurredAt,
          objects: [deedObject(deed, doerId), ...(kindId ? [{ type: 'kind', id: kindId }] : [])],
        },
      ],
      answer: { deedId },
    }
  },
})
