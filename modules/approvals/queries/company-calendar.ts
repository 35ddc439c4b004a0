import type { Tx } from '@ennoshita/kernel/server'
import { calendarOf } from '@ennoshita/people/server'
import { type BusinessCalendar, companyCalendar } from '@ennoshita/statutes'

/** The company's days off, for counting days of waiting; holidays that are not announced yet are guessed. */
export async function readCalendar(tx: Tx, companyId: string): Promise<BusinessCalendar> {
  return companyCalendar({ ...(await calendarOf(tx, companyId)), preview: true })
}
