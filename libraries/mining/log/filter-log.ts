import { cell, entry } from './column.ts'
import { actorKinds, causes, type EventLog, type EventRow, logOf } from './event-log.ts'

/** What to keep; everything named must hold. */
export interface LogFilter {
  /** Cases whose first known instant lies in [fromAt, untilAt), milliseconds since 1970. */
  fromAt?: number
  untilAt?: number
  /** Cases in which at least one event is of these activities. */
  withActivities?: readonly string[]
  /** Cases in which at least one event is of these departments. */
  withDepartments?: readonly string[]
}

/** A log of the whole cases that the filter keeps; cases are never cut. */
export function filterLog(log: EventLog, filter: LogFilter): EventLog {
  return logOf(rowsOf(log, filter))
}

function* rowsOf(log: EventLog, filter: LogFilter): Generator<EventRow> {
  for (let owner = 0; owner < log.caseCount; owner++) {
    const first = cell(log.caseStarts, owner)
    const end = cell(log.caseStarts, owner + 1)
    if (isKept(log, first, end, filter)) for (let event = first; event < end; event++) yield rowOf(log, owner, event)
  }
}

function isKept(log: EventLog, first: number, end: number, filter: LogFilter): boolean {
  const startedAt = log.at.subarray(first, end).find((instant) => !Number.isNaN(instant)) ?? Number.NaN
  if (filter.fromAt !== undefined && !(startedAt >= filter.fromAt)) return false
  if (filter.untilAt !== undefined && !(startedAt < filter.untilAt)) return false
  const has = (wanted: readonly string[], texts: readonly string[], numbers: Int32Array) =>
    numbers.subarray(first, end).some((number) => number >= 0 && wanted.includes(entry(texts, number)))
  if (filter.withActivities && !has(filter.withActivities, log.activities, log.activity)) return false
  return !filter.withDepartments || has(filter.withDepartments, log.department.texts, log.department.numbers)
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
