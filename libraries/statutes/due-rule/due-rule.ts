import type { Shift } from '../calendar/business-days.ts'
import type { Weekday } from '../calendar/days.ts'

/** Whose days off move a due date: the company's own, banks' (銀行法施行令5条), public offices' (行政機関の休日に関する法律1条). */
export type DueCalendar = 'company' | 'bank' | 'public-office'

/** Day of a month: 1–31 (short months give their last day), the end, or the nth business day (1 = first, −1 = last). */
export type DayOfMonth = number | 'end' | { businessDay: number }

/** What happens when the day is not a business day; `shift` defaults to 'none', `calendar` to 'company'. */
export type DueShift = { shift?: Shift; calendar?: DueCalendar }

/** Every business day. */
export type DailyRule = { kind: 'daily'; calendar?: DueCalendar }

/** On weekdays; `everyWeeks` 2 (隔週) counts from the week (Monday first) of `startsOn`. */
export type WeeklyRule = {
  kind: 'weekly'
  weekdays: readonly Weekday[]
  everyWeeks?: number
  startsOn?: string
} & DueShift

/** Every month; `monthsLater` 1 = 翌月, 2 = 翌々月 after the month that the work is about. */
export type MonthlyRule = { kind: 'monthly'; day: DayOfMonth; monthsLater?: number } & DueShift

/** Every quarter of the fiscal year; `monthOfQuarter` 1–3, or 4 to 6 for the months after the quarter's end. */
export type QuarterlyRule = { kind: 'quarterly'; monthOfQuarter: number; day: DayOfMonth } & DueShift

/** In the named months (1–12) of every year. */
export type YearlyRule = { kind: 'yearly'; months: readonly number[]; day: DayOfMonth } & DueShift

/**
 * So many days or months after an occasion (before it when negative). `firstDay` 'excluded' (when absent) does not count the
 * day itself (初日不算入, 民法140条); 'included' counts it (同条但書). Months follow 民法143条.
 */
export type AfterOccasionRule = {
  kind: 'after-occasion'
  occasion?: string
  length: number
  unit: 'calendar-days' | 'business-days' | 'months'
  firstDay?: 'excluded' | 'included'
} & DueShift

/** On a day of the month `monthsLater` after the month of an occasion (入社の翌月10日). */
export type MonthAfterOccasionRule = {
  kind: 'month-after-occasion'
  occasion?: string
  monthsLater: number
  day: DayOfMonth
} & DueShift

/** 随時・都度: no date of its own. */
export type AsNeededRule = { kind: 'as-needed' }

/** When work is due, as plain JSON. */
export type DueRule =
  | DailyRule
  | WeeklyRule
  | MonthlyRule
  | QuarterlyRule
  | YearlyRule
  | AfterOccasionRule
  | MonthAfterOccasionRule
  | AsNeededRule
