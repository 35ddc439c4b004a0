import type { ChartArrow, ChartLane, ChartStep, FlowChart } from './flow-chart.ts'

/** What one chart may hold: beyond it nobody reads it, and it should be cut into several. */
const most = { lanes: 20, steps: 200, arrows: 400, letters: 500 }

/**
 * A chart to draw by hand, with its lanes from left to right. Every edit gives a new chart and leaves the old one as it was;
 * every edit throws a RangeError for what is not there, is there already, is too long or too many, or has no such place.
 */
export function emptyFlowChart(title: string, lanes: readonly string[] = []): FlowChart {
  checkLetters(title, 'title')
  const chart: FlowChart = { title, lanes: [], steps: [], arrows: [] }
  return lanes.reduce((so, name, place) => addLane(so, { id: `lane${place + 1}`, name }), chart)
}

/** Adds a lane at the right, or before the lane at a place (0 = leftmost). */
export function addLane(chart: FlowChart, lane: ChartLane, place = chart.lanes.length): FlowChart {
  if (chart.lanes.some(({ id }) => id === lane.id)) throw new RangeError(`lane ${lane.id} is there already`)
  if (chart.lanes.length >= most.lanes) throw new RangeError(`at most ${most.lanes} lanes: cut the chart in two`)
  checkLetters(lane.name, 'name')
  return { ...chart, lanes: placed(chart.lanes, lane, place) }
}

/** Gives a lane another name. */
export function renameLane(chart: FlowChart, id: string, name: string): FlowChart {
  checkLetters(name, 'name')
  laneOf(chart, id)
  return { ...chart, lanes: chart.lanes.map((lane) => (lane.id === id ? { ...lane, name } : lane)) }
}

/** Moves a lane to a place counted without it, 0 = leftmost. */
export function moveLane(chart: FlowChart, id: string, place: number): FlowChart {
  const lane = laneOf(chart, id)
  const others = chart.lanes.filter((one) => one !== lane)
  return { ...chart, lanes: placed(others, lane, place) }
}

/** Takes an empty lane away; refuses while steps stand in it. */
export function removeLane(chart: FlowChart, id: string): FlowChart {
  const lane = laneOf(chart, id)
  if (chart.steps.some((step) => step.lane === id))
    throw new RangeError(`steps stand in lane ${lane.name}: move them first`)
  return { ...chart, lanes: chart.lanes.filter((one) => one !== lane) }
}

/** Adds a step at the bottom, or before the step at a place (0 = top). It has no arrows yet. */
export function addStep(chart: FlowChart, step: ChartStep, place = chart.steps.length): FlowChart {
  if (chart.steps.some(({ id }) => id === step.id)) throw new RangeError(`step ${step.id} is there already`)
  if (chart.steps.length >= most.steps) throw new RangeError(`at most ${most.steps} steps: cut the chart in two`)
  laneOf(chart, step.lane)
  checkLetters(step.name, 'name')
  checkLetters(step.note ?? '', 'note')
  return { ...chart, steps: placed(chart.steps, step, place) }
}

/** Gives a step another name. */
export function renameStep(chart: FlowChart, id: string, name: string): FlowChart {
  checkLetters(name, 'name')
  return withStep(chart, id, (step) => ({ ...step, name }))
}

/** 備考; an empty text takes the note away. */
export function annotateStep(chart: FlowChart, id: string, note: string): FlowChart {
  checkLetters(note, 'note')
  return withStep(chart, id, ({ note: _, ...step }) => (note === '' ? step : { ...step, note }))
}

/** Moves a step to another lane, or to a place counted without it (0 = top), or both; its arrows stay with it. */
export function moveStep(chart: FlowChart, id: string, to: { lane?: string; place?: number }): FlowChart {
  const step = stepOf(chart, id)
  const moved = { ...step, lane: to.lane === undefined ? step.lane : laneOf(chart, to.lane).id }
  const place = to.place ?? chart.steps.indexOf(step)
  const others = chart.steps.filter((one) => one !== step)
  return { ...chart, steps: placed(others, moved, place) }
}

/** Takes a step away with its arrows; where one main arrow led in and one out, a main arrow joins what is left. */
export function removeStep(chart: FlowChart, id: string): FlowChart {
  const step = stepOf(chart, id)
  const arrows = chart.arrows.filter(({ from, to }) => from !== id && to !== id)
  const into = chart.arrows.filter((arrow) => arrow.to === id && arrow.from !== id && arrow.isMain)
  const out = chart.arrows.filter((arrow) => arrow.from === id && arrow.to !== id && arrow.isMain)
  const [before, after] = [into[0]?.from, out[0]?.to]
  const isJoined = into.length === 1 && out.length === 1 && before !== after
  const isThere = arrows.some(({ from, to }) => from === before && to === after)
  const bridge =
    isJoined && !isThere && before && after
      ? [{ from: before, to: after, label: into[0]?.label ?? '', isMain: true }]
      : []
  return { ...chart, steps: chart.steps.filter((one) => one !== step), arrows: [...arrows, ...bridge] }
}

/** Draws an arrow between two steps; two steps have at most one in each direction. */
export function addArrow(chart: FlowChart, arrow: ChartArrow): FlowChart {
  const [from, to] = [stepOf(chart, arrow.from), stepOf(chart, arrow.to)]
  if (from === to) throw new RangeError(`an arrow from ${from.name} to itself says nothing: use a decision`)
  if (chart.arrows.some((one) => one.from === arrow.from && one.to === arrow.to))
    throw new RangeError(`there is an arrow from ${from.name} to ${to.name} already`)
  if (chart.arrows.length >= most.arrows) throw new RangeError(`at most ${most.arrows} arrows: cut the chart in two`)
  checkLetters(arrow.label, 'label')
  return { ...chart, arrows: [...chart.arrows, arrow] }
}

/** Takes the arrow between two steps away. */
export function removeArrow(chart: FlowChart, from: string, to: string): FlowChart {
  const arrows = chart.arrows.filter((arrow) => arrow.from !== from || arrow.to !== to)
  if (arrows.length === chart.arrows.length) throw new RangeError(`no arrow from ${from} to ${to}`)
  return { ...chart, arrows }
}

/** A list with one more, before the one at a place or behind the last. */
function placed<T>(list: readonly T[], one: T, place: number): T[] {
  if (!(Number.isInteger(place) && place >= 0 && place <= list.length))
    throw new RangeError(`no place ${place} among ${list.length}`)
  return list.toSpliced(place, 0, one)
}

function withStep(chart: FlowChart, id: string, change: (step: ChartStep) => ChartStep): FlowChart {
  const step = stepOf(chart, id)
  return { ...chart, steps: chart.steps.map((one) => (one === step ? change(one) : one)) }
}

function stepOf(chart: FlowChart, id: string): ChartStep {
  const step = chart.steps.find((one) => one.id === id)
  if (!step) throw new RangeError(`no step ${id}`)
  return step
}

function laneOf(chart: FlowChart, id: string): ChartLane {
  const lane = chart.lanes.find((one) => one.id === id)
  if (!lane) throw new RangeError(`no lane ${id}`)
  return lane
}

function checkLetters(text: string, field: string) {
  if (text.length > most.letters) throw new RangeError(`${field}: at most ${most.letters} letters`)
}
