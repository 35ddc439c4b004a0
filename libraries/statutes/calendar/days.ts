const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
export type Weekday = (typeof weekdays)[number]

/** Not a day of the calendar, such as 2026-02-30; the message names the value. */
export class InvalidDateError extends RangeError {
  readonly date: string
  readonly messageEn: string

  constructor(given: unknown) {
    const date = typeof given === 'string' || typeof given === 'number' ? String(given).slice(0, 40) : typeof given
    super(`「${date}」は暦にない日付です。2026-11-20 の形で、実在する日を指定してください。`)
    this.name = 'InvalidDateError'
    this.date = date
    this.messageEn = `"${date}" is not a day of the calendar. Give an existing day written like 2026-11-20.`
  }
}

/** The last day (28–31) of a month; throws InvalidDateError for a month that is none of 1–12. */
export function lastDayOfMonth(year: number, month: number): number {
  if (!Number.isInteger(year) || monthLengths[month - 1] === undefined) throw new InvalidDateError(`${year}-${month}`)
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0)
}

const digitsAt = (text: string, start: number, length: number): number => {
  let value = 0
  for (let at = start; at < start + length; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return -1
    value = value * 10 + digit
  }
  return value
}

const partsOrUndefined = (date: unknown): { year: number; month: number; day: number } | undefined => {
  if (typeof date !== 'string' || date.length !== 10 || date[4] !== '-' || date[7] !== '-') return undefined
  const year = digitsAt(date, 0, 4)
  const month = digitsAt(date, 5, 2)
  const day = digitsAt(date, 8, 2)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOfMonth(year, month)
    ? { year, month, day }
    : undefined
}

/** True for an existing day written as YYYY-MM-DD. */
export function isDate(date: unknown): boolean {
  return partsOrUndefined(date) !== undefined
}

/** Year, month (1–12) and day of a YYYY-MM-DD date; throws InvalidDateError. */
export function dateParts(date: string): { year: number; month: number; day: number } {
  const parts = partsOrUndefined(date)
  if (parts === undefined) throw new InvalidDateError(date)
  return parts
}

/** Days since 1970-01-01, counted in the Gregorian calendar without any clock or time zone; throws InvalidDateError. */
export function dayNumber(date: string): number {
  const { year, month, day } = dateParts(date)
  const shiftedYear = month <= 2 ? year - 1 : year
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

/** The date of a number of days since 1970-01-01; throws InvalidDateError for no whole number and beyond the years 1–9999. */
export function dateOfDayNumber(days: number): string {
  if (!Number.isInteger(days)) throw new InvalidDateError(days)
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/**
 * Writes YYYY-MM-DD; a day beyond the end of the month becomes its last day, a month beyond 1–12 moves the year.
 * Throws InvalidDateError for no whole numbers and beyond the years 1–9999.
 */
export function dateOf(year: number, month: number, day: number): string {
  const monthIndex = year * 12 + month - 1
  const realYear = Math.floor(monthIndex / 12)
  if (!Number.isInteger(monthIndex) || !(Number.isInteger(day) && day >= 1 && realYear >= 1 && realYear <= 9999)) {
    throw new InvalidDateError(`${year}-${month}-${day}`)
  }
  const realMonth = monthIndex - realYear * 12 + 1
  const realDay = Math.min(day, lastDayOfMonth(realYear, realMonth))
  return `${String(realYear).padStart(4, '0')}-${String(realMonth).padStart(2, '0')}-${String(realDay).padStart(2, '0')}`
}

/** The day so many calendar days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** The same day so many months later; the last day of the month where that day does not exist (民法143条2項但書). */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = dateParts(date)
  return dateOf(year, month + months, day)
}

/**
 * The day on which a period of so many months, counted from the beginning of `from`, has passed (民法143条2項).
 * Six months from 4/1 end with 9/30 and have passed on 10/1; six months from 8/31 end with the last day of February
 * (there is no 2/31: 同項但書) and have passed on 3/1.
 */
export function dayAfterMonths(from: string, months: number): string {
  const corresponding = addMonths(from, months)
  return dateParts(corresponding).day === dateParts(from).day ? corresponding : addDays(corresponding, 1)
}

/** The last day of a period of so many months counted from the beginning of `from` (民法143条2項). */
export function lastDayOfMonths(from: string, months: number): string {
  return addDays(dayAfterMonths(from, months), -1)
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** The day of the week of a date; throws InvalidDateError. */
export function weekdayOf(date: string): Weekday {
  return weekdays[(((dayNumber(date) + 4) % 7) + 7) % 7] ?? 'sun'
}

/** The last day of the month in which a date lies. */
export function monthEnd(date: string): string {
  const { year, month } = dateParts(date)
  return dateOf(year, month, 31)
}
