import { entries, flag, oneOf, record } from '../core/input.ts'
import { lawOn } from '../core/statute.ts'
import { dateOfDayNumber, dayNumber, type Weekday, weekdays } from './days.ts'
import { isHoliday } from './holidays.ts'
import { bankHolidayLaw, publicOfficeHolidayLaw } from './sources.ts'

/** Where a date goes that is not a business day: 前営業日, 翌営業日, or it stays. */
export type Shift = 'previous' | 'next' | 'none'

/** Says of a day (counted from 1970-01-01) whether it is closed; made by companyCalendar, bankCalendar, publicOfficeCalendar. */
export type BusinessCalendar = { readonly name: string; readonly isClosed: (day: number) => boolean }

export type CompanyCalendarOptions = {
  /** Weekly rest days; Saturday and Sunday when absent. */
  weeklyRest?: readonly Weekday[]
  /** Whether national holidays are days off; true when absent. */
  closedOnHolidays?: boolean
  /** Further days off (夏季休業, 年末年始, 創立記念日), as dates. */
  extraClosed?: readonly string[]
  /** Days worked although they would be off; stronger than everything else. */
  extraOpen?: readonly string[]
  /** Allow holidays that are not announced yet (guesses to 2050). */
  preview?: boolean
}

type ClosingRule = {
  name: string
  rest: readonly Weekday[]
  monthDays: readonly string[]
  closed: readonly string[]
  open: readonly string[]
  onHolidays: boolean
  preview: boolean
}

const unknown = 0
const closedDay = 1
const openDay = 2
const rememberedDays = 29_585 // 1970-01-01 to 2050-12-31

/** Remembers each answer in one byte, so that a day is computed once. */
const calendarOf = (rule: ClosingRule): BusinessCalendar => {
  const rest = weekdays.map((weekday) => rule.rest.includes(weekday))
  const closed = new Set(rule.closed.map(dayNumber))
  const open = new Set(rule.open.map(dayNumber))
  const monthDays = new Set(rule.monthDays)
  const remembered = new Uint8Array(rememberedDays)
  const compute = (day: number): boolean => {
    if (open.has(day)) return false
    if (closed.has(day) || rest[(((day + 4) % 7) + 7) % 7]) return true
    const date = dateOfDayNumber(day)
    if (monthDays.has(date.slice(5))) return true
    return rule.onHolidays && isHoliday(date, { preview: rule.preview })
  }
  return {
    name: rule.name,
    isClosed: (day) => {
      const known = remembered[day] ?? unknown
      if (known !== unknown) return known === closedDay
      const isClosed = compute(day)
      if (day >= 0 && day < rememberedDays) remembered[day] = isClosed ? closedDay : openDay
      return isClosed
    },
  }
}

const mostExtraDays = 100_000

/** The company's own calendar (就業規則の休日). Throws InvalidInputError naming the field, InvalidDateError for an impossible extra date. */
export function companyCalendar(options: CompanyCalendarOptions = {}): BusinessCalendar {
  record('options', options)
  const rest = entries('weeklyRest', options.weeklyRest ?? ['sat', 'sun'], weekdays.length, 0)
  return calendarOf({
    name: '会社',
    rest: rest.map((each, at) => oneOf(`weeklyRest[${at}]`, each, weekdays)),
    monthDays: [],
    closed: entries('extraClosed', options.extraClosed ?? [], mostExtraDays, 0),
    open: entries('extraOpen', options.extraOpen ?? [], mostExtraDays, 0),
    onHolidays: flag('closedOnHolidays', options.closedOnHolidays, true),
    preview: flag('preview', options.preview),
  })
}

const institutionCalendar = (law: typeof bankHolidayLaw, preview: boolean): BusinessCalendar => {
  const { value } = lawOn(law, law.checkedThrough)
  return calendarOf({
    name: law.name,
    rest: value.weekdays,
    monthDays: value.monthDays,
    closed: [],
    open: [],
    onHolidays: true,
    preview,
  })
}

const remember = (law: typeof bankHolidayLaw): ((options?: { preview?: boolean }) => BusinessCalendar) => {
  let certain: BusinessCalendar | undefined
  let guessed: BusinessCalendar | undefined
  return (options = {}) => {
    if (options.preview) {
      guessed ??= institutionCalendar(law, true)
      return guessed
    }
    certain ??= institutionCalendar(law, false)
    return certain
  }
}

/** Banks: Saturdays, Sundays, national holidays, 31 December to 3 January (銀行法施行令5条1項). */
export const bankCalendar = remember(bankHolidayLaw)

/** Public offices: Saturdays, Sundays, national holidays, 29 December to 3 January (行政機関の休日に関する法律1条). */
export const publicOfficeCalendar = remember(publicOfficeHolidayLaw)

const longestClosure = 366

const nearestOpen = (start: number, step: 1 | -1, calendar: BusinessCalendar): number => {
  for (let day = start; Math.abs(day - start) <= longestClosure; day += step) {
    if (!calendar.isClosed(day)) return day
  }
  throw new RangeError(
    `「${calendar.name}」カレンダーには${dateOfDayNumber(start)}から1年間、営業日がありません。休日の設定を見直してください。`,
  )
}

/** Whether the calendar is open on a date; throws InvalidDateError, and UnknownLawError beyond the announced holidays. */
export function isBusinessDay(date: string, calendar: BusinessCalendar): boolean {
  return !calendar.isClosed(dayNumber(date))
}

/** The first business day strictly after a date. */
export function nextBusinessDay(date: string, calendar: BusinessCalendar): string {
  return dateOfDayNumber(nearestOpen(dayNumber(date) + 1, 1, calendar))
}

/** The last business day strictly before a date. */
export function previousBusinessDay(date: string, calendar: BusinessCalendar): string {
  return dateOfDayNumber(nearestOpen(dayNumber(date) - 1, -1, calendar))
}

/** The date itself when it is a business day or the shift is 'none', else the nearest business day in that direction. */
export function shiftToBusinessDay(date: string, shift: Shift, calendar: BusinessCalendar): string {
  if (shift === 'none') return date
  return dateOfDayNumber(nearestOpen(dayNumber(date), shift === 'next' ? 1 : -1, calendar))
}

/** The nth business day after a date (before it when negative); 0 gives the date unchanged. */
export function addBusinessDays(date: string, days: number, calendar: BusinessCalendar): string {
  const step = days < 0 ? -1 : 1
  let day = dayNumber(date)
  for (let left = Math.abs(days); left > 0; left -= 1) day = nearestOpen(day + step, step, calendar)
  return dateOfDayNumber(day)
}

/** Business days after `from` up to and including `to`; negative when `to` is earlier, so that both directions cancel. */
export function businessDaysBetween(from: string, to: string, calendar: BusinessCalendar): number {
  const [start, end] = [dayNumber(from), dayNumber(to)]
  if (end < start) return 0 - businessDaysBetween(to, from, calendar)
  let count = 0
  for (let day = start + 1; day <= end; day += 1) if (!calendar.isClosed(day)) count += 1
  return count
}
