import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { UnknownLawError } from '../core/statute.ts'
import {
  addBusinessDays,
  bankCalendar,
  businessDaysBetween,
  companyCalendar,
  isBusinessDay,
  nextBusinessDay,
  previousBusinessDay,
  publicOfficeCalendar,
  shiftToBusinessDay,
} from './business-days.ts'
import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  InvalidDateError,
  isDate,
  monthEnd,
  weekdayOf,
} from './days.ts'
import { holidayName, holidaysOfYear, isHoliday, nationalHoliday } from './holidays.ts'

type Cases = {
  holidays: Record<string, string>
  open: { on: string; company: boolean; bank: boolean; office: boolean }[]
}
const cases: Cases = parse(readFileSync(new URL('./cases.yaml', import.meta.url), 'utf8'))

describe('days without a clock', () => {
  test('known days', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('2000-03-01')).toBe(11017)
    expect(weekdayOf('2026-11-20')).toBe('fri')
    expect(weekdayOf('1969-12-31')).toBe('wed')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30')
    expect(monthEnd('2028-02-03')).toBe('2028-02-29')
  })
  test('31 February and other inventions are refused by name', () => {
    expect(isDate('2026-02-30')).toBe(false)
    expect(isDate('2100-02-29')).toBe(false)
    expect(isDate('2026-2-3')).toBe(false)
    expect(() => addDays('2026-02-30', 1)).toThrow(InvalidDateError)
    expect(() => weekdayOf('きょう')).toThrow('「きょう」は暦にない日付です')
  })
  test('every day number comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => dayNumber(dateOfDayNumber(day)) === day),
    )
  })
})

describe('national holidays', () => {
  test.each(Object.entries(cases.holidays))('of %s as announced', (year, listed) => {
    const found = holidaysOfYear(Number(year)).map((holiday) => `${holiday.date} ${holiday.name}`)
    expect(found.join(', ')).toBe(listed)
  })
  test('a citizens’ holiday between two holidays, a substitute after a Sunday', () => {
    expect(holidayName('2026-09-22')).toBe('国民の休日')
    expect(holidayName('2026-05-06')).toBe('振替休日')
    expect(holidayName('2026-11-03', { language: 'en' })).toBe('National Culture Day')
    expect(isHoliday('2026-11-20')).toBe(false)
  })
  test('what is not announced is refused, and guessed only when asked', () => {
    expect(() => isHoliday('2028-01-01')).toThrow(UnknownLawError)
    expect(() => isHoliday('1969-12-31')).toThrow(UnknownLawError)
    expect(nationalHoliday('2028-01-01', { preview: true })).toMatchObject({ name: '元日', guess: true })
    expect(nationalHoliday('2026-01-01')).toMatchObject({ guess: false, because: [{ source: { trust: 'S' } }] })
  })
})

describe('business days', () => {
  const company = companyCalendar()
  test.each(cases.open)('$on', ({ on, company: companyOpen, bank, office }) => {
    expect(isBusinessDay(on, company)).toBe(companyOpen)
    expect(isBusinessDay(on, bankCalendar())).toBe(bank)
    expect(isBusinessDay(on, publicOfficeCalendar())).toBe(office)
  })
  test('over the silver week of 2026', () => {
    expect(nextBusinessDay('2026-09-18', company)).toBe('2026-09-24')
    expect(previousBusinessDay('2026-09-24', company)).toBe('2026-09-18')
    expect(addBusinessDays('2026-09-17', 3, company)).toBe('2026-09-25')
    expect(addBusinessDays('2026-09-25', -3, company)).toBe('2026-09-17')
    expect(businessDaysBetween('2026-09-17', '2026-09-25', company)).toBe(3)
    expect(businessDaysBetween('2026-09-25', '2026-09-17', company)).toBe(-3)
    expect(businessDaysBetween('2026-09-20', '2026-09-19', company)).toBe(0)
  })
  test('a payday on Sunday 2026-10-25 moves as told', () => {
    expect(shiftToBusinessDay('2026-10-25', 'previous', bankCalendar())).toBe('2026-10-23')
    expect(shiftToBusinessDay('2026-10-25', 'next', bankCalendar())).toBe('2026-10-26')
    expect(shiftToBusinessDay('2026-10-25', 'none', bankCalendar())).toBe('2026-10-25')
  })
  test('a shop that rests on Wednesdays, works on holidays, and closes for Obon', () => {
    const shop = companyCalendar({
      weeklyRest: ['wed'],
      closedOnHolidays: false,
      extraClosed: ['2026-08-13', '2026-08-14'],
      extraOpen: ['2026-08-12'],
    })
    expect(isBusinessDay('2026-08-11', shop)).toBe(true)
    expect(isBusinessDay('2026-08-12', shop)).toBe(true)
    expect(nextBusinessDay('2026-08-12', shop)).toBe('2026-08-15')
    expect(isBusinessDay('2060-01-01', shop)).toBe(true)
  })
  test('beyond the announced holidays only a preview answers', () => {
    expect(() => isBusinessDay('2028-01-04', company)).toThrow(UnknownLawError)
    expect(isBusinessDay('2028-01-04', companyCalendar({ preview: true }))).toBe(true)
  })
  test('a company that never works is told so instead of searching for ever', () => {
    const never = companyCalendar({ weeklyRest: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] })
    expect(() => nextBusinessDay('2026-11-20', never)).toThrow('営業日がありません')
  })
  test('going n business days and counting them agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18_000, max: 20_500 }), fc.integer({ min: 1, max: 60 }), (day, count) => {
        const from = dateOfDayNumber(day)
        return businessDaysBetween(from, addBusinessDays(from, count, company), company) === count
      }),
      { numRuns: 200 },
    )
  })
})
