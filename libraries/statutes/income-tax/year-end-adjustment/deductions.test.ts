import { expect, test } from 'vitest'
import type { YearEndAdjustmentInput } from './input.ts'
import { yearEndAdjustment } from './year-end-adjustment.ts'

/** Pay that leaves the total income on the border of each column: 900, 950, 1,000 万円 and a yen more. */
const payFor = { 'le9.0M': 10_950_000, 'le9.5M': 11_450_000, 'le10.0M': 11_950_000, above: 11_950_001 }

const deductions = (year: number, pay: number, rest: Partial<YearEndAdjustmentInput>) =>
  yearEndAdjustment({ year, pay, withheld: 0, ...rest }).deductions

/** 国税庁 令和8年分 年末調整のしかた: total income to which the amount applies; 令和7年分 where the year differs. */
test.each([
  [2025, 2_003_999, 950_000],
  [2025, 2_004_000, 880_000],
  [2025, 4_751_999, 880_000],
  [2025, 4_752_000, 680_000],
  [2025, 6_655_556, 680_000],
  [2026, 5_000_000, 1_040_000],
  [2026, 6_655_555, 1_040_000],
  [2026, 6_655_556, 1_040_000],
  [2026, 6_655_557, 670_000],
  [2026, 8_500_000, 670_000],
  [2026, 8_500_001, 620_000],
  [2026, 20_000_000, 620_000],
  [2027, 8_500_000, 670_000],
  [2025, 8_500_000, 630_000],
  [2025, 8_500_001, 580_000],
  [2025, 6_655_557, 630_000],
])('basic deduction in %i of pay %i is %i', (year, pay, basic) => {
  expect(deductions(year, pay, {}).basic).toBe(basic)
})

test.each([
  [23_500_000, 620_000],
  [23_500_001, 480_000],
  [24_000_001, 320_000],
  [24_500_001, 160_000],
  [25_000_000, 160_000],
  [25_000_001, 0],
])('with a total income of %i the basic deduction of 2026 is %i', (totalIncome, basic) => {
  expect(deductions(2026, 741_000, { otherIncome: totalIncome - 1_000 }).basic).toBe(basic)
})

/** 配偶者控除・配偶者特別控除（令和8年分）: income of the spouse, then the three columns. */
test.each([
  [0, 380_000, 260_000, 130_000],
  [620_000, 380_000, 260_000, 130_000],
  [620_001, 380_000, 260_000, 130_000],
  [950_000, 380_000, 260_000, 130_000],
  [950_001, 360_000, 240_000, 120_000],
  [1_000_000, 360_000, 240_000, 120_000],
  [1_050_000, 310_000, 210_000, 110_000],
  [1_100_000, 260_000, 180_000, 90_000],
  [1_150_000, 210_000, 140_000, 70_000],
  [1_200_000, 160_000, 110_000, 60_000],
  [1_250_000, 110_000, 80_000, 40_000],
  [1_300_000, 60_000, 40_000, 20_000],
  [1_330_000, 30_000, 20_000, 10_000],
  [1_330_001, 0, 0, 0],
])('a spouse with income %i', (income, first, second, third) => {
  const spouse = (pay: number) => deductions(2026, pay, { spouse: { income } }).spouse
  expect(spouse(payFor['le9.0M'])).toBe(first)
  expect(spouse(payFor['le9.5M'])).toBe(second)
  expect(spouse(payFor['le10.0M'])).toBe(third)
  expect(spouse(payFor.above)).toBe(0)
})

test('an aged spouse counts more as long as she or he is a dependent spouse', () => {
  const spouse = (year: number, pay: number, income: number) =>
    deductions(year, pay, { spouse: { income, aged: true } }).spouse
  expect(spouse(2026, payFor['le9.0M'], 620_000)).toBe(480_000)
  expect(spouse(2026, payFor['le9.5M'], 620_000)).toBe(320_000)
  expect(spouse(2026, payFor['le10.0M'], 620_000)).toBe(160_000)
  expect(spouse(2026, payFor['le9.0M'], 620_001)).toBe(380_000)
  expect(spouse(2025, payFor['le9.0M'], 580_000)).toBe(480_000)
  expect(spouse(2025, payFor['le9.0M'], 580_001)).toBe(380_000)
})

