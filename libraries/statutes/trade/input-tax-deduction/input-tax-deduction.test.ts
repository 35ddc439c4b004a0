import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '../../calendar/days.ts'
import { InvalidInputError } from '../../core/input.ts'
import { trustOf, UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { rateClasses } from '../consumption-tax/law.ts'
import { type InputTaxDeductionInput, inputTaxDeduction } from './input-tax-deduction.ts'

test.each(casesOf<{ name: string; input: InputTaxDeductionInput; expected: object }>(import.meta.url))(
  '$name',
  ({ input, expected }) => {
    expect(inputTaxDeduction(input)).toMatchObject(expected)
  },
)

const purchase = fc.record({
  transactionDate: fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2023-10-01', days)),
  amountIncludingTax: fc.nat(99_999_999),
  rateClass: fc.constantFrom(...rateClasses),
  supplier: fc.constantFrom('qualified', 'unregistered'),
  rounding: fc.constantFrom('floor', 'half-up'),
})

describe('for any purchase', () => {
  test('what is deductible and what is cost make the amount', () => {
    fc.assert(
      fc.property(purchase, (input) => {
        const { deductible, cost, nationalDeductible } = inputTaxDeduction(input)
        expect(deductible + cost).toBe(input.amountIncludingTax)
        expect(nationalDeductible).toBeLessThanOrEqual(deductible)
        expect(deductible).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('an unregistered supplier never gives more than a registered one', () => {
    fc.assert(
      fc.property(purchase, (input) => {
        const of = (supplier: 'qualified' | 'unregistered') => inputTaxDeduction({ ...input, supplier }).deductible
        expect(of('unregistered')).toBeLessThanOrEqual(of('qualified'))
      }),
    )
  })

  test('purchases handed over one after another deduct no more than the cap allows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40_000_000 }), { maxLength: 8 }), (amounts) => {
        let before = 0
        let deducted = 0
        for (const amountIncludingTax of amounts) {
          deducted += inputTaxDeduction({
            transactionDate: '2027-03-31',
            amountIncludingTax,
            rateClass: 'standard',
            supplier: 'unregistered',
            supplierPurchases: { periodStartsOn: '2026-10-01', before },
          }).deductible
          before += amountIncludingTax
        }
        expect(deducted).toBeLessThanOrEqual(6_363_636)
        expect(deducted).toBeGreaterThan((Math.min(before, 100_000_000) * 7) / 110 - amounts.length - 1)
      }),
    )
  })
})

const ok = {
  transactionDate: '2026-10-05',
  amountIncludingTax: 110_000,
  rateClass: 'standard',
  supplier: 'unregistered',
}

test('a purchase above the cap that says nothing of the others is refused', () => {
  const input = { ...ok, amountIncludingTax: 100_000_001 } as InputTaxDeductionInput
  expect(() => inputTaxDeduction(input)).toThrow(expect.objectContaining({ field: 'supplierPurchases' }))
})

test('what it rests on: rate, share, cap; the share of 2026 is a secondary source', () => {
  const { because } = inputTaxDeduction({
    ...ok,
    supplierPurchases: { periodStartsOn: '2026-10-01', before: 0 },
  } as InputTaxDeductionInput)
  expect(because.map(({ statute, from }) => `${statute} ${from}`)).toEqual([
    '消費税の標準税率 2019-10-01',
    '免税事業者等からの課税仕入れに係る経過措置の控除割合 2026-10-01',
    '免税事業者等からの課税仕入れに係る経過措置の上限額 2026-10-01',
  ])
  expect(trustOf(because)).toBe('S')
})

describe('all twelve months around each change', () => {
  test.each([
    ['2023-04-15', 100, 80],
    ['2026-04-15', 80, 70],
    ['2028-04-15', 70, 50],
    ['2030-04-15', 50, 30],
    ['2031-04-15', 30, 0],
  ])('from %s: six months of %i, then six of %i percent', (first, before, after) => {
    const percents = Array.from({ length: 12 }, (_, later) => addMonths(first, later)).map(
      (transactionDate) => inputTaxDeduction({ ...ok, transactionDate } as InputTaxDeductionInput).percent,
    )
    expect(percents).toEqual([...Array(6).fill(before), ...Array(6).fill(after)])
  })
})

test('outside the known period it refuses', () => {
  const on = (transactionDate: string) => () => inputTaxDeduction({ ...ok, transactionDate } as InputTaxDeductionInput)
  expect(on('2019-09-30')).toThrow(UnknownLawError)
  expect(on('2032-04-01')).toThrow(UnknownLawError)
})

test.each([
  [{ ...ok, transactionDate: '2026-02-31' }, 'transactionDate'],
  [{ ...ok, amountIncludingTax: -1 }, 'amountIncludingTax'],
  [{ ...ok, rateClass: '10' }, 'rateClass'],
  [{ ...ok, supplier: 'freelancer' }, 'supplier'],
  [{ ...ok, rounding: 'ceil' }, 'rounding'],
  [{ ...ok, statedTax: 10_000 }, 'statedTax'],
  [{ ...ok, supplier: 'qualified', statedTax: 9_000 }, 'statedTax'],
  [{ ...ok, transactionTotal: 109_999 }, 'transactionTotal'],
  [{ ...ok, company: { basePeriodSales: 'small' } }, 'company.basePeriodSales'],
  [{ ...ok, bookOnly: 'taxi' }, 'bookOnly'],
  [{ ...ok, supplier: 'qualified', bookOnly: 'pawnshop' }, 'bookOnly'],
  [{ ...ok, supplierPurchases: { periodStartsOn: '2026-10-06', before: 0 } }, 'supplierPurchases.periodStartsOn'],
  [{ ...ok, supplierPurchases: { periodStartsOn: '2026-10-01', before: -5 } }, 'supplierPurchases.before'],
])('%o names the field %s', (input, field) => {
  expect(() => inputTaxDeduction(input as InputTaxDeductionInput)).toThrow(InvalidInputError)
  expect(() => inputTaxDeduction(input as InputTaxDeductionInput)).toThrow(expect.objectContaining({ field }))
})
