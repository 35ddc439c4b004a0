import { command } from '../../command/command.ts'
import { refuseNotFound } from '../../command/refusal.ts'
import { lockRights, refuseForOneself, refuseWithoutAdministrator } from '../administrators.ts'
import { kernel } from '../contract.ts'
import type { KernelRest } from '../parts.ts'

const width = { own: 1, department: 2, company: 3 } as const

/** Makes a role or replaces what it may do; a role that one holds is widened by another administrator. */
export const defineRole = (rest: KernelRest) =>
  command(kernel.defineRole, {
    may: 'kernel.grant-roles',
    emits: ['kernel.role-defined'],
    async run({ tx, actor, today }, { role, name, nameEn, grants }) {
      for (const permission of Object.keys(grants)) {
        if (!rest.permissions.has(permission))
          refuseNotFound({ ja: `権限「${permission}」`, en: `permission "${permission}"` }, `grants.${permission}`)
      }
      await lockRights(tx, actor.companyId)
      const [before, mine] = await Promise.all([
        tx.rows<{ permission: string; scope: 'own' | 'department' | 'company' }>`
          select permission, scope from kernel.role_grant where company_id = ${actor.companyId} and role = ${role}`,
        tx.row<{ role: string }>`select role from kernel.member_role
          where company_id = ${actor.companyId} and role = ${role} and person_id = ${actor.personId ?? null}`,
      ])
      const had = new Map(before.map((each) => [each.permission, each.scope]))
      const wider = Object.entries(grants).some(([permission, scope]) => {
        const old = had.get(permission)
        return old === undefined || width[scope] > width[old]
      })
      if (mine && wider && actor.personId) await refuseForOneself(tx, actor, actor.personId, today)
      await tx.run`insert into kernel.role (company_id, role, name, name_en) values (${actor.companyId}, ${role}, ${name}, ${nameEn})
        on conflict (company_id, role) do update set name = excluded.name, name_en = excluded.name_en`
      await tx.run`delete from kernel.role_grant where company_id = ${actor.companyId} and role = ${role}`
      await tx.run`insert into kernel.role_grant (company_id, role, permission, scope)
        select ${actor.companyId}, ${role}, key, value from jsonb_each_text(${JSON.stringify(grants)}::jsonb)`
      await refuseWithoutAdministrator(tx, actor.companyId, today)
      return {
        events: [
          {
            activity: 'kernel.role-defined',
            objects: [{ type: 'company', id: actor.companyId }],
            data: { role, grants },
          },
        ],
        answer: {},
      }
    },
  })
