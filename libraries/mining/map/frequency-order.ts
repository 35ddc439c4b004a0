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
  const total = balances(new Set(activities), arrows)
  const flowOf = (activity: string) => total.get(activity)?.out ?? 0
  const left = new Set([...activities].sort((a, b) => flowOf(b) - flowOf(a) || byText(a, b)))
  const first: string[] = []
  const last: string[] = []
  while (left.size > 0) {
    const balance = balances(left, arrows)
    const sink = [...left].find((activity) => balance.get(activity)?.out === 0)
    const source = [...left].find((activity) => balance.get(activity)?.in === 0)
    const isLast = sink !== undefined
    const next = sink ?? source ?? mostForward(balance)
    if (next === undefined) break
    left.delete(next)
    if (isLast) last.unshift(next)
    else first.push(next)
  }
  return [...first, ...last]
}

function balances(left: ReadonlySet<string>, arrows: readonly WeightedArrow[]) {
  const balance = new Map([...left].map((activity) => [activity, { in: 0, out: 0 }]))
  for (const { from, to, count } of arrows) {
    const source = balance.get(from)
    const target = balance.get(to)
    if (!source || !target || from === to) continue
    source.out += count
    target.in += count
  }
  return balance
}

function mostForward(balance: ReadonlyMap<string, { in: number; out: number }>): string | undefined {
  let best: string | undefined
  let bestScore = Number.NEGATIVE_INFINITY
  for (const [activity, flow] of balance) {
    if (flow.out - flow.in <= bestScore) continue
    best = activity
    bestScore = flow.out - flow.in
  }
  return best
}
