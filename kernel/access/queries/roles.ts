import { query } from '../../command/command.ts'
import { kernel, type RoleFace } from '../contract.ts'
import type { KernelRest } from '../parts.ts'

type Row = Omit<RoleFace, 'grants'> & { grants: Omit<RoleFace['grants'][number], 'says'>[] }

/** The company's roles and what each may do, as sentences; and every permission there is. */
export const roles = (rest: KernelRest) =>
  query(kernel.roles, {
    may: 'kernel.see-members',
    async run({ tx, actor }) {
      const rows = await tx.rows<Row>`
        select r.role, r.name, r.name_en as "nameEn",
          (select count(*)::int from kernel.member_role m where m.company_id = r.company_id and m.role = r.role) as members,
          (select coalesce(jsonb_agg(jsonb_build_object('permission', g.permission, 'scope', g.scope) order by g.permission), '[]')
           from kernel.role_grant g where g.company_id = r.company_id and g.role = r.role) as grants
        from kernel.role r where r.company_id = ${actor.companyId} order by r.role`
      const saysOf = (permission: string) =>
        rest.permissions.get(permission)?.says ?? { ja: permission, en: permission }
      return {
        roles: rows.map((row) => ({
          ...row,
          grants: row.grants.map((grant) => ({ ...grant, says: saysOf(grant.permission) })),
        })),
        permissions: [...rest.permissions].map(([permission, { says, module }]) => ({ permission, module, says })),
      }
    },
  })
