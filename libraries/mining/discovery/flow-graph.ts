import { cell } from '../log/column.ts'
import { activitiesOf, type TraceLog } from './trace-log.ts'

/**
 * The directly-follows graph of a multiset of traces without the empty one; all counts are occurrences. Its nodes are
 * numbered from 0 in the order of the activities, so that cuts can count by node however few of all activities are left.
 */
export interface FlowGraph {
  /** The activity of each node, ascending. */
  activities: readonly number[]
  nodes: readonly number[]
  next: ReadonlyMap<number, ReadonlyMap<number, number>>
  starts: ReadonlyMap<number, number>
  ends: ReadonlyMap<number, number>
}

/** Of the activities named only; what the log holds of others is passed over, as if it had not happened. */
export function flowGraph(log: TraceLog, activities: readonly number[] = activitiesOf(log)): FlowGraph {
  const width = activities.length
  const nodes = [...activities.keys()]
  const nodeOf = nodesOf(activities)
  const table = width <= widestTable ? new Float64Array(width * width) : undefined
  const next = new Map(nodes.map((node) => [node, new Map<number, number>()]))
  const starts = new Map<number, number>()
  const ends = new Map<number, number>()
  for (const { steps, cases } of log) {
    let before = -1
    for (const step of steps) {
      const node = nodeOf[step] ?? -1
      if (node < 0) continue
      if (before < 0) add(starts, node, cases)
      else if (table) table[before * width + node] = cell(table, before * width + node) + cases
      else add(next.get(before), node, cases)
      before = node
    }
    if (before >= 0) add(ends, before, cases)
  }
  if (table) fillFrom(table, nodes, next)
  return { activities, nodes, next, starts, ends }
}

/** The node of each activity, in an array with gaps where the activities have them. */
export function nodesOf(activities: readonly number[]): number[] {
  const nodeOf: number[] = []
  activities.forEach((activity, node) => {
    nodeOf[activity] = node
  })
  return nodeOf
}

/** Up to this many activities the arrows are counted in a table, faster than in maps; beyond, memory grows with the log alone. */
const widestTable = 500

function fillFrom(table: Float64Array, nodes: readonly number[], next: Map<number, Map<number, number>>) {
  let arrow = 0
  for (const ways of next.values())
    for (const to of nodes) {
      const count = cell(table, arrow++)
      if (count > 0) ways.set(to, count)
    }
}

function add(counts: Map<number, number> | undefined, key: number, cases: number) {
  counts?.set(key, (counts.get(key) ?? 0) + cases)
}

/**
 * Without the infrequent (Leemans, Fahland, van der Aalst, "Discovering Block-Structured Process Models from Event Logs
 * Containing Infrequent Behaviour", 2014, section "Filters"): a way out of an activity, to another or to the end, rarer
 * than `noise` of its most frequent way out, and a start rarer than `noise` of the most frequent start, are dropped.
 */
export function withoutInfrequent(graph: FlowGraph, noise: number): FlowGraph {
  const next = new Map<number, Map<number, number>>()
  const ends = new Map<number, number>()
  for (const node of graph.nodes) {
    const ways = graph.next.get(node) ?? new Map<number, number>()
    const ended = graph.ends.get(node) ?? 0
    const least = noise * Math.max(ended, highest(ways))
    next.set(node, frequent(ways, least))
    if (ended > 0 && ended >= least) ends.set(node, ended)
  }
  return { ...graph, next, ends, starts: frequent(graph.starts, noise * highest(graph.starts)) }
}

function highest(counts: ReadonlyMap<number, number>): number {
  let most = 0
  for (const count of counts.values()) most = Math.max(most, count)
  return most
}

function frequent(counts: ReadonlyMap<number, number>, least: number): Map<number, number> {
  return new Map([...counts].filter(([, count]) => count >= least))
}

/** The nodes that come directly before each. */
export function directlyBefore(graph: FlowGraph): Map<number, number[]> {
  const before = new Map<number, number[]>(graph.nodes.map((node) => [node, []]))
  for (const [from, ways] of graph.next) for (const to of ways.keys()) before.get(to)?.push(from)
  return before
}
