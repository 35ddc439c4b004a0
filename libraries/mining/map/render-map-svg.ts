import { framed } from './chart-frame.ts'
import type { ChartTheme } from './chart-theme.ts'
import { endMark, startMark } from './choose-flow.ts'
import { flowsInWords } from './flow-words.ts'
import type { MapLayout } from './layout-map.ts'
import { countText, type Language, shareText } from './map-words.ts'
import { flowLabel, flowLine, nodeSheet, type Paint, terminalSheet } from './svg-flow.ts'

export interface RenderOptions {
  theme?: ChartTheme
  language?: Language
  /** The heading; what the chart shows when absent. */
  title?: string
}

/**
 * The map as one SVG text: widths by count, colours by median time until the next step in fixed classes, counts and medians
 * on every arrow, legend, name and description. Colours are custom properties (`--ink`, `--wait-3` …) with the theme's
 * colours as fallbacks; no font, script or picture is loaded.
 */
export function renderMapSvg(layout: MapLayout, options: RenderOptions = {}): string {
  const { theme = 'light', language = 'ja', title = language === 'ja' ? '業務の流れ図' : 'Map of the work' } = options
  const paint: Paint = { theme, language, backdrop: 'ground' }
  const most = Math.max(1, ...layout.edges.map(({ count }) => count))
  const edges = [...layout.edges].reverse()
  const drawing = [
    ...edges.map((edge) => flowLine(edge, edge.count / most, edge.isReturn, paint)),
    ...layout.terminals.map((terminal) => terminalSheet(terminal, paint)),
    ...layout.nodes.map((node) => nodeSheet(node, [countText(node.count, language)], paint)),
    ...edges.map((edge) => flowLabel(edge, paint)),
  ].join('')
  const { width, height, hasTimes } = layout
  const subtitle = subtitleOf(layout, language)
  const description = subtitle + flowsInWords(layout.edges, language)
  return framed(
    { width, height, title, subtitle, description, legend: { hasTimes, dashed: 'returns' }, drawing },
    paint,
  )
}

function subtitleOf({ totals, nodes, edges }: MapLayout, language: Language): string {
  const flows = edges.filter(({ from, to, isAbridged }) => from !== startMark && to !== endMark && !isAbridged).length
  const share = shareText(totals.shownShare)
  if (language === 'ja')
    return `案件 ${countText(totals.cases, 'ja')}。作業 ${nodes.length}／${totals.activities}種類、流れ ${flows}／${totals.flows}通りを表示（流れの件数の${share}）。`
  return `${countText(totals.cases, 'en')} cases. Showing ${nodes.length} of ${totals.activities} activities and ${flows} of ${totals.flows} flows (${share} of all steps). `
}
