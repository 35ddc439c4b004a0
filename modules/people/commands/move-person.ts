import { dateInWords } from '@ennoshita/kernel'
import { addDays, command, refuse } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { covers } from '../rules/periods.ts'
import { enterAssignment } from './assign.ts'
import { lockOrganisation } from './lock-organisation.ts'
import { type AssignmentRow, assignmentsOf, lockPerson, personObject } from './lock-person.ts'

export const movePerson = command(people.movePerson, {
  may: 'people.keep-register',
  emits: ['people.person-moved'],
  async run(context, { personId, departmentId, postId, on, endsOthers }) {
    const { tx, actor } = context
    await lockOrganisation(tx, actor.companyId)
    const person = await lockPerson(context, personId)
    const held = await assignmentsOf(context, personId)
    refuseSecondMove(held, on)
    const ending = held.filter((each) => covers(each, on) && each.fromOn < on && (each.main || endsOthers))
    const before = ending.find((each) => each.main)
    if (before?.departmentId === departmentId && before.postId === postId)
      refuse({
        kind: 'bad-input',
        code: 'people.no-move',
        what: { ja: '部署も役職も、今の本務と同じです。', en: 'Department and post are those the person already has.' },
        field: 'departmentId',
        todo: { ja: '異動先の部署か役職を選んでください。', en: 'Choose the new department or post.' },
      })
    const lastDay = addDays(on, -1)
    const ended = new Set(ending.map((each) => each.id))
    const left = held.map((each) => (ended.has(each.id) ? { ...each, untilOn: lastDay } : each))
    await tx.run`update people.assignment set until_on = ${lastDay}, ended_by_leaving = false
      where company_id = ${actor.companyId} and id = any(${[...ended]}::uuid[])`
    const asked = { departmentId, postId, main: true, fromOn: on, untilOn: person.leftOn }
    const assignmentId = await enterAssignment(context, person, asked, left)
    await tx.run`update people.assignment set ended_by = ${assignmentId}
      where company_id = ${actor.companyId} and id = any(${ending.filter((each) => each.untilOn === null).map((each) => each.id)}::uuid[])`
    return {
      events: [
        {
          activity: 'people.person-moved',
          objects: [
            personObject(personId, person.displayName),
            { type: 'department', id: departmentId, qualifier: 'to' },
            ...(before ? [{ type: 'department', id: before.departmentId, qualifier: 'from' }] : []),
            ...(postId ? [{ type: 'post', id: postId }] : []),
          ],
          data: { on, ended: ended.size },
        },
      ],
      answer: { assignmentId },
    }
  },
})

function refuseSecondMove(held: readonly AssignmentRow[], on: string): void {
  const later = held.find((each) => each.main && each.fromOn >= on)
  if (!later) return
  refuse({
    kind: 'conflict',
    code: 'people.moved-already',
    what: {
      ja: `${dateInWords(later.fromOn)}からの本務が、すでに登録されています。`,
      en: `A main assignment from ${later.fromOn} is entered already.`,
    },
    field: 'on',
    todo: {
      ja: 'その登録を取り消してから、もう一度登録してください。または、それより後の日付にしてください。',
      en: 'Take that one back and try again, or choose a later date.',
    },
  })
}
