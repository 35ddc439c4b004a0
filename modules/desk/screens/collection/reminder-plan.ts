import { type BusinessCalendar, daysBetween } from '@ennoshita/statutes'

/** A calendar of the days that the company's own calendar answered; days outside of them count as open. */
export function calendarOfDays(days: readonly { readonly on: string; readonly open: boolean }[]): BusinessCalendar {
  const closed = new Set(days.filter((day) => !day.open).map((day) => daysBetween('1970-01-01', day.on)))
  return { name: '会社', isClosed: (day) => closed.has(day) }
}

/** The reminder days after one of them was chosen anew (null takes it away): in order, each once. */
export function withReminderDay(days: readonly number[], place: number, day: number | null): number[] {
  const others = days.filter((_, index) => index !== place)
  return [...new Set(day === null ? others : [...others, day])].toSorted((a, b) => a - b)
}
