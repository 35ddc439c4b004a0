import { cell } from '../log/column.ts'

export interface MannWhitney {
  /** U of the first sample: how many pairs it wins, ties counting half. */
  u: number
  /** Two-sided. */
  p: number
  method: 'exact' | 'normal-approximation'
}

const mostForExact = 50

/**
 * The Mann–Whitney U test of two samples, two-sided (Mann & Whitney, "On a Test of Whether one of Two Random Variables is
 * Stochastically Larger than the Other", Annals of Mathematical Statistics 18(1), 1947). Exact where both have at most 50
 * values and no two are equal: p = 2 P(U ≤ the smaller U), at most 1. Otherwise the normal approximation with the variance
 * corrected for ties (Lehmann, Nonparametrics, 1975, §1.4) and a continuity correction of ½. Throws for an empty sample.
 */
export function mannWhitney(first: Float64Array, second: Float64Array): MannWhitney {
  const [m, n] = [first.length, second.length]
  if (m === 0 || n === 0) throw new RangeError('mannWhitney needs two samples')
  const { u, tieTerm } = uOf(first.slice().sort(), second.slice().sort())
  const smaller = Math.min(u, m * n - u)
  if (tieTerm === 0 && Math.max(m, n) <= mostForExact)
    return { u, p: Math.min(1, 2 * shareUpTo(smaller, m, n)), method: 'exact' }
  const all = m + n
  const variance = ((m * n) / 12) * (all + 1 - tieTerm / (all * (all - 1)))
  const z = variance === 0 ? 0 : Math.max(0, (m * n) / 2 - smaller - 0.5) / Math.sqrt(variance)
  return { u, p: Math.min(1, 2 * upperTail(z)), method: 'normal-approximation' }
}

/** U of the first of two ascending samples, and Σ t³ − t over the groups of equal values. */
function uOf(first: Float64Array, second: Float64Array) {
  let [u, tieTerm, one, other] = [0, 0, 0, 0]
  while (one < first.length) {
    const value = cell(first, one)
    while (other < second.length && cell(second, other) < value) other = tieFrom(second, other)
    const ownEnd = tieFrom(first, one)
    const equalEnd = second[other] === value ? tieFrom(second, other) : other
    u += (ownEnd - one) * (other + (equalEnd - other) / 2)
    one = ownEnd
  }
  for (const size of tieSizes(first, second)) tieTerm += size ** 3 - size
  return { u, tieTerm }
}

/** The end of the run of equal values that begins at a place. */
function tieFrom(ascending: Float64Array, from: number): number {
  let end = from + 1
  while (end < ascending.length && ascending[end] === ascending[from]) end += 1
  return end
}

function* tieSizes(first: Float64Array, second: Float64Array): Generator<number> {
  const all = new Float64Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  all.sort()
  for (let from = 0; from < all.length; ) {
    const end = tieFrom(all, from)
    yield end - from
    from = end
  }
}

/**
 * P(U ≤ u) without ties. The number of orders with each U are the coefficients of ∏ (1 − x^(n+i)) ÷ (1 − x^i), i = 1 … m;
 * those up to u need only those up to u, so the small ones stay exact.
 */
function shareUpTo(u: number, m: number, n: number): number {
  const ways = new Float64Array(Math.floor(u) + 1)
  ways[0] = 1
  let orders = 1
  for (let i = 1; i <= m; i++) {
    orders = (orders * (n + i)) / i
    for (let place = ways.length - 1; place >= n + i; place--)
      ways[place] = cell(ways, place) - cell(ways, place - n - i)
    for (let place = i; place < ways.length; place++) ways[place] = cell(ways, place) + cell(ways, place - i)
  }
  return ways.reduce((sum, count) => sum + count, 0) / orders
}

/** P(Z > z) of the standard normal for z ≥ 0, by the continued fraction beyond 3 and the series before (Abramowitz & Stegun 26.2.10, 26.2.14). */
export function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  if (z < 3) {
    let [term, sum] = [z, z]
    for (let k = 1; Math.abs(term) > 1e-17 && k < 200; k++) {
      term *= (z * z) / (2 * k + 1)
      sum += term
    }
    return 0.5 - density * sum
  }
  let fraction = z
  for (let k = 100; k >= 1; k--) fraction = z + k / fraction
  return density / fraction
}
