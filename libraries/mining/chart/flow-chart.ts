import type { EventLog } from '../log/event-log.ts'
import { endMark, startMark } from '../map/choose-flow.ts'
import { countText, endName, flowText, type Language, startName } from '../map/map-words.ts'
import { type SwimlaneOptions, swimlaneChart } from '../map/swimlane-chart.ts'

/** A 部門: one column of the chart. */
export interface ChartLane {
  id: string
  name: string
}

/** 開始・終了・作業・判断. */
export type StepKind = 'start' | 'end' | 'task' | 'decision'

export interface ChartStep {
  id: string
  lane: string
  kind: StepKind
  name: string
  /** Stands beside the main line of its lane. */
  isAside?: boolean
  /** A second, quieter line: how often it happens. */
  figure?: string
  /** 備考: printed under the chart with its mark. */
  note?: string
}

export interface ChartArrow {
  from: string
  to: string
  /** What stands on the arrow: はい, いいえ, or how often; '' for nothing. */
  label: string
  /** Drawn unbroken; exceptions are dashed. */
  isMain: boolean
}

/** 部門別スイムレーン業務フロー図 as plain data: lanes from left to right, steps from top to bottom. */
export interface FlowChart {
  title: string
  lanes: readonly ChartLane[]
  steps: readonly ChartStep[]
  arrows: readonly ChartArrow[]
}

const words = {
  ja: { title: '業務フロー図', repeated: '繰り返し', department: '部門の記録なし', role: '役割の記録なし' },
  en: { title: 'Flow of work', repeated: 'repeated', department: 'No department recorded', role: 'No role recorded' },
}

/**
 * The main path of a log and its most frequent exceptions (`swimlaneChart` says how they are chosen) as a chart to edit: what
 * people then change by hand stays theirs.
 */
export function flowChart(
  log: EventLog,
  options: SwimlaneOptions & { title?: string; language?: Language } = {},
): FlowChart {
  const { language = 'ja' } = options
  const say = words[language]
  const { lanesBy, lanes, steps, flows } = swimlaneChart(log, options)
  const unknown = lanesBy === 'role' ? say.role : say.department
  const laneIds = new Map(lanes.map(({ name }, place) => [name, `lane${place + 1}`]))
  const ids = new Map(steps.map(({ activity }, place) => [activity, `step${place + 1}`]))
  ids.set(startMark, 'start').set(endMark, 'end')
  const main = steps.filter(({ isMain }) => isMain)
  const laneOf = (lane: string | undefined) => laneIds.get(lane ?? '') ?? 'lane1'
  const idOf = (activity: string) => ids.get(activity) ?? activity
  const figure = (count: number, repeats: number) =>
    repeats === 0
      ? countText(count, language)
      : `${countText(count, language)} ${say.repeated} ${countText(repeats, language)}`
  return {
    title: options.title ?? say.title,
    lanes:
      lanes.length === 0
        ? [{ id: 'lane1', name: unknown }]
        : lanes.map(({ name }) => ({ id: laneOf(name), name: name || unknown })),
    steps: [
      { id: 'start', lane: laneOf(main[0]?.lane), kind: 'start', name: startName[language] },
      ...steps.map(
        ({ activity, lane, count, repeats, isMain }): ChartStep => ({
          ...{ id: idOf(activity), lane: laneOf(lane), kind: 'task', name: activity, figure: figure(count, repeats) },
          ...(isMain ? {} : { isAside: true }),
        }),
      ),
      { id: 'end', lane: laneOf(main.at(-1)?.lane), kind: 'end', name: endName[language] },
    ],
    arrows: flows.map((flow) => ({
      ...{ from: idOf(flow.from), to: idOf(flow.to), isMain: flow.isMain },
      label: flow.isAbridged && flow.isMain ? '' : flowText(flow, language),
    })),
  }
}
