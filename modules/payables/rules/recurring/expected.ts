import type { LocalDate } from '@ennoshita/kernel'
import { addMonths, dateOf, dateParts } from '@ennoshita/statutes'

export type Recurrence = {
  readonly everyMonths: number
  /** First days of months. */
  readonly startsMonth: LocalDate
  readonly endsMonth: LocalDate | null
  readonly arrivesMonthsLater: number
  /** 31 is the end of the month. */
  readonly arrivesDay: number
}

/** Whether an invoice is expected for that month of service (its first day). */
export function isExpectedFor({ everyMonths, startsMonth, endsMonth }: Recurrence, month: LocalDate): boolean {
  if (month < startsMonth || (endsMonth !== null && month > endsMonth)) return false
  const [one, other] = [dateParts(startsMonth), dateParts(month)]
  return ((other.year - one.year) * 12 + other.month - one.month) % everyMonths === 0
}

/** The day by which the invoice for a month of service usually arrives; the end of a month that lacks the day. */
export function arrivalOn({ arrivesMonthsLater, arrivesDay }: Recurrence, month: LocalDate): LocalDate {
  const { year, month: number } = dateParts(addMonths(month, arrivesMonthsLater))
  return dateOf(year, number, arrivesDay)
}

const monthsBack = 13

/** The months of service whose invoice should have arrived by that day, the last thirteen at most, the earliest first. */
export function expectedBy(recurrence: Recurrence, on: LocalDate): { month: LocalDate; expectedOn: LocalDate }[] {
  const thisMonth = `${on.slice(0, 7)}-01`
  return Array.from({ length: monthsBack + 1 }, (_, back) => addMonths(thisMonth, back - monthsBack))
    .filter((month) => isExpectedFor(recurrence, month))
    .map((month) => ({ month, expectedOn: arrivalOn(recurrence, month) }))
    .filter(({ expectedOn }) => expectedOn <= on)
}
