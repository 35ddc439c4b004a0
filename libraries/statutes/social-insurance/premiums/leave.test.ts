import { describe, expect, test } from 'vitest'
import { exemptionByLeave, type InsuranceLeave } from './leave.ts'
import { socialInsurance } from './social-insurance.ts'

const months = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08']
const exempt = (...leaves: InsuranceLeave[]) => months.filter((month) => exemptionByLeave(leaves, month).month)
const bonuses = (...leaves: InsuranceLeave[]) => months.filter((month) => exemptionByLeave(leaves, month).bonus)
const childcare = (from: string, to: string, workedDays = 0) => ({ kind: 'childcare', from, to, workedDays }) as const
const maternity = (from: string, to: string) => ({ kind: 'maternity', from, to }) as const

describe('産前産後休業 (健康保険法159条の3)', () => {
  test.each([
    ['from the month of the first day to the month before the day after the last', '2026-04-10', '2026-07-16', 3],
    ['to the last day of a month', '2026-04-10', '2026-07-31', 4],
    ['one day at the end of a month', '2026-05-31', '2026-05-31', 1],
    ['within one month, however long', '2026-05-01', '2026-05-30', 0],
  ])('%s', (_, from, to, count) => {
    expect(exempt(maternity(from, to))).toHaveLength(count)
    expect(bonuses(maternity(from, to))).toHaveLength(count)
  })
})

describe('育児休業等 (健康保険法159条)', () => {
  test.each([
    ['on leave on the last day of the month', '2026-06-30', '2026-06-30', ['2026-06']],
    ['to the middle of a later month', '2026-04-20', '2026-06-15', ['2026-04', '2026-05']],
    ['14 days within the month', '2026-06-01', '2026-06-14', ['2026-06']],
    ['13 days within the month', '2026-06-01', '2026-06-13', []],
    ['across two months, 14 days in the second do not count', '2026-05-31', '2026-06-20', ['2026-05']],
  ])('%s', (_, from, to, expected) => expect(exempt(childcare(from, to))).toEqual(expected))

  test('days of several leaves within the month add up', () => {
    expect(exempt(childcare('2026-06-01', '2026-06-07'), childcare('2026-06-15', '2026-06-21'))).toEqual(['2026-06'])
  })
  test('14 days that only go on with the leave of the month before are no leave within the month (159条2項)', () => {
    expect(exempt(childcare('2026-05-20', '2026-05-31'), childcare('2026-06-01', '2026-06-14'))).toEqual(['2026-05'])
    expect(exempt(childcare('2026-05-20', '2026-05-30'), childcare('2026-06-01', '2026-06-14'))).toEqual(['2026-06'])
  })
  test('a day counts once, however often its leave is given', () => {
    expect(exempt(childcare('2026-06-01', '2026-06-07'), childcare('2026-06-01', '2026-06-07'))).toEqual([])
    expect(exempt(childcare('2026-06-01', '2026-06-10'), childcare('2026-06-08', '2026-06-14'))).toEqual(['2026-06'])
  })
  test('days worked during the leave do not count', () => {
    expect(exempt(childcare('2026-06-01', '2026-06-15', 1))).toEqual(['2026-06'])
    expect(exempt(childcare('2026-06-01', '2026-06-15', 2))).toEqual([])
  })

  test.each([
    ['exactly one month', '2026-06-15', '2026-07-14', []],
    ['one month and a day', '2026-06-15', '2026-07-15', ['2026-06']],
    ['from the first, exactly one month', '2026-06-01', '2026-06-30', []],
    ['from the first, a day more', '2026-06-01', '2026-07-01', ['2026-06']],
    ['from the 31st: July has ended with it, one month', '2026-05-31', '2026-06-30', []],
    ['from the 31st, a day more', '2026-05-31', '2026-07-01', ['2026-05', '2026-06']],
  ])('a bonus is exempt beyond one month: %s', (_, from, to, expected) => {
    expect(bonuses(childcare(from, to))).toEqual(expected)
  })
  // 31 January: the month ends with February (民法143条2項但書), so the leave must reach 1 March.
  test('31 January to 28 February is exactly one month', () => {
    const bonusOfJanuary = (to: string) => exemptionByLeave([childcare('2026-01-31', to)], '2026-01').bonus
    expect([bonusOfJanuary('2026-02-28'), bonusOfJanuary('2026-03-01')]).toEqual([undefined, 'childcare'])
  })
  test('leaves that follow each other count as one', () => {
    expect(bonuses(childcare('2026-06-10', '2026-06-30'), childcare('2026-07-01', '2026-07-20'))).toEqual(['2026-06'])
    expect(bonuses(childcare('2026-06-10', '2026-06-30'), childcare('2026-07-02', '2026-07-20'))).toEqual([])
  })
})

test('an exempt month costs neither side anything and says why', () => {
  const found = socialInsurance({
    insuredMonth: '2026-06',
    standardMonthly: 300_000,
    birthDate: '1990-06-15',
    prefecture: '13',
    leaves: [childcare('2026-06-30', '2026-06-30')],
  })
  expect(found.total).toEqual({ employee: 0, employer: 0 })
  expect(found.notCharged.map(({ premium, code }) => `${premium} ${code}`)).toEqual([
    'health childcare-leave',
    'care childcare-leave',
    'pension childcare-leave',
  ])
  expect(found.because.map(({ statute }) => statute)).toContain('産前産後休業・育児休業等の保険料免除')
})
