import { cell } from '../log/column.ts'
import { percentile } from './percentiles.ts'
import { seededRandom } from './seeded-random.ts'

export interface Interval {
  lowSeconds: number
  highSeconds: number
  /** Share of resamples within, 0.95. */
  level: number
  resamples: number
}

const most = 2000
const fewest = 200
const drawsAtMost = 40_000_000

/**
 * A 95 % percentile interval for the median of the second sample less that of the first, by drawing both anew with
 * replacement 2,000 times (Efron & Tibshirani, An Introduction to the Bootstrap, 1993, §13.3), less often, but 200 times at
 * least, where the samples are very large. Both samples ascending; the same seed gives the same interval.
 */
export function medianDifference(first: Float64Array, second: Float64Array, seed: number): Interval {
  const random = seededRandom(seed)
  const resamples = Math.max(fewest, Math.min(most, Math.floor(drawsAtMost / (first.length + second.length))))
  const differences = new Float64Array(resamples)
  const counts = [new Int32Array(first.length), new Int32Array(second.length)] as const
  for (let draw = 0; draw < resamples; draw++)
    differences[draw] = resampledMedian(second, counts[1], random) - resampledMedian(first, counts[0], random)
  differences.sort()
  const [lowSeconds, highSeconds] = [percentile(differences, 0.025), percentile(differences, 0.975)]
  return { lowSeconds, highSeconds, level: 0.95, resamples }
}

/** The median of as many draws as there are values, found by counting how often each value was drawn. */
function resampledMedian(ascending: Float64Array, counts: Int32Array, random: () => number): number {
  counts.fill(0)
  const n = ascending.length
  for (let draw = 0; draw < n; draw++) {
    const place = Math.floor(random() * n)
    counts[place] = cell(counts, place) + 1
  }
  const [lower, upper] = [Math.floor((n - 1) / 2), Math.ceil((n - 1) / 2)]
  let [place, seen] = [0, cell(counts, 0)]
  while (seen <= lower) seen += cell(counts, ++place)
  const low = cell(ascending, place)
  while (seen <= upper) seen += cell(counts, ++place)
  return (low + cell(ascending, place)) / 2
}
