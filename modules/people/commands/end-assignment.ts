import { dateInWords } from '@ennoshita/kernel'
import { command, refuse } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { lockAssignment } from './lock-assignment.ts'
import { refuseBrokenOrganisation } from './lock-organisation.ts'
import { personObject } from './lock-person.ts'

export const endAssignment = command(people.endAssignment, {
  may: 'people.keep-register',
  emits: ['people.assignment-ended'],
  async run(context, { assignmentId, untilOn }) {
    const { tx, actor } = context
    const { assignment, person } = await lockAssignment(context, assignmentId)
    if (untilOn < assignment.fromOn)
      refuse({
        kind: 'bad-input',
        code: 'people.until-before-from',
        what: {
          ja: `終了日が開始日（${dateInWords(assignment.fromOn)}）より前になっています。`,
          en: `The last day is before the first (${assignment.fromOn}).`,
        },
        field: 'untilOn',
        todo: {
          ja: '開始日以降の日を入力するか、登録そのものを取り消してください。',
          en: 'Give a later day, or take the assignment back.',
        },
      })
    if (assignment.untilOn !== null && assignment.untilOn <= untilOn)
      refuse({
        kind: 'conflict',
        code: 'people.assignment-ended-already',
        what: {
          ja: `この所属は、すでに${dateInWords(assignment.untilOn)}までで登録されています。`,
          en: `This assignment already ends on ${assignment.untilOn}.`,
        },
        field: 'untilOn',
        todo: { ja: '画面を開き直して、今の内容を確かめてください。', en: 'Reload and look at what stands there now.' },
      })
    await tx.run`update people.assignment set until_on = ${untilOn}, ended_by_leaving = false
      where company_id = ${actor.companyId} and id = ${assignmentId}`
    await refuseBrokenOrganisation(tx, actor.companyId, untilOn)
    return {
      events: [
        {
          activity: 'people.assignment-ended',
          objects: [personObject(person.id, person.displayName), { type: 'department', id: assignment.departmentId }],
          data: { untilOn },
        },
      ],
      answer: {},
    }
  },
})
