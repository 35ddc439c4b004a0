import { dateOfDayNumber, dayNumberOf, isCalendarDate } from '../amounts-and-dates/day-numbers.ts'
import type { ContentLine } from './content-lines.ts'

/** A day, or an instant in seconds since 1970 (UTC). */
type CalendarTime = { date: string } | { seconds: number }

const secondsPerDay = 86_400
const japanSeconds = 9 * 3_600
const japan = /^(.*\/)?Asia\/Tokyo$|^Japan$|^Tokyo Standard Time$/

/** A day (20261120) or an instant (20261120T010000Z); without a zone, or with that of Japan, it is a time in Japan. Undefined for any other. */
export function timeIn({ value, parameters }: ContentLine): CalendarTime | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d)(Z?))?$/.exec(value.trim())
  if (match === null) return undefined
  const [, year, month, day, hours, minutes, seconds, utc] = match
  const date = `${year}-${month}-${day}`
  if (!isCalendarDate(date)) return undefined
  if (hours === undefined) return { date }
  const zone = parameters.get('TZID')
  if (utc === '' && zone !== undefined && !japan.test(zone)) return undefined
  const sinceMidnight = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
  return { seconds: dayNumberOf(date) * secondsPerDay + sinceMidnight - (utc === 'Z' ? 0 : japanSeconds) }
}

/** The seconds of P1W, P1D, PT1H30M, -PT15M; undefined for what is no duration. */
export function durationIn(value: string): number | undefined {
  const match = /^([-+]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/.exec(
    value.trim(),
  )
  if (match === null || !/\d/.test(value)) return undefined
  const [sign, ...counts] = match.slice(1)
  const lengths = [7 * secondsPerDay, secondsPerDay, 3_600, 60, 1]
  const seconds = counts.reduce((sum, count, at) => sum + Number(count ?? 0) * (lengths[at] ?? 0), 0)
  return sign === '-' && seconds !== 0 ? -seconds : seconds
}

/** 2026-11-20T01:00:00Z of seconds since 1970. */
export function instantOf(seconds: number): string {
  const days = Math.floor(seconds / secondsPerDay)
  const rest = seconds - days * secondsPerDay
  const two = (number: number): string => String(number).padStart(2, '0')
  const [hours, minutes] = [Math.floor(rest / 3_600), Math.floor(rest / 60) % 60]
  return `${dateOfDayNumber(days)}T${two(hours)}:${two(minutes)}:${two(rest % 60)}Z`
}

/** The day so many days later. */
export const dayAfter = (date: string, days: number): string => dateOfDayNumber(dayNumberOf(date) + days)
