import { entry } from '../log/column.ts'
import { millisecondsPerDay, tokyoDateOf, tokyoDayNumber } from '../log/instants.ts'

/** 発生時期: how often a piece of work comes round. */
export type WorkCycle = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly' | 'irregular'

/** A pause longer than half the cycle starts a new occurrence, days. 年末調整 runs over New Year and is one occurrence. */
const pauseDays = { quarterly: 45, yearly: 183 } as const

/**
 * The runs of yearly or quarterly work: ascending instants (milliseconds), cut where a pause is longer than half the cycle.
 */
export function occurrencesOf(ascending: readonly number[], cycle: 'quarterly' | 'yearly'): number[][] {
  const runs: number[][] = []
  let before = Number.NEGATIVE_INFINITY
  for (const instant of ascending) {
    if (instant - before > pauseDays[cycle] * millisecondsPerDay) runs.push([])
    runs.at(-1)?.push(instant)
    before = instant
  }
  return runs
}

/**
 * The cycle that ascending instants show: daily = on 60 % or more of the weekdays from first to last (two weeks or more);
 * weekly = in 75 % of the weeks (four or more); monthly = in 75 % of the months (three or more); quarterly and yearly = at
 * least three and two occurrences whose starts lie 75–110 and 300–430 days apart at the median; irregular (随時) otherwise.
 */
export function cycleOf(ascending: readonly number[]): WorkCycle {
  const days = [...new Set(ascending.map(tokyoDayNumber))]
  const first = days[0]
  const last = days.at(-1)
  if (first === undefined || last === undefined) return 'irregular'
  const span = last - first + 1
  if (span >= 14 && days.filter(isWeekday).length / weekdaysBetween(first, last) >= 0.6) return 'daily'
  const weeks = new Set(days.map((day) => Math.floor((day + 3) / 7)))
  if (span >= 28 && weeks.size / (span / 7) >= 0.75) return 'weekly'
  const months = new Set(days.map(monthNumber))
  const monthSpan = monthNumber(last) - monthNumber(first) + 1
  if (monthSpan >= 3 && months.size / monthSpan >= 0.75) return 'monthly'
  if (isSpaced(ascending, 'quarterly', 3, 75, 110)) return 'quarterly'
  return isSpaced(ascending, 'yearly', 2, 300, 430) ? 'yearly' : 'irregular'
}

function isSpaced(
  ascending: readonly number[],
  cycle: 'quarterly' | 'yearly',
  fewest: number,
  least: number,
  most: number,
) {
  const starts = occurrencesOf(ascending, cycle).map((run) => tokyoDayNumber(entry(run, 0)))
  if (starts.length < fewest) return false
  const gaps = starts.slice(1).map((start, place) => start - entry(starts, place))
  gaps.sort((a, b) => a - b)
  const middle = entry(gaps, Math.floor(gaps.length / 2))
  return middle >= least && middle <= most
}

function isWeekday(day: number): boolean {
  return (((day + 3) % 7) + 7) % 7 < 5
}

function weekdaysBetween(first: number, last: number): number {
  let count = 0
  for (let day = first; day <= last; day++) if (isWeekday(day)) count += 1
  return Math.max(count, 1)
}

function monthNumber(day: number): number {
  const date = new Date(day * millisecondsPerDay)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** The months (1–12) in which work is done, ascending, in Japan time. */
export function monthsOf(instants: readonly number[]): number[] {
  return [...new Set(instants.map((instant) => Number(tokyoDateOf(instant).slice(5, 7))))].sort((a, b) => a - b)
}
