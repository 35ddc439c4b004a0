import { query } from '../../command/command.ts'
import { refuseNotFound } from '../../command/refusal.ts'
import { within } from '../../permission/actor.ts'
import { sql } from '../../sql/sql.ts'
import { type EventLine, kernel } from '../contract.ts'
import type { KernelRest } from '../parts.ts'

/**
 * Everything that happened to one object, newest first, for those who may see the object itself. Of another person only what
 * happened to the registration, for those who keep it: the log is no list of what someone did.
 */
export const objectHistories = (rest: KernelRest) =>
  query(kernel.objectHistories, {
    may: 'kernel.search',
    async run({ tx, actor }, { objectId, offset, limit }) {
      const companyId = sql`e.company_id`
      const [label, events] = await Promise.all([
        tx.row<{ type: string; label: string; opens: string; may: string }>`
          select object_type as type, label, opens, may from kernel.object_label
          where company_id = ${actor.companyId} and object_id = ${objectId} limit 1`,
        tx.rows<Omit<EventLine, 'says'>>`
          select e.id as "eventId", e.activity, e.occurred_at as "occurredAt", e.recorded_at as "recordedAt", e.actor_kind as "actorKind",
            e.actor as "personId", ${rest.organisation.nameOf(companyId, sql`e.actor`)} as "personName",
            e.on_behalf_of as "onBehalfOf", ${rest.organisation.nameOf(companyId, sql`e.on_behalf_of`)} as "onBehalfOfName",
            e.exception, e.data
          from kernel.event e
          where e.company_id = ${actor.companyId} and e.id in (
            select o.event_id from kernel.event_object o where o.company_id = ${actor.companyId} and o.object_id = ${objectId}
              and (o.object_type <> 'person' or o.object_id = ${actor.personId ?? null} or split_part(e.activity, '.', 1) = any(${rest.organisation.personHistory.modules})))
          order by e.recorded_at desc, e.id desc offset ${offset} limit ${limit}`,
      ])
      if (!label) refuseNotFound({ ja: 'もの', en: 'object' }, 'objectId')
      const mayOf = (of: { type: string; may: string }) =>
        of.type === 'person' && objectId !== actor.personId ? rest.organisation.personHistory.may : of.may
      const seen = await tx.row<{ label: string }>`select label from kernel.object_label l
        where l.company_id = ${actor.companyId} and l.object_id = ${objectId} and l.object_type = ${label.type}
          and (${within(actor, mayOf(label), { department: sql`l.department_id` })}
            or exists (select 1 from unnest(l.own) as o (person_id) where ${within(actor, mayOf(label), { own: sql`o.person_id` })}))`
      if (!seen) refuseNotFound({ ja: 'もの', en: 'object' }, 'objectId')
      return {
        type: label.type,
        label: label.label,
        opens: label.opens,
        events: events.map((event) => ({
          ...event,
          says: rest.events.get(event.activity) ?? { ja: event.activity, en: event.activity },
        })),
      }
    },
  })
