import type { EventLog } from '../log/event-log.ts'
import { instantOf } from '../log/instants.ts'

/** The last known instant of a log, ends of events included; −∞ where it has none. */
export function lastInstant(log: EventLog): number {
  const later = (last: number, instant: number) => (instant > last ? instant : last)
  return log.endedAt.reduce(later, log.at.reduce(later, Number.NEGATIVE_INFINITY))
}

/**
 * The instant from which an analysis looks back: the one asked for, a day standing for its first moment, else the last known
 * instant of the log, −∞ where it has none. Throws a RangeError for a text that is no day or instant.
 */
export function asOfInstant(log: EventLog, asOf?: string | number): number {
  if (asOf === undefined) return lastInstant(log)
  const instant = instantOf(asOf)
  if (Number.isNaN(instant)) throw new RangeError(`基準日 ${asOf} を読めません。/ asOf is no day or instant: ${asOf}`)
  return instant
}
