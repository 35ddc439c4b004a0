import { cell } from './column.ts'
import { orderOf } from './event-order.ts'
import { Growing } from './growing.ts'
import { instantOf } from './instants.ts'
import { InternedTexts } from './interned-texts.ts'

export const actorKinds = ['human', 'system', 'external'] as const
export type ActorKind = (typeof actorKinds)[number]
/** What set an event off; a timer is a wait by design, not a bottleneck. */
export const causes = ['manual', 'automatic', 'timer'] as const
export type Cause = (typeof causes)[number]

const actorKindTexts: readonly string[] = actorKinds
const causeTexts: readonly string[] = causes

/** One event as a plain row. `at` is the start where `endedAt` is given; both are ISO texts or milliseconds since 1970. */
export interface EventRow {
  caseId: string
  activity: string
  at?: string | number | undefined
  endedAt?: string | number | undefined
  actor?: string | undefined
  actorKind?: ActorKind | undefined
  role?: string | undefined
  department?: string | undefined
  lifecycle?: string | undefined
  cause?: Cause | undefined
  touchSeconds?: number | undefined
}

/**
 * Something in the source that could not be taken as it stood: how often, and the first places: rows or events counted from
 * 1, and the line where the file has lines.
 */
export interface LogFault {
  fault:
    | 'no-activity'
    | 'no-case'
    | 'no-time'
    | 'unreadable-time'
    /** Work time that is no number or negative, an unknown kind of actor, an unknown cause: taken as not told. */
    | 'unreadable-value'
    | 'ends-before-start'
    | 'broken-file'
  count: number
  first: { place: number; line?: number; text: string }[]
}

const placesKeptPerFault = 20

/** Interned texts: `numbers` holds one place of `texts` per event, −1 where the event says nothing. */
export interface TextColumn {
  texts: string[]
  numbers: Int32Array
}

/**
 * An event log in columns, events grouped by case (in order of first appearance) and within a case by (at, insertion).
 * An event without a time keeps the place it had after the event before it. Instants are milliseconds, NaN if absent.
 */
export interface EventLog {
  caseCount: number
  eventCount: number
  caseIds: string[]
  /** First event of each case; one longer than `caseIds`, so case c is `caseStarts[c]` to `caseStarts[c + 1]`. */
  caseStarts: Int32Array
  activities: string[]
  /** Per event, the place of its activity in `activities`. */
  activity: Int32Array
  at: Float64Array
  endedAt: Float64Array
  touchSeconds: Float64Array
  actor: TextColumn
  /** Places in `actorKinds` and `causes`, −1 where unknown. */
  actorKind: Int32Array
  cause: Int32Array
  role: TextColumn
  department: TextColumn
  lifecycle: TextColumn
  hasTimes: boolean
  hasEndTimes: boolean
  faults: LogFault[]
  /** What the file says of itself; absent in a log from rows. */
  source?: LogSource
}

export interface LogSource {
  format: LogFormat
  /** The classifiers that an XES file defines: names of events made of several attributes. */
  classifiers?: { name: string; keys: string[] }[]
  extensions?: { name: string; prefix: string; uri: string }[]
  /** The object type whose objects are the cases, of those the file has. */
  objectType?: string
  objectTypes?: string[]
}

export const logFormats = ['xes', 'csv', 'ocel-json', 'ocel-xml', 'ocel-sqlite'] as const
export type LogFormat = (typeof logFormats)[number]

/** One event as the columns keep it: places of texts, −1 where it says nothing; instants, NaN where it says nothing. */
export interface EventCells {
  caseId: number
  activity: number
  actor: number
  role: number
  department: number
  lifecycle: number
  actorKind: number
  cause: number
  at: number
  endedAt: number
  touchSeconds: number
}

