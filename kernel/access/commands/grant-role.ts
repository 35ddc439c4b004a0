import { command } from '../../command/command.ts'
import { refuse, refuseNotFound } from '../../command/refusal.ts'
import { lockRights, refuseForOneself } from '../administrators.ts'
import { kernel } from '../contract.ts'

/** Gives a person one more role; a role for oneself needs another administrator. */
export const grantRole = command(kernel.grantRole, {
  may: 'kernel.grant-roles',
  emits: ['kernel.role-granted'],
  async run({ tx, actor, today }, { personId, role }) {
    await lockRights(tx, actor.companyId)
    const [member, known] = await Promise.all([
      tx.row<{
        held: string[]
      }>`select array(select role from kernel.member_role r where r.company_id = m.company_id and r.person_id = m.person_id) as held
        from kernel.member m where m.company_id = ${actor.companyId} and m.person_id = ${personId}`,
      tx.row<{ name: string }>`select name from kernel.role where company_id = ${actor.companyId} and role = ${role}`,
    ])
    if (!member) refuseNotFound({ ja: '利用者', en: 'member' }, 'personId')
    if (!known) refuseNotFound({ ja: '役割', en: 'role' }, 'role')
    if (member.held.includes(role)) {
      refuse({
        kind: 'conflict',
        code: 'kernel.role-held',
        what: { ja: `「${known.name}」の役割はすでに付いています。`, en: `The role "${role}" is held already.` },
        field: 'role',
        todo: { ja: '一覧を開き直してください。', en: 'Reload the list.' },
      })
    }
    await refuseForOneself(tx, actor, personId, today)
    await tx.run`insert into kernel.member_role (company_id, person_id, role) values (${actor.companyId}, ${personId}, ${role})`
    return {
      events: [{ activity: 'kernel.role-granted', objects: [{ type: 'person', id: personId }], data: { role } }],
      answer: {},
    }
  },
})
