import announcedHolidays from '@holiday-jp/holiday_jp/lib/holidays.js'
import { type Because, lawOn, UnknownLawError } from '../core/statute.ts'
import { dateParts, dayNumber } from './days.ts'
import { holidayLaw } from './sources.ts'

/** `guess` is true for years whose equinoxes are computed but not announced yet. */
export type Holiday = { date: string; name: string; nameEn: string; guess: boolean; because: Because[] }

type Preview = { preview?: boolean }

/** The last day of the last year whose holidays have been announced (暦要項). */
export const holidaysCheckedThrough = holidayLaw.checkedThrough

const knownFrom = '1970-01-01'
const guessedThrough = '2050-12-31'
const firstDay = dayNumber(knownFrom)
const lastCheckedDay = dayNumber(holidaysCheckedThrough)
const lastGuessedDay = dayNumber(guessedThrough)

const named = (name: string, nameEn: string): { name: string; nameEn: string } => {
  if (name.endsWith('振替休日')) return { name: '振替休日', nameEn: 'Substitute holiday' }
  if (name === '休日') return { name: '国民の休日', nameEn: 'Citizens’ holiday' }
  return { name: name.replace(/（.*）$/, ''), nameEn }
}

let holidaysByDay: Map<number, { date: string; name: string; nameEn: string }> | undefined

const holidays = (): Map<number, { date: string; name: string; nameEn: string }> => {
  holidaysByDay ??= new Map(
    Object.values(announcedHolidays).map((entry) => [
      dayNumber(entry.date),
      { date: entry.date, ...named(entry.name, entry.name_en) },
    ]),
  )
  return holidaysByDay
}

const refuseUnknown = (day: number, date: string, preview: boolean | undefined): void => {
  if (day < firstDay || day > lastGuessedDay || (day > lastCheckedDay && !preview)) {
    throw new UnknownLawError(holidayLaw, date, knownFrom, preview ? guessedThrough : holidaysCheckedThrough)
  }
}

/**
 * The national holiday (祝日, 振替休日, 国民の休日) on a date, or undefined (祝日法2条, 3条).
 * Throws UnknownLawError outside the announced years; `preview` goes on to 2050 with `guess` set.
 */
export function nationalHoliday(date: string, options: Preview = {}): Holiday | undefined {
  const day = dayNumber(date)
  refuseUnknown(day, date, options.preview)
  const holiday = holidays().get(day)
  return holiday && { ...holiday, guess: day > lastCheckedDay, because: lawOn(holidayLaw, date, options).because }
}

/** Whether a date is a national holiday; throws as nationalHoliday does. */
export function isHoliday(date: string, options: Preview = {}): boolean {
  const day = dayNumber(date)
  refuseUnknown(day, date, options.preview)
  return holidays().has(day)
}

/** The name of the national holiday on a date, or undefined; throws as nationalHoliday does. */
export function holidayName(date: string, options: Preview & { language?: 'ja' | 'en' } = {}): string | undefined {
  const holiday = nationalHoliday(date, options)
  return options.language === 'en' ? holiday?.nameEn : holiday?.name
}

/** The national holidays of a calendar year in order; throws as nationalHoliday does. */
export function holidaysOfYear(year: number, options: Preview = {}): Holiday[] {
  const first = `${String(year).padStart(4, '0')}-01-01`
  dateParts(first)
  refuseUnknown(dayNumber(first), first, options.preview)
  return [...holidays().values()]
    .filter((holiday) => holiday.date.startsWith(first.slice(0, 5)))
    .map((holiday) => ({
      ...holiday,
      guess: first > holidaysCheckedThrough,
      because: lawOn(holidayLaw, holiday.date, options).because,
    }))
}
