import {
  addBusinessDays,
  type BusinessCalendar,
  bankCalendar,
  companyCalendar,
  nextBusinessDay,
  previousBusinessDay,
  publicOfficeCalendar,
  shiftToBusinessDay,
} from '../calendar/business-days.ts'
import {
  addDays,
  addMonths,
  dateOf,
  dateParts,
  dayNumber,
  daysBetween,
  lastDayOfMonth,
  lastDayOfMonths,
  monthEnd,
  weekdayOf,
} from '../calendar/days.ts'
import { day, entries, oneOf, record, wholeNumber } from '../core/input.ts'
import { UnknownLawError } from '../core/statute.ts'
import { checkedDueRule } from './check-due-rule.ts'
import type {
  AfterOccasionRule,
  DayOfMonth,
  DueCalendar,
  DueRule,
  DueShift,
  MonthAfterOccasionRule,
  WeeklyRule,
} from './due-rule.ts'

/** `period` is the month ('2026-11') the work is about; `nominalOn` the date before it was moved off a day off. */
export type DueOccurrence = { dueOn: string; nominalOn: string; period: string }

export type DueDatesOptions = {
  /** First and last due date wanted, both included. */
  from: string
  to: string
  /** The company's calendar; Saturdays, Sundays and national holidays off when absent. */
  calendar?: BusinessCalendar
  /** First month of the fiscal year, 1–12; 4 when absent. */
  fiscalYearStart?: number
  /** Dates of the occasion, for 'after-occasion' and 'month-after-occasion'. */
  occasions?: readonly string[]
  /** Allow holidays that are not announced yet; give `calendar` its own `preview` too. */
  preview?: boolean
}

type Calendars = (which: DueCalendar | undefined) => BusinessCalendar

const calendarsOf = (options: Pick<DueDatesOptions, 'calendar' | 'preview'>): Calendars => {
  const preview = { preview: options.preview ?? false }
  let company = options.calendar
  return (which) => {
    if (which === 'bank') return bankCalendar(preview)
    if (which === 'public-office') return publicOfficeCalendar(preview)
    company ??= companyCalendar(preview)
    return company
  }
}

/** 1–31, the end, or the nth business day of a month; undefined when the month has not that many business days. */
const dayInMonth = (year: number, month: number, day: DayOfMonth, calendar: () => BusinessCalendar) => {
  if (day === 'end') return dateOf(year, month, 31)
  if (typeof day === 'number') return dateOf(year, month, day)
  const first = dateOf(year, month, 1)
  const last = dateOf(year, month, lastDayOfMonth(year, month))
  const start = day.businessDay < 0 ? addDays(last, 1) : addDays(first, -1)
  const found = addBusinessDays(start, day.businessDay, calendar())
  return found >= first && found <= last ? found : undefined
}

/** Months are counted as year × 12 + month − 1, so that they can be added. */
const monthIndexOf = (date: string): number => {
  const { year, month } = dateParts(date)
  return year * 12 + month - 1
}

const splitMonth = (index: number): { year: number; month: number } => {
  const year = Math.floor(index / 12)
  return { year, month: index - year * 12 + 1 }
}

const periodOf = (index: number): string => {
  const { year, month } = splitMonth(index)
  return dateOf(year, month, 1).slice(0, 7)
}

type Nominal = { nominalOn: string; period: string }

const nominalMonthly = (
  rule: { day: DayOfMonth } & DueShift,
  options: DueDatesOptions,
  calendars: Calendars,
  periodIndexOf: (monthIndex: number) => number | undefined,
): Nominal[] => {
  const found: Nominal[] = []
  for (let index = monthIndexOf(options.from) - 1; index <= monthIndexOf(options.to) + 1; index += 1) {
    const periodIndex = periodIndexOf(index)
    if (periodIndex === undefined) continue
    const { year, month } = splitMonth(index)
    if (typeof rule.day === 'object' && (dateOf(year, month, 31) < options.from || dateOf(year, month, 1) > options.to))
      continue
    const nominalOn = dayInMonth(year, month, rule.day, () => calendars(rule.calendar))
    if (nominalOn !== undefined) found.push({ nominalOn, period: periodOf(periodIndex) })
  }
  return found
}

