import { type BusinessCalendar, openTimeOf } from '../log/business-time.ts'
import { cell } from '../log/column.ts'
import { millisecondsPerDay, tokyoDayNumber, tokyoOffsetMinutes } from '../log/instants.ts'

/** A clock that runs in open hours alone, so that nights and weekends need no thought while simulating. */
export interface OpenClock {
  /** Open milliseconds from the origin to an instant. */
  openAt(instant: number): number
  /** The earliest instant at which so many open milliseconds have passed. */
  instantAt(open: number): number
}

const daysAhead = 1500

/** The clock of a calendar from the day of an instant on; `instantAt` knows about four years beyond `until`. */
export function openClockOf(calendar: BusinessCalendar, from: number, until: number): OpenClock {
  const openTime = openTimeOf(calendar)
  const firstDay = tokyoDayNumber(from)
  const origin = firstDay * millisecondsPerDay - tokyoOffsetMinutes * 60_000
  const days = tokyoDayNumber(until) - firstDay + daysAhead
  const openBefore = Float64Array.from({ length: days + 1 }, (_, day) =>
    openTime(origin, origin + day * millisecondsPerDay),
  )
  const opensAt = calendar.opensAtMinutes * 60_000
  return {
    openAt: (instant) => openTime(origin, instant),
    instantAt: (open) => {
      let [low, high] = [0, days - 1]
      while (low < high) {
        const middle = (low + high) >> 1
        if (cell(openBefore, middle + 1) < open) low = middle + 1
        else high = middle
      }
      return origin + low * millisecondsPerDay + opensAt + open - cell(openBefore, low)
    },
  }
}
