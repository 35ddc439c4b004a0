import type { DirectlyFollows } from '../analyses/directly-follows.ts'
import { byText } from '../log/column.ts'

/** The ends of every way through the work; activities cannot be called so, since a null letter stands in the name. */
export const startMark = '\0start'
export const endMark = '\0end'

/** An arrow of the map; it comes from `startMark` or leads to `endMark` where cases begin and end. */
export interface Flow {
  from: string
  to: string
  count: number
  medianSeconds?: number
}

/**
 * What a map shows first: the `maxNodes` most frequent activities (less those that only hidden ones lead to) and at most `maxEdges` arrows between them, first the
 * most frequent way into and out of each activity, so that none floats, then the others by frequency.
 */
export function chooseFlow(flow: DirectlyFollows, maxNodes: number, maxEdges: number) {
  const { activities, all } = connected(flow, maxNodes)
  const needed = new Set<Flow>()
  for (const { activity } of activities) {
    const into = all.find(({ from, to }) => to === activity && from !== activity)
    const out = all.find(({ from, to }) => from === activity && to !== activity)
    if (into) needed.add(into)
    if (out) needed.add(out)
  }
  const rest = all.filter((one) => !needed.has(one))
  const flows = [...all.filter((one) => needed.has(one)), ...rest].slice(0, maxEdges).sort(byFrequency)
  const touched = new Set(flows.flatMap(({ from, to }) => [from, to]))
  return { activities: activities.filter(({ activity }) => touched.has(activity)), flows }
}

/** The most frequent activities that have a way in and a way out among themselves; one that has not makes room for the next. */
function connected(flow: DirectlyFollows, maxNodes: number) {
  const everything = allFlows(flow)
  let candidates = flow.activities
  for (;;) {
    const activities = candidates.slice(0, maxNodes)
    const names = new Set(activities.map(({ activity }) => activity))
    const all = everything.filter(
      ({ from, to }) => (from === startMark || names.has(from)) && (to === endMark || names.has(to)),
    )
    const sources = new Set(all.flatMap(({ from, to }) => (from === to ? [] : [from])))
    const targets = new Set(all.flatMap(({ from, to }) => (from === to ? [] : [to])))
    const loose = new Set(activities.filter(({ activity }) => !sources.has(activity) || !targets.has(activity)))
    if (loose.size === 0) return { activities, all }
    candidates = candidates.filter((candidate) => !loose.has(candidate))
  }
}

/** All arrows with those from the start and to the end, most frequent first. */
export function allFlows(flow: DirectlyFollows): Flow[] {
  return [
    ...flow.edges.map(({ from, to, count, medianSeconds }) =>
      medianSeconds === undefined ? { from, to, count } : { from, to, count, medianSeconds },
    ),
    ...flow.starts.map(({ activity, count }) => ({ from: startMark, to: activity, count })),
    ...flow.ends.map(({ activity, count }) => ({ from: activity, to: endMark, count })),
  ].sort(byFrequency)
}

function byFrequency(a: Flow, b: Flow): number {
  return b.count - a.count || byText(a.from, b.from) || byText(a.to, b.to)
}
