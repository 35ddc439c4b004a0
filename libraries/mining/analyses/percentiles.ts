import { cell } from '../log/column.ts'

/** Spread of some durations, in seconds; never a mean without its median and count. */
export interface Spread {
  n: number
  minSeconds: number
  medianSeconds: number
  p90Seconds: number
  meanSeconds: number
  maxSeconds: number
}

/**
 * The value at a share (0 to 1) of ascending values, linear between closest ranks: rank = share × (n − 1)
 * (Hyndman & Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996, type 7). NaN if empty.
 */
export function percentile(ascending: Float64Array, share: number): number {
  if (ascending.length === 0) return Number.NaN
  const rank = share * (ascending.length - 1)
  const below = cell(ascending, Math.floor(rank))
  return below + (cell(ascending, Math.ceil(rank)) - below) * (rank - Math.floor(rank))
}

/** The spread of durations given in milliseconds; sorts them in place. Nothing where there are none. */
export function spreadOf(milliseconds: Float64Array): Spread | undefined {
  if (milliseconds.length === 0) return undefined
  milliseconds.sort()
  let sum = 0
  for (let place = 0; place < milliseconds.length; place++) sum += cell(milliseconds, place)
  return {
    n: milliseconds.length,
    minSeconds: cell(milliseconds, 0) / 1000,
    medianSeconds: percentile(milliseconds, 0.5) / 1000,
    p90Seconds: percentile(milliseconds, 0.9) / 1000,
    meanSeconds: sum / milliseconds.length / 1000,
    maxSeconds: cell(milliseconds, milliseconds.length - 1) / 1000,
  }
}
