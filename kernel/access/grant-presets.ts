import type { Permission } from '../command/command.ts'
import type { Office } from '../command/office.ts'
import { runCommand } from '../command/run-command.ts'
import { programFor } from '../permission/actor.ts'
import { inTransaction } from '../sql/database.ts'
import type { Tx } from '../sql/sql.ts'
import { kernel } from './contract.ts'

/** Grants these permissions to the preset roles that the company still has, and remembers that it was done. */
export async function grantPresets(
  tx: Tx,
  companyId: string,
  all: ReadonlyMap<string, Permission>,
  wanted: readonly string[],
): Promise<void> {
  const grants = wanted.flatMap((permission) =>
    Object.entries(all.get(permission)?.roles ?? {}).map(([role, scope]) => ({ role, permission, scope })),
  )
  await Promise.all([
    tx.run`insert into kernel.role_grant (company_id, role, permission, scope)
      select ${companyId}, g.role, g.permission, g.scope
      from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb) as g (role text, permission text, scope text)
      join kernel.role r on r.company_id = ${companyId} and r.role = g.role
      on conflict do nothing`,
    tx.run`insert into kernel.known_permission (company_id, permission)
      select ${companyId}, unnest(${wanted}::text[]) on conflict do nothing`,
  ])
}

/** At start: offers every company what this version of the program added since. Answers how many companies got something. */
export async function offerNewPermissions(office: Office): Promise<number> {
  const names = [...office.permissions.keys()]
  const lacking = await inTransaction(
    office.database.owner,
    (tx) => tx.rows<{ companyId: string; permissions: string[] }>`
      select c.company_id as "companyId", array_agg(p.name order by p.name) as permissions
      from kernel.company c cross join unnest(${names}::text[]) as p (name)
      where not exists (select 1 from kernel.known_permission k where k.company_id = c.company_id and k.permission = p.name)
      group by c.company_id`,
  )
  for (const { companyId, permissions } of lacking)
    await runCommand(office, kernel.offerPermissions, programFor(companyId), { permissions })
  return lacking.length
}
