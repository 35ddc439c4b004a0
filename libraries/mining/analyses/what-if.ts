import { type BusinessCalendar, plainOfficeHours } from '../log/business-time.ts'
import { cell, entry } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'
import { monthsBefore } from '../log/instants.ts'
import { asOfInstant } from './as-of.ts'
import { caseSpan } from './case-times.ts'
import { extraneousDelays, type ObservedCase, observedCases, type Pool, poolsOf } from './observed-steps.ts'
import { type OpenClock, openClockOf } from './open-clock.ts'
import { percentile } from './percentiles.ts'
import { seededRandom } from './seeded-random.ts'
import { type Replay, simulate } from './simulate.ts'
import { type Outcome, whatIfWords } from './what-if-words.ts'

/** What would be different. Names that the log does not have are refused. */
export interface Change {
  /** People per role. */
  people?: Readonly<Record<string, number>>
  /** Work time of an activity, times a factor: 0.5 is half. */
  workFactor?: Readonly<Record<string, number>>
  /** Waiting before an activity that no busy colleague causes, times a factor. */
  waitFactor?: Readonly<Record<string, number>>
  /** Activities that are no longer done, with the wait before them. */
  without?: readonly string[]
}

export interface WhatIfOptions {
  change: Change
  /** People per role as it is now; counted from the log where absent. */
  people?: Readonly<Record<string, number>>
  calendar?: BusinessCalendar
  /** The last event of the log when absent. */
  asOf?: string | number
  /** Simulated runs, 200 to 2,000. */
  runs?: number
  seed?: number
  language?: 'ja' | 'en'
}

/** Seconds of lead time: the median of the medians of all runs, and between what 95 % of them lie. */
export interface SimulatedMedian {
  medianSeconds: number
  lowSeconds: number
  highSeconds: number
}

export interface WhatIf extends Outcome {
  /** In words: the advice, or why there is none. */
  words: string
}

const fewestRuns = 200
const mostRuns = 2000
const fewestCases = 10
const leastKnownShare = 0.8
const tolerance = 0.1
const mostSteps = 10_000_000

/**
 * What a change would do to lead time (analysis A12): observed arrivals are replayed with work times drawn from those
 * observed for the activity, people in pools per role, first come, first served, in the calendar's open hours; waits that no busy
 * colleague explains are drawn from those observed for the activity. Judged on the cases that ended in the last three months,
 * after three months to warm up. Gives no advice unless the simulated median is within 10 % of the observed one. The same
 * seed gives the same runs, and both sides of the comparison use the same draws. Throws a RangeError for an impossible
 * change, impossible numbers of people, an `asOf` that is no day or instant, and runs outside 200 to 2,000.
 */
export function whatIf(log: EventLog, options: WhatIfOptions): WhatIf {
  const { runs = fewestRuns, language = 'ja' } = options
  if (!(runs >= fewestRuns && runs <= mostRuns)) throw new RangeError(`runs: ${fewestRuns} to ${mostRuns}`)
  const outcome = outcomeOf(log, options, runs)
  return { ...outcome, words: whatIfWords(outcome, language) }
}

function outcomeOf(log: EventLog, options: WhatIfOptions, runs: number): Outcome {
  const asOf = asOfInstant(log, options.asOf)
  if (!log.hasTimes || !Number.isFinite(asOf)) return { isAdvice: false, refused: 'no-times', cases: 0 }
  const [since, warmUp] = [monthsBefore(asOf, 3), monthsBefore(asOf, 6)]
  const owners = ownersFrom(log, warmUp, since, asOf)
  const spans = owners.map((owner) => caseSpan(log, owner))
  const judged = owners.flatMap((_, place) =>
    entry(spans, place).endedAt > since && entry(spans, place).endedAt <= asOf ? [place] : [],
  )
  const observed = medianOf(judged.map((place) => entry(spans, place).endedAt - entry(spans, place).startedAt))
  const found = { isAdvice: false, cases: judged.length }
  if (judged.length < fewestCases) return { ...found, refused: 'few-cases' }
  const calendar = options.calendar ?? plainOfficeHours
  const first = spans.reduce((least, { startedAt }) => Math.min(least, startedAt), asOf)
  const clock = openClockOf(calendar, first, asOf)
  const pools = poolsOf(log, options.people ?? {}, since, asOf)
  checkPeople(options.people ?? {}, pools.list)
  checkChange(log, options.change, pools.list)
  const cases = observedCases(log, owners, clock, pools)
  const steps = cases.reduce((sum, one) => sum + one.steps.length, 0)
  if (steps * runs > mostSteps) return { ...found, refused: 'too-many-cases', observedSeconds: observed }
  const worked = cases.flatMap((one) => one.steps.slice(1))
  const known = worked.filter(({ work }) => !Number.isNaN(work)).length / Math.max(1, worked.length)
  if (known < leastKnownShare) return { ...found, refused: 'no-work-times', observedSeconds: observed }
  const model = modelOf(
    cases,
    pools.list,
    owners.map((_, place) => entry(spans, place).startedAt),
    clock,
    judged,
  )
  const now = medians(model, {}, log.activities, runs, options.seed ?? 1)
  const calibrated = { ...found, observedSeconds: observed, now }
  if (!(Math.abs(now.medianSeconds - observed) <= tolerance * observed))
    return { ...calibrated, refused: 'not-calibrated' }
  const changed = medians(model, options.change, log.activities, runs, options.seed ?? 1)
  return { ...calibrated, isAdvice: true, changed }
}

