import { readDate } from '../amounts-and-dates/dates.ts'
import { dayNumberOf } from '../amounts-and-dates/day-numbers.ts'
import { eraOf, eras } from '../amounts-and-dates/eras.ts'

const leapYear = '2028'

const existing = (date: string): string | undefined => {
  const reading = readDate(date)
  return reading.ok && reading.value === date ? date : undefined
}

/**
 * The date of MMDD (取組日): with `near`, the day on which the file was made, the one of that day nearest to it (1228 and 0105: next
 * year); without, MM-DD. Undefined for no day of the calendar.
 */
export function dateOfMonthDay(raw: string, near: string | undefined): string | undefined {
  const monthDay = `${raw.slice(0, 2)}-${raw.slice(2)}`
  if (existing(`${leapYear}-${monthDay}`) === undefined) return undefined
  if (near === undefined) return monthDay
  const reading = readDate(raw, { near })
  return reading.ok ? reading.value : undefined
}

/** MMDD of a date (YYYY-MM-DD or MM-DD), or undefined for no day of the calendar. */
export function monthDayOf(date: string): string | undefined {
  const full = /^\d\d-\d\d$/.test(date) ? `${leapYear}-${date}` : date
  return existing(full)?.slice(5).replace('-', '')
}

const distance = (one: string, other: string): number => Math.abs(dayNumberOf(one) - dayNumberOf(other))

/**
 * The date of YYMMDD in years of an era that is not said (08 is 令和8年): 令和, or with `near` the era from 昭和 on that brings it
 * nearest. Undefined for no day of the era.
 */
export function dateOfWareki(raw: string, near: string | undefined): string | undefined {
  const candidates = eras.slice(0, near === undefined ? 1 : 3).flatMap(({ letter }) => {
    const reading = readDate(`${letter}${raw}`)
    const ends = reading.ok && eraOf(reading.value)?.letter !== letter
    return reading.ok && !ends ? [reading.value] : []
  })
  if (near === undefined) return candidates[0]
  return candidates.sort((one, other) => distance(one, near) - distance(other, near))[0]
}

/** YYMMDD in the year of the era of a date (YYYY-MM-DD), or undefined for no day of the calendar since 1873. */
export function warekiOf(date: string): string | undefined {
  const era = existing(date) === undefined || date < '1873-01-01' ? undefined : eraOf(date)
  if (era === undefined) return undefined
  const year = Number(date.slice(0, 4)) - Number(era.from.slice(0, 4)) + 1
  return year > 99 ? undefined : `${String(year).padStart(2, '0')}${date.slice(5, 7)}${date.slice(8)}`
}
