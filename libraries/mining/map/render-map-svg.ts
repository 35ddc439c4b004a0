import { type ChartTheme, painted, waitClassOf } from './chart-theme.ts'
import { endMark, startMark } from './choose-flow.ts'
import type { Box, MapEdge, MapLayout, MapNode } from './layout-map.ts'
import { legendOf } from './legend.ts'
import { labelFontPixels, lineHeight, nameFontPixels } from './map-pieces.ts'
import { countText, durationText, endName, flowText, type Language, shareText, startName } from './map-words.ts'
import { arrowPixels } from './route-edge.ts'
import { escaped, short, svgSheet, svgText } from './svg-text.ts'
import { textWidth, wrapText } from './text-box.ts'

export interface RenderOptions {
  theme?: ChartTheme
  language?: Language
  /** The heading; what the map shows when absent. */
  title?: string
}

const margin = 24
const narrowest = 480

/**
 * The map as one SVG text: widths by count, colours by median time until the next step in fixed classes, counts and medians
 * on every arrow, legend, name and description. Colours are custom properties (`--ink`, `--wait-3` …) with the theme's
 * colours as fallbacks; no font, script or picture is loaded.
 */
export function renderMapSvg(layout: MapLayout, options: RenderOptions = {}): string {
  const { theme = 'light', language = 'ja', title = words[language].title } = options
  const inner = Math.max(layout.width, narrowest)
  const subtitle = wrapText(subtitleOf(layout, language), 12, inner, 4)
  const top = margin + 26 + subtitle.length * 18 + 12
  const left = margin + (inner - layout.width) / 2
  const legend = legendOf(inner, layout.hasTimes, 'returns', language, theme)
  const most = Math.max(1, ...layout.edges.map(({ count }) => count))
  const edges = [...layout.edges].reverse()
  const body = [
    svgText(wrapText(title, 16, inner, 1)[0] ?? '', { x: margin, y: margin + 14, pixels: 16, theme, bold: true }),
    ...subtitle.map((line, row) =>
      svgText(line, { x: margin, y: margin + 38 + row * 18, pixels: 12, theme, colour: 'ink-muted' }),
    ),
    `<g transform="translate(${short(left)} ${top})">`,
    ...edges.map((edge) => lineOf(edge, edge.count / most, theme)),
    ...layout.terminals.map(({ kind, box }) => terminal(kind, box, language, theme)),
    ...layout.nodes.map((node) => nodeOf(node, language, theme)),
    ...edges.map((edge) => labelOf(edge, language, theme)),
    '</g>',
    legend.svg(margin, top + layout.height + 24),
  ].join('')
  return svgSheet({
    width: inner + margin * 2,
    height: Math.ceil(top + layout.height + 24 + legend.height + margin),
    title,
    description: descriptionOf(layout, language),
    ...{ language, theme, body },
  })
}

const words = {
  ja: { title: '業務の流れ図', next: '→', sep: '、' },
  en: { title: 'Map of the work', next: '→', sep: ', ' },
}

function subtitleOf({ totals, nodes, edges }: MapLayout, language: Language): string {
  const flows = edges.filter(({ from, to }) => from !== startMark && to !== endMark).length
  const share = shareText(totals.shownShare)
  if (language === 'ja')
    return `案件 ${countText(totals.cases, 'ja')}。作業 ${nodes.length}／${totals.activities}種類、流れ ${flows}／${totals.flows}通りを表示（流れの件数の${share}）。`
  return `${countText(totals.cases, 'en')} cases. Showing ${nodes.length} of ${totals.activities} activities and ${flows} of ${totals.flows} flows (${share} of all steps).`
}

/** The map in words: what is shown, the most frequent flows, the longest waits. */
function descriptionOf(layout: MapLayout, language: Language): string {
  const { next, sep } = words[language]
  const name = ({ from, to }: MapEdge) => `${nameOf(from, language)} ${next} ${nameOf(to, language)}`
  const often = layout.edges
    .slice(0, 5)
    .map((edge) => `${name(edge)} ${flowText(edge.count, edge.medianSeconds, language)}`)
  const slow = layout.edges
    .filter(({ medianSeconds }) => medianSeconds !== undefined)
    .sort((a, b) => (b.medianSeconds ?? 0) - (a.medianSeconds ?? 0))
    .slice(0, 3)
    .map((edge) => `${name(edge)} ${durationText(edge.medianSeconds ?? 0, language)}`)
  const subtitle = subtitleOf(layout, language)
  if (language === 'ja')
    return `${subtitle}多い流れ：${often.join(sep)}。${slow.length > 0 ? `次の作業までの時間（中央値）が長い流れ：${slow.join(sep)}。` : ''}`
  return `${subtitle} Most frequent: ${often.join(sep)}.${slow.length > 0 ? ` Longest median time until the next step: ${slow.join(sep)}.` : ''}`
}

