import { cell } from '../../log/column.ts'
import type { FlowGraph } from '../flow-graph.ts'

/** The graph with its cycles drawn together: components in topological order, and the arrows between them. */
export interface Condensed {
  components: number[][]
  next: Set<number>[]
  before: Set<number>[]
}

/** Strongly connected components (Tarjan, "Depth-first search and linear graph algorithms", 1972), without recursion. */
export function condensed(graph: FlowGraph): Condensed {
  const components = stronglyConnected(graph).reverse()
  const componentOf = new Map(components.flatMap((group, place) => group.map((node) => [node, place])))
  const next = components.map(() => new Set<number>())
  const before = components.map(() => new Set<number>())
  if (components.length === 1) return { components, next, before }
  for (const [node, ways] of graph.next) {
    const from = componentOf.get(node) ?? 0
    for (const step of ways.keys()) {
      const to = componentOf.get(step) ?? 0
      if (from === to) continue
      next[from]?.add(to)
      before[to]?.add(from)
    }
  }
  return { components, next, before }
}

/** In reverse topological order. */
function stronglyConnected(graph: FlowGraph): number[][] {
  const found: number[][] = []
  const size = graph.nodes.length
  const numbers = new Int32Array(size).fill(-1)
  const lowest = new Int32Array(size)
  const waiting: number[] = []
  const isWaiting = new Int32Array(size)
  let entered = 0
  const lower = (node: number, to: number) => {
    lowest[node] = Math.min(cell(lowest, node), to)
  }
  for (const root of graph.nodes) {
    if (cell(numbers, root) >= 0) continue
    const path: { node: number; ways: Iterator<number> }[] = []
    const enter = (node: number) => {
      numbers[node] = entered
      lowest[node] = entered
      entered += 1
      waiting.push(node)
      isWaiting[node] = 1
      path.push({ node, ways: (graph.next.get(node) ?? new Map<number, number>()).keys() })
    }
    enter(root)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { node, ways } = top
      const way = ways.next()
      if (!way.done) {
        if (cell(numbers, way.value) < 0) enter(way.value)
        else if (cell(isWaiting, way.value) === 1) lower(node, cell(numbers, way.value))
        continue
      }
      path.pop()
      const above = path.at(-1)
      if (above) lower(above.node, cell(lowest, node))
      if (cell(lowest, node) !== cell(numbers, node)) continue
      const group = waiting.splice(waiting.lastIndexOf(node))
      for (const each of group) isWaiting[each] = 0
      found.push(group.sort((a, b) => a - b))
    }
  }
  return found
}
