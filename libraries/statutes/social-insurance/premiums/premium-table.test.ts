import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { casesOf } from '../../core/testing.ts'
import { bonusInsurance } from './bonus-insurance.ts'
import { socialInsurance } from './social-insurance.ts'

type Row = { standard: number; health: number; healthAndCare: number; levy: number; pension: number | null }
const table = casesOf<Row>(import.meta.url, 'tokyo-premium-table-r8.yaml')
const prefectures = casesOf<{ code: string; name: string; r7: number; r8: number }>(import.meta.url, 'prefectures.yaml')

const under40 = '1990-06-15'
const over40 = '1980-01-15'
/** 50 sen or less dropped, more rounded up, from the printed half in sen. */
const deducted = (halfInSen: number): number => Math.floor(halfInSen / 100) + (halfInSen % 100 > 50 ? 1 : 0)

describe('東京支部の保険料額表（令和8年4月分）', () => {
  test('has fifty rows', () => expect(table).toHaveLength(50))

  test.each(table)('標準報酬月額 $standard円', ({ standard, health, healthAndCare, levy, pension }) => {
    const month = { insuredMonth: '2026-04', standardMonthly: standard, prefecture: '13' }
    const young = socialInsurance({ ...month, birthDate: under40 })
    const old = socialInsurance({ ...month, birthDate: over40 })
    expect(young.exactSen.health).toBe(health * 2)
    expect(old.exactSen.health).toBe(healthAndCare * 2)
    expect(old.exactSen.childSupportLevy).toBe(levy * 2)
    if (pension !== null) expect(old.exactSen.pension).toBe(pension * 2)

    expect(young.health.employee).toBe(deducted(health))
    expect(old.health.employee).toBe(deducted(healthAndCare))
    expect(old.childSupportLevy.employee).toBe(deducted(levy))
    expect(old.pension.employee).toBe(deducted(pension ?? (standard < 88_000 ? 805_200 : 5_947_500)))
    expect(old.health.employer).toBe(Math.floor((healthAndCare * 2) / 100) - deducted(healthAndCare))
  })
})

describe('都道府県単位保険料率', () => {
  test('has 47 prefectures', () => expect(prefectures).toHaveLength(47))

  test.each(prefectures)('$code $name: 令和7年度 $r7 %, 令和8年度 $r8 %', ({ code, r7, r8 }) => {
    const of = (insuredMonth: string) =>
      socialInsurance({ insuredMonth, standardMonthly: 500_000, birthDate: under40, prefecture: code }).exactSen.health
    expect(of('2025-03')).toBe(Math.round(r7 * 100) * 5_000)
    expect(of('2026-02')).toBe(Math.round(r7 * 100) * 5_000)
    expect(of('2026-03')).toBe(Math.round(r8 * 100) * 5_000)
    expect(of('2027-02')).toBe(Math.round(r8 * 100) * 5_000)
  })
})

describe('half a yen, in whole numbers', () => {
  /** Base × hundredths of a percent ÷ 2, 50 sen or less dropped, in big integers. */
  const half = (base: number, hundredths: number): number => {
    const [halves, yen] = [BigInt(base) * BigInt(hundredths), 20_000n]
    return Number(halves / yen + ((halves % yen) * 2n > yen ? 1n : 0n))
  }
  const whole = (base: number, hundredths: number): number => Number((BigInt(base) * BigInt(hundredths)) / 10_000n)

  test('every rate of every prefecture, with and without care, on every standard', () => {
    let compared = 0
    for (const { code, r7, r8 } of prefectures) {
      for (const [insuredMonth, rate, care, levy] of [
        ['2025-12', r7, 159, 0],
        ['2026-12', r8, 162, 23],
      ] as const) {
        for (const { standard } of table) {
          for (const birthDate of [under40, over40]) {
            const found = socialInsurance({ insuredMonth, standardMonthly: standard, birthDate, prefecture: code })
            const hundredths = Math.round(rate * 100) + (birthDate === over40 ? care : 0)
            const employee = half(standard, hundredths)
            if (
              found.health.employee !== employee ||
              found.health.employer !== whole(standard, hundredths) - employee ||
              found.childSupportLevy.employee !== half(standard, levy)
            ) {
              expect.unreachable(`${code} ${insuredMonth} ${standard} ${birthDate}: ${JSON.stringify(found.health)}`)
            }
            compared += 1
          }
        }
      }
    }
    expect(compared).toBe(47 * 2 * 50 * 2)
  })

  test('every bonus in thousands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...prefectures), fc.integer({ min: 1, max: 5_730 }), ({ code, r8 }, thousands) => {
        const base = thousands * 1_000
        const found = bonusInsurance({ paidOn: '2026-12-10', bonus: base, birthDate: over40, prefecture: code })
        const hundredths = Math.round(r8 * 100) + 162
        const pensionBase = Math.min(base, 1_500_000)
        expect(found.health.employee).toBe(half(base, hundredths))
        expect(found.health.employee + found.health.employer).toBe(whole(base, hundredths))
        expect(found.childSupportLevy.employee).toBe(half(base, 23))
        expect(found.pension.employee).toBe(half(pensionBase, 1830))
      }),
    )
  })

  test('5,000 yen at 0.81 % is exactly 20.25 a half: a floating point number would say otherwise', () => {
    const society = { rate: { parts: 81, over: 10_000 }, care: { parts: 0, over: 1_000 } }
    const found = bonusInsurance({ paidOn: '2026-12-10', bonus: 5_000, birthDate: under40, health: society })
    expect(found.exactSen.health).toBe(4_050)
    expect(found.health).toEqual({ employee: 20, employer: 20 })
  })
})
