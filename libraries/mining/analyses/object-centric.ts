import { byText, entry } from '../log/column.ts'
import { instantOf } from '../log/instants.ts'
import type { ObjectLog } from '../log/object-log.ts'
import { type Spread, spreadOf } from './percentiles.ts'

export interface ObjectCentric {
  /** By name. */
  types: ObjectTypeFlow[]
  /** Every activity of the log, most frequent first, with how many objects of each type one event touches. */
  activities: { activity: string; events: number; touches: { type: string; least: number; most: number }[] }[]
  /** Relations that name an event or object the log does not have: left out and counted. */
  brokenRelations: number
  /** Events that touch no object: they are in no flow. */
  eventsWithoutObject: number
}

/** How the objects of one type go from event to event. */
export interface ObjectTypeFlow {
  type: string
  objects: number
  /** Objects that no event touches. */
  untouchedObjects: number
  edges: ObjectEdge[]
  starts: { activity: string; objects: number }[]
  ends: { activity: string; objects: number }[]
}

/** `objects` counts each object once, `count` every passage, `eventPairs` pairs of events however many objects they share. */
export interface ObjectEdge {
  from: string
  to: string
  count: number
  objects: number
  eventPairs: number
  /** From one event to the next, over passages; absent without times. */
  time?: Pick<Spread, 'meanSeconds' | 'medianSeconds' | 'p90Seconds' | 'maxSeconds'>
}

/**
 * The object-centric directly-follows graph: per object type, each object's events in order of time form its way, and a → b
 * holds for adjacent ones (van der Aalst & Berti, "Discovering Object-centric Petri Nets", Fundamenta Informaticae 175,
 * 2020, §3; the three counts after Berti & van der Aalst, "OC-PM: analyzing object-centric event logs and process models",
 * STTT 25, 2023: total objects, unique objects, event couples). An event that names an object twice touches it once.
 */
export function objectCentric(log: ObjectLog): ObjectCentric {
  const places = new Map(log.events.map(({ id }, place) => [id, place]))
  const typeOf = new Map(log.objects.map(({ id, type }) => [id, type]))
  const eventsOf = new Map<string, Set<number>>()
  let brokenRelations = 0
  for (const { eventId, objectId } of log.relations) {
    const place = places.get(eventId)
    if (place === undefined || !typeOf.has(objectId)) {
      brokenRelations += 1
      continue
    }
    const own = eventsOf.get(objectId)
    if (own) own.add(place)
    else eventsOf.set(objectId, new Set([place]))
  }
  const instants = log.events.map(({ at }) => instantOf(at))
  const types = [...new Set(typeOf.values())].sort(byText)
  return {
    types: types.map((type) => {
      const objects = [...typeOf].filter(([, own]) => own === type).map(([id]) => id)
      const ways = objects.map((id) => inOrder([...(eventsOf.get(id) ?? [])], instants))
      return flowOf(type, ways, log, instants)
    }),
    activities: activitiesOf(log, typeOf, eventsOf, types),
    brokenRelations,
    eventsWithoutObject: log.events.length - new Set([...eventsOf.values()].flatMap((own) => [...own])).size,
  }
}

/** Events by time, then as they stand; one without a time stays behind the one before it. */
function inOrder(events: number[], instants: readonly number[]): number[] {
  events.sort((a, b) => a - b)
  let before = Number.NEGATIVE_INFINITY
  const keys = new Map(
    events.map((event) => {
      const own = entry(instants, event)
      if (!Number.isNaN(own)) before = own
      return [event, before]
    }),
  )
  const keyOf = (event: number) => keys.get(event) ?? 0
  return events.sort((a, b) => (keyOf(a) === keyOf(b) ? a - b : keyOf(a) - keyOf(b)))
}

interface Passages {
  from: string
  to: string
  objects: Set<number>
  pairs: Set<string>
  gaps: number[]
  count: number
}

function flowOf(type: string, ways: readonly number[][], log: ObjectLog, instants: readonly number[]): ObjectTypeFlow {
  const activityOf = (event: number | undefined) => entry(log.events, event ?? -1).activity
  const edges = new Map<string, Passages>()
  ways.forEach((way, object) => {
    way.slice(1).forEach((event, step) => {
      const before = entry(way, step)
      const [from, to] = [activityOf(before), activityOf(event)]
      const key = `${from}\0${to}`
      const edge = edges.get(key) ?? { from, to, objects: new Set(), pairs: new Set(), gaps: [], count: 0 }
      edges.set(key, edge)
      edge.count += 1
      edge.objects.add(object)
      edge.pairs.add(`${before} ${event}`)
      const gap = entry(instants, event) - entry(instants, before)
      if (!Number.isNaN(gap)) edge.gaps.push(gap)
    })
  })
  const touched = ways.filter((way) => way.length > 0)
  return {
    type,
    objects: ways.length,
    untouchedObjects: ways.length - touched.length,
    edges: [...edges.values()]
      .map(edgeOf)
      .sort((a, b) => b.count - a.count || byText(a.from, b.from) || byText(a.to, b.to)),
    starts: counted(touched.map((way) => activityOf(way[0]))),
    ends: counted(touched.map((way) => activityOf(way.at(-1)))),
  }
}

function edgeOf({ from, to, objects, pairs, gaps, count }: Passages): ObjectEdge {
  const edge = { from, to, count, objects: objects.size, eventPairs: pairs.size }
  const spread = spreadOf(Float64Array.from(gaps))
  if (!spread) return edge
  const { meanSeconds, medianSeconds, p90Seconds, maxSeconds } = spread
  return { ...edge, time: { meanSeconds, medianSeconds, p90Seconds, maxSeconds } }
}

function counted(names: readonly string[]): { activity: string; objects: number }[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([activity, objects]) => ({ activity, objects }))
    .sort((a, b) => b.objects - a.objects || byText(a.activity, b.activity))
}

function activitiesOf(
  log: ObjectLog,
  typeOf: ReadonlyMap<string, string>,
  eventsOf: ReadonlyMap<string, ReadonlySet<number>>,
  types: readonly string[],
): ObjectCentric['activities'] {
  const touched = log.events.map(() => new Map<string, number>())
  for (const [object, events] of eventsOf) {
    const type = typeOf.get(object) ?? ''
    for (const event of events) entry(touched, event).set(type, (entry(touched, event).get(type) ?? 0) + 1)
  }
  const byActivity = Map.groupBy(log.events.keys(), (event) => entry(log.events, event).activity)
  return [...byActivity]
    .map(([activity, events]) => ({
      activity,
      events: events.length,
      touches: types.flatMap((type) => {
        const counts = events.map((event) => entry(touched, event).get(type) ?? 0)
        const most = counts.reduce((a, b) => Math.max(a, b), 0)
        return most === 0 ? [] : [{ type, least: counts.reduce((a, b) => Math.min(a, b), most), most }]
      }),
    }))
    .sort((a, b) => b.events - a.events || byText(a.activity, b.activity))
}
