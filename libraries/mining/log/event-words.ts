import { cell, entry } from './column.ts'
import { actorKinds, causes, type EventLog } from './event-log.ts'

/** What one event says, as texts; what it does not say is absent. */
export function wordsOf(log: EventLog, event: number) {
  return {
    activity: entry(log.activities, cell(log.activity, event)),
    at: stampOf(cell(log.at, event)),
    endedAt: stampOf(cell(log.endedAt, event)),
    actor: log.actor.texts[cell(log.actor.numbers, event)],
    actorKind: actorKinds[cell(log.actorKind, event)],
    role: log.role.texts[cell(log.role.numbers, event)],
    department: log.department.texts[cell(log.department.numbers, event)],
    lifecycle: log.lifecycle.texts[cell(log.lifecycle.numbers, event)],
    cause: causes[cell(log.cause, event)],
    touchSeconds: Number.isNaN(cell(log.touchSeconds, event)) ? undefined : String(cell(log.touchSeconds, event)),
  }
}

/** An instant as ISO text in UTC, to the nearest microsecond; nothing where it is unknown. */
export function stampOf(instant: number): string | undefined {
  if (Number.isNaN(instant)) return undefined
  let whole = Math.floor(instant)
  let microseconds = Math.round((instant - whole) * 1000)
  if (microseconds === 1000) [whole, microseconds] = [whole + 1, 0]
  const text = new Date(whole).toISOString()
  return microseconds === 0 ? text : `${text.slice(0, -1)}${String(microseconds).padStart(3, '0')}Z`
}
