import { describe, expect, test } from 'vitest'
import { classifyWork, labourStatutes, overtimeLimits, paidLeaveBalance, paidLeaveGrants, premiumPay } from './index.ts'

describe('the tables of labour law', () => {
  test('every table has versions in order, a source with article and address, and a name of its own', () => {
    for (const { name, versions, checkedThrough } of labourStatutes) {
      expect(versions.length, name).toBeGreaterThan(0)
      expect(
        versions.map(({ from }) => from),
        name,
      ).toEqual(versions.map(({ from }) => from).toSorted())
      for (const { from, source } of versions) {
        expect(source.article, name).not.toBe('')
        expect(source.url, name).toMatch(/^https:\/\//)
        expect(source.trust, name).toMatch(/^[VS]$/)
        expect(from <= checkedThrough, name).toBe(true)
      }
    }
    expect(new Set(labourStatutes.map(({ name }) => name)).size).toBe(labourStatutes.length)
  })
})

test('a month of a worker: punches become classes, classes become pay, the month is held against the limits', () => {
  const days = Array.from({ length: 30 }, (_, index) => {
    const date = `2026-06-${String(index + 1).padStart(2, '0')}`
    const isSunday = index % 7 === 6
    const isSaturday = index % 7 === 5
    return {
      date,
      kind: isSunday ? ('legal-rest-day' as const) : isSaturday ? ('company-rest-day' as const) : ('workday' as const),
      punches: isSunday || isSaturday ? [] : [{ in: '09:00', out: '20:00' }],
      ...(isSunday || isSaturday ? {} : { breakMinutes: 60 }),
    }
  })
  const { totals } = classifyWork({ rule: { kind: 'fixed' }, period: { from: '2026-06-01', to: '2026-06-30' }, days })
  expect(totals).toMatchObject({ workedMinutes: 22 * 600, scheduledMinutes: 22 * 480, overtimeMinutes: 22 * 120 })

  const pay = premiumPay({
    workedOn: '2026-06-30',
    pay: [{ name: '基本給', per: 'month', amount: 300_000 }],
    scheduled: { daysOfYear: 365, restDays: 120, dailyMinutes: 480 },
    minutes: totals,
  })
  // 1,837 × 1.25 × 44 hours
  expect(pay.total).toBe(101_035)

  const { overtimeMinutes, legalHolidayMinutes } = totals
  const limits = overtimeLimits({
    months: [{ month: '2026-06', overtimeMinutes, legalHolidayMinutes }],
    agreementFrom: '2026-06',
  })
  expect(limits).toMatchObject({ broken: [], remainingMinutes: 60, tightest: { limit: 'month' } })
})

test('the grants of a worker go into the balance as they are', () => {
  const grants = paidLeaveGrants({ hiredOn: '2026-04-01', weeklyDays: 5, weeklyHours: 40, until: '2027-12-31' })
  const { balance } = paidLeaveBalance({ grants, uses: [{ on: '2027-01-04', days: 1 }], on: '2027-12-31' })
  expect(balance).toEqual({ days: 20, minutes: 0 })
})
