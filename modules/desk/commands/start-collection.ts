import { command, newId } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'
import { departmentOfActor, peopleAsked, requireDepartment } from '../queries/people-of-company.ts'
import { askPeople, collectionObjects, refuseMembersToCome, refuseNobody } from './collection-row.ts'

export const startCollection = command(desk.startCollection, {
  may: 'desk.collect',
  emits: ['desk.collection-started'],
  async run(context, given) {
    const { tx, actor, now, today } = context
    refuseMembersToCome(context, given.membersOn)
    const collectionId = newId()
    const startedById = actor.personId ?? null
    const departmentId = given.departmentId ?? (await departmentOfActor(context))
    const kindId = given.kindId ?? null
    if (given.departmentId) await requireDepartment(tx, actor.companyId, given.departmentId, today, 'departmentId')
    const personIds = await peopleAsked(tx, actor.companyId, { ...given, on: given.membersOn ?? today })
    if (personIds.length === 0) refuseNobody()
    await tx.run`insert into desk.collection (company_id, id, title, explanation, answer_kind, due_on, reminder_days, department_id, kind_id, started_by_id, started_at)
      values (${actor.companyId}, ${collectionId}, ${given.title}, ${given.explanation}, ${given.answerKind}, ${given.dueOn},
        ${given.reminderDays}::smallint[], ${departmentId}, ${kindId}, ${startedById}, ${now})`
    const askedCount = await askPeople(context, collectionId, personIds)
    return {
      events: [
        {
          activity: 'desk.collection-started',
          objects: collectionObjects({ collectionId, title: given.title, departmentId, kindId, startedById }),
          data: { askedCount, dueOn: given.dueOn },
        },
      ],
      answer: { collectionId, askedCount },
    }
  },
})
