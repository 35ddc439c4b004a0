import type { Shift } from '../calendar/business-days.ts'
import type { Weekday } from '../calendar/days.ts'

/** Whose days off move a due date: the company's own, banks' (銀行法施行令5条), public offices' (行政機関の休日に関する法律1条). */
export type DueCalendar = 'company' | 'bank' | 'public-office'

/** Day of a month: 1–31 (short months give their last day), the end, or the nth business day (1 = first, −1 = last). */
export type DayOfMonth = number | 'end' | { businessDay: number }

/** What happens when the day is not a business day; `shift` defaults to 'none', `calendar` to 'company'. */
export type DueShift = { shift?: Shift; calendar?: DueCalendar }

/** When work is due, as plain JSON. Months are 1–12; quarters and half-years are counted from the start of the fiscal year. */
export type DueRule =
  | { kind: 'daily'; calendar?: DueCalendar }
  | ({ kind: 'weekly'; weekdays: readonly Weekday[]; everyWeeks?: number; startsOn?: string } & DueShift)
  /** `monthsLater`: 1 = 翌月, 2 = 翌々月 after the month that the work is about. */
  | ({ kind: 'monthly'; day: DayOfMonth; monthsLater?: number } & DueShift)
  /** `monthOfQuarter` 1–3, or 4 and more for the months after the quarter (四半期終了の翌月 = 4). */
  | ({ kind: 'quarterly'; monthOfQuarter: number; day: DayOfMonth } & DueShift)
  | ({ kind: 'yearly'; months: readonly number[]; day: DayOfMonth } & DueShift)
  /**
   * Days after (negative: before) an occasion. `firstDay` 'excluded' is 民法140条 (初日不算入), 'included' its proviso.
   */
  | ({
      kind: 'after-occasion'
      occasion?: string
      days: number
      count: 'calendar-days' | 'business-days'
      firstDay?: 'excluded' | 'included'
    } & DueShift)
  /** 随時・都度: no date of its own. */
  | { kind: 'as-needed' }
