import type { FlowGraph } from '../flow-graph.ts'
import { Components } from './components.ts'

/**
 * Parallel cut (Leemans, Fahland, van der Aalst 2013, Definition "∧-cut"): between any two groups every activity
 * follows every other directly, and each group holds a start and an end. Groups that lack one are merged.
 * `together` joins pairs that cannot be in different groups.
 */
export function parallelCut(
  graph: FlowGraph,
  together: readonly (readonly [number, number])[] = [],
): number[][] | undefined {
  const components = new Components(graph.nodes)
  for (const [one, other] of together) components.join(one, other)
  joinWhatIsNotMutual(graph, components)
  const groups = withStartAndEnd(graph, components.groups())
  return groups.length > 1 ? groups : undefined
}

/** Connected components of the complement of the mutual arrows, in time linear in nodes and arrows. */
function joinWhatIsNotMutual(graph: FlowGraph, components: Components) {
  let unvisited = [...graph.nodes]
  while (unvisited.length > 0) {
    const open = unvisited.slice(0, 1)
    unvisited = unvisited.slice(1)
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const mutual: number[] = []
      for (const other of unvisited) {
        if (graph.next.get(node)?.has(other) && graph.next.get(other)?.has(node)) mutual.push(other)
        else {
          components.join(node, other)
          open.push(other)
        }
      }
      unvisited = mutual
    }
  }
}

function withStartAndEnd(graph: FlowGraph, groups: number[][]): number[][] {
  const isWhole = (group: readonly number[]) =>
    group.some((node) => graph.starts.has(node)) && group.some((node) => graph.ends.has(node))
  const whole = groups.filter(isWhole)
  const rest = groups.filter((group) => !isWhole(group)).flat()
  if (rest.length === 0) return whole
  if (isWhole(rest)) return [...whole, rest]
  const [first = [], ...others] = whole
  return [[...first, ...rest], ...others]
}