export function nameOf(activity: string, language: Language): string {
  if (activity === startMark) return startName[language]
  return activity === endMark ? endName[language] : activity
}

function lineOf(edge: MapEdge, share: number, theme: ChartTheme): string {
  const isTerminal = edge.from === startMark || edge.to === endMark
  const colour = waitClassOf(edge.medianSeconds) ?? 'ink-muted'
  const width = isTerminal ? 1.5 : 1.5 + 5.5 * Math.sqrt(share)
  const dash = edge.isReturn ? ' stroke-dasharray="6 4"' : ''
  return [
    `<path d="${edge.path}" fill="none" ${painted('stroke', 'ground', theme)} stroke-width="${short(width + 3)}"/>`,
    `<path d="${edge.path}" fill="none" ${painted('stroke', colour, theme)} stroke-width="${short(width)}"${dash}/>`,
    `<polygon points="${arrowHead(edge.arrow, width)}" ${painted('fill', colour, theme)}/>`,
  ].join('')
}

/** A triangle with its tip on the node. */
export function arrowHead({ x, y, points }: MapEdge['arrow'], strokePixels: number): string {
  const half = Math.max(4.5, strokePixels / 2 + 2.5)
  const corners = {
    down: [
      [x, y],
      [x - half, y - arrowPixels],
      [x + half, y - arrowPixels],
    ],
    up: [
      [x, y],
      [x - half, y + arrowPixels],
      [x + half, y + arrowPixels],
    ],
    left: [
      [x, y],
      [x + arrowPixels, y - half],
      [x + arrowPixels, y + half],
    ],
  }
  return corners[points].map(([left = 0, top = 0]) => `${short(left)},${short(top)}`).join(' ')
}

export function nodeOf({ activity, lines, count, box }: MapNode, language: Language, theme: ChartTheme): string {
  const middle = box.x + box.width / 2
  const at = { x: middle, theme, anchor: 'middle' } as const
  const names = lines.map((line, row) =>
    svgText(line, { ...at, y: box.y + 6 + lineHeight * (row + 1) - 4, pixels: nameFontPixels, bold: true }),
  )
  const countY = box.y + 6 + lineHeight * (lines.length + 1) - 4
  return [
    `<g><title>${escaped(`${activity} ${countText(count, language)}`)}</title>`,
    `<g ${painted('fill', 'sheet', theme)}><rect ${rectOf(box)} rx="6" ${painted('stroke', 'ink-muted', theme)} stroke-width="1"/></g>`,
    ...names,
    svgText(countText(count, language), { ...at, y: countY, pixels: labelFontPixels, colour: 'ink-muted' }),
    '</g>',
  ].join('')
}

export function terminal(kind: 'start' | 'end', box: Box, language: Language, theme: ChartTheme): string {
  const text = kind === 'start' ? startName[language] : endName[language]
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 + 4, pixels: labelFontPixels, theme, bold: true }
  return `<rect ${rectOf(box)} rx="6" ${painted('fill', 'ink-muted', theme)}/>${svgText(text, { ...place, anchor: 'middle', colour: 'sheet' })}`
}

/** Stands on its line: a patch of the ground, then the count and the median. */
function labelOf(edge: MapEdge, language: Language, theme: ChartTheme): string {
  const text = flowText(edge.count, edge.medianSeconds, language)
  const { label } = edge
  const width = Math.min(label.width, textWidth(text, labelFontPixels) + 6)
  const left = edge.from === edge.to ? label.x : label.x + (label.width - width) / 2
  const patch = { x: left, y: label.y + 1, width, height: label.height - 2 }
  const at = { x: left + width / 2, y: label.y + label.height / 2 + 4, pixels: labelFontPixels, theme }
  const title = `${nameOf(edge.from, language)} → ${nameOf(edge.to, language)} ${text}`
  return `<g><title>${escaped(title)}</title><rect ${rectOf(patch)} ${painted('fill', 'ground', theme)}/>${svgText(text, { ...at, anchor: 'middle' })}</g>`
}

export function rectOf({ x, y, width, height }: Box): string {
  return `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`
}
