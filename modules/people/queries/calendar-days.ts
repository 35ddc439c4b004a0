import { daysBetween, query, refuse, type Tx } from '@ennoshita/kernel/server'
import type { CompanyCalendarOptions, Weekday } from '@ennoshita/statutes'
import { people } from '../contract.ts'
import { calendarDaysOf } from '../rules/calendar.ts'

/** The company's weekly rest, closures and extra working days: what companyCalendar of the statutes library takes. */
export async function calendarOf(tx: Tx, companyId: string): Promise<CompanyCalendarOptions> {
  const found = await tx.row<{
    weeklyRest: Weekday[]
    closedOnHolidays: boolean
    extraClosed: string[]
    extraOpen: string[]
  }>`select weekly_rest as "weeklyRest", closed_on_holidays as "closedOnHolidays", extra_closed as "extraClosed", extra_open as "extraOpen"
    from people.calendar where company_id = ${companyId}`
  return found ?? {}
}

export const calendarDays = query(people.calendarDays, {
  may: 'people.see-directory',
  async run({ tx, actor }, { fromOn, untilOn }) {
    if (untilOn < fromOn || daysBetween(fromOn, untilOn) >= 400 || fromOn < '1970-01-01' || untilOn > '2050-12-31')
      refuse({
        kind: 'bad-input',
        code: 'people.calendar-range',
        what: {
          ja: 'カレンダーは、1970年から2050年までの400日以内でご指定ください。',
          en: 'Ask for at most 400 days between 1970 and 2050.',
        },
        field: 'untilOn',
        todo: { ja: '期間を短くしてください。', en: 'Ask for fewer days.' },
      })
    const [calendar, days] = await Promise.all([
      calendarOf(tx, actor.companyId),
      tx.rows<{
        on: string
        kind: 'closed' | 'open'
        reason: string
      }>`select day_on as on, kind, reason from people.calendar_day
        where company_id = ${actor.companyId} and day_on between ${fromOn} and ${untilOn}`,
    ])
    const rules = {
      weeklyRest: calendar.weeklyRest ?? [],
      closedOnHolidays: calendar.closedOnHolidays ?? true,
      days: new Map(days.map((day) => [day.on, day])),
    }
    return calendarDaysOf(rules, fromOn, untilOn)
  },
})
