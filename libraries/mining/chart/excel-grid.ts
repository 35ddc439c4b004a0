import { wrapText } from '../map/text-box.ts'
import type { ChartArrow, ChartStep, FlowChart } from './flow-chart.ts'

/** A cell of the chart; where it spans several, those it covers are null. */
export interface GridCell {
  text?: string
  look: 'title' | 'head' | 'box' | 'round' | 'decision' | 'label' | 'arrow' | 'words' | 'empty'
  columns: number
  rows: number
  borders: Record<string, string>
  height?: number
}

const halfWidth = 11
const edgeWidth = 2.5
const boxHeight = 34
const lineHeight = 13
const perLane = 4
const lookOf = { start: 'round', end: 'round', task: 'box', decision: 'decision' } as const
const line = { Style: 'medium', Color: '#1F2933' } as const

/**
 * The cells of a chart: each lane is an edge, two halves and an edge; each step a row with its box over the two halves, and
 * two low rows above it in which the line from an earlier step runs along the borders: down the middle of its lane, across,
 * and down to ▼. Ways that no line can show, and every exception, are told in words at the right of their step.
 */
export function gridOf(chart: FlowChart, say: { aside: string; note: string }) {
  const lanes = Math.max(1, chart.lanes.length)
  const width = lanes * perLane + 2
  const blank = (): (GridCell | null)[] => Array.from({ length: width }, () => null)
  const title = blank()
  title[0] = cell('title', { text: chart.title, columns: width, height: 24 })
  const head = blank()
  chart.lanes.forEach(({ name }, lane) => {
    head[lane * perLane] = cell('head', { text: name, columns: perLane, height: 24 })
  })
  head[width - 2] = cell('head', { text: say.aside })
  head[width - 1] = cell('head', { text: say.note })
  const low = () => [{ ...cell('empty'), height: lineHeight }, ...blank().slice(1)]
  const steps = chart.steps.map((step) => stepRow(chart, step, blank()))
  const rows = [title, head, low(), ...steps.flatMap((row) => [row, low(), low()])].slice(0, chart.steps.length * 3 + 1)
  for (const arrow of drawnArrows(chart)) drawLine(chart, arrow, rows)
  for (const row of rows.slice(2)) withLaneEdges(row, lanes)
  const widths = [...Array.from({ length: lanes }, () => [edgeWidth, halfWidth, halfWidth, edgeWidth]).flat(), 34, 28]
  return { rows, widths }
}

function cell(look: GridCell['look'], more: Partial<GridCell> = {}): GridCell {
  return { look, columns: 1, rows: 1, borders: {}, ...more }
}

function laneOf({ lanes }: FlowChart, step: ChartStep | undefined): number {
  return Math.max(
    0,
    lanes.findIndex(({ id }) => id === step?.lane),
  )
}

function stepRow(chart: FlowChart, step: ChartStep, row: (GridCell | null)[]): (GridCell | null)[] {
  const numbers = numbersOf(chart)
  const number = numbers.get(step.id)
  const text = [
    number === undefined ? step.name : `${number}. ${step.name}`,
    ...(step.figure ? [step.figure] : []),
  ].join('\n')
  const at = laneOf(chart, step) * perLane + 1
  const drawn = drawnArrows(chart)
  const told = chart.arrows.filter((arrow) => arrow.from === step.id && !drawn.includes(arrow))
  const ways = told.map(({ to, label }) => {
    const target = chart.steps.find(({ id }) => id === to)
    return `→ ${numbers.get(to) ?? ''} ${target?.name ?? ''}${label === '' ? '' : `（${label}）`}`
  })
  const height = Math.max(
    boxHeight,
    heightOf(text, halfWidth * 2 - 2),
    heightOf(ways.join('\n'), 34),
    heightOf(step.note ?? '', 28),
  )
  row[at] = cell(lookOf[step.kind], { text, columns: 2, height })
  row[row.length - 2] = cell('words', { text: ways.join('\n') })
  row[row.length - 1] = cell('words', { text: step.note ?? '' })
  return row
}

const charPixels = 7

/** Points of a row in which a text fits, at ten points in a column so many characters wide. */
export function heightOf(text: string, characters: number): number {
  const lines = text
    .split('\n')
    .reduce((sum, part) => sum + Math.max(1, wrapText(part, 13, characters * charPixels, 40).length), 0)
  return Math.min(400, lines * 15 + 6)
}

/** Thin borders at both sides of every lane. */
function withLaneEdges(row: (GridCell | null)[], lanes: number) {
  for (let lane = 0; lane < lanes; lane++) {
    const [left, right] = [lane * perLane, lane * perLane + 3]
    row[left] = edged(row[left], 'left')
    row[right] = edged(row[right], 'right')
  }
}

function edged(one: GridCell | null | undefined, side: 'left' | 'right'): GridCell {
  const own = one ?? cell('empty')
  return { ...own, borders: { ...own.borders, [`${side}BorderStyle`]: 'thin', [`${side}BorderColor`]: '#9AA5B1' } }
}

/** Main arrows that a line can show: downward, past no box in its own lane, and one into each step. */
function drawnArrows(chart: FlowChart): ChartArrow[] {
  const placeOf = (id: string) => chart.steps.findIndex((step) => step.id === id)
  const found: ChartArrow[] = []
  for (const arrow of chart.arrows) {
    const [from, to] = [placeOf(arrow.from), placeOf(arrow.to)]
    const lane = chart.steps[from]?.lane
    const isPast = chart.steps.slice(from + 1, to).some((step) => step.lane === lane)
    const isTaken = found.some((one) => one.to === arrow.to || one.from === arrow.from)
    if (arrow.isMain && from >= 0 && from < to && !isPast && !isTaken) found.push(arrow)
  }
  return found
}

const rowOf = (place: number) => place * 3 + 3

function drawLine(chart: FlowChart, arrow: ChartArrow, rows: (GridCell | null)[][]) {
  const ends = [arrow.from, arrow.to].map((id) => chart.steps.findIndex((step) => step.id === id))
  const [from, to] = ends.map((place) => laneOf(chart, chart.steps[place]) * perLane + 1)
  const [first, last] = ends.map((place) => rowOf(place))
  if (from === undefined || to === undefined || first === undefined || last === undefined) return
  for (let row = first + 1; row <= last - 2; row++) border(rows, row, from, 'right')
  for (let place = Math.min(from, to) + 1; place <= Math.max(from, to); place++) border(rows, last - 2, place, 'bottom')
  const [upper, lower] = [rows[last - 2], rows[last - 1]]
  if (!upper || !lower) return
  upper[to + 1] = { ...(upper[to + 1] ?? cell('empty')), look: 'label', text: arrow.label }
  lower[to] = cell('arrow', { text: '▼', columns: 2 })
}

function border(rows: (GridCell | null)[][], row: number, place: number, side: 'right' | 'bottom') {
  const own = rows[row]
  if (own) own[place] = bordered(own[place], side)
}

function bordered(one: GridCell | null | undefined, side: 'right' | 'bottom'): GridCell {
  const own = one ?? cell('empty')
  const borders = Object.fromEntries(Object.entries(line).map(([name, value]) => [`${side}Border${name}`, value]))
  return { ...own, borders: { ...own.borders, ...borders } }
}

/** Number of each step as it is printed; starts and ends have none. */
export function numbersOf({ steps }: FlowChart): Map<string, string> {
  const counted = steps.filter(({ kind }) => kind === 'task' || kind === 'decision')
  return new Map(counted.map(({ id }, place) => [id, String(place + 1)]))
}
