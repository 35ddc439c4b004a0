import { type BusinessCalendar, openTimeOf, plainOfficeHours } from '../log/business-time.ts'
import { byText, cell, entry, placeOf } from '../log/column.ts'
import { causes, type EventLog } from '../log/event-log.ts'
import { actorNatures } from './actor-nature.ts'
import { batchReadiness } from './batches.ts'
import { busySpans, overlapWith } from './busy-spans.ts'
import { gapAfter, leftAt } from './directly-follows.ts'
import { percentile, type Spread, spreadOf } from './percentiles.ts'

/** Why time passed, seconds; the five sum to all waiting. */
export interface WaitCauses {
  /** A wait by design: no bottleneck. */
  timer: number
  /** 時間外: nights, weekends, holidays. */
  outsideHours: number
  /** まとめ処理: waiting until the last case of a batch was ready. */
  batch: number
  /** 手待ち: the person was at work on something else; known only where end times are recorded. */
  contention: number
  other: number
}

export interface Bottleneck {
  from: string
  to: string
  count: number
  waitSeconds: number
  /** Share of all waiting that is no timer, 0 to 1. */
  share: number
  causes: WaitCauses
  spread: Spread
  /** Many gaps of one length: ask whether a timer makes them, then name the arrow in `confirmedTimers`. */
  suspectedTimer?: { seconds: number; share: number }
}

export interface Bottlenecks {
  /** Longest waiting first, timers not counted. */
  edges: Bottleneck[]
  causes: WaitCauses
  missing: ('times' | 'end-times')[]
}

export interface BottleneckOptions {
  calendar?: BusinessCalendar
  /** Arrows on which a person has confirmed a suspected timer. */
  confirmedTimers?: readonly { from: string; to: string }[]
}

/**
 * Where work waits and why: all waiting per arrow, split in this order into timer, outside working hours, batch, contention
 * and other (analysis A4; causes after Lashkevich et al. 2024, with timers first). A suspected timer is an arrow with 100
 * gaps or more where, of those of an hour or longer, 25 % and at least 10 lie within 1 % of one value; it counts as other
 * until confirmed.
 * Names that hide who it was make neither batches nor contention.
 */
export function bottlenecks(log: EventLog, options: BottleneckOptions = {}): Bottlenecks {
  const split = splitterOf(log, options.calendar ?? plainOfficeHours)
  const arrows = gapsByArrow(log)
  const edges = [...arrows.values()].flatMap(({ from, to, events }): Bottleneck[] => {
    const gaps = Float64Array.from(events, (event) => gapAfter(log, event))
    const spread = spreadOf(gaps)
    if (!spread) return []
    const suspected = suspectedTimer(gaps)
    const isConfirmed = options.confirmedTimers?.some((timer) => timer.from === from && timer.to === to)
    const timerSeconds = isConfirmed ? suspected?.seconds : undefined
    const total = noWaits()
    for (const event of events) split(event, timerSeconds, total)
    const waitSeconds = spread.meanSeconds * spread.n
    return [
      {
        ...{ from, to, count: events.length, waitSeconds, share: 0, causes: total, spread },
        ...(suspected === undefined || isConfirmed ? {} : { suspectedTimer: suspected }),
      },
    ]
  })
  const all = sumOf(edges.map((edge) => edge.causes))
  const waiting = edges.reduce((sum, edge) => sum + untimed(edge), 0)
  for (const edge of edges) edge.share = waiting > 0 ? untimed(edge) / waiting : 0
  edges.sort((a, b) => untimed(b) - untimed(a) || byText(a.from, b.from) || byText(a.to, b.to))
  const missing: Bottlenecks['missing'] = log.hasEndTimes ? [] : ['end-times']
  return { edges, causes: all, missing: log.hasTimes ? missing : ['times', ...missing] }
}

function untimed({ waitSeconds, causes }: Bottleneck): number {
  return waitSeconds - causes.timer
}

/** The events after which each arrow waits. */
function gapsByArrow(log: EventLog) {
  const arrows = new Map<number, { from: string; to: string; events: number[] }>()
  for (let owner = 0; owner < log.caseCount; owner++) {
    for (let event = cell(log.caseStarts, owner); event < cell(log.caseStarts, owner + 1) - 1; event++) {
      if (Number.isNaN(gapAfter(log, event))) continue
      const [from, to] = [cell(log.activity, event), cell(log.activity, event + 1)]
      const key = from * log.activities.length + to
      const arrow = arrows.get(key)
      if (arrow) arrow.events.push(event)
      else arrows.set(key, { from: entry(log.activities, from), to: entry(log.activities, to), events: [event] })
    }
  }
  return arrows
}

const timerTolerance = 0.01
const fewestGaps = 100
const leastShare = 0.25
const fewestAlike = 10
const shortestTimer = 3_600_000

/** The value round which the most gaps of an hour or longer lie, if they are many enough; gaps ascend, in milliseconds. */
function suspectedTimer(gaps: Float64Array): Bottleneck['suspectedTimer'] {
  if (gaps.length < fewestGaps) return undefined
  const long = gaps.subarray(placeOf(gaps, shortestTimer))
  let [best, middle, low, high] = [0, 0, 0, 0]
  for (let place = 0; place < long.length; place++) {
    const value = cell(long, place)
    while (cell(long, low) < value * (1 - timerTolerance)) low += 1
    while (high < long.length && cell(long, high) <= value * (1 + timerTolerance)) high += 1
    if (high - low <= best) continue
    best = high - low
    middle = percentile(long.subarray(low, high), 0.5)
  }
  const share = long.length === 0 ? 0 : best / long.length
  return share >= leastShare && best >= fewestAlike ? { seconds: middle / 1000, share } : undefined
}

/** A function that adds the wait after an event to a total, by cause. */
function splitterOf(log: EventLog, calendar: BusinessCalendar) {
  const openTime = openTimeOf(calendar)
  const natures = actorNatures(log)
  const isOne = (actor: number) => actor >= 0 && entry(natures, actor) !== 'masked'
  const readyAt = batchReadiness(log, isOne)
  const busy = busySpans(log, isOne)
  const timer = causes.indexOf('timer')
  return (event: number, timerSeconds: number | undefined, total: WaitCauses) => {
    const seconds = gapAfter(log, event) / 1000
    const isNearTimer = timerSeconds !== undefined && Math.abs(seconds / timerSeconds - 1) <= timerTolerance
    if (isNearTimer || cell(log.cause, event + 1) === timer) {
      total.timer += seconds
      return
    }
    const from = leftAt(log, event)
    const until = Math.max(from, cell(log.at, event + 1))
    const ready = cell(readyAt, event + 1)
    const gathered = ready > from ? Math.min(until, ready) : from
    const open = openTime(from, until) / 1000
    const batch = openTime(from, gathered) / 1000
    let contention = 0
    const spans = busy.get(cell(log.actor.numbers, event + 1))
    if (spans && open > batch)
      for (const [start, end] of overlapWith(spans, gathered, until)) contention += openTime(start, end) / 1000
    total.outsideHours += seconds - open
    total.batch += batch
    total.contention += contention
    total.other += open - batch - contention
  }
}

function noWaits(): WaitCauses {
  return { timer: 0, outsideHours: 0, batch: 0, contention: 0, other: 0 }
}

function sumOf(all: readonly WaitCauses[]): WaitCauses {
  const total = noWaits()
  for (const one of all)
    for (const cause of ['timer', 'outsideHours', 'batch', 'contention', 'other'] as const) total[cause] += one[cause]
  return total
}
