import { cell, entry } from '../log/column.ts'
import type { EventLog, TextColumn } from '../log/event-log.ts'
import { touchSecondsOf } from '../log/touch-time.ts'
import { actorNatures } from './actor-nature.ts'
import type { OpenClock } from './open-clock.ts'

/** A step as it happened, in open milliseconds. */
export interface ObservedStep {
  activity: number
  /** Place in `pools`; −1 for work that no person of a known role did: it waits for nobody. */
  pool: number
  /** Work; NaN where the log does not tell. */
  work: number
  readyAt: number
  startedAt: number
  endedAt: number
}

export interface ObservedCase {
  owner: number
  arrivedAt: number
  steps: ObservedStep[]
}

export interface Pool {
  name: string
  people: number
}

/**
 * The cases with their steps: a step is ready when the one before it ended; it started at `at` where an end is recorded,
 * else its work time before `at`. The first stamp of a case is its arrival, so a first event without an end takes no time.
 */
export function observedCases(
  log: EventLog,
  owners: readonly number[],
  clock: OpenClock,
  pools: Pools,
): ObservedCase[] {
  return owners.map((owner) => {
    const steps: ObservedStep[] = []
    const first = cell(log.caseStarts, owner)
    const arrivedAt = clock.openAt(cell(log.at, first))
    let readyAt = arrivedAt
    for (let event = first; event < cell(log.caseStarts, owner + 1); event++) {
      const at = cell(log.at, event)
      if (Number.isNaN(at)) continue
      const end = cell(log.endedAt, event)
      const touch = touchSecondsOf(log, event) * 1000
      const hasEnd = !Number.isNaN(end)
      const endedAt = Math.max(readyAt, clock.openAt(hasEnd ? end : at))
      const own = hasEnd ? Math.min(touch, endedAt - Math.min(endedAt, clock.openAt(at))) : event === first ? 0 : touch
      const work = Math.min(own, hasEnd ? own : endedAt - readyAt)
      const startedAt = Math.max(readyAt, endedAt - (Number.isNaN(work) ? 0 : work))
      steps.push({ activity: cell(log.activity, event), pool: pools.poolOf(event), work, readyAt, startedAt, endedAt })
      readyAt = endedAt
    }
    return { owner, arrivedAt, steps }
  })
}

export interface Pools {
  list: Pool[]
  poolOf(event: number): number
}

/**
 * The pools of people: by role, else by department, else everyone as one. As many people as are declared, else as the log
 * names among its events in [from, until]; events by programs and by names that hide who it was belong to none.
 */
export function poolsOf(log: EventLog, people: Readonly<Record<string, number>>, from: number, until: number): Pools {
  const column = [log.role, log.department].find(({ texts }) => texts.length > 0)
  const names = column?.texts ?? ['']
  const natures = actorNatures(log)
  const poolOf = (event: number) => {
    const actor = cell(log.actor.numbers, event)
    const isPerson = natures[actor] === 'human' || (actor < 0 && isDeclared(column, event, people))
    if (!isPerson) return -1
    return column ? cell(column.numbers, event) : 0
  }
  const known = names.map(() => new Set<number>())
  for (let event = 0; event < log.eventCount; event++) {
    const at = cell(log.at, event)
    const [pool, actor] = [poolOf(event), cell(log.actor.numbers, event)]
    if (pool >= 0 && actor >= 0 && at >= from && at <= until) entry(known, pool).add(actor)
  }
  const list = names.map((name, pool) => ({ name, people: people[name] ?? Math.max(1, entry(known, pool).size) }))
  return { list, poolOf }
}

function isDeclared(column: TextColumn | undefined, event: number, people: Readonly<Record<string, number>>): boolean {
  const name = column ? column.texts[cell(column.numbers, event)] : ''
  return name !== undefined && people[name] !== undefined
}

/**
 * Waiting that people of the pool did not cause, per step in order: the wait less the time in which everyone of the pool was
 * at work (extraneous delay: Chapela-Campa & Dumas, "Enhancing business process simulation models with extraneous activity
 * delays", Information Systems 124, 2024).
 */
export function extraneousDelays(cases: readonly ObservedCase[], pools: readonly Pool[]): number[][] {
  const worked = Map.groupBy(
    cases.flatMap(({ steps }) => steps),
    ({ pool }) => pool,
  )
  const full = pools.map(({ people }, pool) => fullTimeOf(worked.get(pool) ?? [], people))
  return cases.map(({ steps }) =>
    steps.map(({ pool, readyAt, startedAt }) => {
      const busy = pool < 0 ? 0 : entry(full, pool)(startedAt) - entry(full, pool)(readyAt)
      return Math.max(0, startedAt - readyAt - busy)
    }),
  )
}

/** A function that tells for how long, up to an open instant, everyone of a pool with these steps has been at work at once. */
function fullTimeOf(steps: readonly ObservedStep[], people: number): (open: number) => number {
  const changes = steps.flatMap(({ work, startedAt, endedAt }) =>
    work > 0 ? [[startedAt, 1] as const, [endedAt, -1] as const] : [],
  )
  changes.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const [at, total] = [new Float64Array(changes.length), new Float64Array(changes.length)]
  const isFullFrom = new Int32Array(changes.length)
  let [busy, sum] = [0, 0]
  changes.forEach(([open, change], place) => {
    if (place > 0 && isFullFrom[place - 1] === 1) sum += open - cell(at, place - 1)
    at[place] = open
    total[place] = sum
    busy += change
    isFullFrom[place] = busy >= people ? 1 : 0
  })
  return (open) => {
    let [low, high] = [0, at.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (cell(at, middle) <= open) low = middle + 1
      else high = middle
    }
    if (low === 0) return 0
    return cell(total, low - 1) + (isFullFrom[low - 1] === 1 ? open - cell(at, low - 1) : 0)
  }
}