/** Monday of the week of a date, as a number of weeks. */
const weekNumber = (date: string): number => Math.floor((dayNumber(date) + 3) / 7)

const nominalWeekly = (rule: WeeklyRule, options: DueDatesOptions): Nominal[] => {
  const every = Math.max(1, rule.everyWeeks ?? 1)
  const anchor = rule.startsOn === undefined ? 0 : weekNumber(rule.startsOn)
  const found: Nominal[] = []
  const last = addDays(options.to, 14)
  for (let day = addDays(options.from, -14); day <= last; day = addDays(day, 1)) {
    const isItsWeek = (weekNumber(day) - anchor) % every === 0
    if (isItsWeek && rule.weekdays.includes(weekdayOf(day))) found.push({ nominalOn: day, period: day.slice(0, 7) })
  }
  return found
}

/** End of a period of months; a period backwards ends on the same day of the earlier month. */
const monthsAfter = (occasionOn: string, months: number, includesFirstDay: boolean): string =>
  months < 0
    ? addMonths(occasionOn, months)
    : lastDayOfMonths(includesFirstDay ? occasionOn : addDays(occasionOn, 1), months)

const nominalAfterOccasion = (
  rule: AfterOccasionRule | MonthAfterOccasionRule,
  occasionOn: string,
  calendars: Calendars,
): string | undefined => {
  if (rule.kind === 'month-after-occasion') {
    const { year, month } = splitMonth(monthIndexOf(occasionOn) + rule.monthsLater)
    return dayInMonth(year, month, rule.day, () => calendars(rule.calendar))
  }
  const includesFirstDay = rule.firstDay === 'included' && rule.length > 0
  if (rule.unit === 'months') return monthsAfter(occasionOn, rule.length, includesFirstDay)
  const start = includesFirstDay ? addDays(occasionOn, -1) : occasionOn
  if (rule.unit === 'business-days') return addBusinessDays(start, rule.length, calendars(rule.calendar))
  return addDays(start, rule.length)
}

const nominals = (
  rule: Exclude<DueRule, { kind: 'daily' | 'as-needed' }>,
  options: DueDatesOptions,
  calendars: Calendars,
) => {
  const fiscalYearStart = options.fiscalYearStart ?? 4
  switch (rule.kind) {
    case 'weekly':
      return nominalWeekly(rule, options)
    case 'monthly':
      return nominalMonthly(rule, options, calendars, (index) => index - (rule.monthsLater ?? 0))
    case 'yearly':
      return nominalMonthly(rule, options, calendars, (index) =>
        rule.months.includes(splitMonth(index).month) ? index : undefined,
      )
    case 'quarterly':
      return nominalMonthly(rule, options, calendars, (index) => {
        const quarterStart = index - (rule.monthOfQuarter - 1)
        return (((quarterStart - (fiscalYearStart - 1)) % 3) + 3) % 3 === 0 ? quarterStart : undefined
      })
    case 'after-occasion':
    case 'month-after-occasion':
      return (options.occasions ?? []).flatMap((occasionOn) => {
        const nominalOn = nominalAfterOccasion(rule, occasionOn, calendars)
        return nominalOn === undefined ? [] : [{ nominalOn, period: occasionOn.slice(0, 7) }]
      })
  }
}

const longestUsualClosureDays = 5

/**
 * Whether a day after `to` and up to `nominalOn` is open. More than five days ahead it need not wait for holidays that are
 * not announced yet: a window to the end of the last announced year can be asked for the 10th or the 25th.
 */
const hasOpenDayAfter = (to: string, nominalOn: string, calendar: BusinessCalendar): boolean => {
  try {
    return nextBusinessDay(to, calendar) <= nominalOn
  } catch (error) {
    if (error instanceof UnknownLawError && daysBetween(to, nominalOn) > longestUsualClosureDays) return true
    throw error
  }
}

