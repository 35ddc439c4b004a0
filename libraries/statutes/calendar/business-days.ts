import type { Weekday } from './days.ts'

export type Shift = 'previous' | 'next' | 'none'
export type BusinessCalendar = { readonly name: string; readonly isClosed: (day: number) => boolean }
export type CompanyCalendarOptions = {
  weeklyRest?: readonly Weekday[]
  closedOnHolidays?: boolean
  extraClosed?: readonly string[]
  extraOpen?: readonly string[]
  preview?: boolean
}

export function companyCalendar(_options: CompanyCalendarOptions = {}): BusinessCalendar {
  throw new Error('not written yet')
}
export function bankCalendar(_options: { preview?: boolean } = {}): BusinessCalendar {
  throw new Error('not written yet')
}
export function publicOfficeCalendar(_options: { preview?: boolean } = {}): BusinessCalendar {
  throw new Error('not written yet')
}
export function isBusinessDay(_date: string, _calendar: BusinessCalendar): boolean {
  throw new Error('not written yet')
}
/** The first business day strictly after a date. */
export function nextBusinessDay(_date: string, _calendar: BusinessCalendar): string {
  throw new Error('not written yet')
}
/** The last business day strictly before a date. */
export function previousBusinessDay(_date: string, _calendar: BusinessCalendar): string {
  throw new Error('not written yet')
}
/** The date itself when it is a business day (or the shift is 'none'), else the nearest one in the direction of the shift. */
export function shiftToBusinessDay(_date: string, _shift: Shift, _calendar: BusinessCalendar): string {
  throw new Error('not written yet')
}
export function addBusinessDays(_date: string, _days: number, _calendar: BusinessCalendar): string {
  throw new Error('not written yet')
}
/** Business days after `from` up to and including `to`; negative when `to` is earlier. */
export function businessDaysBetween(_from: string, _to: string, _calendar: BusinessCalendar): number {
  throw new Error('not written yet')
}
