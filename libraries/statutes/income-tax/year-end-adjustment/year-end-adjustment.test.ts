import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lawOn, trustOf, UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { basicDeduction } from './income-law.ts'
import type { YearEndAdjustmentInput } from './input.ts'
import { type YearEndAdjustment, yearEndAdjustment } from './year-end-adjustment.ts'

type Case = { name: string; facts: YearEndAdjustmentInput; expected: Partial<YearEndAdjustment> }

test.each(casesOf<Case>(import.meta.url))('$name', ({ facts, expected }) => {
  expect(yearEndAdjustment(facts)).toMatchObject(expected)
})

test.each([2025, 2026])('every row of the salary income table of %i', (year) => {
  const lines = readFileSync(new URL(`salary-income-${year}.csv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  expect(lines).toHaveLength(year === 2025 ? 1_175 : 1_103)
  for (const line of lines) {
    const [from = 0, below = 0, amount = 0] = line.split(',').map(Number)
    for (const pay of [from, below - 1]) {
      expect(yearEndAdjustment({ year, pay, withheld: 0 }).salaryIncome, `${year} ${pay}`).toBe(amount)
    }
  }
})

/** 国税庁 令和8年分・令和7年分 給与所得控除後の給与等の金額の表. */
test.each([
  [2026, 740_999, 0],
  [2026, 741_000, 1_000],
  [2026, 2_190_999, 1_450_999],
  [2026, 2_191_000, 1_451_000],
  [2026, 2_199_999, 1_456_000],
  [2026, 2_200_000, 1_460_000],
  [2026, 3_000_000, 2_020_000],
  [2026, 4_390_000, 3_070_400],
  [2026, 6_599_999, 4_836_800],
  [2026, 6_600_000, 4_840_000],
  [2026, 7_654_321, 5_788_888],
  [2026, 8_499_999, 6_549_999],
  [2026, 8_970_000, 7_020_000],
  [2026, 20_000_000, 18_050_000],
  [2025, 650_999, 0],
  [2025, 651_000, 1_000],
  [2025, 1_899_999, 1_249_999],
  [2025, 1_900_000, 1_250_000],
  [2025, 1_904_000, 1_252_800],
  [2027, 741_000, 1_000],
])('in %i pay of %i leaves %i', (year, pay, salaryIncome) => {
  expect(yearEndAdjustment({ year, pay, withheld: 0 }).salaryIncome).toBe(salaryIncome)
})

test('the adjustment is raised to a yen: 8,765,432 gives 26,544 (国税庁 令和8年分)', () => {
  const adjustment = (more: Partial<YearEndAdjustmentInput>) =>
    yearEndAdjustment({ year: 2026, pay: 8_765_432, withheld: 0, ...more }).adjustment
  expect(adjustment({ dependents: [{ kind: 'under-16' }] })).toBe(26_544)
  expect(adjustment({ dependents: [{ kind: 'general', age: 17 }] })).toBe(26_544)
  expect(adjustment({ dependents: [{ kind: 'aged', disability: 'special' }] })).toBe(26_544)
  expect(adjustment({ dependentUnder23: true })).toBe(26_544)
  expect(adjustment({ spouse: { income: 0, disability: 'special-living-together' } })).toBe(26_544)
  expect(adjustment({ dependents: [{ kind: 'general', age: 40 }] })).toBe(0)
  expect(adjustment({ dependents: [{ kind: 'general' }] })).toBe(0)
  expect(adjustment({ specificRelatives: [{ income: 700_000 }] })).toBe(0)
  expect(adjustment({ disability: 'general' })).toBe(0)
})

test('the quick table of 2026: 2,696,000 is taxed 172,100', () => {
  // 5,500,000 leaves 3,960,000; less 1,040,000 and 224,000
  const { taxable, tax } = yearEndAdjustment({ year: 2026, pay: 5_500_000, withheld: 0, socialInsurance: 224_000 })
  expect({ taxable, tax }).toEqual({ taxable: 2_696_000, tax: 172_100 })
})

test('every value rests on confirmed law; 2024 and 2028 are refused', () => {
  const { because } = yearEndAdjustment({ year: 2026, pay: 5_000_000, withheld: 0 })
  expect(trustOf(because)).toBe('V')
  expect(because.map(({ statute }) => statute)).toContain('基礎控除')
  expect(() => yearEndAdjustment({ year: 2024, pay: 5_000_000, withheld: 0 })).toThrow(UnknownLawError)
  expect(() => yearEndAdjustment({ year: 2028, pay: 5_000_000, withheld: 0 })).toThrow(UnknownLawError)
})

test('the basic deduction of 2028 is already law, but the salary income table of 2028 is not known', () => {
  expect(lawOn(basicDeduction, '2028-01-01').value[0]).toEqual({ through: 1_320_000, amount: 990_000 })
  const guessed = yearEndAdjustment({ year: 2028, pay: 5_000_000, withheld: 0 }, { preview: true })
  expect(guessed.deductions.basic).toBe(620_000)
  expect(trustOf(guessed.because)).toBe('M')
})

test('the annual tax never falls as pay rises and never rises with a further deduction', () => {
  const year = fc.constantFrom(2025, 2026, 2027)
  fc.assert(
    fc.property(
      year,
      fc.nat(19_000_000),
      fc.nat(1_000_000),
      fc.nat(1_400_000),
      fc.nat(3),
      (when, pay, more, spouse, age) => {
        const dependents = [{ kind: (['general', 'specific', 'aged', 'under-16'] as const)[age] ?? 'general' }]
        const tax = (amount: number, rest: Partial<YearEndAdjustmentInput> = {}) =>
          yearEndAdjustment({ year: when, pay: amount, withheld: 0, ...rest }).annualTax
        const family = { dependents, spouse: { income: spouse }, widow: true, workingStudent: true }
        expect(tax(pay + more)).toBeGreaterThanOrEqual(tax(pay))
        expect(tax(pay + more, family)).toBeGreaterThanOrEqual(tax(pay, family))
        expect(tax(pay, family)).toBeLessThanOrEqual(tax(pay))
      },
    ),
    { numRuns: 1_000 },
  )
})

const good = { year: 2026, pay: 5_000_000, withheld: 100_000 } as const
test.each([
  ['year', { year: 2026.5 }],
  ['pay', { pay: -1 }],
  ['pay', { pay: 20_000_001 }],
  ['withheld', { withheld: -1 }],
  ['socialInsurance', { socialInsurance: 0.5 }],
  ['lifeInsurance.newGeneral', { lifeInsurance: { newGeneral: -1 } }],
  ['earthquake.oldLongTerm', { earthquake: { oldLongTerm: -1 } }],
  ['spouse.income', { spouse: {} }],
  ['spouse.aged', { spouse: { income: 0, aged: 70 } }],
  ['dependents', { dependents: 2 }],
  ['dependents[1].kind', { dependents: [{ kind: 'general' }, { kind: 'young' }] }],
  ['dependents[0].disability', { dependents: [{ kind: 'general', disability: 'yes' }] }],
  ['dependents[0].age', { dependents: [{ kind: 'general', age: 20 }] }],
  ['dependents[0].age', { dependents: [{ kind: 'under-16', age: 16 }] }],
  ['specificRelatives[0].income', { specificRelatives: [{ income: 620_000 }] }],
  ['disability', { disability: 'special-living-together' }],
  ['widow', { widow: true, singleParent: true }],
  ['housingLoanCredit', { housingLoanCredit: -1 }],
])('bad input names the field %s', (field, change) => {
  // as: what comes from outside may be anything
  const facts = { ...good, ...change } as YearEndAdjustmentInput
  expect(() => yearEndAdjustment(facts)).toThrow(expect.objectContaining({ name: 'InvalidInputError', field }))
})
