import type { FlowGraph } from '../flow-graph.ts'
import { Components } from './components.ts'

/** Exclusive choice cut (Leemans, Fahland, van der Aalst 2013, Definition "×-cut"): no arrow leads from group to group. */
export function exclusiveChoiceCut(graph: FlowGraph): number[][] | undefined {
  const components = new Components(graph.nodes)
  for (const [from, ways] of graph.next) {
    if (components.count === 1) return undefined
    for (const to of ways.keys()) components.join(from, to)
  }
  return components.count > 1 ? components.groups() : undefined
}
