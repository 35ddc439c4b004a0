import type { LocalDate, Tx } from '@ennoshita/kernel/server'
import { type BusinessCalendar, companyCalendar, type Weekday } from '@ennoshita/statutes'

/** The company's days off and fiscal year, as the module people keeps them; holidays not announced yet are guessed. */
export async function readCalendar(
  tx: Tx,
  companyId: string,
): Promise<{ calendar: BusinessCalendar; fiscalYearStart: number }> {
  const row = await tx.row<{
    weeklyRest: Weekday[]
    closedOnHolidays: boolean
    extraClosed: LocalDate[]
    extraOpen: LocalDate[]
    fiscalYearStart: number
  }>`select d.weekly_rest as "weeklyRest", d.closed_on_holidays as "closedOnHolidays", d.extra_closed as "extraClosed",
      d.extra_open as "extraOpen", c.fiscal_year_month as "fiscalYearStart"
    from people.calendar d join people.company c on c.company_id = d.company_id where d.company_id = ${companyId}`
  if (!row) throw new Error('The company has no calendar.')
  const { fiscalYearStart, ...options } = row
  return { calendar: companyCalendar({ ...options, preview: true }), fiscalYearStart }
}
