import type { LocalDate } from '@ennoshita/kernel'
import { addDays, weekdayOf } from '@ennoshita/kernel'

/** Monday to Sunday of the week after a day. */
export function weekAfter(day: LocalDate): { from: LocalDate; until: LocalDate } {
  const sinceMonday = (weekdayOf(day) + 6) % 7
  const from = addDays(day, 7 - sinceMonday)
  return { from, until: addDays(from, 6) }
}
