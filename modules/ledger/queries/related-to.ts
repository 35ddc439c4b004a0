import { type Actor, type Sql, scopeOf, sql, type Tx } from '@ennoshita/kernel/server'

type Related = { type: string; id: string; text: string; opens: string }

/** The paper, invoice or approval that the event of a journal concerned, as far as the actor may see each of them. */
export function relatedTo(
  tx: Tx,
  actor: Actor,
  { eventId, journalId }: { eventId: string; journalId: string },
): Promise<Related[]> {
  return tx.rows<Related>`select l.object_type as type, l.object_id as id, l.label as text, l.opens
    from kernel.event_object o join kernel.object_label l
      on l.company_id = o.company_id and l.object_type = o.object_type and l.object_id = o.object_id
    where o.company_id = ${actor.companyId} and o.event_id = ${eventId} and o.object_id <> ${journalId} and ${isSeen(actor)}
    order by l.object_type, l.label limit 50`
}

/** Each label names the permission that it needs; the actor's reach differs from one to the next. */
function isSeen(actor: Actor): Sql {
  if (actor.kind === 'system') return sql`true`
  const granted = [...actor.grants.keys()]
  const wide = granted.filter((name) => scopeOf(actor, name) === 'company')
  const middle = granted.filter((name) => scopeOf(actor, name) === 'department')
  const mine = [actor.personId, actor.onBehalfOf].filter((person) => person !== undefined)
  return sql`(l.may = any(${wide}::text[]) or (l.may = any(${granted}::text[]) and l.own && ${mine}::uuid[])
    or (l.may = any(${middle}::text[]) and l.department_id = any(${actor.departmentIds}::uuid[])))`
}
