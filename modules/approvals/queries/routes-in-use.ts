import type { Tx } from '@ennoshita/kernel/server'
import type { RouteStep } from '../contract.ts'
import { readyRoutes } from '../rules/ready-routes.ts'

export type RouteInUse = {
  routeId: string
  version: number
  kind: string | null
  name: string
  amountFrom: number | null
  amountUntil: number | null
  departmentId: string | null
  facts: Record<string, string>
  steps: RouteStep[]
}

/** The newest version of each route of a kind and of every kind; of all kinds when none is named. */
export function routesInUse(tx: Tx, companyId: string, kind: string | null): Promise<RouteInUse[]> {
  return tx.rows<RouteInUse>`
    select r.id as "routeId", r.version, r.kind, v.name, v.amount_from as "amountFrom", v.amount_until as "amountUntil",
      v.department_id as "departmentId", v.facts, v.steps
    from approvals.route r join approvals.route_version v on v.company_id = r.company_id and v.route_id = r.id and v.version = r.version
    where r.company_id = ${companyId} and r.retired_at is null and (${kind}::text is null or r.kind is null or r.kind = ${kind})
    order by r.id`
}

/** Ready routes that the company never had: they stand until it says otherwise, and are written when first used. */
export async function unwrittenRoutes(tx: Tx, companyId: string): Promise<RouteInUse[]> {
  const had = await tx.rows<{
    ready: string
  }>`select ready from approvals.route where company_id = ${companyId} and ready is not null`
  return readyRoutes
    .filter(({ ready }) => !had.some((route) => route.ready === ready))
    .map(({ ready, steps, ...route }) => ({
      ...route,
      ...{ routeId: ready, version: 1, kind: null, departmentId: null, facts: {}, steps: [...steps] },
    }))
}
