import { cell, startsOf } from './column.ts'
import { instantOf } from './instants.ts'

export const actorKinds = ['human', 'system', 'external'] as const
export type ActorKind = (typeof actorKinds)[number]
/** What set an event off; a timer is a wait by design, not a bottleneck. */
export const causes = ['manual', 'automatic', 'timer'] as const
export type Cause = (typeof causes)[number]

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

/** Something in the source that could not be taken as it stood: how often, and the first places, rows counted from 1. */
export interface LogFault {
  fault: 'no-activity' | 'no-case' | 'no-time' | 'unreadable-time' | 'ends-before-start' | 'broken-file'
  count: number
  first: { place: number; text: string }[]
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
}

class Interner {
  readonly texts: string[] = []
  readonly #places = new Map<string, number>()

  placeOf(text: string | undefined): number {
    if (text === undefined || text === '') return -1
    const known = this.#places.get(text)
    if (known !== undefined) return known
    this.#places.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }
}

/** A column that grows as rows come in. */
class Growing {
  #cells = new Float64Array(1024)
  length = 0

  push(value: number) {
    if (this.length === this.#cells.length) {
      const wider = new Float64Array(this.length * 2)
      wider.set(this.#cells)
      this.#cells = wider
    }
    this.#cells[this.length++] = value
  }

  cells(): Float64Array {
    return this.#cells.subarray(0, this.length)
  }
}

/** Takes rows one at a time and makes the columns at the end; readers of files feed it without keeping the rows. */
export class LogBuilder {
  readonly #case = { texts: new Interner(), cells: new Growing() }
  readonly #activity = { texts: new Interner(), cells: new Growing() }
  readonly #actor = { texts: new Interner(), cells: new Growing() }
  readonly #role = { texts: new Interner(), cells: new Growing() }
  readonly #department = { texts: new Interner(), cells: new Growing() }
  readonly #lifecycle = { texts: new Interner(), cells: new Growing() }
  readonly #at = new Growing()
  readonly #endedAt = new Growing()
  readonly #touchSeconds = new Growing()
  readonly #actorKind = new Growing()
  readonly #cause = new Growing()
  readonly #faults = new Map<LogFault['fault'], LogFault>()
  #rowCount = 0

  /** Adds a row; a row without case or activity is left out and reported, a bad time is reported and treated as none. */
  add(row: EventRow) {
    this.#rowCount += 1
    if (row.caseId === '') return this.report('no-case', row.activity)
    if (row.activity === '') return this.report('no-activity', row.caseId)
    const at = this.#instant(row.at)
    if (row.at === undefined || row.at === '') this.report('no-time', `${row.caseId} ${row.activity}`)
    let endedAt = this.#instant(row.endedAt)
    if (endedAt < at) {
      this.report('ends-before-start', `${row.caseId} ${row.activity}`)
      endedAt = Number.NaN
    }
    for (const [column, text] of [
      [this.#case, row.caseId],
      [this.#activity, row.activity],
      [this.#actor, row.actor],
      [this.#role, row.role],
      [this.#department, row.department],
      [this.#lifecycle, row.lifecycle],
    ] as const)
      column.cells.push(column.texts.placeOf(text))
    this.#at.push(at)
    this.#endedAt.push(endedAt)
    this.#touchSeconds.push(row.touchSeconds ?? Number.NaN)
    this.#actorKind.push(row.actorKind ? actorKinds.indexOf(row.actorKind) : -1)
    this.#cause.push(row.cause ? causes.indexOf(row.cause) : -1)
  }

  /** Notes a fault at the row last added. */
  report(fault: LogFault['fault'], text: string) {
    const known = this.#faults.get(fault) ?? { fault, count: 0, first: [] }
    known.count += 1
    if (known.first.length < placesKeptPerFault) known.first.push({ place: this.#rowCount, text: text.slice(0, 120) })
    this.#faults.set(fault, known)
  }

  #instant(stamp: string | number | undefined): number {
    if (stamp === undefined || stamp === '') return Number.NaN
    const instant = instantOf(stamp)
    if (Number.isNaN(instant)) this.report('unreadable-time', String(stamp))
    return instant
  }

  build(): EventLog {
    const caseIds = this.#case.texts.texts
    const at = this.#at.cells()
    const { order, caseStarts } = orderOf(this.#case.cells.cells(), at, caseIds.length)
    const texts = (column: { texts: Interner; cells: Growing }): TextColumn => ({
      texts: column.texts.texts,
      numbers: Int32Array.from(gathered(column.cells.cells(), order)),
    })
    const activity = texts(this.#activity)
    const endedAt = gathered(this.#endedAt.cells(), order)
    return {
      caseCount: caseIds.length,
      eventCount: order.length,
      caseIds,
      caseStarts,
      activities: activity.texts,
      activity: activity.numbers,
      at: gathered(at, order),
      endedAt,
      touchSeconds: gathered(this.#touchSeconds.cells(), order),
      actor: texts(this.#actor),
      actorKind: Int32Array.from(gathered(this.#actorKind.cells(), order)),
      cause: Int32Array.from(gathered(this.#cause.cells(), order)),
      role: texts(this.#role),
      department: texts(this.#department),
      lifecycle: texts(this.#lifecycle),
      hasTimes: at.some((instant) => !Number.isNaN(instant)),
      hasEndTimes: endedAt.some((instant) => !Number.isNaN(instant)),
      faults: [...this.#faults.values()],
    }
  }
}

function gathered(cells: Float64Array, order: Int32Array): Float64Array {
  const column = new Float64Array(order.length)
  for (let place = 0; place < order.length; place++) column[place] = cell(cells, cell(order, place))
  return column
}

/** Places of the events by (case, at, insertion); an event without a time sorts with the time last seen in its case. */
function orderOf(caseNumbers: Float64Array, at: Float64Array, caseCount: number) {
  const sizes = new Int32Array(caseCount)
  for (const number of caseNumbers) sizes[number] = (sizes[number] ?? 0) + 1
  const caseStarts = startsOf(sizes)
  const next = caseStarts.slice()
  const order = new Int32Array(caseNumbers.length)
  const lastSeen = new Float64Array(caseCount).fill(Number.NEGATIVE_INFINITY)
  const sortsAt = new Float64Array(caseNumbers.length)
  const isUnordered = new Set<number>()
  for (let event = 0; event < caseNumbers.length; event++) {
    const owner = cell(caseNumbers, event)
    const before = cell(lastSeen, owner)
    const own = cell(at, event)
    sortsAt[event] = Number.isNaN(own) ? before : own
    if (own < before) isUnordered.add(owner)
    if (!Number.isNaN(own)) lastSeen[owner] = own
    const place = cell(next, owner)
    order[place] = event
    next[owner] = place + 1
  }
  for (const owner of isUnordered) {
    const events = order.subarray(cell(caseStarts, owner), cell(caseStarts, owner + 1))
    events.sort((a, b) => cell(sortsAt, a) - cell(sortsAt, b) || a - b)
  }
  return { order, caseStarts }
}

/** An event log from plain rows, kept in stable order (at, insertion) per case. Faults are listed in `faults`. */
export function logOf(rows: Iterable<EventRow>): EventLog {
  const builder = new LogBuilder()
  for (const row of rows) builder.add(row)
  return builder.build()
}
