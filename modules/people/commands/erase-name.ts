import { command, refuse } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { lockPerson, personObject } from './lock-person.ts'
import { refuseOlderVersion } from './refuse-older-version.ts'

const nameless = '（氏名は消去済み）'

export const eraseName = command(people.eraseName, {
  may: 'people.erase-names',
  emits: ['people.name-erased'],
  async run(context, { personId, version }) {
    const { tx, actor, today, now } = context
    const company = actor.companyId
    const person = await lockPerson(context, personId)
    if (person.version !== version) await refuseOlderVersion(tx, company, personId, { ja: '人', en: 'person' })
    if (person.erased || person.leftOn === null || person.leftOn >= today)
      refuse({
        kind: 'conflict',
        code: person.erased ? 'people.erased' : 'people.not-left',
        what: person.erased
          ? { ja: 'この方の個人情報は消去済みです。', en: 'The personal data were erased already.' }
          : { ja: '在籍中の方の個人情報は消去できません。', en: 'Only the data of people who have left are erased.' },
        todo: {
          ja: '退職日を過ぎてから行ってください。保存義務のある期間にもご注意ください。',
          en: 'Wait until the last day has passed, and mind the duty to keep records.',
        },
      })
    await Promise.all([
      tx.run`update people.person set employee_number = null, family_name = '', given_name = '', family_kana = '', given_kana = '',
          former_family_name = '', display_name = ${nameless}, email = '', phone = '', erased_at = ${now}, version = version + 1
        where company_id = ${company} and id = ${personId}`,
      tx.run`update people.people_import_line set draft = '{}', faults = '[]' where company_id = ${company} and person_id = ${personId}`,
      tx.run`update kernel.invitation set email = '' where company_id = ${company} and person_id = ${personId}`,
    ])
    return {
      events: [{ activity: 'people.name-erased', objects: [personObject(personId, nameless)] }],
      answer: { version: version + 1 },
    }
  },
})
