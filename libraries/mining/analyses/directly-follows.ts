import { type BusinessCalendar, openTimeOf } from '../log/business-time.ts'
import { byText, cell, entry, startsOf } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'
import { type Spread, spreadOf } from './percentiles.ts'

/** One arrow: how often `to` came next after `from`, in how many cases, and the time in between (absent without times). */
export interface FlowEdge {
  from: string
  to: string
  count: number
  cases: number
  meanSeconds?: number
  medianSeconds?: number
  p90Seconds?: number
  maxSeconds?: number
  /** The same gaps in open hours alone; only where a calendar was given. */
  business?: Pick<Spread, 'meanSeconds' | 'medianSeconds' | 'p90Seconds' | 'maxSeconds'>
}

export interface ActivityCount {
  activity: string
  count: number
}

export interface DirectlyFollows {
  caseCount: number
  /** Most frequent first. */
  activities: ActivityCount[]
  edges: FlowEdge[]
  starts: ActivityCount[]
  ends: ActivityCount[]
}

/**
 * The directly-follows graph: a → b for each pair of adjacent events of a case (van der Aalst, Process Mining: Data Science
 * in Action, 2nd ed. 2016, §6.2 relation >L, §9.4 for times). Seconds are wall time from the end of the first event (its
 * `at` where no end is known) to the start of the second, 0 where they overlap. Most frequent first, then by name. With a
 * `calendar`, each arrow also tells its gaps in business time.
 */
export function directlyFollows(log: EventLog, options: { calendar?: BusinessCalendar } = {}): DirectlyFollows {
  const pairs = adjacentPairs(log)
  const edges = edgesOf(log, pairs, options.calendar)
  const activityCounts = new Int32Array(log.activities.length)
  for (let event = 0; event < log.eventCount; event++) increment(activityCounts, cell(log.activity, event))
  const starts = new Int32Array(log.activities.length)
  const ends = new Int32Array(log.activities.length)
  for (let owner = 0; owner < log.caseCount; owner++) {
    increment(starts, cell(log.activity, cell(log.caseStarts, owner)))
    increment(ends, cell(log.activity, cell(log.caseStarts, owner + 1) - 1))
  }
  return {
    caseCount: log.caseCount,
    activities: countsByActivity(log, activityCounts),
    edges,
    starts: countsByActivity(log, starts),
    ends: countsByActivity(log, ends),
  }
}

interface Pairs {
  /** from × activities + to, per distinct arrow in order of first appearance. */
  keys: number[]
  counts: Int32Array
  cases: Int32Array
  /** Per event, the arrow that leads from it to the next of its case, −1 at the end of a case. */
  arrow: Int32Array
}

const widestTable = 1_000_000

/** Numbers the arrows: by a table while activities² is small, by a map beyond. */
function adjacentPairs(log: EventLog): Pairs {
  const width = log.activities.length
  const table = width * width <= widestTable ? new Int32Array(width * width).fill(-1) : undefined
  const sparse = new Map<number, number>()
  const keys: number[] = []
  const arrow = new Int32Array(log.eventCount).fill(-1)
  for (let owner = 0; owner < log.caseCount; owner++) {
    const last = cell(log.caseStarts, owner + 1) - 1
    for (let event = cell(log.caseStarts, owner); event < last; event++) {
      const key = cell(log.activity, event) * width + cell(log.activity, event + 1)
      let number = table ? cell(table, key) : (sparse.get(key) ?? -1)
      if (number < 0) {
        number = keys.push(key) - 1
        if (table) table[key] = number
        else sparse.set(key, number)
      }
      arrow[event] = number
    }
  }
  return { keys, ...arrowCounts(log, arrow, keys.length), arrow }
}

function arrowCounts(log: EventLog, arrow: Int32Array, arrowCount: number) {
  const counts = new Int32Array(arrowCount)
  const cases = new Int32Array(arrowCount)
  const lastCase = new Int32Array(arrowCount).fill(-1)
  for (let owner = 0; owner < log.caseCount; owner++) {
    const last = cell(log.caseStarts, owner + 1) - 1
    for (let event = cell(log.caseStarts, owner); event < last; event++) {
      const number = cell(arrow, event)
      increment(counts, number)
      if (cell(lastCase, number) === owner) continue
      lastCase[number] = owner
      increment(cases, number)
    }
  }
  return { counts, cases }
}

function edgesOf(log: EventLog, pairs: Pairs, calendar: BusinessCalendar | undefined): FlowEdge[] {
  const gaps = log.hasTimes ? gapsByArrow(log, pairs, gapAfter) : undefined
  const openTime = calendar && openTimeOf(calendar)
  const openGap = (_: EventLog, event: number) =>
    openTime ? openTime(leftAt(log, event), cell(log.at, event + 1)) : Number.NaN
  const open = log.hasTimes && openTime ? gapsByArrow(log, pairs, openGap) : undefined
  const edges = pairs.keys.map((key, number): FlowEdge => {
    const edge: FlowEdge = {
      from: entry(log.activities, Math.floor(key / log.activities.length)),
      to: entry(log.activities, key % log.activities.length),
      count: cell(pairs.counts, number),
      cases: cell(pairs.cases, number),
    }
    const spread = gaps && spreadOf(gaps(number))
    if (!spread) return edge
    const business = open && spreadOf(open(number))
    return { ...edge, ...fourOf(spread), ...(business ? { business: fourOf(business) } : {}) }
  })
  return edges.sort((a, b) => b.count - a.count || byText(a.from, b.from) || byText(a.to, b.to))
}

function fourOf({ meanSeconds, medianSeconds, p90Seconds, maxSeconds }: Spread) {
  return { meanSeconds, medianSeconds, p90Seconds, maxSeconds }
}

/** The milliseconds of each arrow side by side in one column; gaps with an unknown end are left out. */
function gapsByArrow(
  log: EventLog,
  { counts, arrow }: Pairs,
  gapOf: typeof gapAfter,
): (number: number) => Float64Array {
  const starts = startsOf(counts)
  const filled = starts.slice()
  const gaps = new Float64Array(arrow.length)
  for (let event = 0; event < arrow.length; event++) {
    const number = cell(arrow, event)
    if (number < 0) continue
    const gap = gapOf(log, event)
    if (Number.isNaN(gap)) continue
    const place = cell(filled, number)
    gaps[place] = gap
    filled[number] = place + 1
  }
  return (number) => gaps.subarray(cell(starts, number), cell(filled, number))
}

/** Milliseconds from the end of an event to the start of the next in its case; NaN where a time is missing. */
export function gapAfter(log: EventLog, event: number): number {
  return Math.max(0, cell(log.at, event + 1) - leftAt(log, event))
}

/** When work left an event: its end, or its own instant where no end is known. */
export function leftAt(log: EventLog, event: number): number {
  const endedAt = cell(log.endedAt, event)
  return Number.isNaN(endedAt) ? cell(log.at, event) : endedAt
}

function increment(counts: Int32Array, place: number) {
  counts[place] = cell(counts, place) + 1
}

function countsByActivity(log: EventLog, counts: Int32Array): ActivityCount[] {
  return log.activities
    .map((activity, number) => ({ activity, count: cell(counts, number) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || byText(a.activity, b.activity))
}
