import { byText } from '../log/column.ts'

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
  const left = new Set([...nodes].sort((a, b) => b.out - a.out || byText(a.name, b.name)))
  const first: string[] = []
  const last: string[] = []
  while (left.size > 0) {
    const next = nextOf(left)
    if (next.out === 0) last.push(next.name)
    else first.push(next.name)
    left.delete(next)
    for (const [target, count] of next.targets) target.in -= count
    for (const [source, count] of next.sources) source.out -= count
  }
  return [...first, ...last.reverse()]
}

/** An activity with the flow into and out of it among those that are left. */
interface OrderedNode {
  name: string
  in: number
  out: number
  targets: [OrderedNode, number][]
  sources: [OrderedNode, number][]
}

function nodesOf(activities: readonly string[], arrows: readonly WeightedArrow[]): OrderedNode[] {
  const nodes = new Map(
    activities.map((name): [string, OrderedNode] => [name, { name, in: 0, out: 0, targets: [], sources: [] }]),
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
  return [...nodes.values()]
}

/** A sink, else a source, else the activity with the most flow out less flow in; the first of equals. */
function nextOf(left: ReadonlySet<OrderedNode>): OrderedNode {
  let source: OrderedNode | undefined
  let best: OrderedNode | undefined
  for (const node of left) {
    if (node.out === 0) return node
    if (node.in === 0) source ??= node
    if (!best || node.out - node.in > best.out - best.in) best = node
  }
  const next = source ?? best
  if (!next) throw new RangeError('nothing is left to order')
  return next
}
