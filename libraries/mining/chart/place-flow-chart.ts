import { entry } from '../log/column.ts'
import type { Box } from '../map/layout-map.ts'
import { labelFontPixels, lineHeight, nameFontPixels } from '../map/map-pieces.ts'
import {
  gapPixels,
  headPixels,
  lanePadding,
  mainLine,
  namePixels,
  nodePixels,
  type Places,
  placeOf,
  type SwimlaneFlow,
  uprights,
} from '../map/place-swimlanes.ts'
import { overlaps, routeExceptions } from '../map/route-exceptions.ts'
import { wrapText } from '../map/text-box.ts'
import type { ChartArrow, ChartLane, ChartStep, FlowChart } from './flow-chart.ts'

export interface PlacedLane extends ChartLane {
  lines: string[]
  box: Box
  head: Box
}

export interface PlacedStep extends ChartStep {
  /** Place from the top, counted from 1; starts and ends are not counted. */
  number?: number
  /** ※1, ※2 … of its note. */
  noteMark?: string
  lines: string[]
  box: Box
}

/** A line with turns at right angles; `points` in pixels, the arrow head at the last. */
export interface PlacedArrow extends ChartArrow {
  points: { x: number; y: number }[]
  labelBox: Box
}

export interface PlacedChart {
  width: number
  height: number
  lanes: PlacedLane[]
  steps: PlacedStep[]
  arrows: PlacedArrow[]
}

/**
 * Places a chart: one row per step, lanes as columns, two in a lane that has steps beside its main line. A main arrow runs
 * straight down where nothing stands in its way; every other arrow keeps a strip of its own beside the steps.
 */
export function placeFlowChart(chart: FlowChart): PlacedChart {
  const lanes = placeLanes(chart)
  const { steps, bottom } = placeSteps(chart, lanes)
  const places: Places = new Map(steps.map(({ id, box }, row) => [id, { box, row }]))
  const arrows = chart.arrows.filter(({ from, to }) => from !== to && places.has(from) && places.has(to))
  const flows = arrows.map((arrow) => ({
    from: arrow.from,
    to: arrow.to,
    count: 0,
    text: shortened(arrow.label),
    arrow,
  }))
  const straight = flows.filter((flow) => flow.arrow.isMain && isFree(flow, places) && isOnly(flow, flows))
  const main = straight.map((flow) => mainLine(flow, places))
  const obstacles = main.flatMap((flow) => [flow.label, ...uprights(flow, places)])
  const beside = routeExceptions(
    flows.filter((flow) => !straight.includes(flow)),
    places,
    obstacles,
  )
  const stepOf = new Map(steps.map((step) => [step.id, step]))
  const placed = [...main, ...beside].map((flow) => {
    const arrow = arrows.find(({ from, to }) => from === flow.from && to === flow.to)
    return { ...(arrow ?? { from: flow.from, to: flow.to, label: '', isMain: false }), ...linePoints(flow, stepOf) }
  })
  return movedIn(
    { lanes: lanes.map((lane) => ({ ...lane, box: { ...lane.box, height: bottom } })), steps, arrows: placed },
    bottom,
  )
}

/** A label as it is drawn: one line. */
export function shortened(label: string): string {
  return wrapText(label, labelFontPixels, widestLabel, 1)[0] ?? ''
}

const widestLabel = 150

function placeLanes({ lanes, steps }: FlowChart): PlacedLane[] {
  let x = 0
  return lanes.map((lane) => {
    const own = steps.filter((step) => step.lane === lane.id)
    const width = columnsOf(own) * (nodePixels + lanePadding) + lanePadding
    const head = { x, y: 0, width, height: headPixels - 16 }
    const box = { x, y: 0, width, height: 0 }
    x += width
    return { ...lane, lines: wrapText(lane.name, nameFontPixels, width - 16, 2), box, head }
  })
}

function columnsOf(own: readonly ChartStep[]): 1 | 2 {
  return own.some(({ isAside }) => isAside) && own.some(({ isAside }) => !isAside) ? 2 : 1
}

const shape = {
  start: { width: 88, text: 76, lines: 1, padding: 12 },
  end: { width: 88, text: 76, lines: 1, padding: 12 },
  task: { width: nodePixels, text: namePixels, lines: 3, padding: 22 },
  decision: { width: nodePixels, text: 92, lines: 2, padding: 42 },
} as const

