import { command } from '../../command/command.ts'
import { refuse, refuseNotFound } from '../../command/refusal.ts'
import { newId } from '../../ids/ids.ts'
import { sql } from '../../sql/sql.ts'
import { refuseForOneself } from '../administrators.ts'
import { kernel } from '../contract.ts'

/** Names a deputy who may act on behalf of a person between two dates, both included. */
export const delegate = command(kernel.delegate, {
  may: 'kernel.delegate',
  emits: ['kernel.deputy-named'],
  async run({ tx, actor, today, within }, { personId, deputyId, fromOn, untilOn }) {
    if (personId === deputyId) refuse({ ...wrongDeputy, field: 'deputyId' })
    if (untilOn < fromOn || untilOn < today) refuse({ ...wrongPeriod, field: 'untilOn' })
    const found = await tx.rows<{ personId: string }>`select person_id as "personId" from kernel.member
      where company_id = ${actor.companyId} and (until_on is null or until_on >= ${today})
        and (person_id = ${deputyId} or (person_id = ${personId} and ${within({ own: sql`person_id` })}))`
    const people = new Set(found.map((each) => each.personId))
    if (!people.has(personId)) refuseNotFound({ ja: '代理を頼む人', en: 'person to be represented' }, 'personId')
    if (!people.has(deputyId)) refuseNotFound({ ja: '代理の人', en: 'deputy' }, 'deputyId')
    await refuseForOneself(tx, actor, deputyId, today)
    const delegationId = newId()
    await tx.run`insert into kernel.delegation (company_id, id, person_id, deputy_id, from_on, until_on)
      values (${actor.companyId}, ${delegationId}, ${personId}, ${deputyId}, ${fromOn}, ${untilOn})`
    return {
      events: [
        {
          activity: 'kernel.deputy-named',
          objects: [
            { type: 'person', id: personId },
            { type: 'person', id: deputyId, qualifier: 'deputy' },
            { type: 'delegation', id: delegationId },
          ],
          data: { fromOn, untilOn },
        },
      ],
      answer: { delegationId },
    }
  },
})

const wrongDeputy = {
  kind: 'bad-input',
  code: 'kernel.own-deputy',
  what: { ja: 'ご本人を代理にはできません。', en: 'Nobody is their own deputy.' },
  todo: { ja: '別の人を選んでください。', en: 'Choose another person.' },
} as const

const wrongPeriod = {
  kind: 'bad-input',
  code: 'kernel.delegation-period',
  what: { ja: '代理の期間が正しくありません。', en: 'The period of the delegation is not right.' },
  rule: {
    says: {
      ja: '終わりの日は、始まりの日と今日より前にできません。',
      en: 'It ends neither before it begins nor before today.',
    },
  },
  todo: { ja: '日付を直してください。', en: 'Correct the dates.' },
} as const
