import { describe, expect, test } from 'vitest'
import { acquisitionDetermination, type PromisedPay } from './acquisition-determination.ts'

const of = (acquiredOn: string, ...pay: PromisedPay[]) => acquisitionDetermination({ acquiredOn, pay })

describe('資格取得時決定（健康保険法42条）', () => {
  test('monthly pay with allowances is taken as it is', () => {
    expect(of('2026-04-01', { per: 'month', amount: 280_000 }, { per: 'month', amount: 12_500 })).toMatchObject({
      remuneration: 292_500,
      healthStandardMonthly: 300_000,
      validFrom: '2026-04',
      validUntil: '2026-08',
    })
  })
  test('80,000 a week: by 7 days times 30, fraction dropped', () => {
    expect(of('2026-04-01', { per: 'period', amount: 80_000, days: 7 })).toMatchObject({
      remuneration: 342_857,
      healthStandardMonthly: 340_000,
    })
  })
  test('hourly pay: what others in the same work earned, added to a monthly allowance', () => {
    expect(of('2026-04-01', { per: 'comparable', amount: 171_600 }, { per: 'month', amount: 10_000 })).toMatchObject({
      remuneration: 181_600,
      healthStandardMonthly: 180_000,
    })
  })
  test.each([
    ['2026-01-01', '2026-08'],
    ['2026-05-31', '2026-08'],
    ['2026-06-01', '2027-08'],
    ['2026-12-31', '2027-08'],
  ])('acquired on %s: through %s', (acquiredOn, validUntil) => {
    expect(of(acquiredOn, { per: 'month', amount: 300_000 }).validUntil).toBe(validUntil)
  })
})

test.each([
  ['acquiredOn', () => of('2026-02-30', { per: 'month', amount: 1 })],
  ['pay', () => of('2026-04-01')],
  ['pay[0].amount', () => of('2026-04-01', { per: 'month', amount: -1 })],
  ['pay[1].days', () => of('2026-04-01', { per: 'month', amount: 1 }, { per: 'period', amount: 1, days: 0 })],
])('a wrong %s is named', (field, call) => {
  expect(call).toThrow(new RegExp(`^${field.replace(/[[\].]/g, '\\$&')}に`))
})
