import type { AnswerOf } from '@ennoshita/kernel'
import type { DirectlyFollows } from '@ennoshita/mining'
import { layoutMap, renderMapSvg } from '@ennoshita/mining'
import { t, useAppearance, useLanguage } from '@ennoshita/ui'
import { useMemo } from 'react'
import type { payables } from '../../contract.ts'

export type MapAnswer = AnswerOf<typeof payables.invoiceMaps>
type Language = 'ja' | 'en'

/** The answer as the flow of the map library, activities in the words of the language; minutes become seconds. */
export function flowOf(map: MapAnswer, language: Language): DirectlyFollows {
  const names = new Map(map.nodes.map(({ activity, says }) => [activity, says[language]]))
  const name = (activity: string) => names.get(activity) ?? activity
  return {
    caseCount: map.invoices,
    activities: map.nodes.map(({ activity, count }) => ({ activity: name(activity), count })),
    edges: map.edges.map(({ from, to, count, cases, medianMinutes, p90Minutes }) => ({
      ...{ from: name(from), to: name(to), count, cases },
      ...{ medianSeconds: medianMinutes * 60, p90Seconds: p90Minutes * 60 },
    })),
    starts: map.starts.map(({ activity, count }) => ({ activity: name(activity), count })),
    ends: map.ends.map(({ activity, count }) => ({ activity: name(activity), count })),
  }
}

/** The picture of the map; `draw` makes it for paper, in light colours. Null where nothing was received in the period. */
export function useInvoicePicture(map: MapAnswer | undefined, arrows: number) {
  const language = useLanguage()
  const { theme } = useAppearance()
  const prefersDark = typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches
  const isDark = theme === 'dark' || (theme === 'system' && prefersDark)
  const layout = useMemo(
    () => (map === undefined || map.invoices === 0 ? null : layoutMap(flowOf(map, language), { maxEdges: arrows })),
    [map, language, arrows],
  )
  const draw = (face: 'light' | 'dark') =>
    layout === null ? null : renderMapSvg(layout, { theme: face, language, title: t('請求書の流れの図') })
  return { svg: draw(isDark ? 'dark' : 'light'), draw }
}
