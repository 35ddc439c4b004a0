import { cell, entry } from './column.ts'
import { actorKinds, causes, type EventLog, type EventRow, logOf } from './event-log.ts'

/** What to keep; everything named must hold. */
export interface LogFilter {
  /** Time: cases whose first known instant lies in [fromAt, untilAt), milliseconds since 1970. */
  fromAt?: number
  untilAt?: number
  /** Time: cases whose last known instant lies in [endedFromAt, endedUntilAt). */
  endedFromAt?: number
  endedUntilAt?: number
  /** Cases in which at least one event is of these activities, or of none of these. */
  withActivities?: readonly string[]
  withoutActivities?: readonly string[]
  /** Cases in which at least one event is of these departments, roles or people. */
  withDepartments?: readonly string[]
  withRoles?: readonly string[]
  withActors?: readonly string[]
  /** Endpoints: cases that begin, or end, with one of these activities. */
  startsWith?: readonly string[]
  endsWith?: readonly string[]
  /** Follower: cases in which `to` comes after `from`, at once or at any later time. */
  follows?: { from: string; to: string; atOnce?: boolean }
  /** Performance: cases whose lead time, first to last stamp, lies in [leastSeconds, mostSeconds]. */
  leastSeconds?: number
  mostSeconds?: number
  /** Variation: cases of the most frequent ways, as few as make up this share of all cases (0 to 1). */
  frequentShare?: number
}

/** A log of the whole cases that the filter keeps; cases are never cut. Faults and source stay those of the file. */
export function filterLog(log: EventLog, filter: LogFilter): EventLog {
  const { faults, source } = log
  return { ...logOf(rowsOf(log, filter)), faults, ...(source ? { source } : {}) }
}

function* rowsOf(log: EventLog, filter: LogFilter): Generator<EventRow> {
  const isKept = caseMatcher(log, filter)
  for (let owner = 0; owner < log.caseCount; owner++) {
    const [first, end] = [cell(log.caseStarts, owner), cell(log.caseStarts, owner + 1)]
    if (isKept(owner)) for (let event = first; event < end; event++) yield rowOf(log, owner, event)
  }
}

/** A function that says whether the filter keeps a case, by its number. */
export function caseMatcher(log: EventLog, filter: LogFilter): (owner: number) => boolean {
  const isFrequent = filter.frequentShare === undefined ? undefined : frequentCases(log, filter.frequentShare)
  return (owner) => {
    const [first, end] = [cell(log.caseStarts, owner), cell(log.caseStarts, owner + 1)]
    if (isFrequent && cell(isFrequent, owner) === 0) return false
    return isTimely(log, first, end, filter) && hasAttributes(log, first, end, filter) && isWay(log, first, end, filter)
  }
}

function isTimely(log: EventLog, first: number, end: number, filter: LogFilter): boolean {
  const { fromAt, untilAt, endedFromAt, endedUntilAt, leastSeconds, mostSeconds } = filter
  const bounds = [fromAt, untilAt, endedFromAt, endedUntilAt, leastSeconds, mostSeconds]
  if (bounds.every((bound) => bound === undefined)) return true
  const startedAt = log.at.subarray(first, end).find((instant) => !Number.isNaN(instant)) ?? Number.NaN
  let endedAt = startedAt
  for (const column of [log.at, log.endedAt])
    for (let event = first; event < end; event++) endedAt = Math.max(endedAt, cell(column, event) || endedAt)
  const isBelow = (least: number | undefined, value: number) => least !== undefined && !(value >= least)
  const isPast = (most: number | undefined, value: number) => most !== undefined && !(value < most)
  if (isBelow(fromAt, startedAt) || isPast(untilAt, startedAt)) return false
  if (isBelow(endedFromAt, endedAt) || isPast(endedUntilAt, endedAt)) return false
  const leadSeconds = (endedAt - startedAt) / 1000
  return !isBelow(leastSeconds, leadSeconds) && !(mostSeconds !== undefined && !(leadSeconds <= mostSeconds))
}

function hasAttributes(log: EventLog, first: number, end: number, filter: LogFilter): boolean {
  const has = (wanted: readonly string[], texts: readonly string[], numbers: Int32Array) =>
    numbers.subarray(first, end).some((number) => number >= 0 && wanted.includes(entry(texts, number)))
  const { withActivities, withoutActivities, withDepartments, withRoles, withActors } = filter
  if (withActivities && !has(withActivities, log.activities, log.activity)) return false
  if (withoutActivities && has(withoutActivities, log.activities, log.activity)) return false
  if (withDepartments && !has(withDepartments, log.department.texts, log.department.numbers)) return false
  if (withRoles && !has(withRoles, log.role.texts, log.role.numbers)) return false
  return !withActors || has(withActors, log.actor.texts, log.actor.numbers)
}

function isWay(log: EventLog, first: number, end: number, { startsWith, endsWith, follows }: LogFilter): boolean {
  const nameAt = (event: number) => entry(log.activities, cell(log.activity, event))
  if (startsWith && !startsWith.includes(nameAt(first))) return false
  if (endsWith && !endsWith.includes(nameAt(end - 1))) return false
  if (!follows) return true
  const way = log.activity.subarray(first, end)
  const from = log.activities.indexOf(follows.from)
  const to = log.activities.indexOf(follows.to)
  if (follows.atOnce) return way.some((number, place) => number === to && way[place - 1] === from)
  const left = way.indexOf(from)
  return left >= 0 && way.indexOf(to, left + 1) > left
}

/** Marks the cases of the most frequent ways that together make up a share; among equals, ways that came first. */
function frequentCases(log: EventLog, share: number): Int32Array {
  const ways = new Map<string, number[]>()
  for (let owner = 0; owner < log.caseCount; owner++) {
    const way = log.activity.subarray(cell(log.caseStarts, owner), cell(log.caseStarts, owner + 1)).join(' ')
    const cases = ways.get(way)
    if (cases) cases.push(owner)
    else ways.set(way, [owner])
  }
  const kept = new Int32Array(log.caseCount)
  let covered = 0
  for (const cases of [...ways.values()].sort((a, b) => b.length - a.length)) {
    if (covered >= share * log.caseCount - 1e-9) break
    for (const owner of cases) kept[owner] = 1
    covered += cases.length
  }
  return kept
}

function rowOf(log: EventLog, owner: number, event: number): EventRow {
  const at = cell(log.at, event)
  const endedAt = cell(log.endedAt, event)
  const touchSeconds = cell(log.touchSeconds, event)
  return {
    caseId: entry(log.caseIds, owner),
    activity: entry(log.activities, cell(log.activity, event)),
    at: Number.isNaN(at) ? undefined : at,
    endedAt: Number.isNaN(endedAt) ? undefined : endedAt,
    actor: log.actor.texts[cell(log.actor.numbers, event)],
    actorKind: actorKinds[cell(log.actorKind, event)],
    role: log.role.texts[cell(log.role.numbers, event)],
    department: log.department.texts[cell(log.department.numbers, event)],
    lifecycle: log.lifecycle.texts[cell(log.lifecycle.numbers, event)],
    cause: causes[cell(log.cause, event)],
    touchSeconds: Number.isNaN(touchSeconds) ? undefined : touchSeconds,
  }
}
