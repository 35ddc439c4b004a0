import type { LocalDate } from '@ennoshita/kernel'
import { addDays, daysInMonth } from '@ennoshita/kernel'

/** The first day of the month. */
export function monthOf(day: LocalDate): LocalDate {
  return `${day.slice(0, 7)}-01`
}

/** The last day of the month. */
export function monthEnd(day: LocalDate): LocalDate {
  return addDays(monthOf(day), daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7))) - 1)
}

/** The first day of the month so many months later (before, when below zero). */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`
}

/** The months to choose from, the newest first: one ahead of today and so many back. */
export function recentMonths(today: LocalDate, back: number): readonly LocalDate[] {
  return Array.from({ length: back + 2 }, (_, at) => addMonths(today, 1 - at))
}
