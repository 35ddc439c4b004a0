import { legendOf } from './legend.ts'
import type { Paint } from './svg-flow.ts'
import { short, svgSheet, svgText } from './svg-text.ts'
import { wrapText } from './text-box.ts'

const margin = 24
const narrowest = 480

interface Framed {
  width: number
  height: number
  title: string
  subtitle: string
  description: string
  /** No legend where the drawing has neither widths nor colours. */
  legend?: { hasTimes: boolean; dashed: 'returns' | 'exceptions' }
  /** Lines under the drawing. */
  notes?: readonly string[]
  drawing: string
}

/** A drawing with its heading above, its legend and notes below, and its description for those who do not see it. */
export function framed(chart: Framed, { theme, language, backdrop }: Paint): string {
  const inner = Math.max(chart.width, narrowest)
  const heading = wrapText(chart.title, 16, inner, 1)[0] ?? ''
  const subtitle = wrapText(chart.subtitle, 12, inner, 4)
  const top = margin + 26 + subtitle.length * 18 + 12
  const left = margin + (inner - chart.width) / 2
  const legend = chart.legend && legendOf(inner, chart.legend.hasTimes, chart.legend.dashed, language, theme)
  const legendTop = top + chart.height + 24
  const notes = (chart.notes ?? []).flatMap((note) => wrapText(note, 12, inner, 6))
  const body = [
    svgText(heading, { x: margin, y: margin + 14, pixels: 16, theme, bold: true }),
    ...subtitle.map((line, row) =>
      svgText(line, { x: margin, y: margin + 38 + row * 18, pixels: 12, theme, colour: 'ink-quiet' }),
    ),
    `<g transform="translate(${short(left)} ${top})">${chart.drawing}</g>`,
    legend?.svg(margin, legendTop) ?? '',
    ...notes.map((line, row) => svgText(line, { x: margin, y: legendTop + 12 + row * 18, pixels: 12, theme })),
  ].join('')
  const { title, description } = chart
  const size = {
    width: inner + margin * 2,
    height: Math.ceil(legendTop + (legend?.height ?? notes.length * 18) + margin),
  }
  return svgSheet({ ...size, title, description, language, theme, backdrop, body })
}
