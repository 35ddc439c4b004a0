import { addDays, type LocalDate } from '@ennoshita/kernel'
import {
  addBusinessDays,
  addMonths,
  type BusinessCalendar,
  businessDaysBetween,
  companyCalendar,
  isBusinessDay,
  nextBusinessDay,
  previousBusinessDay,
} from '@ennoshita/statutes'
import type { SampleData } from './read-data.ts'

/** The company's days: which it works on, and where its peaks lie. */
export type WorkingDays = {
  readonly calendar: BusinessCalendar
  readonly closings: readonly { on: LocalDate; untilOn: LocalDate; reason: string }[]
  isOpen(on: LocalDate): boolean
  /** So many working days later; earlier when negative. */
  after(on: LocalDate, days: number): LocalDate
  /** The day itself, or the next working day. */
  onOrAfter(on: LocalDate): LocalDate
  onOrBefore(on: LocalDate): LocalDate
  /** Working days from one date to another, as the desk counts them. */
  between(from: LocalDate, to: LocalDate): number
  /** The last two working days of the month and the 25th (or the working day before): 月末・25日. */
  isPeak(on: LocalDate): boolean
  /** The first three working days of the month and its last two, when accounting stays late. */
  isClosing(on: LocalDate): boolean
  /** Every day between two dates, both included. */
  all(from: LocalDate, to: LocalDate): LocalDate[]
}

export function workingDays(company: SampleData['company'], startOn: LocalDate, endOn: LocalDate): WorkingDays {
  const [first, last] = [Number(startOn.slice(0, 4)), Number(endOn.slice(0, 4)) + 1]
  const closings = Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((year) =>
    company.closings.map(({ from, until, reason }) => ({ on: `${year}-${from}`, untilOn: `${year}-${until}`, reason })),
  )
  const all = (from: LocalDate, to: LocalDate) => {
    const days: LocalDate[] = []
    for (let on = from; on <= to; on = addDays(on, 1)) days.push(on)
    return days
  }
  const calendar = companyCalendar({
    extraClosed: closings.flatMap(({ on, untilOn }) => all(on, untilOn)),
    preview: true,
  })
  const after = (on: LocalDate, days: number) => (days === 0 ? on : addBusinessDays(on, days, calendar))
  const month = (on: LocalDate) => on.slice(0, 7)
  const isAmongLast = (on: LocalDate) => month(after(on, 2)) !== month(on)
  const onOrBefore = (on: LocalDate) => (isBusinessDay(on, calendar) ? on : previousBusinessDay(on, calendar))
  return {
    calendar,
    closings,
    isOpen: (on) => isBusinessDay(on, calendar),
    after,
    onOrAfter: (on) => (isBusinessDay(on, calendar) ? on : nextBusinessDay(on, calendar)),
    onOrBefore,
    between: (from, to) => businessDaysBetween(from, to, calendar),
    isPeak: (on) => isBusinessDay(on, calendar) && (isAmongLast(on) || onOrBefore(`${month(on)}-25`) === on),
    isClosing: (on) => isAmongLast(on) || month(after(on, -3)) !== month(on),
    all,
  }
}

/** The first of the lived days: so many months before the last one, plus a day. */
export function firstDay(endOn: LocalDate, months: number): LocalDate {
  return addDays(addMonths(endOn, -months), 1)
}
