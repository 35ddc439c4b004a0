import { type CommandContext, newId, type Tx } from '@ennoshita/kernel/server'
import { readyRoutes } from '../rules/ready-routes.ts'

/** Writes the ready routes that the company never had, also not retired ones; answers how many. */
export async function writeReadyRoutes(
  tx: Tx,
  { actor, now }: Pick<CommandContext, 'actor' | 'now'>,
): Promise<readonly string[]> {
  const all = readyRoutes.map(({ steps, ...route }) => ({ ...route, id: newId(), steps: JSON.stringify(steps) }))
  const made = await tx.rows<{ id: string }>`
    with ready as (select * from jsonb_to_recordset(${JSON.stringify(all)}::jsonb)
        as r (id uuid, ready text, name text, "amountFrom" bigint, "amountUntil" bigint, steps text)),
      made as (insert into approvals.route (company_id, id, ready) select ${actor.companyId}, id, ready from ready
        on conflict (company_id, ready) do nothing returning id)
    insert into approvals.route_version (company_id, route_id, version, name, amount_from, amount_until, steps, set_by, set_at)
    select ${actor.companyId}, r.id, 1, r.name, r."amountFrom", r."amountUntil", r.steps::jsonb, ${actor.personId ?? null}, ${now}
    from ready r join made on made.id = r.id returning route_id as id`
  return made.map(({ id }) => id)
}
