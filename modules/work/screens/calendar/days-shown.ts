import { addDays, weekdayOf } from '@ennoshita/kernel'
import { addMonths, monthEnd } from '@ennoshita/statutes'

export type CalendarView = 'month' | 'week'

/** The days that a month or week shows, in whole weeks; `firstWeekday` is 0 for Sunday, 1 for Monday. */
export function daysShown(view: CalendarView, around: string, firstWeekday: 0 | 1): readonly string[] {
  const first = view === 'month' ? `${around.slice(0, 7)}-01` : around
  const from = addDays(first, -((weekdayOf(first) - firstWeekday + 7) % 7))
  const last = view === 'month' ? monthEnd(around) : from
  const days: string[] = []
  for (let on = from; on <= last || days.length % 7 !== 0; on = addDays(on, 1)) days.push(on)
  return days
}

/** The same day of the month or week before (-1) or after (1). */
export function around(view: CalendarView, on: string, by: 1 | -1): string {
  return view === 'week' ? addDays(on, by * 7) : addMonths(`${on.slice(0, 7)}-01`, by)
}
