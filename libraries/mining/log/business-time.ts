import { cell, placeOf, startsOf } from './column.ts'
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

/**
 * A function that gives the open milliseconds between two instants. Throws a RangeError for a calendar that is none: hours
 * outside one day or in the wrong order, a day of the week outside 0 to 6, a closed day that is no date.
 */
export function openTimeOf(calendar: BusinessCalendar): (from: number, until: number) => number {
  checkCalendar(calendar)
  const opens = calendar.opensAtMinutes * 60_000
  const length = (calendar.closesAtMinutes - calendar.opensAtMinutes) * 60_000
  const worked = new Set(calendar.workdays)
  const isWorkday = (day: number) => worked.has((((day + 4) % 7) + 7) % 7)
  /** By the place in a week that begins on Thursday, as 1 January 1970 was. */
  const isWorked = Int32Array.from({ length: 7 }, (_, day) => (isWorkday(day) ? 1 : 0))
  const workedBefore = startsOf(isWorked)
  const days = calendar.closedOn.map((date) => tokyoDayNumber(instantOf(date)))
  const closed = Int32Array.from(new Set(days.filter(isWorkday))).sort()
  const openUntil = (instant: number) => {
    const day = tokyoDayNumber(instant)
    const timeOfDay = instant + tokyoOffsetMinutes * 60_000 - day * millisecondsPerDay
    const weeks = Math.floor(day / 7)
    const weekday = day - weeks * 7
    const workdays = weeks * worked.size + cell(workedBefore, weekday)
    const closedBefore = placeOf(closed, day)
    const isOpen = cell(isWorked, weekday) === 1 && closed[closedBefore] !== day
    return (workdays - closedBefore) * length + (isOpen ? Math.min(length, Math.max(0, timeOfDay - opens)) : 0)
  }
  return (from, until) => (until > from ? Math.max(0, openUntil(until) - openUntil(from)) : 0)
}

function checkCalendar({ opensAtMinutes, closesAtMinutes, workdays, closedOn }: BusinessCalendar) {
  if (!(opensAtMinutes >= 0 && opensAtMinutes < closesAtMinutes && closesAtMinutes <= 1440))
    throw new RangeError(`no office hours: ${opensAtMinutes} to ${closesAtMinutes} minutes after midnight`)
  for (const day of workdays)
    if (![0, 1, 2, 3, 4, 5, 6].includes(day)) throw new RangeError(`no day of the week: ${day} (0 = Sunday)`)
  for (const date of closedOn) if (Number.isNaN(instantOf(date))) throw new RangeError(`no date: ${date}`)
}
