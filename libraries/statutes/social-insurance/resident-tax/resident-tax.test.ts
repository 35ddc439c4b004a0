import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UnknownLawError } from '../../core/statute.ts'
import { type ResidentTaxMonthlyInput, residentTaxMonthly } from './resident-tax-monthly.ts'
import { type ResidentTaxOnLeavingInput, residentTaxOnLeaving } from './resident-tax-on-leaving.ts'

describe('住民税の月割額（地方税法321条の5）', () => {
  test.each([
    ['250,300 a year', { annual: 250_300 }, 21_500, 20_800, 12],
    ['180,300 a year', { annual: 180_300 }, 15_300, 15_000, 12],
    ['from August, ten instalments', { annual: 166_700, firstMonth: 8 }, 17_300, 16_600, 10],
    ['without a rest', { annual: 240_000 }, 20_000, 20_000, 12],
    ['nothing', { annual: 0 }, 0, 0, 12],
    ['the standard per-capita amount with 森林環境税: all at once', { annual: 5_000 }, 5_000, 0, 12],
    ['100 yen above it', { annual: 5_100 }, 700, 400, 12],
    ['Yokohama’s per-capita amount of 6,200', { annual: 6_200, perCapita: 6_200 }, 6_200, 0, 12],
    ['the same at the standard', { annual: 6_200 }, 700, 500, 12],
    ['from January, five instalments', { annual: 100_000, firstMonth: 1 }, 20_000, 20_000, 5],
    ['from May, one instalment', { annual: 100_050, firstMonth: 5 }, 100_050, 0, 1],
  ] as [string, ResidentTaxMonthlyInput, number, number, number][])('%s', (_, input, first, others, instalments) => {
    expect(residentTaxMonthly(input)).toMatchObject({ first, others, instalments })
  })

  test('June to May, month by month', () => {
    const { months } = residentTaxMonthly({ annual: 250_300 })
    expect(months.map(({ month }) => month)).toEqual([6, 7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5])
    expect(months.slice(0, 2)).toEqual([
      { month: 6, amount: 21_500 },
      { month: 7, amount: 20_800 },
    ])
  })

  test('the instalments add up to the year’s tax, whatever it is and whenever they begin', () => {
    fc.assert(
      fc.property(fc.nat(50_000_000), fc.integer({ min: 1, max: 12 }), (annual, firstMonth) => {
        const { months, others } = residentTaxMonthly({ annual, firstMonth })
        expect(months.reduce((sum, { amount }) => sum + amount, 0)).toBe(annual)
        expect(others % 100).toBe(0)
      }),
    )
  })

  test('known for the fiscal years 2024 to 2026', () => {
    expect(residentTaxMonthly({ annual: 250_300, fiscalYear: 2024 }).first).toBe(21_500)
    expect(() => residentTaxMonthly({ annual: 250_300, fiscalYear: 2023 })).toThrow(UnknownLawError)
    expect(() => residentTaxMonthly({ annual: 250_300, fiscalYear: 2027 })).toThrow(UnknownLawError)
  })

  test('a wrong input is named', () => {
    expect(() => residentTaxMonthly({ annual: -1 })).toThrow(/^annualに/)
    expect(() => residentTaxMonthly({ annual: 1, firstMonth: 13 })).toThrow(/^firstMonthに/)
    expect(() => residentTaxMonthly({ annual: 1, perCapita: 0.5 })).toThrow(/^perCapitaに/)
  })
})

describe('退職者の住民税（地方税法321条の5第2項）', () => {
  const of = (leftOn: string, facts: Partial<ResidentTaxOnLeavingInput> = {}) =>
    residentTaxOnLeaving({ leftOn, first: 21_500, others: 20_800, ...facts })
  test.each([
    ['1 June: on request, otherwise ordinary collection', '2026-06-01', {}, 'ordinary-collection', 228_800, 11, 0],
    ['31 December', '2026-12-31', {}, 'ordinary-collection', 104_000, 5, 0],
    ['31 December, requested', '2026-12-31', { requestsLumpSum: true }, 'lump-sum-on-request', 104_000, 5, 104_000],
    ['1 January: mandatory', '2027-01-01', {}, 'lump-sum-mandatory', 83_200, 4, 83_200],
    ['30 April: mandatory', '2027-04-30', {}, 'lump-sum-mandatory', 20_800, 1, 20_800],
    ['May: as usual', '2027-05-31', {}, 'normal', 0, 0, 0],
    [
      'January, the last pay exceeds the rest',
      '2027-01-31',
      { payDueThroughMay: 83_201 },
      'lump-sum-mandatory',
      83_200,
      4,
      83_200,
    ],
    ['January, the last pay does not', '2027-01-31', { payDueThroughMay: 83_200 }, 'ordinary-collection', 83_200, 4, 0],
    [
      'October, requested, no pay is left',
      '2026-10-31',
      { requestsLumpSum: true, payDueThroughMay: 0 },
      'ordinary-collection',
      145_600,
      7,
      0,
    ],
    ['a new employer goes on', '2026-10-31', { continuesAtNewEmployer: true }, 'transfer', 145_600, 7, 0],
    [
      'left in March, April’s pay still deducts April',
      '2027-03-31',
      { lastDeductedMonth: '2027-04' },
      'lump-sum-mandatory',
      20_800,
      1,
      20_800,
    ],
    ['left in April, May’s pay deducts May', '2027-04-30', { lastDeductedMonth: '2027-05' }, 'normal', 0, 0, 0],
    [
      'deduction would have begun in August',
      '2026-07-31',
      { first: 17_300, others: 16_600, firstMonth: 8 },
      'ordinary-collection',
      166_700,
      10,
      0,
    ],
  ] as [string, string, Partial<ResidentTaxOnLeavingInput>, string, number, number, number][])(
    'left on %s (%s)',
    (_, leftOn, facts, treatment, remaining, remainingMonths, lumpSum) => {
      expect(of(leftOn, facts)).toMatchObject({ treatment, remaining, remainingMonths, lumpSum })
    },
  )

  test('says in words what happens', () => {
    expect(of('2027-02-28').ja).toContain('本人の申出がなくても')
    expect(of('2026-08-31').en).toContain('ordinary collection')
  })

  test('a wrong input is named', () => {
    expect(() => of('2026-11-31')).toThrow(/^leftOnに/)
    expect(() => of('2026-11-30', { lastDeductedMonth: '2026-10' })).toThrow(/^lastDeductedMonthに/)
    expect(() => of('2026-11-30', { first: -1 })).toThrow(/^firstに/)
  })
})
