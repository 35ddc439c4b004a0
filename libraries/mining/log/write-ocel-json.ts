import { byText, cell, entry } from './column.ts'
import type { EventLog } from './event-log.ts'
import { stampOf, wordsOf } from './event-words.ts'
import { instantOf } from './instants.ts'
import type { AttributeValue, ObjectEvent, ObjectLog } from './object-log.ts'

/** The object type of the cases of a log that knows no other. */
const caseType = 'case'

/** A log of cases as an object-centric one: each case is an object of type `case`, each event touches its own. */
export function objectLogOf(log: EventLog): ObjectLog {
  const events: ObjectEvent[] = []
  const relations: ObjectLog['relations'][number][] = []
  for (let owner = 0; owner < log.caseCount; owner++) {
    for (let event = cell(log.caseStarts, owner); event < cell(log.caseStarts, owner + 1); event++) {
      const id = `e${event + 1}`
      const words = wordsOf(log, event)
      const said = {
        actor: words.actor,
        actor_kind: words.actorKind,
        role: words.role,
        department: words.department,
        lifecycle: words.lifecycle,
        cause: words.cause,
        ended_at: words.endedAt,
        touch_seconds: words.touchSeconds,
      }
      const attributes = Object.entries(said).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, value]],
      )
      events.push({
        id,
        activity: words.activity,
        at: words.at ?? Number.NaN,
        attributes: Object.fromEntries(attributes),
      })
      relations.push({ eventId: id, objectId: entry(log.caseIds, owner), qualifier: caseType })
    }
  }
  return { events, objects: log.caseIds.map((id) => ({ id, type: caseType })), relations }
}

/**
 * OCEL 2.0 JSON (Berti et al., "OCEL (Object-Centric Event Log) 2.0 Specification", 2024, §7.3). Values are written as texts,
 * as its schema wants. Its schema wants a time as well: an event without one is written with an empty time.
 */
export function ocelJsonOf(log: ObjectLog): string {
  const relationsOf = Map.groupBy(log.relations, ({ eventId }) => eventId)
  const objectRelationsOf = Map.groupBy(log.objectRelations ?? [], ({ fromId }) => fromId)
  const objects = log.objects.map(({ id, type, attributes = [] }) => ({
    id,
    type,
    attributes: attributes.map(({ name, at, value }) => ({ name, time: timeOf(at), value: String(value) })),
    relationships: (objectRelationsOf.get(id) ?? []).map(({ toId, qualifier }) => ({ objectId: toId, qualifier })),
  }))
  const events = log.events.map(({ id, activity, at, attributes }) => ({
    id,
    type: activity,
    time: timeOf(at),
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, value: String(value) })),
    relationships: (relationsOf.get(id) ?? []).map(({ objectId, qualifier }) => ({ objectId, qualifier })),
  }))
  const objectTypes = typesOf(
    log.objects,
    ({ type }) => type,
    (one) => namedValues(one.attributes ?? []),
  )
  const eventTypes = typesOf(
    log.events,
    ({ activity }) => activity,
    (one) => Object.entries(one.attributes),
  )
  return JSON.stringify({ objectTypes, eventTypes, objects, events })
}

function timeOf(at: string | number): string {
  return typeof at === 'string' ? at : (stampOf(instantOf(at)) ?? '')
}

function namedValues(attributes: readonly { name: string; value: AttributeValue }[]): [string, AttributeValue][] {
  return attributes.map(({ name, value }) => [name, value])
}

/** Every type with the names of its attributes, by name; a name with only numbers is a float. */
function typesOf<T>(all: readonly T[], typeOf: (one: T) => string, valuesOf: (one: T) => [string, AttributeValue][]) {
  const types = new Map<string, Map<string, string>>()
  for (const one of all) {
    const known = types.get(typeOf(one)) ?? new Map<string, string>()
    types.set(typeOf(one), known)
    for (const [name, value] of valuesOf(one)) {
      const kind = typeof value === 'number' ? 'float' : typeof value
      known.set(name, known.get(name) === undefined || known.get(name) === kind ? kind : 'string')
    }
  }
  return [...types]
    .sort(([a], [b]) => byText(a, b))
    .map(([name, attributes]) => ({
      name,
      attributes: [...attributes].sort(([a], [b]) => byText(a, b)).map(([each, type]) => ({ name: each, type })),
    }))
}