function placeSteps({ steps }: FlowChart, lanes: readonly PlacedLane[]): { steps: PlacedStep[]; bottom: number } {
  let [y, number, notes] = [headPixels, 0, 0]
  const placed = steps.map((step): PlacedStep => {
    const lane = lanes.find(({ id }) => id === step.lane) ?? entry(lanes, 0)
    const own = steps.filter((one) => one.lane === step.lane)
    const column = step.isAside && columnsOf(own) === 2 ? 1 : 0
    const { width, text, lines: mostLines, padding } = shape[step.kind]
    const lines = wrapText(step.name, nameFontPixels, text, mostLines)
    const height = Math.max(1, lines.length + (step.figure === undefined ? 0 : 1)) * lineHeight + padding
    const left = lane.box.x + lanePadding + column * (nodePixels + lanePadding) + (nodePixels - width) / 2
    const box = { x: left, y, width, height }
    y += height + gapPixels
    const isCounted = step.kind === 'task' || step.kind === 'decision'
    if (isCounted) number += 1
    if (step.note) notes += 1
    return { ...step, ...(isCounted ? { number } : {}), ...(step.note ? { noteMark: `※${notes}` } : {}), lines, box }
  })
  return { steps: placed, bottom: Math.max(headPixels, y - gapPixels) + 20 }
}

/** Whether a main line may run straight: downward, and past no other step on its way. */
function isFree({ from, to }: { from: string; to: string }, places: Places): boolean {
  const [above, below] = [placeOf(places, from), placeOf(places, to)]
  if (above.row >= below.row) return false
  const x = above.box.x + above.box.width / 2 - 6
  const way = {
    x,
    y: above.box.y + above.box.height + 1,
    width: 12,
    height: below.box.y - above.box.y - above.box.height - 2,
  }
  return [...places.values()].every(({ box }) => !overlaps(box, way, 4))
}

/** Two lines out of, or into, one step would lie on each other: only the first runs straight. */
function isOnly<F extends { from: string; to: string; arrow: ChartArrow }>(flow: F, flows: readonly F[]): boolean {
  const rivals = flows.filter((one) => one.arrow.isMain && (one.from === flow.from || one.to === flow.to))
  return rivals[0] === flow
}

/** The turns of a line, its ends moved in to the edge of a diamond where it meets one. */
function linePoints(
  flow: SwimlaneFlow,
  steps: ReadonlyMap<string, PlacedStep>,
): Pick<PlacedArrow, 'points' | 'labelBox'> {
  const points: { x: number; y: number }[] = []
  for (const [, mark = '', numbers = ''] of flow.path.matchAll(/([MHV])([^MHV]+)/g)) {
    const [first = 0, second = 0] = numbers.trim().split(' ').map(Number)
    const before = points.at(-1) ?? { x: 0, y: 0 }
    points.push(
      mark === 'M' ? { x: first, y: second } : mark === 'H' ? { x: first, y: before.y } : { x: before.x, y: first },
    )
  }
  points[points.length - 1] = { x: flow.arrow.x, y: flow.arrow.y }
  const last = points.length - 1
  points[0] = onEdge(entry(points, 0), steps.get(flow.from))
  points[last] = onEdge(entry(points, last), steps.get(flow.to))
  const apart = points.filter((point, place) => place === 0 || !isSame(point, points[place - 1]))
  const turns = apart.filter((point, place) => !isOnTheWay(apart[place - 1], point, apart[place + 1]))
  return { points: turns, labelBox: flow.label }
}

/** Whether a line goes straight on at a point. */
function isOnTheWay(before: Point | undefined, { x, y }: Point, after: Point | undefined): boolean {
  return (before?.x === x && after?.x === x) || (before?.y === y && after?.y === y)
}

interface Point {
  x: number
  y: number
}

function isSame(one: { x: number; y: number }, other: { x: number; y: number } | undefined): boolean {
  return one.x === other?.x && one.y === other.y
}

/** A point on the side of a box, moved onto the diamond that stands in the box. */
function onEdge(point: { x: number; y: number }, step: PlacedStep | undefined): { x: number; y: number } {
  if (step?.kind !== 'decision') return point
  const { x, y, width, height } = step.box
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  if (point.x === middleX) return point
  const share = 1 - Math.min(1, Math.abs(point.y - middleY) / (height / 2))
  return { x: middleX + Math.sign(point.x - middleX) * (width / 2) * share, y: point.y }
}

/** Everything moved to the right, so that nothing stands left of the edge. */
function movedIn(
  { lanes, steps, arrows }: Pick<PlacedChart, 'lanes' | 'steps' | 'arrows'>,
  bottom: number,
): PlacedChart {
  const xs = arrows.flatMap(({ labelBox, points }) => [labelBox.x, ...points.map(({ x }) => x)])
  const left = Math.min(0, ...xs)
  const ends = [...lanes.map(({ box }) => box), ...arrows.map(({ labelBox }) => labelBox)]
  const right = Math.max(0, ...ends.map(({ x, width }) => x + width), ...xs)
  const move = <B extends { x: number }>(box: B): B => ({ ...box, x: box.x - left })
  return {
    width: Math.ceil(right - left),
    height: Math.ceil(bottom),
    lanes: lanes.map((lane) => ({ ...lane, box: move(lane.box), head: move(lane.head) })),
    steps: steps.map((step) => ({ ...step, box: move(step.box) })),
    arrows: arrows.map((arrow) => ({ ...arrow, points: arrow.points.map(move), labelBox: move(arrow.labelBox) })),
  }
}
