import { command } from '../../command/command.ts'
import { refuseNotFound } from '../../command/refusal.ts'
import { lockRights, refuseWithoutAdministrator } from '../administrators.ts'
import { kernel } from '../contract.ts'

/** Takes a role from a person; the last administrator stays one. */
export const revokeRole = command(kernel.revokeRole, {
  may: 'kernel.grant-roles',
  emits: ['kernel.role-revoked'],
  async run({ tx, actor, today }, { personId, role }) {
    await lockRights(tx, actor.companyId)
    const taken =
      await tx.run`delete from kernel.member_role where company_id = ${actor.companyId} and person_id = ${personId} and role = ${role}`
    if (taken === 0) refuseNotFound({ ja: 'その人の役割', en: "person's role" }, 'role')
    await refuseWithoutAdministrator(tx, actor.companyId, today)
    return {
      events: [{ activity: 'kernel.role-revoked', objects: [{ type: 'person', id: personId }], data: { role } }],
      answer: {},
    }
  },
})
