import { entry } from '../log/column.ts'
import { exclusiveChoiceCut } from './cuts/exclusive-choice.ts'
import { loopCut } from './cuts/loop.ts'
import { selfDistancePairs } from './cuts/minimum-self-distance.ts'
import { parallelCut } from './cuts/parallel.ts'
import { sequenceCut } from './cuts/sequence.ts'
import { type FlowGraph, flowGraph, nodesOf, withoutInfrequent } from './flow-graph.ts'
import type { TreeOperator } from './process-tree.ts'
import { splitLog } from './split-log.ts'
import type { TraceLog } from './trace-log.ts'

/** An operator and the log of each of its children; a log without traces stands for τ. */
export interface Division {
  operator: TreeOperator
  parts: TraceLog[]
}

/** The first cut that fits the log; with noise, where none does, the first that fits its frequent arrows. */
export function findCut(log: TraceLog, noise: number): Division | undefined {
  const graph = flowGraph(log)
  const cut = firstCut(graph, log) ?? (noise > 0 ? firstCut(withoutInfrequent(graph, noise), log) : undefined)
  return cut && { operator: cut.operator, parts: splitLog(log, cut.operator, cut.groups) }
}

/** Whether the log would have a cut if only these activities had happened. */
export function hasCut(log: TraceLog, activities: readonly number[], noise: number): boolean {
  const graph = flowGraph(log, activities)
  const has = (one: FlowGraph) =>
    (exclusiveChoiceCut(one) ?? sequenceCut(one) ?? parallelCut(one) ?? loopCut(one)) !== undefined
  return has(graph) || (noise > 0 && has(withoutInfrequent(graph, noise)))
}

/**
 * Exclusive choice, sequence, parallel, loop (Leemans, Fahland, van der Aalst 2013, algorithm IM); parallel first with the
 * pairs that cannot be, then, where there is no loop either, without (thesis 2017).
 */
function firstCut(graph: FlowGraph, log: TraceLog) {
  const cut = (operator: TreeOperator, groups: number[][] | undefined) =>
    groups && { operator, groups: groups.map((group) => group.map((node) => entry(graph.activities, node))) }
  const early = cut('choice', exclusiveChoiceCut(graph)) ?? cut('sequence', sequenceCut(graph))
  if (early) return early
  const parallel = parallelCut(graph)
  const strict = parallel && parallelCut(graph, selfDistancePairs(log, nodesOf(graph.activities)))
  return cut('parallel', strict) ?? cut('loop', loopCut(graph)) ?? cut('parallel', parallel)
}
