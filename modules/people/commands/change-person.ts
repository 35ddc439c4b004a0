import { command, refuse } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { displayNameOf, katakanaOf } from '../rules/names.ts'
import { refuseTakenNumber } from './free-number.ts'
import { lockOrganisation } from './lock-organisation.ts'
import { lockPerson, personObject } from './lock-person.ts'
import { refuseOlderVersion } from './refuse-older-version.ts'

export const changePerson = command(people.changePerson, {
  may: 'people.keep-register',
  emits: ['people.person-changed'],
  async run(context, { personId, version, ...change }) {
    const { tx, actor } = context
    const company = actor.companyId
    await lockOrganisation(tx, company)
    const person = await lockPerson(context, personId)
    if (person.version !== version) await refuseOlderVersion(tx, company, personId, { ja: '人', en: 'person' })
    if (person.erased) refuse(nothingLeft)
    await refuseTakenNumber(tx, company, change.employeeNumber, personId)
    if (change.joinedOn) await refuseLateJoining(context, personId, person.leftOn, change.joinedOn)
    const isUsualName = person.displayName === displayNameOf(person.familyName, person.givenName)
    const usualName = displayNameOf(change.familyName ?? person.familyName, change.givenName ?? person.givenName)
    const displayName = change.displayName ?? (isUsualName ? usualName : person.displayName)
    const columns = JSON.stringify({
      employee_number: change.employeeNumber,
      family_name: change.familyName,
      given_name: change.givenName,
      family_kana: change.familyKana === undefined ? undefined : katakanaOf(change.familyKana),
      given_kana: change.givenKana === undefined ? undefined : katakanaOf(change.givenKana),
      former_family_name: change.formerFamilyName,
      display_name: displayName,
      email: change.email,
      phone: change.phone,
      joined_on: change.joinedOn,
    })
    const read = await tx.row<{
      reading: string
    }>`update people.person p set (employee_number, family_name, given_name, family_kana, given_kana, former_family_name,
        display_name, email, phone, joined_on, version)
      = (select n.employee_number, n.family_name, n.given_name, n.family_kana, n.given_kana, n.former_family_name,
        n.display_name, n.email, n.phone, n.joined_on, p.version + 1 from jsonb_populate_record(p, ${columns}::jsonb) n)
      where p.company_id = ${company} and p.id = ${personId} returning p.family_kana || p.given_kana as reading`
    return {
      events: [
        {
          activity: 'people.person-changed',
          objects: [personObject(personId, displayName, read?.reading)],
          data: { fields: Object.keys(change) },
        },
      ],
      answer: { version: version + 1 },
    }
  },
})

const nothingLeft = {
  kind: 'conflict',
  code: 'people.erased',
  what: { ja: 'この方の個人情報は消去済みです。', en: 'The personal data of this person were erased.' },
  todo: { ja: '再入社のときは、新しい人として登録してください。', en: 'Enter a returning person as a new one.' },
} as const

async function refuseLateJoining(
  { tx, actor }: Parameters<typeof lockPerson>[0],
  personId: string,
  leftOn: string | null,
  joinedOn: string,
): Promise<void> {
  const first = await tx.row<{ on: string }>`select min(from_on) as on from people.assignment
    where company_id = ${actor.companyId} and person_id = ${personId} having min(from_on) < ${joinedOn}`
  if (!first && (leftOn === null || joinedOn <= leftOn)) return
  const other = first?.on ?? leftOn
  refuse({
    kind: 'bad-input',
    code: 'people.joined-late',
    what: {
      ja: `入社日が、登録済みの${first ? '最初の所属' : '退職日'}（${other}）より後になります。`,
      en: `The day of joining would be after ${first ? 'the first assignment' : 'the last day'} (${other}).`,
    },
    field: 'joinedOn',
    todo: { ja: '入社日か、所属の開始日を見直してください。', en: 'Review the day of joining or the assignments.' },
  })
}
