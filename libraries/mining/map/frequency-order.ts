import { byText, entry } from '../log/column.ts'
import { MinHeap } from '../log/min-heap.ts'

export interface WeightedArrow {
  from: string
  to: string
  count: number
}

/**
 * Orders activities so that as much flow as possible runs forward: the greedy heuristic of Eades, Lin & Smyth ("A fast and
 * effective heuristic for the feedback arc set problem", Information Processing Letters 47, 1993, algorithm GR) with the
 * frequency of an arrow as its weight. Arrows against the order are the returns. Among equals the one
 * with more flow goes first, so that a return hangs below what it returns to; then by name.
 */
export function frequencyOrder(activities: readonly string[], arrows: readonly WeightedArrow[]): string[] {
  const nodes = nodesOf(activities, arrows)
  const queue = new OrderQueue(nodes)
  const first: string[] = []
  const last: string[] = []
  for (let node = queue.next(); node; node = queue.next()) {
    if (node.out === 0) last.push(node.name)
    else first.push(node.name)
    for (const [target, count] of node.targets) {
      target.in -= count
      queue.note(target)
    }
    for (const [source, count] of node.sources) {
      source.out -= count
      queue.note(source)
    }
  }
  return [...first, ...last.reverse()]
}

/** An activity with the flow into and out of it among those that are left. */
interface OrderedNode {
  name: string
  /** Its place among equals. */
  rank: number
  in: number
  out: number
  targets: [OrderedNode, number][]
  sources: [OrderedNode, number][]
}

/** By rank: those with more flow out first, then by name. */
function nodesOf(activities: readonly string[], arrows: readonly WeightedArrow[]): OrderedNode[] {
  const nodes = new Map(
    activities.map((name): [string, OrderedNode] => [name, { name, rank: 0, in: 0, out: 0, targets: [], sources: [] }]),
  )
  for (const { from, to, count } of arrows) {
    const source = nodes.get(from)
    const target = nodes.get(to)
    if (!source || !target || from === to) continue
    source.out += count
    target.in += count
    source.targets.push([target, count])
    target.sources.push([source, count])
  }
  const ranked = [...nodes.values()].sort((a, b) => b.out - a.out || byText(a.name, b.name))
  ranked.forEach((node, rank) => {
    node.rank = rank
  })
  return ranked
}

/** Gives a sink, else a source, else the activity with the most flow out less flow in; the first of equals by rank. */
class OrderQueue {
  readonly #nodes: readonly OrderedNode[]
  readonly #isTaken: boolean[]
  readonly #sinks = new MinHeap()
  readonly #sources = new MinHeap()
  /** By flow in less flow out; what has changed since it was noted is passed over. */
  readonly #others = new MinHeap()

  constructor(nodes: readonly OrderedNode[]) {
    this.#nodes = nodes
    this.#isTaken = nodes.map(() => false)
    for (const node of nodes) this.note(node)
  }

  /** Tells that the flow of an activity has changed. */
  note(node: OrderedNode) {
    if (this.#isTaken[node.rank]) return
    if (node.out === 0) this.#sinks.push(0, node.rank)
    else if (node.in === 0) this.#sources.push(0, node.rank)
    else this.#others.push(node.in - node.out, node.rank)
  }

  next(): OrderedNode | undefined {
    for (const heap of [this.#sinks, this.#sources, this.#others])
      while (heap.size > 0) {
        const { key, number } = heap.pop()
        const node = entry(this.#nodes, number)
        if (this.#isTaken[number] || (heap === this.#others && key !== node.in - node.out)) continue
        this.#isTaken[number] = true
        return node
      }
    return undefined
  }
}
