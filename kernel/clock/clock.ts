import type { LocalDate } from '../dates/local-date.ts'

/** Where time comes from; the only place that reads it. Tests and the sample company bring their own. */
export type Clock = { readonly now: () => string }

/** The machine's clock, as ISO 8601 in UTC. */
export const systemClock: Clock = { now: () => new Date().toISOString() }

/** A clock that stands still until it is moved. */
export function stoppedClock(at: string): Clock & { set: (at: string) => void } {
  let current = instantOf(at)
  return {
    now: () => current,
    set: (next) => {
      current = instantOf(next)
    },
  }
}

/** The same instant in its one written form, ISO 8601 in UTC with milliseconds. Throws RangeError when it is none. */
export function instantOf(text: string): string {
  return new Date(text).toISOString()
}

/** The date in Asia/Tokyo (UTC+9, no summer time since 1952) at that instant. */
export function dateInTokyo(instant: string): LocalDate {
  return new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(0, 10)
}

/** The instant at which a time of day on a date in Asia/Tokyo falls; `25:30` is half past one the next morning. */
export function instantInTokyo(date: LocalDate, time = '00:00'): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(Date.parse(`${date}T00:00:00+09:00`) + (hours * 60 + minutes) * 60_000).toISOString()
}

/** Milliseconds since 1970 of the machine's clock, for ids and for measuring. */
export const milliseconds = (): number => Date.now()
