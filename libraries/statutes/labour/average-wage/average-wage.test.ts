import { describe, expect, test } from 'vitest'
import { type AverageWageInput, averageWage } from './average-wage.ts'
import { closureAllowance, dismissalNoticePay } from './pay-by-average-wage.ts'

/** 2026-05-01 to 2026-07-31: 92 days. */
const months = (wages: (index: number) => object): AverageWageInput['wages'] =>
  [
    { from: '2026-05-01', to: '2026-05-31' },
    { from: '2026-06-01', to: '2026-06-30' },
    { from: '2026-07-01', to: '2026-07-31' },
  ].map((month, index) => ({ ...month, ...wages(index) }))

const august = (more: Partial<AverageWageInput> = {}): AverageWageInput => ({
  occurredOn: '2026-08-10',
  closingDay: 31,
  wages: months(() => ({ periodWages: 300_000 })),
  ...more,
})

describe('平均賃金', () => {
  test('900,000 over 92 days is 9,782.60 yen; less than a sen is dropped', () => {
    expect(averageWage(august())).toMatchObject({
      averageWageSen: 978_260,
      rule: 'principle',
      days: 92,
      from: '2026-05-01',
      to: '2026-07-31',
    })
  })

  test('920,000 over 92 days is 10,000.00 yen', () => {
    const wages = months((index) => ({ periodWages: [300_000, 310_000, 310_000][index] }))
    expect(averageWage(august({ wages })).averageWageSen).toBe(1_000_000)
  })

  test('part-time by the hour: 60 % of a day worked is more than the wages over calendar days', () => {
    // 249,600 yen, 91 days, 39 days worked: 2,742.85 by calendar days, 6,400 × 60 % = 3,840 at least.
    const wages = [{ from: '2026-04-01', to: '2026-06-30', workWages: 249_600, daysWorked: 39 }]
    expect(averageWage({ occurredOn: '2026-07-01', closingDay: 31, wages })).toMatchObject({
      averageWageSen: 384_000,
      rule: 'least',
      principleSen: 274_285,
      days: 91,
    })
  })

  test('part by the month, part by the day: the least is the sum of both', () => {
    // 36,800 / 92 = 400.00, and 240,000 / 30 × 60 % = 4,800.00
    const wages = months((index) => ({ periodWages: [36_800, 0, 0][index], workWages: 80_000, daysWorked: 10 }))
    expect(averageWage(august({ wages })).leastSen).toBe(520_000)
  })

  test('closed on the 20th: the event on 10 August counts 21 April to 20 July; an event on a closing day the one before', () => {
    const wages = (from: string, to: string) => [{ from, to, periodWages: 910_000 }]
    const on = (occurredOn: string, from: string, to: string) =>
      averageWage({ occurredOn, closingDay: 20, wages: wages(from, to) }).days
    expect(on('2026-08-10', '2026-04-21', '2026-07-20')).toBe(91)
    expect(on('2026-07-20', '2026-03-21', '2026-06-20')).toBe(92)
  })

  test('without a closing day: three months to the day before', () => {
    const wages = [{ from: '2026-02-10', to: '2026-05-09', periodWages: 890_000 }]
    expect(averageWage({ occurredOn: '2026-05-10', wages })).toMatchObject({ days: 89, averageWageSen: 1_000_000 })
  })

  test('hired in the middle: from the hiring; without one whole wage period up to the day before the event', () => {
    const since = (from: string, to: string) => [{ from, to, periodWages: 100_000 }]
    expect(averageWage(august({ hiredOn: '2026-06-16', wages: since('2026-06-16', '2026-07-31') })).days).toBe(46)
    expect(averageWage(august({ hiredOn: '2026-07-16', wages: since('2026-07-16', '2026-08-09') })).days).toBe(25)
  })

  test('days of childcare leave are left out with their wages', () => {
    const excluded = [{ from: '2026-06-01', to: '2026-06-30', reason: 'childcare-or-care' as const }]
    const wages = months((index) => ({ periodWages: [300_000, 0, 310_000][index] }))
    expect(averageWage(august({ wages, excluded }))).toMatchObject({ days: 62, averageWageSen: 983_870 })
  })
})

describe('解雇予告手当と休業手当', () => {
  test('ten days of notice: twenty days of 9,782.60', () => {
    const pay = (noticeDays: number, averageWageSen = 978_260) =>
      dismissalNoticePay({ dismissedOn: '2026-08-31', averageWageSen, noticeDays })
    expect(pay(10)).toMatchObject({ days: 20, amount: 195_652 })
    expect(pay(0, 1_000_000).amount).toBe(300_000)
    expect(pay(30).amount).toBe(0)
    expect(pay(45).amount).toBe(0)
  })

  test('two days of closure at 60 %: 11,739.12, so 11,739 yen', () => {
    const closed = { closedOn: '2026-08-10', averageWageSen: 978_260, days: 2 }
    expect(closureAllowance(closed).amount).toBe(11_739)
    expect(closureAllowance({ ...closed, percent: 100 }).amount).toBe(19_565)
    expect(() => closureAllowance({ ...closed, percent: 59 })).toThrow(expect.objectContaining({ field: 'percent' }))
  })
})

test.each<[string, Partial<AverageWageInput>]>([
  ['occurredOn', { occurredOn: '2026-02-31' }],
  ['closingDay', { closingDay: 32 }],
  ['hiredOn', { hiredOn: '2026-08-10' }],
  ['wages[0].from', { wages: months(() => ({})).slice(1) }],
  ['wages[1].to', { wages: months(() => ({})).slice(0, 2) }],
  ['wages[0].periodWages', { wages: months(() => ({ periodWages: -1 })) }],
  ['wages[0].daysWorked', { wages: months(() => ({ workWages: 1000 })) }],
  ['wages[0].daysWorked', { wages: months(() => ({ workWages: 1000, daysWorked: 32 })) }],
  ['excluded', { excluded: [{ from: '2026-05-01', to: '2026-07-31', reason: 'maternity' }] }],
  ['excluded[0].from', { excluded: [{ from: '2026-04-30', to: '2026-05-02', reason: 'maternity' }] }],
  ['excluded', { excluded: [{ from: '2026-05-01', to: '2026-05-02', reason: 'maternity', workWages: 1 }] }],
  ['excluded[0].reason', { excluded: [{ from: '2026-05-01', to: '2026-05-02', reason: 'illness' as never }] }],
])('refused by its field: %s in %j', (field, wrong) => {
  expect(() => averageWage(august(wrong))).toThrow(expect.objectContaining({ field }))
})
