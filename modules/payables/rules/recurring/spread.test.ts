import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf, spreadOf } from './spread.ts'

test('保険料 100,000円 for 2026-11 to 2027-01: 33,334 then twice 33,333', () => {
  expect(spreadOf(100_000, '2026-11-01', '2027-01-01')).toEqual([
    { month: '2026-11-01', amount: 33_334 },
    { month: '2026-12-01', amount: 33_333 },
    { month: '2027-01-01', amount: 33_333 },
  ])
})

test('one yen over three months falls into the first; a discount is spread with its sign', () => {
  expect(spreadOf(1, '2026-11-01', '2027-01-01').map(({ amount }) => amount)).toEqual([1, 0, 0])
  expect(spreadOf(-10, '2026-11-01', '2027-01-01').map(({ amount }) => amount)).toEqual([-4, -3, -3])
})

test('in proportion: 100 over 2:1 is 67 and 33', () => {
  expect(partsOf(100, [2, 1])).toEqual([67, 33])
})

test('the parts sum to the amount exactly, and none is a yen or more from its due share', () => {
  const amounts = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 })
  const weights = fc
    .array(fc.nat(1_000_000), { minLength: 1, maxLength: 120 })
    .filter((all) => all.some((weight) => weight > 0))
  fc.assert(
    fc.property(amounts, weights, (amount, given) => {
      const parts = partsOf(amount, given)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount)
      const all = given.reduce((sum, weight) => sum + weight, 0)
      parts.forEach((part, place) => {
        const distance = BigInt(part) * BigInt(all) - BigInt(amount) * BigInt(given[place] ?? 0)
        expect(distance < BigInt(all) && -distance < BigInt(all)).toBe(true)
      })
    }),
  )
})
