import { type ChartTheme, painted, waitClassOf } from './chart-theme.ts'
import { endMark, type Flow, startMark } from './choose-flow.ts'
import type { Box, MapEdge, MapNode, MapTerminal } from './layout-map.ts'
import { labelFontPixels, lineHeight, nameFontPixels } from './map-pieces.ts'
import { endName, flowText, type Language, startName } from './map-words.ts'
import { arrowPixels } from './route-edge.ts'
import { escaped, short, svgText } from './svg-text.ts'
import { textWidth } from './text-box.ts'

/** How the parts of one chart are painted; `backdrop` is what lies behind its lines. */
export interface Paint {
  theme: ChartTheme
  language: Language
  backdrop: 'ground' | 'sheet'
}

/** The name of an activity, or of where cases begin and end. */
export function nameOf(activity: string, language: Language): string {
  if (activity === startMark) return startName[language]
  return activity === endMark ? endName[language] : activity
}

type DrawnFlow = Flow & Pick<MapEdge, 'path' | 'label'> & { arrow: FlowArrow }
type FlowArrow = { x: number; y: number; points: 'down' | 'up' | 'left' | 'right' }

/** A line with its arrow head: the width from its share of the most frequent flow, the colour from the median wait. */
export function flowLine(flow: DrawnFlow, share: number, isDashed: boolean, { theme, backdrop }: Paint): string {
  const isTerminal = flow.from === startMark || flow.to === endMark
  const colour = waitClassOf(flow.medianSeconds) ?? 'ink-quiet'
  const width = isTerminal || flow.isAbridged ? 1.5 : 1.5 + 5.5 * Math.sqrt(share)
  const dash = flow.isAbridged ? ' stroke-dasharray="2 4"' : isDashed ? ' stroke-dasharray="6 4"' : ''
  return [
    `<path d="${flow.path}" fill="none" ${painted('stroke', backdrop, theme)} stroke-width="${short(width + 3)}"/>`,
    `<path d="${flow.path}" fill="none" ${painted('stroke', colour, theme)} stroke-width="${short(width)}"${dash}/>`,
    `<polygon points="${arrowHead(flow.arrow, width)}" ${painted('fill', colour, theme)}/>`,
  ].join('')
}

/** A triangle with its tip on the node. */
export function arrowHead({ x, y, points }: FlowArrow, strokePixels: number): string {
  const half = Math.max(4.5, strokePixels / 2 + 2.5)
  const [backX, backY] = {
    down: [0, -arrowPixels],
    up: [0, arrowPixels],
    left: [arrowPixels, 0],
    right: [-arrowPixels, 0],
  }[points]
  const [sideX, sideY] = backX === 0 ? [half, 0] : [0, half]
  const base = { x: x + (backX ?? 0), y: y + (backY ?? 0) }
  const corners = [
    [x, y],
    [base.x - sideX, base.y - sideY],
    [base.x + sideX, base.y + sideY],
  ]
  return corners.map(([left = 0, top = 0]) => `${short(left)},${short(top)}`).join(' ')
}

/** Stands on its line: a patch of the backdrop, then the count and the median. */
export function flowLabel(flow: DrawnFlow, { theme, language, backdrop }: Paint): string {
  const text = flowText(flow, language)
  const { label } = flow
  const width = Math.min(label.width, textWidth(text, labelFontPixels) + 6)
  const left = flow.from === flow.to ? label.x : label.x + (label.width - width) / 2
  const patch = { x: left, y: label.y + 1, width, height: label.height - 2 }
  const at = { x: left + width / 2, y: label.y + label.height / 2 + 4, pixels: labelFontPixels, theme }
  const title = `${nameOf(flow.from, language)} → ${nameOf(flow.to, language)} ${text}`
  return `<g><title>${escaped(title)}</title><rect ${rectOf(patch)} ${painted('fill', backdrop, theme)}/>${svgText(text, { ...at, anchor: 'middle' })}</g>`
}

/** A sheet with the name of an activity and its figures under it, a line each; the whole name stands in its tip. */
export function nodeSheet(
  { activity, lines, box }: Omit<MapNode, 'count'>,
  figures: readonly string[],
  { theme }: Paint,
): string {
  const at = { x: box.x + box.width / 2, theme, anchor: 'middle' } as const
  const top = box.y + (box.height - (lines.length + figures.length) * lineHeight) / 2
  const baseline = (row: number) => top + lineHeight * (row + 1) - 4
  const names = lines.map((line, row) => svgText(line, { ...at, y: baseline(row), pixels: nameFontPixels, bold: true }))
  const under = figures.map((line, row) =>
    svgText(line, { ...at, y: baseline(lines.length + row), pixels: labelFontPixels, colour: 'ink-quiet' }),
  )
  return [
    `<g><title>${escaped([activity, ...figures].join(' '))}</title>`,
    `<g ${painted('fill', 'sheet', theme)}><rect ${rectOf(box)} rx="6" ${painted('stroke', 'ink-quiet', theme)} stroke-width="1"/></g>`,
    ...names,
    ...under,
    '</g>',
  ].join('')
}

/** Where cases begin or end. */
export function terminalSheet({ kind, box }: MapTerminal, { theme, language }: Paint): string {
  const text = kind === 'start' ? startName[language] : endName[language]
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 + 4, pixels: labelFontPixels, theme, bold: true }
  return `<rect ${rectOf(box)} rx="6" ${painted('fill', 'ink-quiet', theme)}/>${svgText(text, { ...place, anchor: 'middle', colour: 'sheet' })}`
}

export function rectOf({ x, y, width, height }: Box): string {
  return `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`
}
