import { entry } from '../../log/column.ts'
import type { FlowGraph } from '../flow-graph.ts'
import { type Condensed, condensed } from './strong-components.ts'

/**
 * Sequence cut (Leemans, Fahland, van der Aalst 2013, Definition "→-cut"): every node of a group reaches every one of
 * the later groups, and none leads back. Groups that are only ever skipped together stay together (the strict sequence
 * cut of Leemans, Robust Process Mining with Guarantees, 2017).
 */
export function sequenceCut(graph: FlowGraph): number[][] | undefined {
  const groups = widestSequence(condensed(graph))
  if (groups.length < 2) return undefined
  const strict = skippedTogether(graph, groups)
  return strict.length > 1 ? strict : groups
}

/**
 * In topological order, a border lies between two components exactly where every component without a successor before it
 * leads directly to every component without a predecessor behind it: then, and only then, all before reach all behind.
 * Counting these arrows while the border moves takes time linear in the arrows; reachability is never computed.
 */
function widestSequence({ components, next, before }: Condensed): number[][] {
  const pending = before.map((set) => set.size)
  const isSource = pending.map((count) => count === 0)
  const isSink = components.map(() => false)
  let sources = isSource.filter(Boolean).length
  let sinks = 0
  let arrows = 0
  const count = (places: Iterable<number>, list: readonly boolean[]) => {
    let sum = 0
    for (const place of places) if (list[place]) sum += 1
    return sum
  }
  const groups: number[][] = []
  let group: number[] = []
  for (const [place, members] of components.entries()) {
    for (const member of members) group.push(member)
    const [onward, back] = [entry(next, place), entry(before, place)]
    isSource[place] = false
    sources -= 1
    arrows -= count(back, isSink)
    for (const sink of back) {
      if (!isSink[sink]) continue
      isSink[sink] = false
      sinks -= 1
      arrows -= count(entry(next, sink), isSource)
    }
    for (const source of onward) {
      const left = entry(pending, source) - 1
      pending[source] = left
      if (left > 0) continue
      isSource[source] = true
      sources += 1
      arrows += count(entry(before, source), isSink)
    }
    isSink[place] = true
    sinks += 1
    arrows += count(onward, isSource)
    if (place < components.length - 1 && arrows < sinks * sources) continue
    groups.push(group)
    group = []
  }
  return groups
}

/** Merges a group that cases pass over with those of its neighbours that are only passed over with it. */
function skippedTogether(graph: FlowGraph, groups: readonly number[][]): number[][] {
  const { firstBefore, lastBehind, skips } = jumpsOf(graph, groups)
  const joinsNext = groups.map(() => false)
  for (const place of groups.keys()) {
    if (entry(skips, place) === 0) continue
    for (let left = place - 1; left >= 0 && entry(lastBehind, left) <= place; left--) joinsNext[left] = true
    for (let right = place + 1; right < groups.length && entry(firstBefore, right) >= place; right++)
      joinsNext[right - 1] = true
  }
  const joined: number[][] = []
  groups.forEach((group, place) => {
    if (place > 0 && joinsNext[place - 1]) for (const node of group) joined.at(-1)?.push(node)
    else joined.push([...group])
  })
  return joined
}

/** Per group: the first group that leads to it (−1 for the start), the last it leads to, how many arrows pass over it. */
function jumpsOf(graph: FlowGraph, groups: readonly number[][]) {
  const end = groups.length
  const groupOf = new Map(groups.flatMap((group, place) => group.map((node) => [node, place])))
  const firstBefore = groups.map((_, place) => place)
  const lastBehind = groups.map((_, place) => place)
  const changes = new Array<number>(end + 1).fill(0)
  const jump = (from: number, to: number) => {
    if (from >= 0) lastBehind[from] = Math.max(entry(lastBehind, from), to)
    if (to < end) firstBefore[to] = Math.min(entry(firstBefore, to), from)
    if (to <= from + 1) return
    changes[from + 1] = entry(changes, from + 1) + 1
    changes[to] = entry(changes, to) - 1
  }
  for (const [from, ways] of graph.next)
    for (const to of ways.keys()) jump(groupOf.get(from) ?? 0, groupOf.get(to) ?? 0)
  for (const start of graph.starts.keys()) jump(-1, groupOf.get(start) ?? 0)
  for (const last of graph.ends.keys()) jump(groupOf.get(last) ?? 0, end)
  let open = 0
  const skips = changes.map((change) => {
    open += change
    return open
  })
  return { firstBefore, lastBehind, skips }
}
