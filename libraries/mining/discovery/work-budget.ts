import { activitiesOf, type TraceLog } from './trace-log.ts'

const wholeBudget = 400_000_000
const keptFromTrials = 200_000_000
/** Beyond this many activities an arrow costs much more, being kept in a map. */
const manyActivities = 500
const costOfArrow = { few: 10, many: 150 }

/**
 * Bounds the work of discovery to some ten seconds. It is counted in events and arrows looked at, and never timed, so that
 * the same log gives the same tree on every machine. An office log spends a small part of it.
 */
export class WorkBudget {
  #left = wholeBudget

  /** Whether one more look at a log of this cost is within the bounds; trials leave room for the work itself. */
  spend(cost: number, purpose: 'division' | 'trial'): boolean {
    this.#left -= cost
    return this.#left >= (purpose === 'trial' ? keptFromTrials : 0)
  }
}

/** What one look at a log costs, twice as much with noise, since there are two graphs to look at. */
export function costOf(log: TraceLog, noise: number): number {
  const events = log.reduce((sum, { steps }) => sum + steps.length, 0)
  const activities = activitiesOf(log).length
  const arrows = Math.min(events, activities ** 2)
  const each = activities > manyActivities ? costOfArrow.many : costOfArrow.few
  return (events + arrows * each) * (noise > 0 ? 2 : 1)
}
