import { cell } from './column.ts'
import { instantOf, millisecondsPerDay, tokyoDayNumber, tokyoOffsetMinutes } from './instants.ts'

/** When an office is open, in Japan time. */
export interface BusinessCalendar {
  /** Minutes after midnight. */
  opensAtMinutes: number
  closesAtMinutes: number
  /** Days of the week that are worked, 0 = Sunday. */
  workdays: readonly number[]
  /** Holidays and other closed days, 'YYYY-MM-DD'. */
  closedOn: readonly string[]
}

/** Monday to Friday, 9 to 18 o'clock, without holidays: a guess to be replaced by the company's own calendar. */
export const plainOfficeHours: BusinessCalendar = {
  opensAtMinutes: 540,
  closesAtMinutes: 1080,
  workdays: [1, 2, 3, 4, 5],
  closedOn: [],
}

/** A function that gives the open milliseconds between two instants. */
export function openTimeOf(calendar: BusinessCalendar): (from: number, until: number) => number {
  const opens = calendar.opensAtMinutes * 60_000
  const length = (calendar.closesAtMinutes - calendar.opensAtMinutes) * 60_000
  const worked = new Set(calendar.workdays)
  const isWorkday = (day: number) => worked.has((((day + 4) % 7) + 7) % 7)
  const days = calendar.closedOn.map((date) => tokyoDayNumber(instantOf(date)))
  const closed = Int32Array.from(new Set(days.filter(isWorkday))).sort()
  const openUntil = (instant: number) => {
    const day = tokyoDayNumber(instant)
    const timeOfDay = instant + tokyoOffsetMinutes * 60_000 - day * millisecondsPerDay
    const weeks = Math.floor(day / 7)
    let workdays = weeks * worked.size
    for (let rest = weeks * 7; rest < day; rest++) if (isWorkday(rest)) workdays += 1
    const closedBefore = placeOf(closed, day)
    const isOpen = isWorkday(day) && closed[closedBefore] !== day
    return (workdays - closedBefore) * length + (isOpen ? Math.min(length, Math.max(0, timeOfDay - opens)) : 0)
  }
  return (from, until) => Math.max(0, openUntil(until) - openUntil(from))
}

/** How many of ascending days lie before a day. */
function placeOf(ascending: Int32Array, day: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (cell(ascending, middle) < day) low = middle + 1
    else high = middle
  }
  return low
}
