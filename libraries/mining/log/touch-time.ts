import { cell } from './column.ts'
import type { EventLog } from './event-log.ts'

/** Seconds of work on an event: as recorded, else end less start; NaN where the log tells neither. */
export function touchSecondsOf(log: EventLog, event: number): number {
  const touch = cell(log.touchSeconds, event)
  return Number.isNaN(touch) ? (cell(log.endedAt, event) - cell(log.at, event)) / 1000 : touch
}
