import {
  type BusinessCalendar,
  bankCalendar,
  isBusinessDay,
  publicOfficeCalendar,
  shiftToBusinessDay,
} from '../calendar/business-days.ts'
import { addDays } from '../calendar/days.ts'
import type { Preview } from '../core/statute.ts'
import type { DutyTerms } from './terms.ts'

/**
 * The day to which days off move a legal day, if it lies in the year. Asks only for the holidays of that year: a day at the
 * end of December that moves into January belongs to the next year, whatever its holidays will be.
 */
export function movedInto(
  year: number,
  legalDueOn: string,
  { moves, calendar }: DutyTerms,
  options: Preview,
): string | undefined {
  const days: BusinessCalendar = calendar === 'bank' ? bankCalendar(options) : publicOfficeCalendar(options)
  const lastDay = `${year}-12-31`
  if (moves === 'next') {
    let on = legalDueOn
    while (on <= lastDay && !isBusinessDay(on, days)) on = addDays(on, 1)
    return on.startsWith(`${year}-`) ? on : undefined
  }
  const on = moves === 'none' ? legalDueOn : shiftToBusinessDay(legalDueOn, moves, days)
  return on.startsWith(`${year}-`) ? on : undefined
}
