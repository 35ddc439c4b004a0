import type { DirectlyFollows } from '../analyses/directly-follows.ts'
import { byText } from '../log/column.ts'
import { bridges } from './bridge-gaps.ts'

/** The ends of every way through the work; activities cannot be called so, since a null letter stands in the name. */
export const startMark = '\0start'
export const endMark = '\0end'

/** An arrow of the map; it comes from `startMark` or leads to `endMark` where cases begin and end. */
export interface Flow {
  from: string
  to: string
  count: number
  medianSeconds?: number
  /** Leads through activities that are not shown; its count is only that of its rarest step. */
  isAbridged?: boolean
  /** What stands on the line instead of its figures. */
  text?: string
}

/**
 * What a map shows first: the `maxNodes` most frequent activities and at most `maxEdges` arrows between them: first where
 * most cases begin and end, then the most frequent way into and out of each activity and the bridges over what is hidden, so
 * that no part floats, then by frequency.
 */
export function chooseFlow(flow: DirectlyFollows, maxNodes: number, maxEdges: number) {
  const activities = flow.activities.slice(0, maxNodes)
  const names = new Set(activities.map(({ activity }) => activity))
  const everything = allFlows(flow)
  const all = everything.filter(
    ({ from, to }) => (from === startMark || names.has(from)) && (to === endMark || names.has(to)),
  )
  const start = all.find(({ from }) => from === startMark)
  const end = all.find(({ to }) => to === endMark)
  const ends = [start, end].flatMap((one) => one ?? [])
  const needed = new Set<Flow>(ends)
  for (const { activity } of activities) {
    const into = activity === start?.to ? start : all.find(({ from, to }) => to === activity && from !== activity)
    const out = activity === end?.from ? end : all.find(({ from, to }) => from === activity && to !== activity)
    if (into) needed.add(into)
    if (out) needed.add(out)
  }
  const ways = all.filter((one) => needed.has(one) && !ends.includes(one))
  const first = [...ends, ...[...ways, ...bridges(everything, all, names)].sort(byFrequency)]
  const rest = all.filter((one) => !needed.has(one))
  const flows = [...first, ...rest].slice(0, maxEdges).sort(byFrequency)
  const touched = new Set(flows.flatMap(({ from, to }) => (from === to ? [] : [from, to])))
  return {
    activities: activities.filter(({ activity }) => touched.has(activity)),
    flows: flows.filter(({ from }) => from === startMark || touched.has(from)),
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

/** Most frequent first, then by name. */
export function byFrequency(a: Flow, b: Flow): number {
  return b.count - a.count || byText(a.from, b.from) || byText(a.to, b.to)
}