/** 特定親族特別控除. */
test.each([
  [620_001, 630_000],
  [850_000, 630_000],
  [850_001, 610_000],
  [900_000, 610_000],
  [950_000, 510_000],
  [1_000_000, 410_000],
  [1_050_000, 310_000],
  [1_100_000, 210_000],
  [1_150_000, 110_000],
  [1_200_000, 60_000],
  [1_230_000, 30_000],
  [1_230_001, 0],
])('a specific relative with income %i gives %i', (income, amount) => {
  expect(deductions(2026, 5_000_000, { specificRelatives: [{ income }] }).specificRelative).toBe(amount)
})

test('the lower end of a specific relative moved from 580,000 to 620,000 in 2026', () => {
  const relative = (year: number) => deductions(year, 5_000_000, { specificRelatives: [{ income: 600_000 }] })
  expect(relative(2025).specificRelative).toBe(630_000)
  expect(() => relative(2026)).toThrow('specificRelatives[0].income')
})

/** 扶養控除・障害者控除. */
test.each([
  ['general', undefined, 380_000],
  ['specific', undefined, 630_000],
  ['aged', undefined, 480_000],
  ['aged-living-together', undefined, 580_000],
  ['under-16', undefined, 0],
  ['under-16', 'special', 400_000],
  ['general', 'general', 650_000],
  ['specific', 'special-living-together', 1_380_000],
] as const)('a dependent %s with disability %s gives %i', (kind, disability, amount) => {
  expect(deductions(2026, 5_000_000, { dependents: [disability ? { kind, disability } : { kind }] }).dependents).toBe(
    amount,
  )
})

/** 生命保険料控除 of the general class: new, old, dependent under 23, year, amount. 令和8年分 年末調整のしかた. */
test.each([
  [20_001, 0, false, 2026, 20_001],
  [40_000, 0, false, 2026, 30_000],
  [80_000, 0, false, 2026, 40_000],
  [30_001, 0, true, 2026, 30_001],
  [120_000, 0, true, 2026, 60_000],
  [80_000, 35_000, false, 2026, 40_000],
  [80_000, 35_000, true, 2026, 60_000],
  [10_000, 100_000, false, 2026, 50_000],
  [120_000, 0, true, 2025, 40_000],
  [120_000, 0, true, 2027, 60_000],
  [60_001, 0, true, 2026, 45_001],
  [0, 25_001, false, 2026, 25_001],
  [0, 50_001, false, 2026, 37_501],
  [0, 100_001, false, 2026, 50_000],
])(
  'general life insurance: new %i, old %i, young dependent %s, in %i gives %i',
  (newGeneral, oldGeneral, young, year, life) => {
    const rest = { lifeInsurance: { newGeneral, oldGeneral }, dependentUnder23: young }
    expect(deductions(year, 5_000_000, rest).life).toBe(life)
  },
)

test('care has its own class, the higher limit is for the general class alone, and all classes stop at 120,000', () => {
  const life = (lifeInsurance: YearEndAdjustmentInput['lifeInsurance']) =>
    deductions(2026, 5_000_000, { lifeInsurance, dependents: [{ kind: 'specific' }] }).life
  expect(life({ care: 120_000 })).toBe(40_000)
  expect(life({ newPension: 120_000 })).toBe(40_000)
  expect(life({ newGeneral: 120_000, care: 80_000, newPension: 80_000 })).toBe(120_000)
  expect(life({ newGeneral: 120_000, care: 80_000 })).toBe(100_000)
})

/** 地震保険料控除: new, old long-term, amount. */
test.each([
  [42_000, 14_800, 50_000],
  [60_000, 0, 50_000],
  [0, 10_000, 10_000],
  [0, 10_001, 10_001],
  [0, 20_000, 15_000],
  [0, 20_001, 15_000],
  [20_000, 14_801, 32_401],
])('earthquake insurance: new %i, old long-term %i gives %i', (premium, oldLongTerm, amount) => {
  expect(deductions(2026, 5_000_000, { earthquake: { new: premium, oldLongTerm } }).earthquake).toBe(amount)
})
