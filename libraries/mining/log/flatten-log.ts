import { byText } from './column.ts'
import { actorKinds, causes, type EventLog, type EventRow, logOf } from './event-log.ts'
import type { AttributeValue, ObjectLog } from './object-log.ts'

/** Names under which an event of an object-centric log tells what the columns keep, best first. */
const attributeNames = {
  actor: ['actor', 'org:resource', 'resource', 'user', 'employee', 'person', '担当者', '担当'],
  role: ['role', 'org:role', 'post', '役割', '役職'],
  department: ['department', 'org:group', 'group', '部門', '部署'],
  lifecycle: ['lifecycle', 'lifecycle:transition'],
  endedAt: ['ended_at', 'end_timestamp'],
  actorKind: ['actor_kind'],
  cause: ['cause'],
  touchSeconds: ['touch_seconds'],
} as const

/**
 * The log of the objects of one type: each object is a case of the events that touch it, an event that touches several is
 * in each of their cases (flattening: van der Aalst, "Object-Centric Process Mining", SEFM 2019, §3, with its convergence
 * and divergence). Objects that no event touches are no cases. Throws a RangeError for a type the log does not have.
 */
export function flattenLog(log: ObjectLog, objectType: string): EventLog {
  const types = [...new Set(log.objects.map(({ type }) => type))].sort(byText)
  if (!types.includes(objectType))
    throw new RangeError(`対象 ${objectType} はありません。/ No objects of that type; there are: ${types.join(', ')}`)
  const cases = new Map(log.objects.filter(({ type }) => type === objectType).map(({ id }) => [id, new Set<string>()]))
  for (const { eventId, objectId } of log.relations) cases.get(objectId)?.add(eventId)
  const places = new Map(log.events.map(({ id }, place) => [id, place]))
  const flat = logOf(rowsOf(log, cases, places))
  const faults = log.faults?.filter(({ fault }) => fault !== 'no-time' && fault !== 'unreadable-time') ?? []
  return faults.length === 0 ? flat : { ...flat, faults: [...faults, ...flat.faults] }
}

function* rowsOf(
  log: ObjectLog,
  cases: ReadonlyMap<string, ReadonlySet<string>>,
  places: ReadonlyMap<string, number>,
): Generator<EventRow> {
  for (const [caseId, eventIds] of cases) {
    const touched = [...eventIds].flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b)
    for (const place of touched) {
      const event = log.events[place]
      if (event) yield { caseId, activity: event.activity, at: stampOf(event.at), ...attributesOf(event.attributes) }
    }
  }
}

function stampOf(at: string | number): string | number | undefined {
  return typeof at === 'number' && Number.isNaN(at) ? undefined : at
}

function attributesOf(attributes: Readonly<Record<string, AttributeValue>>): Partial<EventRow> {
  const own = (field: keyof typeof attributeNames) => {
    const name = attributeNames[field].find((each) => Object.hasOwn(attributes, each) && attributes[each] !== '')
    return name === undefined ? undefined : attributes[name]
  }
  const text = (field: keyof typeof attributeNames) => {
    const value = own(field)
    return value === undefined ? undefined : String(value)
  }
  const touch = own('touchSeconds')
  return {
    actor: text('actor'),
    role: text('role'),
    department: text('department'),
    lifecycle: text('lifecycle'),
    actorKind: actorKinds.find((kind) => kind === own('actorKind')),
    cause: causes.find((cause) => cause === own('cause')),
    endedAt: text('endedAt'),
    touchSeconds: touch === undefined ? undefined : Number(touch),
  }
}

/** The object type that most events touch, the first by name among equals. Throws a RangeError for a log without objects. */
export function mainObjectType(log: ObjectLog): string {
  const typeOf = new Map(log.objects.map(({ id, type }) => [id, type]))
  const touched = new Map<string, Set<string>>()
  for (const { eventId, objectId } of log.relations) {
    const type = typeOf.get(objectId)
    if (type === undefined) continue
    const events = touched.get(type) ?? new Set()
    touched.set(type, events.add(eventId))
  }
  const [main] = [...touched].sort(([a, one], [b, other]) => other.size - one.size || byText(a, b))
  if (!main) throw new RangeError('イベントと対象の関係がありません。/ No event of the log touches an object.')
  return main[0]
}
