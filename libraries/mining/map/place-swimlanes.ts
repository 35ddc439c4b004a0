import { endMark, type Flow, startMark } from './choose-flow.ts'
import type { Box, MapEdge, MapNode, MapTerminal } from './layout-map.ts'
import { labelSize, lineHeight, nameFontPixels } from './map-pieces.ts'
import { arrowPixels } from './route-edge.ts'
import { routeExceptions } from './route-exceptions.ts'
import type { SwimlaneStep } from './swimlane-chart.ts'
import { wrapText } from './text-box.ts'

export const nodePixels = 156
export const gapPixels = 52
export const namePixels = 136
export const lanePadding = 22
export const headPixels = 56
const terminalPixels = 26

export interface Lane {
  name: string
  lines: string[]
  box: Box
  head: Box
}

export interface SwimlaneFlow extends Flow, Pick<MapEdge, 'path' | 'label'> {
  isMain: boolean
  arrow: { x: number; y: number; points: 'down' | 'left' | 'right' }
}

export type PlacedStep = SwimlaneStep & MapNode

/** Lanes, steps and lines with their places in pixels; no two boxes that carry text overlap. */
export interface SwimlaneLayout {
  width: number
  height: number
  lanes: Lane[]
  steps: PlacedStep[]
  terminals: MapTerminal[]
  flows: SwimlaneFlow[]
}

/** The box of each activity (and of the two marks), and the row it stands in. */
export type Places = Map<string, { box: Box; row: number }>

/**
 * One step per row. Main steps stand in the middle column of their lane, exceptions in a column beside it, so that the main
 * line runs free; every line beside it keeps a strip of its own (`routeExceptions`).
 */
export function placeSwimlanes(
  steps: readonly SwimlaneStep[],
  mainFlows: readonly Flow[],
  exceptions: readonly Flow[],
): SwimlaneLayout {
  const lanes = placeLanes(steps)
  const { placed, places, terminals, bottom } = placeSteps(steps, lanes)
  const main = mainFlows.map((flow) => mainLine(flow, places))
  const beside = routeExceptions(
    exceptions,
    places,
    main.flatMap((flow) => [flow.label, ...uprights(flow, places)]),
  )
  const right = Math.max(0, ...lanes.map(({ box }) => box.x + box.width))
  const left = Math.min(0, ...beside.map(({ label }) => label.x))
  const farthest = Math.max(right, ...beside.map(({ label }) => label.x + label.width))
  const layout = {
    lanes: lanes.map((lane) => ({ ...lane, box: { ...lane.box, height: bottom } })),
    steps: placed,
    terminals,
    flows: [...main, ...beside],
  }
  return { width: Math.ceil(farthest - left), height: Math.ceil(bottom), ...shifted(layout, -left) }
}

function placeLanes(steps: readonly SwimlaneStep[]): Lane[] {
  let x = 0
  return [...new Set(steps.map(({ lane }) => lane))].map((name) => {
    const own = steps.filter(({ lane }) => lane === name)
    const width = columnsOf(own) * (nodePixels + lanePadding) + lanePadding
    const head = { x, y: 0, width, height: headPixels - 16 }
    const box = { x, y: 0, width, height: 0 }
    x += width
    return { name, lines: wrapText(name, nameFontPixels, width - 16, 2), box, head }
  })
}

/** A lane with steps of both kinds needs two columns. */
function columnsOf(own: readonly SwimlaneStep[]): number {
  return new Set(own.map(({ isMain }) => isMain)).size
}