function ownersFrom(log: EventLog, warmUp: number, since: number, asOf: number): number[] {
  const owners: number[] = []
  for (let owner = 0; owner < log.caseCount; owner++) {
    const { startedAt, endedAt } = caseSpan(log, owner)
    if ((startedAt >= warmUp || endedAt > since) && startedAt <= asOf) owners.push(owner)
  }
  return owners.sort((a, b) => caseSpan(log, a).startedAt - caseSpan(log, b).startedAt || a - b)
}

function medianOf(milliseconds: readonly number[]): number {
  return percentile(Float64Array.from(milliseconds).sort(), 0.5) / 1000
}

function checkChange(
  log: EventLog,
  { people = {}, workFactor = {}, waitFactor = {}, without = [] }: Change,
  pools: readonly Pool[],
) {
  checkPeople(people, pools)
  for (const [activity, factor] of [
    ...Object.entries(workFactor),
    ...Object.entries(waitFactor),
    ...without.map((one) => [one, 1] as const),
  ]) {
    if (!log.activities.includes(activity)) throw new RangeError(`no activity ${activity} in this log`)
    if (!(factor >= 0 && factor <= 100)) throw new RangeError(`factor of ${activity}: 0 to 100`)
  }
}

function checkPeople(people: Readonly<Record<string, number>>, pools: readonly Pool[]) {
  const roles = pools.map(({ name }) => name)
  for (const [role, count] of Object.entries(people)) {
    if (!roles.includes(role)) throw new RangeError(`no role ${role} in this log: ${roles.join(', ')}`)
    if (!Number.isInteger(count) || count < 1 || count > 10_000) throw new RangeError(`people of ${role}: 1 to 10,000`)
  }
}

interface Model {
  cases: readonly ObservedCase[]
  people: readonly Pool[]
  arrivedAt: readonly number[]
  clock: OpenClock
  judged: readonly number[]
  /** Observed work of each activity, and observed delay before it, to draw from. */
  work: ReadonlyMap<number, readonly number[]>
  delay: ReadonlyMap<number, readonly number[]>
}

function modelOf(
  cases: readonly ObservedCase[],
  people: readonly Pool[],
  arrivedAt: readonly number[],
  clock: OpenClock,
  judged: readonly number[],
): Model {
  const delays = extraneousDelays(cases, people)
  const [work, delay] = [new Map<number, number[]>(), new Map<number, number[]>()]
  const add = (map: Map<number, number[]>, key: number, value: number) =>
    map.get(key)?.push(value) ?? map.set(key, [value])
  cases.forEach(({ steps }, number) => {
    steps.forEach((step, place) => {
      if (place === 0 && step.work === 0) return
      if (!Number.isNaN(step.work)) add(work, step.activity, step.work)
      add(delay, step.activity, entry(entry(delays, number), place))
    })
  })
  return { cases, people, arrivedAt, clock, judged, work, delay }
}

function medians(
  model: Model,
  change: Change,
  activities: readonly string[],
  runs: number,
  seed: number,
): SimulatedMedian {
  const people = model.people.map((pool) => change.people?.[pool.name] ?? pool.people)
  const perRun = new Float64Array(runs)
  for (let run = 0; run < runs; run++) {
    const ends = simulate(replayOf(model, change, activities, seededRandom(seed * 7919 + run)), people)
    const leads = model.judged.map((one) => leadOf(model, one, cell(ends, one)))
    perRun[run] = medianOf(leads)
  }
  perRun.sort()
  return {
    medianSeconds: percentile(perRun, 0.5),
    lowSeconds: percentile(perRun, 0.025),
    highSeconds: percentile(perRun, 0.975),
  }
}

/** Wall time from arrival to the end on the open clock; a case that never waited for an opening ends no sooner than it came. */
function leadOf({ arrivedAt, clock, cases }: Model, one: number, end: number): number {
  const came = entry(arrivedAt, one)
  return end <= entry(cases, one).arrivedAt ? 0 : Math.max(0, clock.instantAt(end) - came)
}

/** One run's draws: as many random numbers per step whatever the change, so that both sides draw alike. */
function replayOf(
  { cases, work, delay }: Model,
  change: Change,
  activities: readonly string[],
  random: () => number,
): Replay {
  const sizes = cases.reduce((sum, { steps }) => sum + steps.length, 0)
  const replay: Replay = {
    arrivals: Float64Array.from(cases, ({ arrivedAt }) => arrivedAt),
    starts: new Int32Array(cases.length + 1),
    pool: new Int32Array(sizes),
    work: new Float64Array(sizes),
    delay: new Float64Array(sizes),
  }
  const draw = (values: readonly number[] | undefined) => values?.[Math.floor(random() * values.length)] ?? 0
  let place = 0
  cases.forEach(({ steps }, number) => {
    steps.forEach(({ activity, pool, work: own }, step) => {
      const isArrival = step === 0 && own === 0
      const drawn = isArrival
        ? { work: 0, delay: 0 }
        : { work: draw(work.get(activity)), delay: draw(delay.get(activity)) }
      const name = entry(activities, activity)
      const isGone = change.without?.includes(name) ?? false
      replay.pool[place] = pool
      replay.work[place] = isGone ? 0 : drawn.work * (change.workFactor?.[name] ?? 1)
      replay.delay[place] = isGone ? 0 : drawn.delay * (change.waitFactor?.[name] ?? 1)
      place += 1
    })
    replay.starts[number + 1] = place
  })
  return replay
}
