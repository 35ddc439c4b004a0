import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atRate, divided, downTo } from './rounding.ts'

test('half a yen goes where its rule says', () => {
  const fivePerMille = { parts: 5, over: 1000 }
  expect(atRate(300_100, fivePerMille, 'half-down')).toBe(1500)
  expect(atRate(300_102, fivePerMille, 'half-down')).toBe(1501)
  expect(atRate(300_100, fivePerMille, 'half-up')).toBe(1501)
  expect(atRate(300_001, fivePerMille, 'ceil')).toBe(1501)
  expect(atRate(300_199, fivePerMille, 'floor')).toBe(1500)
  expect(downTo(1000, 5_234_567)).toBe(5_234_000)
})

test('products beyond the safe integers stay exact', () => {
  expect(atRate(999_999_999_999, { parts: 45_945, over: 100_000 }, 'floor')).toBe(459_449_999_999)
})

test('both ways of dividing agree, for every rounding', () => {
  const rounding = fc.constantFrom('floor' as const, 'ceil' as const, 'half-up' as const, 'half-down' as const)
  fc.assert(
    fc.property(
      fc.nat(2_000_000_000),
      fc.nat(100_000),
      fc.constantFrom(3, 7, 100, 1000, 100_000),
      rounding,
      (amount, parts, over, how) =>
        atRate(amount, { parts, over }, how) === divided(BigInt(amount) * BigInt(parts), over, how),
    ),
  )
})