/** An event that says nothing; readers of files fill the same one again for each event. */
export function emptyCells(): EventCells {
  const texts = { caseId: -1, activity: -1, actor: -1, role: -1, department: -1, lifecycle: -1 }
  return { ...texts, actorKind: -1, cause: -1, at: Number.NaN, endedAt: Number.NaN, touchSeconds: Number.NaN }
}

const placeColumns = ['caseId', 'activity', 'actor', 'role', 'department', 'lifecycle', 'actorKind', 'cause'] as const
const textColumns = ['caseId', 'activity', 'actor', 'role', 'department', 'lifecycle'] as const

/** Takes events one at a time and makes the columns at the end; readers of files feed it without keeping the rows. */
export class LogBuilder {
  readonly texts = recordOf(textColumns, () => new InternedTexts())
  readonly #places = recordOf(placeColumns, () => new Growing((length) => new Int32Array(length), -1))
  readonly #at = growingNumbers()
  readonly #endedAt = growingNumbers()
  readonly #touchSeconds = growingNumbers()
  readonly #faults = new Map<LogFault['fault'], LogFault>()
  #rowCount = 0
  /** Whether a row was left out whose texts may have been taken down already. */
  #hasLeftOut = false

  /** Adds a row; a row without case or activity is left out and reported, a bad time is reported and treated as none. */
  add(row: EventRow) {
    if (row.caseId === '' || row.activity === '') return this.leaveOut(row.caseId, row.activity)
    const { caseId, activity, actor, role, department, lifecycle } = this.texts
    this.push(
      {
        caseId: caseId.placeOf(row.caseId),
        activity: activity.placeOf(row.activity),
        actor: actor.placeOf(row.actor),
        role: role.placeOf(row.role),
        department: department.placeOf(row.department),
        lifecycle: lifecycle.placeOf(row.lifecycle),
        actorKind: this.value('actorKind', row.actorKind ?? '', Number),
        cause: this.value('cause', row.cause ?? '', Number),
        at: row.at === undefined || row.at === '' ? Number.NaN : this.instant(row.at, 1),
        endedAt: row.endedAt === undefined || row.endedAt === '' ? Number.NaN : this.instant(row.endedAt, 1),
        touchSeconds: this.value('touchSeconds', String(row.touchSeconds ?? ''), Number),
      },
      row.at === undefined || row.at === '',
    )
  }

