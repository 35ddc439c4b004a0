import { addBusinessDays, type BusinessCalendar, isBusinessDay, shiftToBusinessDay } from '@ennoshita/statutes'

/**
 * The dates on which reminders go out: business days before (negative) or after the due date, 0 the due date itself.
 * A due date on a day off counts from the business day before it.
 */
export function reminderDates(dueOn: string, days: readonly number[], calendar: BusinessCalendar): string[] {
  const from = shiftToBusinessDay(dueOn, 'previous', calendar)
  return days.map((each) => addBusinessDays(from, each, calendar))
}

/**
 * The number of the reminder that a person who has not answered should have by today; undefined when none is due.
 * Nothing goes out on a day off. Where days were missed, only the newest goes out: never two for one person in a row
 * of catching up. Numbers never pass the count of days, so that the reminders stop.
 */
export function reminderDue(
  dueOn: string,
  days: readonly number[],
  today: string,
  calendar: BusinessCalendar,
): number | undefined {
  if (!isBusinessDay(today, calendar)) return undefined
  const passed = reminderDates(dueOn, days, calendar).filter((date) => date <= today).length
  return passed > 0 ? passed : undefined
}
