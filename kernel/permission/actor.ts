import { join, raw, type Sql, sql } from '../sql/sql.ts'

/** How far a permission reaches. */
export type Scope = 'own' | 'department' | 'company'

/** Who asks, in which company, with which rights; loaded once per request. */
export type Actor = {
  readonly companyId: string
  /** The person; absent for the program itself. */
  readonly personId: string | undefined
  readonly kind: 'human' | 'system' | 'external'
  /** The person for whom a deputy acts, by a dated delegation. */
  readonly onBehalfOf?: string | undefined
  /** The post in which the person acts (兼務: chosen per request). */
  readonly post?: string | undefined
  /** Departments the person belongs to or heads, today. */
  readonly departmentIds: readonly string[]
  readonly grants: ReadonlyMap<string, Scope>
}

/** The program itself acting for a company: flows, timers, imports of the sample. It may do everything. */
export function programFor(companyId: string): Actor {
  return { companyId, personId: undefined, kind: 'system', departmentIds: [], grants: new Map() }
}

/** How far the actor's permission reaches; undefined when it is not granted. */
export function scopeOf(actor: Actor, permission: string): Scope | undefined {
  return actor.kind === 'system' ? 'company' : actor.grants.get(permission)
}

/** Which column holds whose own a row is, and which its department. */
export type Reach = { own?: Sql | readonly Sql[]; department?: Sql }

/** The one predicate that keeps a query within the actor's scope; a column that is not named reaches nothing. */
export function within(actor: Actor, permission: string, reach: Reach): Sql {
  const scope = scopeOf(actor, permission)
  if (scope === 'company') return sql`true`
  if (scope === undefined) return sql`false`
  // A deputy does the work of the person represented, but does not dispose of that person's rights.
  const principal = permission.startsWith('kernel.') ? undefined : actor.onBehalfOf
  const mine = [actor.personId, principal].filter((person) => person !== undefined)
  const columns = reach.own === undefined ? [] : 'texts' in reach.own ? [reach.own] : reach.own
  const own = columns.map((column) => sql`${column} = any(${mine}::uuid[])`)
  const department =
    scope === 'department' && reach.department ? [sql`${reach.department} = any(${actor.departmentIds}::uuid[])`] : []
  return sql`(${join([...own, ...department], ' or ', raw('false'))})`
}