/** Moves a date off a day off, asking only for days that can matter to the window; undefined when it falls outside. */
const movedWithin = (nominalOn: string, rule: DueShift, options: DueDatesOptions, calendars: Calendars) => {
  const { from, to } = options
  const shift = rule.shift ?? 'none'
  if (nominalOn > to && shift === 'previous') {
    if (hasOpenDayAfter(to, nominalOn, calendars(rule.calendar))) return undefined
    const lastOpen = previousBusinessDay(addDays(to, 1), calendars(rule.calendar))
    return lastOpen >= from ? lastOpen : undefined
  }
  if (nominalOn > to) return undefined
  if (nominalOn < from && (shift !== 'next' || addDays(nominalOn, 366) < from)) return undefined
  const dueOn = shiftToBusinessDay(nominalOn, shift, calendars(rule.calendar))
  return dueOn >= from && dueOn <= to ? dueOn : undefined
}

function checkOptions(options: DueDatesOptions): void {
  record('options', options)
  day('from', options.from)
  day('to', options.to)
  if (options.fiscalYearStart !== undefined) wholeNumber('fiscalYearStart', options.fiscalYearStart, 1, 12)
  for (const [at, occasion] of entries('occasions', options.occasions ?? [], mostOccasions, 0).entries())
    day(`occasions[${at}]`, occasion)
}

const mostOccasions = 100_000

const everyBusinessDay = (options: DueDatesOptions, calendar: BusinessCalendar): DueOccurrence[] => {
  const found: DueOccurrence[] = []
  let day = shiftToBusinessDay(options.from, 'next', calendar)
  while (day <= options.to) {
    found.push({ dueOn: day, nominalOn: day, period: day.slice(0, 7) })
    if (day === options.to) break
    day = nextBusinessDay(day, calendar)
  }
  return found
}

/**
 * The due dates of a rule within a window, in order and without doubles, with the month each is about.
 * Throws UnknownLawError where the answer hangs on holidays not announced yet (unless `preview`), InvalidInputError naming the field.
 */
export function dueOccurrences(rule: DueRule, options: DueDatesOptions): DueOccurrence[] {
  checkedDueRule(rule)
  checkOptions(options)
  if (rule.kind === 'as-needed' || options.to < options.from) return []
  const calendars = calendarsOf(options)
  if (rule.kind === 'daily') return everyBusinessDay(options, calendars(rule.calendar))
  const found = new Map<string, DueOccurrence>()
  for (const { nominalOn, period } of nominals(rule, options, calendars)) {
    const dueOn = movedWithin(nominalOn, rule, options, calendars)
    if (dueOn !== undefined && !found.has(`${dueOn} ${period}`)) {
      found.set(`${dueOn} ${period}`, { dueOn, nominalOn, period })
    }
  }
  return [...found.values()].sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0))
}

/** The due dates of a rule within a window as plain dates, in order and without doubles; throws as dueOccurrences does. */
export function dueDates(rule: DueRule, options: DueDatesOptions): string[] {
  return [...new Set(dueOccurrences(rule, options).map((occurrence) => occurrence.dueOn))]
}

/** The due date of an after-occasion rule for one occasion, moved off days off; throws as dueOccurrences does. */
export function dueAfter(
  rule: AfterOccasionRule | MonthAfterOccasionRule,
  occasionOn: string,
  options: Pick<DueDatesOptions, 'calendar' | 'preview'> = {},
): string {
  checkedDueRule(rule)
  oneOf('rule.kind', rule.kind, ['after-occasion', 'month-after-occasion'])
  day('occasionOn', occasionOn)
  const calendars = calendarsOf(options)
  const nominalOn = nominalAfterOccasion(rule, occasionOn, calendars) ?? monthEnd(occasionOn)
  return shiftToBusinessDay(nominalOn, rule.shift ?? 'none', calendars(rule.calendar))
}
