import { addDays, type LocalDate } from '@ennoshita/kernel'
import {
  bankCalendar,
  holidaysCheckedThrough,
  isBusinessDay,
  nationalHoliday,
  type Weekday,
  weekdayOf,
} from '@ennoshita/statutes'

export type CalendarRules = {
  readonly weeklyRest: readonly Weekday[]
  readonly closedOnHolidays: boolean
  readonly days: ReadonlyMap<LocalDate, { kind: 'closed' | 'open'; reason: string }>
}

export type CalendarDay = {
  on: LocalDate
  open: boolean
  bankOpen: boolean
  because: 'usual' | 'weekly-rest' | 'holiday' | 'closed' | 'open'
  name: string
  guess: boolean
}

/**
 * What each day of the stretch is in the company and at the banks, and why. Years whose holidays are not announced yet are
 * computed and marked as guesses; throws UnknownLawError outside 1970–2050.
 */
export function calendarDaysOf(rules: CalendarRules, fromOn: LocalDate, untilOn: LocalDate): CalendarDay[] {
  const bank = bankCalendar({ preview: true })
  const days: CalendarDay[] = []
  for (let on = fromOn; on <= untilOn; on = addDays(on, 1)) {
    const holiday = nationalHoliday(on, { preview: true })
    const set = rules.days.get(on)
    const because = set
      ? set.kind
      : holiday && rules.closedOnHolidays
        ? 'holiday'
        : rules.weeklyRest.includes(weekdayOf(on))
          ? 'weekly-rest'
          : 'usual'
    days.push({
      on,
      open: because === 'usual' || because === 'open',
      bankOpen: isBusinessDay(on, bank),
      because,
      name: set?.reason ?? holiday?.name ?? '',
      guess: on > holidaysCheckedThrough,
    })
  }
  return days
}
