import { describe, expect, test } from 'vitest'
import { readUnits, writeUnits } from './foreign-units.ts'

describe('amounts of a currency and rates, kept as whole numbers', () => {
  test.each([
    ['1,234.5', 2, 123_450],
    ['１５０．２５', 6, 150_250_000],
    ['1500', 0, 1500],
    ['', 2, 0],
  ])('%s with %i places is %i', (text, places, units) => {
    expect(readUnits(text, places)).toBe(units)
  })
  test.each([
    ['12.345', 2],
    ['1e9', 2],
    ['-5', 2],
    ['1.5', 0],
  ])('%s with %i places is no amount', (text, places) => {
    expect(readUnits(text, places)).toBeUndefined()
  })
  test('are written as people read them', () => {
    expect([writeUnits(123_450, 2), writeUnits(150_250_000, 6), writeUnits(5, 2), writeUnits(1500, 0)]).toEqual([
      '1234.5',
      '150.25',
      '0.05',
      '1500',
    ])
  })
})
