import { addDays, type LocalDate } from '@ennoshita/kernel'

/** The first day of the company's fiscal year, as its profile tells it. */
export type FiscalStart = { readonly month: number; readonly day: number }
/** 事業年度: both days belong to it. */
export type FiscalYear = { readonly startsOn: LocalDate; readonly endsOn: LocalDate }

const two = (value: number): string => String(value).padStart(2, '0')
const four = (value: number): string => String(value).padStart(4, '0')

/** The fiscal year in which a day falls. */
export function fiscalYearOf(on: LocalDate, { month, day }: FiscalStart): FiscalYear {
  const year = Number(on.slice(0, 4))
  const start = (given: number): LocalDate => `${four(given)}-${two(month)}-${two(day)}`
  const from = on >= start(year) ? year : year - 1
  return { startsOn: start(from), endsOn: addDays(start(from + 1), -1) }
}

/** The series in which a journal of that day is numbered: one a fiscal year. */
export function seriesOf(on: LocalDate, start: FiscalStart): string {
  return `ledger.journal ${fiscalYearOf(on, start).startsOn.slice(0, 7)}`
}

/** The first day of the month of a day. */
export function monthOf(on: LocalDate): LocalDate {
  return `${on.slice(0, 7)}-01`
}
