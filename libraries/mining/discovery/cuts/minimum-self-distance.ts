import { entry } from '../../log/column.ts'
import type { TraceLog } from '../trace-log.ts'

/**
 * Pairs that cannot be parallel: an activity and what stands between it and its next occurrence wherever the two are
 * closest (minimum self-distance: Leemans, Robust Process Mining with Guarantees, 2017). It tells ↺(a, b) from ∧(a, b),
 * which can have the same arrows. In nodes, by the node of each activity.
 */
export function selfDistancePairs(log: TraceLog, nodeOf: readonly number[]): [number, number][] {
  const shortest = new Map<number, number>()
  forEachReturn(log, (activity, steps, from, to) => {
    shortest.set(activity, Math.min(shortest.get(activity) ?? Number.POSITIVE_INFINITY, to - from))
    return steps
  })
  const between = new Map<number, Set<number>>()
  forEachReturn(log, (activity, steps, from, to) => {
    if (to - from > (shortest.get(activity) ?? 0)) return
    const seen = between.get(activity) ?? new Set()
    for (let place = from + 1; place < to; place++) seen.add(steps[place] ?? activity)
    between.set(activity, seen)
  })
  const node = (activity: number) => entry(nodeOf, activity)
  return [...between].flatMap(([one, seen]) => [...seen].map((other): [number, number] => [node(one), node(other)]))
}

function forEachReturn(
  log: TraceLog,
  visit: (activity: number, steps: readonly number[], from: number, to: number) => void,
) {
  for (const { steps } of log) {
    const last = new Map<number, number>()
    steps.forEach((activity, place) => {
      const from = last.get(activity)
      if (from !== undefined) visit(activity, steps, from, place)
      last.set(activity, place)
    })
  }
}
