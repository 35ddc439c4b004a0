import { directlyBefore, type FlowGraph } from '../flow-graph.ts'
import { Components } from './components.ts'

/**
 * Loop cut (Leemans, Fahland, van der Aalst 2013, Definition "↺-cut"): the first group is the body, with all starts and
 * ends; every other group is entered from ends only and left for starts only, and from or for all of them alike.
 */
export function loopCut(graph: FlowGraph): number[][] | undefined {
  const { starts, ends } = graph
  const inner = graph.nodes.filter((node) => !starts.has(node) && !ends.has(node))
  const components = new Components(inner)
  const isInner = new Set(inner)
  for (const from of inner)
    for (const to of graph.next.get(from)?.keys() ?? []) if (isInner.has(to)) components.join(from, to)
  const leavers = components.groups().filter((group) => leavesForStarts(graph, group))
  if (leavers.length === 0) return undefined
  const before = directlyBefore(graph)
  const redo = leavers.filter((group) => isEnteredFromEnds(graph, before, group))
  const isRedone = new Set(redo.flat())
  const body = graph.nodes.filter((node) => !isRedone.has(node))
  return redo.length > 0 ? [body, ...redo] : undefined
}

function leavesForStarts({ next, starts }: FlowGraph, group: readonly number[]): boolean {
  return leadsTo(group, starts, (node) => next.get(node)?.keys() ?? [])
}

function isEnteredFromEnds(
  { ends }: FlowGraph,
  before: ReadonlyMap<number, readonly number[]>,
  group: readonly number[],
): boolean {
  return leadsTo(group, ends, (node) => before.get(node) ?? [])
}

/** Whether ways go from the group to these nodes only, and from each member that has a way out to all of them. */
function leadsTo(
  group: readonly number[],
  wanted: ReadonlyMap<number, number>,
  waysOf: (node: number) => Iterable<number>,
): boolean {
  const inside = new Set(group)
  let ways = 0
  for (const node of group) {
    let own = 0
    for (const other of waysOf(node)) {
      if (inside.has(other)) continue
      if (!wanted.has(other)) return false
      own += 1
    }
    if (own > 0 && own < wanted.size) return false
    ways += own
  }
  return ways > 0
}
