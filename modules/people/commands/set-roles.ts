import { command, refuse, refuseNotFound } from '@ennoshita/kernel/server'
import { people } from '../contract.ts'
import { refuseLastAdministrator } from './last-administrator.ts'
import { lockOrganisation } from './lock-organisation.ts'
import { lockPerson, personObject } from './lock-person.ts'
import { refuseOlderVersion } from './refuse-older-version.ts'

export const setRoles = command(people.setRoles, {
  may: 'people.give-roles',
  emits: ['people.roles-set'],
  async run(context, { personId, roles, was }) {
    const { tx, actor } = context
    const company = actor.companyId
    await lockOrganisation(tx, company)
    const person = await lockPerson(context, personId)
    const [held, known] = await Promise.all([
      tx.rows<{
        role: string
      }>`select role from kernel.member_role where company_id = ${company} and person_id = ${personId}`,
      tx.rows<{ role: string }>`select role from kernel.role where company_id = ${company}`,
    ])
    const before = held.map((each) => each.role).sort()
    const after = [...new Set(roles)].sort()
    if ([...new Set(was)].sort().join() !== before.join())
      await refuseOlderVersion(tx, company, personId, { ja: '役割', en: 'roles' })
    const names = new Set(known.map((each) => each.role))
    if (after.some((role) => !names.has(role))) refuseNotFound({ ja: '役割', en: 'role' }, 'roles')
    if (after.join() === before.join())
      refuse({
        kind: 'bad-input',
        code: 'people.same-roles',
        what: { ja: '役割は今と同じです。', en: 'These are the roles the person has.' },
        field: 'roles',
        todo: { ja: '変えたい役割を選んでください。', en: 'Choose the roles to change.' },
      })
    if (!after.includes('administrator')) await refuseLastAdministrator(tx, company, personId)
    await Promise.all([
      tx.run`delete from kernel.member_role where company_id = ${company} and person_id = ${personId} and role <> all(${after}::text[])`,
      tx.run`insert into kernel.member_role (company_id, person_id, role)
        select ${company}, ${personId}, unnest(${after}::text[]) on conflict do nothing`,
    ])
    return {
      events: [
        {
          activity: 'people.roles-set',
          objects: [personObject(personId, person.displayName)],
          data: { from: before, to: after },
        },
      ],
      answer: {},
    }
  },
})
