import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { portionsOf } from './export-table.ts'

type EventRow = { id: string; type: string; time: string; attributes: object; relationships: object[] }
type ObjectRow = { id: string; type: string; label: string | null }

/**
 * Writes a company's log as OCEL 2.0 JSON (Berti et al., "OCEL (Object-Centric Event Log) 2.0 Specification", 2023). An
 * event's data are its attributes, all of them texts: a number, a list or an object is written as JSON.
 */
export async function writeLog(client: pg.ClientBase, companyId: string, path: string): Promise<number> {
  const out = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  out.write(`{"objectTypes":${JSON.stringify(await typesOf(client, objectTypes, companyId))}`)
  out.write(`,"eventTypes":${JSON.stringify(await typesOf(client, eventTypes, companyId))},"objects":[`)
  let separator = '\n'
  for await (const rows of portionsOf<ObjectRow>(client, objects, [companyId])) {
    for (const { id, type, label } of rows) {
      const attributes = label === null ? [] : [{ name: 'label', time: '1970-01-01T00:00:00Z', value: label }]
      out.write(`${separator}${JSON.stringify({ id, type, attributes })}`)
      separator = ',\n'
    }
  }
  out.write('],"events":[')
  separator = '\n'
  let written = 0
  for await (const rows of portionsOf<EventRow>(client, events, [companyId])) {
    for (const { attributes, ...event } of rows) {
      out.write(`${separator}${JSON.stringify({ ...event, attributes: plain(attributes) })}`)
      separator = ',\n'
    }
    written += rows.length
  }
  await finished(out.end(']}\n'))
  return written
}

function plain(attributes: object): { name: string; value: string }[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (value === null || value === undefined) return []
    return [{ name, value: typeof value === 'string' ? value : JSON.stringify(value) }]
  })
}

async function typesOf(client: pg.ClientBase, text: string, companyId: string): Promise<object[]> {
  const found = await client.query<{ name: string; attributes: string[] }>(text, [companyId])
  return found.rows.map(({ name, attributes }) => ({
    name,
    attributes: attributes.map((each) => ({ name: each, type: 'string' })),
  }))
}

const objectTypes = `
  select object_type as name, array['label'] as attributes from kernel.event_object where company_id = $1 group by object_type order by 1`

const eventTypes = `
  select e.activity as name, array(select distinct k from kernel.event o, jsonb_object_keys(o.data) k
    where o.company_id = $1 and o.activity = e.activity
    union select unnest(array['actor', 'on_behalf_of', 'actor_kind', 'recorded_at', 'ended_at', 'cause', 'exception'])) as attributes
  from kernel.event e where e.company_id = $1 group by e.activity order by 1`

const objects = `
  select o.object_id as id, o.object_type as type, l.label
  from (select distinct object_type, object_id from kernel.event_object where company_id = $1) o
  left join kernel.object_label l on l.company_id = $1 and l.object_type = o.object_type and l.object_id = o.object_id
  order by o.object_type, o.object_id`

const events = `
  select e.id, e.activity as type, to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as time,
    e.data || jsonb_strip_nulls(jsonb_build_object('actor', e.actor, 'on_behalf_of', e.on_behalf_of, 'actor_kind', e.actor_kind,
      'recorded_at', e.recorded_at, 'ended_at', e.ended_at, 'cause', e.cause, 'exception', e.exception)) as attributes,
    coalesce((select jsonb_agg(jsonb_build_object('objectId', o.object_id, 'qualifier', coalesce(nullif(o.qualifier, ''), o.object_type)) order by o.object_type, o.object_id, o.qualifier)
      from kernel.event_object o where o.company_id = e.company_id and o.event_id = e.id), '[]') as relationships
  from kernel.event e where e.company_id = $1 order by e.recorded_at, e.id`
