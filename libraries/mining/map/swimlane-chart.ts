import { directlyFollows } from '../analyses/directly-follows.ts'
import { variants } from '../analyses/variants.ts'
import { byText, cell, entry } from '../log/column.ts'
import type { EventLog, TextColumn } from '../log/event-log.ts'
import { allFlows, endMark, type Flow, startMark } from './choose-flow.ts'
import { checkMost } from './layout-map.ts'
import { placeSwimlanes, type SwimlaneLayout } from './place-swimlanes.ts'

export interface SwimlaneOptions {
  /** Activities shown at most. */
  maxSteps?: number
  /** Arrows beside the main path shown at most. */
  maxExceptions?: number
}

/** An activity in its lane; `repeats` is how often it followed itself at once. */
export interface SwimlaneStep {
  activity: string
  lane: string
  count: number
  repeats: number
  isMain: boolean
}

export interface SwimlaneChart extends SwimlaneLayout {
  /** What the lanes are: departments, else roles; one lane named '' where the log tells neither. */
  lanesBy: 'department' | 'role' | 'nothing'
  /** Where the main path comes from, whether it goes on below the last step shown, and the share of cases that go exactly so (absent for the second). */
  mainPath: {
    basis: 'most-frequent-variant' | 'most-frequent-steps'
    activities: string[]
    share?: number
    isCut: boolean
  }
  caseCount: number
  /** Activities and arrows that are not drawn. */
  hidden: { activities: number; flows: number }
  hasTimes: boolean
}

const leastShareOfMainPath = 0.05

/**
 * 部門別スイムレーン: the main path and its most frequent exceptions, one lane per department, from top to bottom, every box
 * placed. The main path is the most frequent variant, each activity at its first place; where that covers under 5 % of the
 * cases it is the most frequent step onward from the most frequent start. Exceptions are added by count; an activity that
 * only exceptions reach stands under the one it most often follows, in the lane of those who do it most. Throws a RangeError
 * for a most that is no number from 0 on.
 */
export function swimlaneChart(log: EventLog, options: SwimlaneOptions = {}): SwimlaneChart {
  const { maxSteps = 15, maxExceptions = 10 } = options
  checkMost({ maxSteps, maxExceptions })
  const flow = directlyFollows(log)
  const flows = allFlows(flow)
  const mainPath = mainPathOf(log, flows, maxSteps)
  const path = [startMark, ...mainPath.activities, endMark]
  const mainFlows = path.slice(1).map((to, place) => flowBetween(flows, entry(path, place), to))
  if (mainPath.isCut)
    mainFlows.splice(-1, 1, { from: entry(path, path.length - 2), to: endMark, count: 0, isAbridged: true })
  const { exceptions, order } = withExceptions(path, flows, mainFlows, maxSteps, maxExceptions)
  const { lanesBy, laneOf } = lanesOf(log, order)
  const shown = new Set(mainPath.activities)
  const steps = order.slice(1, -1).map((activity): SwimlaneStep => {
    const count = flow.activities.find((one) => one.activity === activity)?.count ?? 0
    const repeats = flows.find(({ from, to }) => from === activity && to === activity)?.count ?? 0
    return { activity, lane: laneOf(activity), count, repeats, isMain: shown.has(activity) }
  })
  const drawn = new Set([...mainFlows, ...exceptions])
  return {
    ...placeSwimlanes(steps, mainFlows, exceptions),
    lanesBy,
    mainPath,
    caseCount: log.caseCount,
    hidden: {
      activities: flow.activities.length - steps.length,
      flows: flows.filter((one) => one.from !== one.to && !drawn.has(one)).length,
    },
    hasTimes: log.hasTimes,
  }
}

function mainPathOf(log: EventLog, flows: readonly Flow[], maxSteps: number): SwimlaneChart['mainPath'] {
  const first = variants(log)[0]
  if (first && first.share >= leastShareOfMainPath) {
    const whole = [...new Set(first.activities)]
    const activities = whole.slice(0, maxSteps)
    return { basis: 'most-frequent-variant', activities, share: first.share, isCut: whole.length > maxSteps }
  }
  const activities: string[] = []
  let isCut = true
  for (let at = startMark; activities.length < maxSteps; ) {
    const onward = flows.find(({ from, to }) => from === at && !activities.includes(to))
    if (!onward || onward.to === endMark) {
      isCut = false
      break
    }
    activities.push(onward.to)
    at = onward.to
  }
  return { basis: 'most-frequent-steps', activities, isCut }
}

/** The flow between two activities of the main path; where only repeats were left out between them, it is abridged. */
function flowBetween(flows: readonly Flow[], from: string, to: string): Flow {
  return flows.find((one) => one.from === from && one.to === to) ?? { from, to, count: 0, isAbridged: true }
}

function withExceptions(
  path: readonly string[],
  flows: readonly Flow[],
  mainFlows: readonly Flow[],
  maxSteps: number,
  maxExceptions: number,
) {
  const order = [...path]
  const onward = Map.groupBy(flows, ({ from }) => from)
  const exceptions: Flow[] = []
  const add = (flow: Flow) => {
    if (exceptions.includes(flow)) return
    exceptions.push(flow)
  }
  for (const flow of flows) {
    if (exceptions.length >= maxExceptions) break
    const { from, to } = flow
    if (from === to || mainFlows.includes(flow) || !order.includes(from)) continue
    if (order.includes(to)) add(flow)
    else if (order.length - 2 < maxSteps && exceptions.length + 2 <= maxExceptions) {
      const back = onward.get(to)?.find((one) => one.to !== to && order.includes(one.to))
      if (!back) continue
      order.splice(order.indexOf(from) + 1, 0, to)
      add(flow)
      add(back)
    }
  }
  return { exceptions, order }
}

function lanesOf(
  log: EventLog,
  shown: readonly string[],
): { lanesBy: SwimlaneChart['lanesBy']; laneOf: (activity: string) => string } {
  const lanesBy = log.department.texts.length > 0 ? 'department' : log.role.texts.length > 0 ? 'role' : 'nothing'
  if (lanesBy === 'nothing') return { lanesBy, laneOf: () => '' }
  const lanes = mostFrequentTexts(log, log[lanesBy], new Set(shown))
  return { lanesBy, laneOf: (activity) => lanes.get(activity) ?? '' }
}

/** The text that most events of each of some activities carry; none where no event carries one. */
function mostFrequentTexts(
  log: EventLog,
  { texts, numbers }: TextColumn,
  activities: ReadonlySet<string>,
): Map<string, string> {
  const isAsked = log.activities.map((activity) => activities.has(activity))
  const counts = new Map<string, Map<string, number>>()
  for (let event = 0; event < log.eventCount; event++) {
    const activity = cell(log.activity, event)
    const text = texts[cell(numbers, event)]
    if (!isAsked[activity] || text === undefined) continue
    const name = entry(log.activities, activity)
    const own = counts.get(name) ?? new Map<string, number>()
    counts.set(name, own.set(text, (own.get(text) ?? 0) + 1))
  }
  const best = (own: ReadonlyMap<string, number>) =>
    [...own].sort(([a, one], [b, other]) => other - one || byText(a, b))[0]?.[0] ?? ''
  return new Map([...counts].map(([activity, own]) => [activity, best(own)]))
}
