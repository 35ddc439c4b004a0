import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { casesOf } from '../../core/testing.ts'
import { type PremiumMinutes, type PremiumPayInput, premiumPay } from './premium-pay.ts'

type Case = {
  name: string
  monthly: number
  restDays: number
  exact: number
  rounded: number
  minutes: PremiumMinutes
  total: number
  source: string
}

const month = (more: Partial<PremiumPayInput> = {}): PremiumPayInput => ({
  workedOn: '2026-05-31',
  pay: [{ per: 'month', amount: 300_000 }],
  scheduled: { daysOfYear: 365, restDays: 125, dailyMinutes: 480 },
  minutes: {},
  ...more,
})

describe('割増賃金', () => {
  test.each(casesOf<Case>(import.meta.url))('$name', ({ monthly, restDays, exact, rounded, minutes, total }) => {
    const input = month({
      pay: [{ per: 'month', amount: monthly }],
      scheduled: { daysOfYear: 365, restDays, dailyMinutes: 480 },
      minutes,
    })
    expect(premiumPay(input)).toMatchObject({ hourlySen: rounded * 100, total })
    expect(premiumPay({ ...input, rounding: { hourlyWage: 'exact' } }).hourlySen).toBe(Math.round(exact * 100))
  })

  test('the lines say what was paid for', () => {
    const { lines } = premiumPay(month({ minutes: { overtimeMinutes: 4800, over60Minutes: 1200, nightMinutes: 60 } }))
    expect(lines).toEqual([
      { kind: 'overtime', minutes: 3600, premiumPercent: 25, amount: 140_625 },
      { kind: 'over-60', minutes: 1200, premiumPercent: 50, amount: 56_250 },
      { kind: 'night', minutes: 60, premiumPercent: 25, amount: 469 },
    ])
  })

  test('seven kinds of pay stay out of the base by what they are; paid to everyone alike they stay in', () => {
    const { hourlySen, items } = premiumPay(
      month({
        pay: [
          { name: '基本給', per: 'month', amount: 300_000 },
          { name: '職務手当', per: 'month', amount: 20_000 },
          { name: '家族手当', per: 'month', amount: 15_000, excludedAs: 'family' },
          { name: '通勤手当', per: 'month', amount: 10_000, excludedAs: 'commuting' },
          { name: '住宅手当（一律）', per: 'month', amount: 16_000, excludedAs: 'housing', isFlat: true },
          { name: '賞与', per: 'month', amount: 600_000, excludedAs: 'over-one-month', isFlat: true },
        ],
      }),
    )
    expect(items.map(({ isInBase }) => isInBase)).toEqual([true, true, false, false, true, false])
    expect(hourlySen).toBe(210_000)
  })

  test('pay by the hour and the day, and piecework whose 100 % is paid already', () => {
    const minutes = { overtimeMinutes: 600 }
    const per = (pay: PremiumPayInput['pay']) => premiumPay({ workedOn: '2026-05-31', pay, minutes }).total
    expect(per([{ per: 'hour', amount: 1200 }])).toBe(15_000)
    expect(per([{ per: 'day', amount: 12_000, dailyMinutes: 450 }])).toBe(20_000)
    expect(per([{ per: 'week', amount: 60_000, weeklyMinutes: 2400 }])).toBe(18_750)
    expect(per([{ per: 'piece', amount: 220_000, workedMinutes: 13_200 }])).toBe(2500)
  })

  test('only the roundings of the circular: by the hour from 30 minutes of the month, never down', () => {
    const pay = (overtimeMinutes: number) =>
      premiumPay(month({ minutes: { overtimeMinutes }, rounding: { hours: 'nearest-hour' } })).total
    expect(pay(629)).toBe(pay(600))
    expect(pay(630)).toBe(pay(660))
    for (const rounding of [{ hourlyWage: 'floor' }, { monthlyTotal: 'floor' }, { hours: 'quarter-hour-down' }]) {
      expect(() => premiumPay(month({ rounding: rounding as never }))).toThrow('昭和63年3月14日基発150号')
    }
  })

  test('1,837 × 1.25 = 2,296.25: rounded per hour it is 2,296', () => {
    const scheduled = { daysOfYear: 365, restDays: 120, dailyMinutes: 480 }
    const rounding = { hourlyPremium: 'half-up' as const }
    expect(premiumPay(month({ scheduled, rounding, minutes: { overtimeMinutes: 1200 } })).total).toBe(45_920)
  })

  test('small and medium companies pay 50 % over 60 hours from 2023-04-01', () => {
    const over60 = (workedOn: string) =>
      premiumPay(month({ workedOn, isSmallOrMedium: true, minutes: { overtimeMinutes: 60, over60Minutes: 60 } }))
    expect(over60('2023-03-31').lines[0]?.premiumPercent).toBe(25)
    expect(over60('2023-04-01').lines[0]?.premiumPercent).toBe(50)
  })

  test('a company may pay more than the law, not less', () => {
    const minutes = { overtimeMinutes: 60 }
    expect(premiumPay(month({ minutes, rates: { overtimePercent: 30 } })).total).toBe(2438)
    expect(() => premiumPay(month({ minutes, rates: { overtimePercent: 24 } }))).toThrow(
      expect.objectContaining({ field: 'rates.overtimePercent' }),
    )
  })

  test('more minutes never pay less, for any pay and any allowed rounding', () => {
    const words = ['exact', 'half-up', 'ceil'] as const
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 600 }),
        fc.constantFrom(...words),
        fc.constantFrom(...words),
        (amount, overtimeMinutes, more, hourlyWage, hourlyPremium) => {
          const pay = (minutes: number) =>
            premiumPay(
              month({
                pay: [{ per: 'month', amount }],
                minutes: { overtimeMinutes: minutes },
                rounding: { hourlyWage, hourlyPremium },
              }),
            ).total
          expect(pay(overtimeMinutes + more)).toBeGreaterThanOrEqual(pay(overtimeMinutes))
        },
      ),
    )
  })
})

test.each<[string, object]>([
  ['workedOn', { workedOn: '2026-02-31' }],
  ['pay[0].amount', { pay: [{ per: 'month', amount: -1 }] }],
  ['pay[0].per', { pay: [{ per: 'year', amount: 1 }] }],
  ['pay[0].excludedAs', { pay: [{ per: 'month', amount: 1, excludedAs: 'position' }] }],
  ['pay[0].dailyMinutes', { pay: [{ per: 'day', amount: 1 }] }],
  ['scheduled', { scheduled: undefined }],
  ['scheduled.restDays', { scheduled: { daysOfYear: 365, restDays: 365, dailyMinutes: 480 } }],
  ['scheduled.yearlyMinutes', { scheduled: { yearlyMinutes: 0 } }],
  ['minutes.overtimeMinutes', { minutes: { overtimeMinutes: -1 } }],
  ['minutes.over60Minutes', { minutes: { overtimeMinutes: 60, over60Minutes: 61 } }],
  ['minutes.nightMinutes', { minutes: { nightMinutes: 0.5 } }],
])('refused by its field: %s in %j', (field, wrong) => {
  expect(() => premiumPay(month(wrong))).toThrow(expect.objectContaining({ field }))
})
