import type { AnswerOf } from '@ennoshita/kernel'
import type { DirectlyFollows, EventLog } from '@ennoshita/mining'
import { directlyFollows, layoutMap, logOf, renderMapSvg, renderSwimlaneSvg, swimlaneChart } from '@ennoshita/mining'
import { language, t, useAppearance, useLanguage } from '@ennoshita/ui'
import { useDeferredValue, useMemo } from 'react'
import { events } from '../../contract/events.ts'
import type { work } from '../../contract.ts'

export type MapRow = AnswerOf<typeof work.workMaps>['rows'][number]
export type FlowView = 'map' | 'lanes'

export const mostSteps = 15
export const mostArrows = 30

/** An activity in words; one of another module stays as its name until that module says it. */
export function activityWord(activity: string): string {
  const words = events[activity]
  return words === undefined ? activity : words[language()]
}

function readLog(rows: readonly MapRow[], department: string): EventLog {
  const touched = new Set(rows.filter((row) => row.department === department).map((row) => row.caseId))
  const chosen = department === '' ? rows : rows.filter((row) => touched.has(row.caseId))
  return logOf(
    chosen.map((row) => ({
      caseId: row.caseId,
      activity: activityWord(row.activity),
      at: row.at,
      endedAt: row.endedAt ?? undefined,
      actorKind: row.actorKind,
      department: row.actorKind === 'system' ? t('自動') : row.department,
    })),
  )
}

/** The flow in a log: its counts, and the picture for the chosen view; the layout stays put while the sliders move. */
export function useFlow(
  rows: readonly MapRow[],
  options: { readonly department: string; readonly view: FlowView; readonly steps: number; readonly arrows: number },
): {
  readonly flow: DirectlyFollows
  readonly svg: string | null
  readonly draw: (theme: 'light' | 'dark') => string | null
} {
  const inUse = useLanguage()
  const isDark = useIsDark()
  const { department, view } = options
  const steps = useDeferredValue(options.steps)
  const arrows = useDeferredValue(options.arrows)
  // biome-ignore lint/correctness/useExhaustiveDependencies: activities are named in the language in use
  const log = useMemo(() => readLog(rows, department), [rows, department, inUse])
  const flow = useMemo(() => directlyFollows(log), [log])
  const whole = useMemo(
    () => (log.caseCount === 0 ? null : layoutMap(flow, { maxNodes: mostSteps, maxEdges: mostArrows })),
    [log, flow],
  )
  const draw = useMemo(
    () => (theme: 'light' | 'dark') => {
      if (whole === null) return null
      if (view === 'lanes')
        return renderSwimlaneSvg(swimlaneChart(log, { maxSteps: steps, maxExceptions: Math.min(10, arrows) }), {
          theme,
          language: inUse,
        })
      return renderMapSvg(layoutMap(flow, { maxNodes: steps, maxEdges: arrows, on: whole }), { theme, language: inUse })
    },
    [log, flow, whole, view, steps, arrows, inUse],
  )
  const svg = useMemo(() => draw(isDark ? 'dark' : 'light'), [draw, isDark])
  return { flow, svg, draw }
}

function useIsDark(): boolean {
  const { theme } = useAppearance()
  if (theme !== 'system') return theme === 'dark'
  return typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches
}
