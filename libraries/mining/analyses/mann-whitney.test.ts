import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mannWhitney, upperTail } from './mann-whitney.ts'

const test2 = (first: number[], second: number[]) => mannWhitney(Float64Array.from(first), Float64Array.from(second))

test('permeability of membranes, Hollander & Wolfe (1973), p. 69: W = 35, p = 0.1272 one-sided, twice that two-sided', () => {
  const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
  const early = [1.15, 0.88, 0.9, 0.74, 1.21]
  const found = test2(term, early)
  expect(found).toMatchObject({ u: 35, method: 'exact' })
  expect(found.p / 2).toBeCloseTo(0.1272, 4)
})

test('ozone in May and August 1973 (Chambers et al. 1983, with ties): W = 127.5, p = 0.0001208', () => {
  const may = [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37]
  const august = [
    39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85,
  ]
  const found = test2(may, august)
  expect(found).toMatchObject({ u: 127.5, method: 'normal-approximation' })
  expect(found.p).toBeCloseTo(0.0001208, 7)
})

test('age at diagnosis of nine people: U = 17 of 20, p = 1/9', () => {
  const found = test2([19, 22, 16, 29, 24], [20, 11, 17, 12])
  expect(found.u).toBe(17)
  expect(found.p).toBeCloseTo(1 / 9, 12)
})

/** Critical values of U, two-sided 5 %, as every table of the test gives them (Mann & Whitney 1947; Siegel 1956, table K). */
test.each([
  [4, 4, 0],
  [5, 5, 2],
  [5, 8, 6],
  [8, 8, 13],
  [10, 10, 23],
  [12, 15, 49],
  [15, 15, 64],
  [20, 20, 127],
])('with %d and %d values U ≤ %d is significant at 5 %%, one more is not', (m, n, critical) => {
  const withU = (u: number) => {
    const losing = Array.from({ length: m }, (_, place) => place - m)
    const second = Array.from({ length: n }, (_, place) => place + 1)
    let left = u
    for (let place = m - 1; place >= 0 && left > 0; place--) {
      const wins = Math.min(n, left)
      losing[place] = wins + 0.5 - (m - place) * -0.001
      left -= wins
    }
    return test2(losing, second)
  }
  expect(withU(critical).u).toBe(critical)
  expect(withU(critical).p).toBeLessThanOrEqual(0.05)
  expect(withU(critical + 1).p).toBeGreaterThan(0.05)
})

test.each([
  [0, 0.5],
  [1, 0.158655253931],
  [1.959963984540054, 0.025],
  [3.090232306167813, 0.001],
  [6, 9.865876450377e-10],
])('the normal tail beyond %d is %d', (z, p) => {
  expect(upperTail(z) / p).toBeCloseTo(1, 9)
})

test('exact p is the share of all splits as far apart, counted one by one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 9 }), fc.nat(), (values, cut) => {
      const m = 1 + (cut % (values.length - 1))
      const uOf = (own: number[], others: number[]) => own.flatMap((a) => others.filter((b) => a > b)).length
      const splits = Array.from({ length: 2 ** values.length }, (_, bits) =>
        Map.groupBy(values, (_, place) => (bits >> place) & 1),
      ).filter((split) => split.get(1)?.length === m)
      const apart = (u: number) => Math.min(u, m * (values.length - m) - u)
      const observed = apart(uOf(values.slice(0, m), values.slice(m)))
      const far = splits.filter((split) => uOf(split.get(1) ?? [], split.get(0) ?? []) <= observed)
      const found = test2(values.slice(0, m), values.slice(m))
      expect(found.p).toBeCloseTo(Math.min(1, (2 * far.length) / splits.length), 12)
    }),
  )
})

test('equal samples differ in nothing, and neither order nor side matters', () => {
  expect(test2([1, 1, 1, 1, 1], [1, 1, 1, 1, 1]).p).toBe(1)
  expect(test2([3, 1, 2], [6, 5, 4]).p).toBe(test2([5, 4, 6], [2, 3, 1]).p)
  expect(() => test2([], [1])).toThrow('two samples')
})
