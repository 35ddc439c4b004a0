import { describe, expect, test } from 'vitest'
import { addDays } from '../../calendar/days.ts'
import { UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { type MinimumWageCheckInput, minimumWageCheck } from './minimum-wage-check.ts'

type Case = { prefecture: string; r6: number; r7: number; from7: string; r8: number; from8: string }
const cases = casesOf<Case>(import.meta.url)

const tokyo = (more: Partial<MinimumWageCheckInput> = {}): MinimumWageCheckInput => ({
  prefecture: '13',
  workedOn: '2026-10-01',
  pay: [{ per: 'month', amount: 220_000 }],
  scheduled: { yearlyMinutes: 2064 * 60 },
  ...more,
})

describe('地域別最低賃金', () => {
  test('all 47 prefectures are there', () => {
    expect(cases).toHaveLength(47)
  })

  test.each(cases)(
    '$prefecture: the day before and the day of each change',
    ({ prefecture, r6, r7, from7, r8, from8 }) => {
      const on = (workedOn: string) => minimumWageCheck({ prefecture, workedOn, pay: [{ per: 'hour', amount: r7 }] })
      expect([on(addDays(from7, -1)).minimum, on(from7).minimum]).toEqual([r6, r7])
      expect([on(addDays(from8, -1)).minimum, on(from8).minimum]).toEqual([r7, r8])
      expect([on(addDays(from8, -1)).isLawful, on(from8).isLawful]).toEqual([true, false])
    },
  )

  test('on 2026-11-20 Iwate, Kumamoto and Okinawa still have the amount of R7', () => {
    const still = cases.filter(({ prefecture, r7 }) => {
      const pay = [{ per: 'hour' as const, amount: 1000 }]
      return minimumWageCheck({ prefecture, workedOn: '2026-11-20', pay }).minimum === r7
    })
    expect(still.map(({ prefecture }) => prefecture)).toEqual(['03', '43', '47'])
  })

  test('Tokyo, 220,000 yen for 172 hours a month: lawful in September, 160 yen short in October', () => {
    expect(minimumWageCheck(tokyo({ workedOn: '2026-09-30' }))).toMatchObject({
      isLawful: true,
      minimum: 1226,
      hourlySen: 127_906,
      shortfallSenPerHour: 0,
    })
    expect(minimumWageCheck(tokyo())).toMatchObject({
      isLawful: false,
      minimum: 1280,
      shortfallSenPerHour: 94,
      month: { required: 220_160, shortfall: 160 },
    })
    expect(minimumWageCheck(tokyo({ pay: [{ per: 'month', amount: 220_160 }] })).isLawful).toBe(true)
  })

  test('what does not count is left out; a housing allowance counts', () => {
    const pay: MinimumWageCheckInput['pay'] = [
      { name: '基本給', per: 'month', amount: 210_000 },
      { name: '住宅手当', per: 'month', amount: 10_000 },
      { name: '通勤手当', per: 'month', amount: 15_000, excludedAs: 'commuting' },
      { name: '家族手当', per: 'month', amount: 20_000, excludedAs: 'family' },
      { name: '精勤手当', per: 'month', amount: 5000, excludedAs: 'perfect-attendance' },
      { name: '残業代', per: 'month', amount: 30_000, excludedAs: 'overtime' },
    ]
    expect(minimumWageCheck(tokyo({ pay })).hourlySen).toBe(127_906)
  })

  test('pay by the day and by the hour together', () => {
    const pay: MinimumWageCheckInput['pay'] = [
      { per: 'day', amount: 10_000, dailyMinutes: 480 },
      { per: 'hour', amount: 30 },
      { name: '通勤手当', per: 'month', amount: 8000, excludedAs: 'commuting' },
    ]
    expect(minimumWageCheck({ prefecture: '13', workedOn: '2026-10-01', pay })).toMatchObject({
      isLawful: true,
      hourlySen: 128_000,
    })
  })

  test('before R6 and after the next autumn it refuses', () => {
    const pay = [{ per: 'hour' as const, amount: 1300 }]
    expect(() => minimumWageCheck({ prefecture: '13', workedOn: '2024-10-31', pay })).toThrow(UnknownLawError)
    expect(() => minimumWageCheck({ prefecture: '13', workedOn: '2027-10-01', pay })).toThrow(UnknownLawError)
  })
})

test.each<[string, object]>([
  ['prefecture', { prefecture: '48' }],
  ['prefecture', { prefecture: '東京都' }],
  ['workedOn', { workedOn: '2026-02-31' }],
  ['pay[0].amount', { pay: [{ per: 'month', amount: -1 }] }],
  ['pay[0].excludedAs', { pay: [{ per: 'month', amount: 1, excludedAs: 'housing' }] }],
  ['scheduled', { scheduled: undefined }],
])('refused by its field: %s in %j', (field, wrong) => {
  expect(() => minimumWageCheck(tokyo(wrong))).toThrow(expect.objectContaining({ field }))
})
