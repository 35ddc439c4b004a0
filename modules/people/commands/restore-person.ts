import { command, refuse } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { lockOrganisation, refuseBrokenOrganisation } from './lock-organisation.ts'
import { lockPerson, personObject } from './lock-person.ts'
import { refuseOlderVersion } from './refuse-older-version.ts'

export const restorePerson = command(people.restorePerson, {
  may: 'people.keep-register',
  emits: ['people.person-restored'],
  async run(context, { personId, version }) {
    const { tx, actor } = context
    const company = actor.companyId
    await lockOrganisation(tx, company)
    const person = await lockPerson(context, personId)
    if (person.version !== version) await refuseOlderVersion(tx, company, personId, { ja: '人', en: 'person' })
    if (person.leftOn === null || person.erased)
      refuse({
        kind: 'conflict',
        code: 'people.not-left',
        what: person.erased
          ? {
              ja: 'この方の個人情報は消去済みのため、元に戻せません。',
              en: 'The personal data were erased and cannot come back.',
            }
          : { ja: 'この方に退職の登録はありません。', en: 'No leaving is recorded for this person.' },
        todo: {
          ja: '再入社のときは、新しい人として登録してください。',
          en: 'Enter a returning person as a new one.',
        },
      })
    const [reopenedAssignments] = await Promise.all([
      tx.run`update people.assignment a set until_on = until_before_leaving, until_before_leaving = null, ended_by_leaving = false
        where company_id = ${company} and person_id = ${personId} and ended_by_leaving
          and exists (select 1 from people.department_period d where d.company_id = a.company_id and d.department_id = a.department_id
            and (d.until_on is null or d.until_on >= a.until_before_leaving))`,
      tx.run`update people.person set left_on = null, version = version + 1 where company_id = ${company} and id = ${personId}`,
      tx.run`update kernel.member set until_on = null where company_id = ${company} and person_id = ${personId}`,
    ])
    await refuseBrokenOrganisation(tx, company, person.leftOn)
    return {
      events: [
        {
          activity: 'people.person-restored',
          objects: [personObject(personId, person.displayName)],
          data: { leftOn: person.leftOn, reopenedAssignments },
        },
      ],
      answer: { version: version + 1, reopenedAssignments },
    }
  },
})
