import { describe, expect, test } from 'vitest'
import { type RegularDeterminationInput, regularDetermination } from './regular-determination.ts'

/** April, May and June 2026: pay in yen and base days. */
const paid = (...months: [pay: number, baseDays: number][]) =>
  months.map(([pay, baseDays], index) => ({ month: `2026-0${index + 4}`, pay, baseDays }))
const of = (facts: Partial<RegularDeterminationInput>) =>
  regularDetermination({ year: 2026, months: paid([300_000, 31], [300_000, 30], [300_000, 31]), ...facts })

describe('定時決定（健康保険法41条）: the average of the months that count', () => {
  test('three months, September to next August', () => {
    expect(of({ months: paid([300_000, 31], [310_000, 30], [322_001, 31]) })).toMatchObject({
      outcome: 'determined',
      average: 310_667,
      monthsUsed: ['2026-04', '2026-05', '2026-06'],
      standard: { healthGrade: 23, healthStandardMonthly: 320_000, pensionGrade: 20, pensionStandardMonthly: 320_000 },
      validFrom: '2026-09',
      validUntil: '2027-08',
    })
  })

  test.each([
    ['17 days count', 'full-time', [17, 17, 17], 3],
    ['16 days do not', 'full-time', [31, 16, 31], 2],
    ['only one month counts', 'full-time', [16, 16, 17], 1],
    ['short-time workers need 11', 'short-time', [11, 12, 10], 2],
    ['part-timers with a month of 17 use those of 17', 'part-time', [17, 16, 15], 1],
    ['part-timers without use those of 15 and 16', 'part-time', [16, 15, 14], 2],
  ] as const)('%s (%s)', (_, worker, days, count) => {
    const months = paid([200_000, days[0]], [200_000, days[1]], [200_000, days[2]])
    expect(of({ worker, months })).toMatchObject({ outcome: 'determined', monthsUsed: { length: count } })
  })

  test('the sum is divided by the months that count, not by three', () => {
    const months = paid([250_000, 20], [100_000, 8], [251_001, 21])
    expect(of({ months })).toMatchObject({ average: 250_500, standard: { healthStandardMonthly: 260_000 } })
  })

  test('back pay is left out, and a month without full pay is no month', () => {
    const months = [
      { month: '2026-04', baseDays: 20, pay: 150_000, isPartial: true },
      { month: '2026-05', baseDays: 31, pay: 330_000, retroactivePay: 30_000 },
      { month: '2026-06', baseDays: 30, pay: 300_000 },
    ]
    expect(of({ months, acquiredOn: '2026-04-11' })).toMatchObject({
      average: 300_000,
      monthsUsed: ['2026-05', '2026-06'],
    })
  })

  test('employed in May: two months', () => {
    const months = paid([0, 0], [280_000, 31], [280_000, 30]).slice(1)
    expect(of({ months, acquiredOn: '2026-05-01' })).toMatchObject({
      outcome: 'determined',
      standard: { healthStandardMonthly: 280_000 },
    })
  })
})

describe('the previous standard stays', () => {
  test.each([
    ['full-time', [16, 16, 16], '17日以上'],
    ['short-time', [10, 10, 0], '11日以上'],
    ['part-time', [14, 14, 14], '15日以上'],
    ['full-time', [0, 0, 0], '17日以上'],
  ] as const)('%s with %j base days', (worker, days, sentence) => {
    const months = paid([200_000, days[0]], [200_000, days[1]], [200_000, days[2]])
    expect(of({ worker, months, currentStandardMonthly: 410_000 })).toMatchObject({
      outcome: 'previous-stays',
      standard: { healthGrade: 27, healthStandardMonthly: 410_000 },
      reason: { code: 'no-qualifying-month', ja: expect.stringContaining(sentence) },
      validUntil: '2027-08',
    })
  })
})

describe('who is not determined this year', () => {
  test.each([
    ['acquired on 31 May', { acquiredOn: '2026-05-31' }, 'determined'],
    ['acquired on 1 June', { acquiredOn: '2026-06-01' }, 'acquired-in-june'],
    ['acquired on 1 July', { acquiredOn: '2026-07-01' }, 'acquired-in-june'],
    ['acquired on 2 July', { acquiredOn: '2026-07-02' }, 'not-employed-on-1-july'],
    ['left on 30 June', { lostOn: '2026-07-01' }, 'not-employed-on-1-july'],
    ['left on 1 July', { lostOn: '2026-07-02' }, 'determined'],
    ['revised from June', { revisedFrom: '2026-06' }, 'determined'],
    ['revised from July', { revisedFrom: '2026-07' }, 'revised-in-summer'],
    ['revised from August', { revisedFrom: '2026-08' }, 'revised-in-summer'],
    ['revised from September', { revisedFrom: '2026-09' }, 'revised-in-summer'],
    ['revised from October', { revisedFrom: '2026-10' }, 'determined'],
  ])('%s: %s %s', (_, facts, expected) => {
    const found = of(facts)
    expect(found.outcome === 'not-subject' ? found.reason.code : found.outcome).toBe(expected)
  })
})

test('in 2027 the new top of the pension holds from September', () => {
  const months = ['04', '05', '06'].map((month) => ({ month: `2027-${month}`, pay: 700_000, baseDays: 30 }))
  expect(regularDetermination({ year: 2027, months })).toMatchObject({
    standard: { healthStandardMonthly: 710_000, pensionGrade: 33, pensionStandardMonthly: 680_000 },
  })
})

test.each([
  ['months', { months: [] }],
  ['months', { months: undefined }],
  ['months[0].month', { months: [{ month: '2026-03', pay: 1, baseDays: 20 }] }],
  ['months[1].month', { months: [1, 2].map(() => ({ month: '2026-04', pay: 1, baseDays: 20 })) }],
  ['months[0].pay', { months: paid([-1, 20]) }],
  ['months[0].baseDays', { months: paid([1, 32]) }],
  ['months[0].retroactivePay', { months: [{ month: '2026-04', pay: 1, baseDays: 20, retroactivePay: 2 }] }],
  ['year', { year: 26 }],
  ['revisedFrom', { revisedFrom: '2026-7' }],
  ['acquiredOn', { acquiredOn: '2026-06-31' }],
])('a wrong %s is named', (field, facts) => {
  expect(() => of(facts)).toThrow(new RegExp(`^${field.replace(/[[\].]/g, '\\$&')}に`))
})