function placeSteps(steps: readonly SwimlaneStep[], lanes: readonly Lane[]) {
  const places: Places = new Map()
  const xOf = ({ lane, isMain }: SwimlaneStep) => {
    const own = steps.filter((step) => step.lane === lane)
    const column = !isMain && columnsOf(own) === 2 ? 1 : 0
    const left = lanes.find(({ name }) => name === lane)?.box.x ?? 0
    return left + lanePadding + column * (nodePixels + lanePadding)
  }
  const middles = steps.filter(({ isMain }) => isMain).map((step) => xOf(step) + nodePixels / 2)
  const terminal = (kind: 'start' | 'end', middle: number, y: number): MapTerminal => {
    const box = { x: middle - 32, y, width: 64, height: terminalPixels }
    places.set(kind === 'start' ? startMark : endMark, { box, row: kind === 'start' ? 0 : steps.length + 1 })
    return { kind, box }
  }
  const start = terminal('start', middles[0] ?? 0, headPixels)
  let y = headPixels + terminalPixels + gapPixels
  const placed = steps.map((step, index): PlacedStep => {
    const lines = wrapText(step.activity, nameFontPixels, namePixels, 3)
    const textRows = lines.length + (step.repeats > 0 ? 2 : 1)
    const box = { x: xOf(step), y, width: nodePixels, height: textRows * lineHeight + 12 }
    places.set(step.activity, { box, row: index + 1 })
    y += box.height + gapPixels
    return { ...step, lines, box }
  })
  const end = terminal('end', middles.at(-1) ?? 0, y)
  return { placed, places, terminals: [start, end], bottom: y + terminalPixels + 16 }
}

/** Down from the step, across in the gap above the next, down into it. */
export function mainLine(flow: Flow, places: Places): SwimlaneFlow {
  const from = placeOf(places, flow.from).box
  const to = placeOf(places, flow.to).box
  const x = from.x + from.width / 2
  const toX = to.x + to.width / 2
  const turnY = to.y - gapPixels + 8
  const size = labelSize(flow)
  return {
    ...flow,
    isMain: true,
    path: `M${x} ${from.y + from.height}V${turnY}H${toX}V${to.y - arrowPixels + 1}`,
    arrow: { x: toX, y: to.y, points: 'down' },
    label: { x: toX - size.width / 2, y: to.y - gapPixels + 17, ...size },
  }
}

/** The upright parts of a main line, with a little room. */
export function uprights({ from, to }: Flow, places: Places): Box[] {
  const [above, below] = [placeOf(places, from).box, placeOf(places, to).box]
  const top = above.y + above.height
  const upright = (box: Box, y: number) => ({ x: box.x + box.width / 2 - 6, y, width: 12, height: below.y - y })
  return [upright(above, top), upright(below, below.y - gapPixels)]
}

export function placeOf(places: Places, activity: string): { box: Box; row: number } {
  const place = places.get(activity)
  if (!place) throw new RangeError(`no place for ${activity}`)
  return place
}

type Parts = Pick<SwimlaneLayout, 'lanes' | 'steps' | 'terminals' | 'flows'>

/** Everything moved to the right, so that nothing stands left of the edge. */
function shifted({ lanes, steps, terminals, flows }: Parts, by: number): Parts {
  const move = <B extends { x: number }>(box: B): B => ({ ...box, x: box.x + by })
  return {
    lanes: lanes.map((lane) => ({ ...lane, box: move(lane.box), head: move(lane.head) })),
    steps: steps.map((step) => ({ ...step, box: move(step.box) })),
    terminals: terminals.map((one) => ({ ...one, box: move(one.box) })),
    flows: flows.map((flow) => ({
      ...flow,
      path: flow.path.replace(/([MH])(-?[\d.]+)/g, (_, mark, x) => `${mark}${Number(x) + by}`),
      arrow: move(flow.arrow),
      label: move(flow.label),
    })),
  }
}

/** Every box of a swimlane chart that carries text, for checks that none overlaps another. */
export function swimlaneBoxes(layout: SwimlaneLayout): Box[] {
  return [
    ...layout.lanes.map(({ head }) => head),
    ...layout.steps.map(({ box }) => box),
    ...layout.terminals.map(({ box }) => box),
    ...layout.flows.map(({ label }) => label),
  ]
}
