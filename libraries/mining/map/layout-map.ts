import type { DirectlyFollows } from '../analyses/directly-follows.ts'
import { allFlows, byFrequency, chooseFlow, endMark, type Flow, startMark } from './choose-flow.ts'
import { drawMap } from './draw-map.ts'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface MapNode {
  activity: string
  count: number
  /** The name as it is broken into lines; the last ends in … where it is too long. */
  lines: string[]
  box: Box
}

export interface MapTerminal {
  kind: 'start' | 'end'
  box: Box
}

export interface MapEdge extends Flow {
  /** Runs against the main direction: a return (差戻し). */
  isReturn: boolean
  /** The line as an SVG path. */
  path: string
  arrow: { x: number; y: number; points: 'down' | 'up' | 'left' }
  label: Box
}

/** A map with every box placed, in pixels from its upper left corner; no two boxes overlap. */
export interface MapLayout {
  width: number
  height: number
  nodes: MapNode[]
  terminals: MapTerminal[]
  /** Most frequent first. */
  edges: MapEdge[]
  hasTimes: boolean
  /** What there is in all, to say what is hidden: activities, arrows, and the share of all flow that is shown. */
  totals: { cases: number; activities: number; flows: number; shownShare: number }
}

export interface LayoutOptions {
  maxNodes?: number
  maxEdges?: number
  /** An earlier map: its nodes and arrows stay where they are, counts and times are taken anew, nothing is added. */
  on?: MapLayout
}

/**
 * Lays out the directly-follows graph from top to bottom: activities in the order of `frequencyOrder`, returns reversed
 * while laying out, arrows weighing 1 + log₂ of their count. Labels are pieces of the layout with a row of their own, so
 * neither labels nor nodes ever overlap and no line crosses a label or a node. The same input gives the same map. Lay out
 * once with the most that the sliders may show, then pass `on` for every change of slider or filter. Throws a RangeError
 * for a most that is no number from 0 on.
 */
export function layoutMap(flow: DirectlyFollows, options: LayoutOptions = {}): MapLayout {
  const { maxNodes = 15, maxEdges = 30, on } = options
  checkMost({ maxNodes, maxEdges })
  if (on) return redrawn(on, flow, maxNodes, maxEdges)
  const { activities, flows } = chooseFlow(flow, maxNodes, maxEdges)
  const drawing = drawMap(activities, flows, allFlows(flow))
  return {
    ...drawing,
    hasTimes: flow.edges.some(({ medianSeconds }) => medianSeconds !== undefined),
    totals: totalsOf(flow, drawing.edges),
  }
}

/** Throws a RangeError where a slider gives no number from 0 on. */
export function checkMost(most: Readonly<Record<string, number>>) {
  for (const [name, value] of Object.entries(most))
    if (!(value >= 0)) throw new RangeError(`${name}: ${value}; a number from 0 on`)
}

function redrawn(on: MapLayout, flow: DirectlyFollows, maxNodes: number, maxEdges: number): MapLayout {
  const counts = new Map(flow.activities.map(({ activity, count }) => [activity, count]))
  const placed = new Set(on.nodes.map(({ activity }) => activity))
  const known = { ...flow, activities: flow.activities.filter(({ activity }) => placed.has(activity)) }
  const { activities, flows } = chooseFlow(known, maxNodes, Number.POSITIVE_INFINITY)
  const shown = new Set(activities.map(({ activity }) => activity))
  const edges = flows.flatMap((one) => {
    const place = on.edges.find(({ from, to }) => from === one.from && to === one.to)
    if (!place) return []
    const { isReturn, path, arrow, label } = place
    return [{ ...one, isReturn, path, arrow, label }]
  })
  const ends = [edges.find(({ from }) => from === startMark), edges.find(({ to }) => to === endMark)]
  const first = [...new Set(ends.flatMap((one) => one ?? []))]
  const kept = [...first, ...edges.filter((one) => !first.includes(one))].slice(0, maxEdges).sort(byFrequency)
  return {
    ...on,
    nodes: on.nodes
      .filter(({ activity }) => shown.has(activity))
      .map((node) => ({ ...node, count: counts.get(node.activity) ?? 0 })),
    edges: kept,
    totals: totalsOf(flow, kept),
  }
}

function totalsOf(flow: DirectlyFollows, shown: readonly Flow[]): MapLayout['totals'] {
  const all = allFlows(flow)
  const sum = (flows: readonly Flow[]) =>
    flows.reduce((total, { count, isAbridged }) => total + (isAbridged ? 0 : count), 0)
  return {
    cases: flow.caseCount,
    activities: flow.activities.length,
    flows: flow.edges.length,
    shownShare: all.length === 0 ? 1 : sum(shown) / sum(all),
  }
}

/** Every box of a map that carries text, for checks that none overlaps another. */
export function boxesOf(layout: MapLayout): Box[] {
  return [
    ...layout.nodes.map(({ box }) => box),
    ...layout.terminals.map(({ box }) => box),
    ...layout.edges.map(({ label }) => label),
  ]
}
