import { dateInTokyo, systemClock } from '@ennoshita/kernel/server'
import { lawReport } from '@ennoshita/statutes'
import type { Act } from './act.ts'

/** Prints which statutes end within 90 days of today, or of another date and within another number of days. */
export const law: Act = async ([on = dateInTokyo(systemClock.now()), days = '90'], _, tell) => {
  for (const line of lawReport(on, Number(days))) tell(line)
  return 0
}