  /** Adds an event with a case and an activity by the places of its texts; `hasNoStamp` tells a time that is absent from one that is unreadable. */
  push(event: EventCells, hasNoStamp: boolean, line?: number) {
    this.#rowCount += 1
    const isBackward = event.endedAt < event.at
    if (hasNoStamp) this.report('no-time', this.#nameOf(event), 0, line)
    if (isBackward) this.report('ends-before-start', this.#nameOf(event), 0, line)
    const places = this.#places
    places.caseId.push(event.caseId)
    places.activity.push(event.activity)
    places.actor.push(event.actor)
    places.role.push(event.role)
    places.department.push(event.department)
    places.lifecycle.push(event.lifecycle)
    places.actorKind.push(event.actorKind)
    places.cause.push(event.cause)
    this.#at.push(event.at)
    this.#endedAt.push(isBackward ? Number.NaN : event.endedAt)
    this.#touchSeconds.push(event.touchSeconds)
  }

  /** Reports a row without case or activity, whose other texts must not become a case or an activity. */
  leaveOut(caseId: string, activity: string, line?: number) {
    this.#rowCount += 1
    this.#hasLeftOut = true
    if (caseId === '') this.report('no-case', activity, 0, line)
    else this.report('no-activity', caseId, 0, line)
  }

  #nameOf({ caseId, activity }: EventCells): string {
    return `${this.texts.caseId.texts[caseId] ?? ''} ${this.texts.activity.texts[activity] ?? ''}`
  }

  /** Notes a fault at the row last added, or at one that is just being read (`ahead` 1), or at a line of the file. */
  report(fault: LogFault['fault'], text: string, ahead = 0, line?: number) {
    const known = this.#faults.get(fault) ?? { fault, count: 0, first: [] }
    known.count += 1
    const place = { place: this.#rowCount + ahead, ...(line === undefined ? {} : { line }), text: text.slice(0, 120) }
    if (known.first.length < placesKeptPerFault) known.first.push(place)
    this.#faults.set(fault, known)
  }

  /** The instant of a stamp; one that is none is reported. */
  instant(stamp: string | number, ahead = 0, line?: number): number {
    const instant = instantOf(stamp)
    if (Number.isNaN(instant)) this.report('unreadable-time', String(stamp), ahead, line)
    return instant
  }

  /** A number of seconds, or the place of a kind of actor or of a cause; what is none of these is reported and taken as not told. */
  value(
    field: 'touchSeconds' | 'actorKind' | 'cause',
    text: string,
    numberOf: (text: string) => number,
    line?: number,
  ) {
    const none = field === 'touchSeconds' ? Number.NaN : -1
    if (text === '') return none
    const value =
      field === 'touchSeconds' ? numberOf(text) : (field === 'actorKind' ? actorKindTexts : causeTexts).indexOf(text)
    if (value >= 0 && value < Number.POSITIVE_INFINITY) return value
    this.report('unreadable-value', text, 1, line)
    return none
  }

  /** The columns; asked once, since the builder gives its room away. */
  build(): EventLog {
    const told = (column: TextColumn): TextColumn => (this.#hasLeftOut ? withoutUnused(column) : column)
    const cases = told({ texts: this.texts.caseId.texts, numbers: this.#places.caseId.take() })
    const [caseIds, owners] = [cases.texts, cases.numbers]
    const stamps = this.#at.take()
    const { order, caseStarts } = orderOf(owners, stamps, caseIds.length)
    const column = (name: Exclude<(typeof textColumns)[number], 'caseId'>): TextColumn =>
      told({ texts: this.texts[name].texts, numbers: this.#places[name].take(order) })
    const activity = column('activity')
    const endedAt = this.#endedAt.take(order)
    return {
      caseCount: caseIds.length,
      eventCount: owners.length,
      caseIds,
      caseStarts,
      activities: activity.texts,
      activity: activity.numbers,
      at: order ? Float64Array.from(order, (event) => cell(stamps, event)) : stamps,
      endedAt,
      touchSeconds: this.#touchSeconds.take(order),
      actor: column('actor'),
      actorKind: this.#places.actorKind.take(order),
      cause: this.#places.cause.take(order),
      role: column('role'),
      department: column('department'),
      lifecycle: column('lifecycle'),
      hasTimes: stamps.some((instant) => !Number.isNaN(instant)),
      hasEndTimes: endedAt.some((instant) => !Number.isNaN(instant)),
      faults: [...this.#faults.values()],
    }
  }
}

/** A column without the texts that no event has. */
function withoutUnused({ texts, numbers }: TextColumn): TextColumn {
  const places = new Int32Array(texts.length).fill(-1)
  for (const number of numbers) if (number >= 0) places[number] = 0
  const kept = texts.filter((_, number) => places[number] === 0)
  let place = 0
  for (let number = 0; number < places.length; number++) if (places[number] === 0) places[number] = place++
  return { texts: kept, numbers: numbers.map((number) => places[number] ?? -1) }
}

const growingNumbers = () => new Growing((length) => new Float64Array(length), Number.NaN)

function recordOf<K extends string, V>(names: readonly K[], make: () => V): Record<K, V> {
  return Object.fromEntries(names.map((name) => [name, make()])) as Record<K, V> // as: built from exactly these names
}

/** An event log from plain rows, kept in stable order (at, insertion) per case. Faults are listed in `faults`. */
export function logOf(rows: Iterable<EventRow>): EventLog {
  const builder = new LogBuilder()
  for (const row of rows) builder.add(row)
  return builder.build()
}
