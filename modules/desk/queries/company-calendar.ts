import type { Tx } from '@ennoshita/kernel/server'
import { type BusinessCalendar, companyCalendar, type Weekday } from '@ennoshita/statutes'

/** The company's own calendar; holidays that are not announced yet are guessed, for counting days and never for law. */
export async function calendarOf(tx: Tx, companyId: string): Promise<BusinessCalendar> {
  const found = await tx.row<{
    weeklyRest: Weekday[]
    closedOnHolidays: boolean
    extraClosed: string[]
    extraOpen: string[]
  }>`select weekly_rest as "weeklyRest", closed_on_holidays as "closedOnHolidays", extra_closed as "extraClosed", extra_open as "extraOpen"
    from people.calendar where company_id = ${companyId}`
  return companyCalendar({ ...found, preview: true })
}
