import { entry } from '../log/column.ts'
import type { TreeOperator } from './process-tree.ts'
import { merged, type Trace, type TraceLog } from './trace-log.ts'

/**
 * Splits a log by the groups of a cut (Leemans, Fahland, van der Aalst 2013, "log splits"). What does not fit the cut is
 * left out as infrequent, the fewest events possible (2014, "Filters": log splitting); a cut of the whole graph loses nothing.
 */
export function splitLog(log: TraceLog, operator: TreeOperator, groups: readonly (readonly number[])[]): TraceLog[] {
  const groupOf = new Map(groups.flatMap((group, place) => group.map((activity) => [activity, place])))
  const parts: Trace[][] = groups.map(() => [])
  const split = splits[operator]
  for (const trace of log) {
    const places = trace.steps.map((step) => groupOf.get(step) ?? 0)
    split(trace, places, parts)
  }
  return parts.map(merged)
}

type Split = (trace: Trace, places: readonly number[], parts: Trace[][]) => void

const splits: Record<TreeOperator, Split> = {
  /** The whole trace goes to the group that most of its events belong to. */
  choice: (trace, places, parts) => {
    const counts = new Map<number, number>()
    for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1)
    const best = [...counts].sort(([one, a], [other, b]) => b - a || one - other)[0]?.[0] ?? 0
    parts[best]?.push({ ...trace, steps: trace.steps.filter((_, at) => places[at] === best) })
  },

  sequence: (trace, places, parts) => {
    const keeps = longestInOrder(places)
    const pieces: number[][] = parts.map(() => [])
    places.forEach((place, at) => {
      if (keeps[at]) pieces[place]?.push(entry(trace.steps, at))
    })
    pieces.forEach((steps, place) => {
      parts[place]?.push({ ...trace, steps })
    })
  },

  parallel: (trace, places, parts) => {
    const pieces: number[][] = parts.map(() => [])
    places.forEach((place, at) => {
      pieces[place]?.push(entry(trace.steps, at))
    })
    pieces.forEach((steps, place) => {
      parts[place]?.push({ ...trace, steps })
    })
  },

  /** Runs of one group; where two redo parts meet, or one stands at an edge, the body was done without an event. */
  loop: (trace, places, parts) => {
    const push = (place: number, steps: number[]) => parts[place]?.push({ ...trace, steps })
    let before = -1
    for (let from = 0; from < places.length; ) {
      const place = entry(places, from)
      let to = from + 1
      while (to < places.length && places[to] === place) to += 1
      if (place > 0 && before !== 0) push(0, [])
      push(place, trace.steps.slice(from, to))
      before = place
      from = to
    }
    if (before !== 0) push(0, [])
  },
}

/** Marks a longest subsequence that never descends (Fredman, "On computing the length of longest increasing subsequences", 1975). */
function longestInOrder(places: readonly number[]): boolean[] {
  const tails: number[] = []
  const previous = places.map(() => -1)
  places.forEach((place, at) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (entry(places, entry(tails, middle)) <= place) low = middle + 1
      else high = middle
    }
    previous[at] = tails[low - 1] ?? -1
    tails[low] = at
  })
  const keeps = places.map(() => false)
  for (let at = tails.at(-1) ?? -1; at >= 0; at = entry(previous, at)) keeps[at] = true
  return keeps
}
