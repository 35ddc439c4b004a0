import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { standardRemuneration } from './standard-remuneration.ts'

type Row = { health: number; pension: number | null; standard: number; from: number; below: number | null }
const rows = casesOf<Row>(import.meta.url, 'grades.yaml')

describe('標準報酬月額の等級表', () => {
  test('has fifty grades', () => expect(rows).toHaveLength(50))

  test.each(rows)('第$health級 $standard円: $from円以上 $below円未満', ({ health, pension, standard, from, below }) => {
    const pensionGrade = pension ?? (health < 4 ? 1 : 32)
    const pensionStandard = pension ? standard : health < 4 ? 88_000 : 650_000
    for (const remuneration of [from, (below ?? 9_000_000) - 1]) {
      expect(standardRemuneration({ on: '2026-05-01', remuneration })).toMatchObject({
        healthGrade: health,
        healthStandardMonthly: standard,
        pensionGrade,
        pensionStandardMonthly: pensionStandard,
      })
    }
    if (below) {
      expect(standardRemuneration({ on: '2026-05-01', remuneration: below }).healthGrade).toBe(health + 1)
    }
  })

  test('353,000 yen is grade 25, 360,000 yen', () => {
    expect(standardRemuneration({ on: '2026-05-01', remuneration: 353_000 })).toMatchObject({
      healthGrade: 25,
      pensionGrade: 22,
      healthStandardMonthly: 360_000,
      pensionStandardMonthly: 360_000,
    })
  })

  test.each([
    ['2027-08-31', 32, 650_000],
    ['2027-09-01', 33, 680_000],
    ['2028-08-31', 33, 680_000],
    ['2028-09-01', 34, 710_000],
    ['2029-08-31', 34, 710_000],
    ['2029-09-01', 35, 750_000],
  ])(
    'the top of the pension on %s is grade %i, %i yen (令和7年法律第74号)',
    (on, pensionGrade, pensionStandardMonthly) => {
      expect(standardRemuneration({ on, remuneration: 1_000_000 })).toMatchObject({
        pensionGrade,
        pensionStandardMonthly,
      })
    },
  )

  test.each([
    ['2027-09-01', 664_999, 32, 650_000],
    ['2027-09-01', 665_000, 33, 680_000],
    ['2028-09-01', 694_999, 33, 680_000],
    ['2028-09-01', 695_000, 34, 710_000],
    ['2029-09-01', 729_999, 34, 710_000],
    ['2029-09-01', 730_000, 35, 750_000],
  ])('on %s a remuneration of %i is pension grade %i, %i yen', (on, remuneration, grade, standard) => {
    const found = standardRemuneration({ on, remuneration })
    expect([found.pensionGrade, found.pensionStandardMonthly]).toEqual([grade, standard])
  })

  test('the tops announced for later are of trust S, today’s of trust V', () => {
    const trustOn = (on: string) =>
      standardRemuneration({ on, remuneration: 1 }).because.map(({ source }) => source.trust)
    expect(trustOn('2026-05-01')).toEqual(['V', 'V'])
    expect(trustOn('2027-09-01')).toEqual(['V', 'S'])
  })

  test('before what is known it refuses; a wrong input is named', () => {
    expect(() => standardRemuneration({ on: '2020-08-31', remuneration: 1 })).toThrow(UnknownLawError)
    expect(() => standardRemuneration({ on: '2030-09-01', remuneration: 1 })).toThrow(UnknownLawError)
    expect(() => standardRemuneration({ on: '2026-02-31', remuneration: 1 })).toThrow(/^onに/)
    expect(() => standardRemuneration({ on: '2026-05-01', remuneration: -1 })).toThrow(/^remunerationに/)
    expect(() => standardRemuneration({ on: '2026-05-01', remuneration: 300_000.5 })).toThrow(/^remunerationに/)
  })

  test('a higher remuneration never has a lower grade', () => {
    const remuneration = fc.nat(2_000_000)
    fc.assert(
      fc.property(remuneration, remuneration, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((each) =>
          standardRemuneration({ on: '2026-05-01', remuneration: each }),
        )
        return (
          (low?.healthGrade ?? 99) <= (high?.healthGrade ?? 0) && (low?.pensionGrade ?? 99) <= (high?.pensionGrade ?? 0)
        )
      }),
    )
  })
})
