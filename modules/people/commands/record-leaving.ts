import { dateInWords } from '@ennoshita/kernel'
import { command, endMembership, refuse } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { refuseLastAdministrator } from './last-administrator.ts'
import { lockOrganisation, refuseBrokenOrganisation } from './lock-organisation.ts'
import { lockPerson, type PersonRow, personObject } from './lock-person.ts'
import { refuseOlderVersion } from './refuse-older-version.ts'

export const recordLeaving = command(people.recordLeaving, {
  may: 'people.keep-register',
  emits: ['people.leaving-recorded'],
  async run(context, { personId, version, leftOn }) {
    const { tx, actor } = context
    const company = actor.companyId
    await lockOrganisation(tx, company)
    const person = await lockPerson(context, personId)
    if (person.version !== version) await refuseOlderVersion(tx, company, personId, { ja: '人', en: 'person' })
    refuseImpossibleLeaving(person, leftOn)
    await refuseLastAdministrator(tx, company, personId)
    const [cancelledAssignments, endedAssignments] = await Promise.all([
      tx.run`delete from people.assignment where company_id = ${company} and person_id = ${personId} and from_on > ${leftOn}`,
      tx.run`update people.assignment set until_before_leaving = until_on, until_on = ${leftOn}, ended_by_leaving = true
        where company_id = ${company} and person_id = ${personId} and from_on <= ${leftOn} and (until_on is null or until_on > ${leftOn})`,
      tx.run`update people.person set left_on = ${leftOn}, version = version + 1 where company_id = ${company} and id = ${personId}`,
      endMembership(tx, company, personId, leftOn),
    ])
    await refuseBrokenOrganisation(tx, company, leftOn)
    return {
      events: [
        {
          activity: 'people.leaving-recorded',
          objects: [personObject(personId, person.displayName)],
          data: { leftOn, endedAssignments, cancelledAssignments },
        },
      ],
      answer: { version: version + 1, endedAssignments, cancelledAssignments },
    }
  },
})

function refuseImpossibleLeaving(person: PersonRow, leftOn: string): void {
  if (person.leftOn !== null)
    refuse({
      kind: 'conflict',
      code: 'people.left-already',
      what: {
        ja: `この方は、すでに${dateInWords(person.leftOn)}付の退職が登録されています。`,
        en: `A leaving on ${person.leftOn} is recorded already.`,
      },
      field: 'leftOn',
      todo: {
        ja: '日付を変えるときは、退職を取り消してから登録し直してください。',
        en: 'To change the date, take the leaving back and record it again.',
      },
    })
  if (person.joinedOn !== null && leftOn < person.joinedOn)
    refuse({
      kind: 'bad-input',
      code: 'people.left-before-joining',
      what: {
        ja: `退職日が入社日（${dateInWords(person.joinedOn)}）より前になっています。`,
        en: `The last day is before the day of joining (${person.joinedOn}).`,
      },
      field: 'leftOn',
      todo: { ja: '退職日を見直してください。', en: 'Review the last day.' },
    })
}
