import type { EventLog } from '../log/event-log.ts'
import { baseCase } from './base-cases.ts'
import { activityConcurrent } from './fall-throughs/activity-concurrent.ts'
import { activityOncePerTrace } from './fall-throughs/activity-once-per-trace.ts'
import { emptyTraces, withoutRareEmptyTraces } from './fall-throughs/empty-traces.ts'
import { flower } from './fall-throughs/flower.ts'
import { strictTauLoop, tauLoop } from './fall-throughs/tau-loop.ts'
import { findCut } from './find-cut.ts'
import type { ProcessTree } from './process-tree.ts'
import { reduceTree } from './reduce-tree.ts'
import { type TraceLog, traceLogOf } from './trace-log.ts'
import { costOf, WorkBudget } from './work-budget.ts'

/** Deeper than this, or beyond the budget, what is left becomes one flower: it fits, and nobody reads a tree so large. */
const deepestDivision = 300

interface Miner {
  noise: number
  names: readonly string[]
  budget: WorkBudget
}

/**
 * Discovers a process tree by the inductive miner: IM at noise 0, whose tree accepts every case of the log (Leemans,
 * Fahland, van der Aalst, "Discovering Block-Structured Process Models from Event Logs – A Constructive Approach", 2013),
 * IMf above (the same, "… Containing Infrequent Behaviour", 2014), which passes over ways rarer than `noise` of the most
 * frequent. Works on variants; the order of cases changes nothing. Work is bounded: what is left of a log beyond the bounds
 * (thousands of activities without any order) becomes one flower, a loop over a choice, which still fits. Throws a
 * RangeError for a noise outside 0 to 1.
 */
export function inductiveMiner(log: EventLog, { noise = 0 }: { noise?: number } = {}): ProcessTree {
  if (!(noise >= 0 && noise <= 1))
    throw new RangeError(
      `noise は0から1の間で指定してください（${noise}）。（noise must lie between 0 and 1, not ${noise}.）`,
    )
  const { traces, names } = traceLogOf(log)
  return reduceTree(mine(traces, { noise, names, budget: new WorkBudget() }, 1))
}

function mine(whole: TraceLog, miner: Miner, depth: number): ProcessTree {
  const { noise, names, budget } = miner
  const log = withoutRareEmptyTraces(whole, noise)
  const leaf = baseCase(log, names)
  if (leaf) return leaf
  const division =
    depth > deepestDivision || !budget.spend(costOf(log, noise), 'division')
      ? undefined
      : (emptyTraces(log) ??
        findCut(log, noise) ??
        activityOncePerTrace(log) ??
        activityConcurrent(log, noise, budget) ??
        strictTauLoop(log) ??
        tauLoop(log))
  if (!division) return flower(log, names)
  return { operator: division.operator, children: division.parts.map((part) => mine(part, miner, depth + 1)) }
}
