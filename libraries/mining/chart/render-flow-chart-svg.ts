import { entry } from '../log/column.ts'
import { framed } from '../map/chart-frame.ts'
import { painted } from '../map/chart-theme.ts'
import { labelFontPixels, lineHeight, nameFontPixels } from '../map/map-pieces.ts'
import type { RenderOptions } from '../map/render-map-svg.ts'
import { arrowHead, type Paint, rectOf } from '../map/svg-flow.ts'
import { escaped, short, svgText } from '../map/svg-text.ts'
import { textWidth } from '../map/text-box.ts'
import type { FlowChart } from './flow-chart.ts'
import { type PlacedArrow, type PlacedLane, type PlacedStep, placeFlowChart, shortened } from './place-flow-chart.ts'

/** The words of a chart that is drawn: how to read its lines. */
export const chartWords = {
  ja: {
    reading: '実線は主な流れ、破線は例外・戻り。上から下へ読みます。',
    lanes: 'レーン：',
    steps: '手順：',
    comma: '、',
    stop: '。',
  },
  en: {
    reading: 'Unbroken: the main flow; dashed: exceptions and returns. Read from top to bottom. ',
    lanes: 'Lanes: ',
    steps: 'Steps: ',
    comma: ', ',
    stop: '. ',
  },
}

/** 業務フロー図 as one SVG text that prints in black on white: lanes, numbered steps, diamonds, arrows, notes underneath. */
export function renderFlowChartSvg(chart: FlowChart, options: RenderOptions = {}): string {
  const { theme = 'light', language = 'ja', title = chart.title } = options
  const paint: Paint = { theme, language, backdrop: 'sheet' }
  const placed = placeFlowChart(chart)
  const drawing = [
    ...placed.lanes.map((lane) => laneSheet(lane, paint)),
    ...placed.arrows.map((arrow) => arrowLine(arrow, paint)),
    ...placed.steps.map((step) => stepSheet(step, paint)),
    ...placed.arrows.map((arrow) => arrowLabel(arrow, paint)),
  ].join('')
  const say = chartWords[language]
  const notes = placed.steps.flatMap(({ noteMark, note }) => (noteMark ? [`${noteMark} ${note}`] : []))
  const lanes = placed.lanes.map(({ name }) => name).join(say.comma)
  const steps = placed.steps.map(({ name }) => name).join(' → ')
  const description = `${say.reading}${say.lanes}${lanes}${say.stop}${say.steps}${steps}${say.stop}`
  const { width, height } = placed
  return framed({ width, height, title, subtitle: say.reading, description, notes, drawing }, paint)
}

function laneSheet({ lines, box, head }: PlacedLane, { theme }: Paint): string {
  const top = head.y + (head.height - lines.length * lineHeight) / 2
  const at = { x: head.x + head.width / 2, pixels: nameFontPixels, theme, anchor: 'middle', bold: true } as const
  return [
    `<rect ${rectOf(box)} fill="none" ${painted('stroke', 'line-strong', theme)} stroke-width="1"/>`,
    `<g ${painted('fill', 'ground', theme)}><rect ${rectOf(head)} ${painted('stroke', 'line-strong', theme)} stroke-width="1"/></g>`,
    ...lines.map((line, row) => svgText(line, { ...at, y: top + lineHeight * (row + 1) - 4 })),
  ].join('')
}

function arrowLine({ points, isMain }: PlacedArrow, { theme }: Paint): string {
  const path = points.map(({ x, y }, place) => `${place === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('')
  const look = isMain ? 'stroke-width="2"' : 'stroke-width="1.5" stroke-dasharray="6 4"'
  const tip = entry(points, points.length - 1)
  const head = arrowHead({ ...tip, points: pointsTo(points) }, 2)
  return `<path d="${path}" fill="none" ${painted('stroke', 'ink', theme)} ${look}/><polygon points="${head}" ${painted('fill', 'ink', theme)}/>`
}

/** Which way the last stretch of a line runs. */
function pointsTo(points: PlacedArrow['points']): 'down' | 'up' | 'left' | 'right' {
  const [tip, before] = [entry(points, points.length - 1), entry(points, Math.max(0, points.length - 2))]
  if (tip.x === before.x) return tip.y >= before.y ? 'down' : 'up'
  return tip.x > before.x ? 'right' : 'left'
}

function arrowLabel({ label, labelBox }: PlacedArrow, { theme, backdrop }: Paint): string {
  const text = shortened(label)
  if (text === '') return ''
  const width = Math.min(labelBox.width, textWidth(text, labelFontPixels) + 6)
  const patch = { ...labelBox, x: labelBox.x + (labelBox.width - width) / 2, width }
  const at = {
    x: labelBox.x + labelBox.width / 2,
    y: labelBox.y + labelBox.height / 2 + 4,
    pixels: labelFontPixels,
    theme,
  }
  return `<rect ${rectOf(patch)} ${painted('fill', backdrop, theme)}/>${svgText(text, { ...at, anchor: 'middle' })}`
}

function stepSheet(step: PlacedStep, { theme }: Paint): string {
  const { box, lines, figure, number, noteMark, name, kind } = step
  const at = { x: box.x + box.width / 2, theme, anchor: 'middle' } as const
  const count = lines.length + (figure === undefined ? 0 : 1)
  const top = box.y + (box.height - count * lineHeight) / 2
  const corner = { pixels: labelFontPixels, theme, colour: 'ink-quiet' } as const
  const numberAt = kind === 'decision' ? { x: box.x + 20, y: box.y + 14 } : { x: box.x + 5, y: box.y + 13 }
  return [
    `<g><title>${escaped(name)}</title>`,
    `<g ${painted('fill', 'sheet', theme)}>${outline(step)} ${painted('stroke', 'ink', theme)} stroke-width="1.5"/></g>`,
    ...lines.map((line, row) =>
      svgText(line, { ...at, y: top + lineHeight * (row + 1) - 4, pixels: nameFontPixels, bold: true }),
    ),
    figure === undefined
      ? ''
      : svgText(figure, { ...at, y: top + lineHeight * count - 4, pixels: labelFontPixels, colour: 'ink-quiet' }),
    number === undefined ? '' : svgText(String(number), { ...corner, ...numberAt }),
    noteMark === undefined ? '' : svgText(noteMark, { ...corner, x: box.x + box.width - 26, y: box.y + 13 }),
    '</g>',
  ].join('')
}

/** An opened tag: the caller adds its paint and closes it. */
function outline({ kind, box }: PlacedStep): string {
  const { x, y, width, height } = box
  if (kind === 'decision') {
    const corners = [`${short(x + width / 2)},${short(y)}`, `${short(x + width)},${short(y + height / 2)}`]
    const others = [`${short(x + width / 2)},${short(y + height)}`, `${short(x)},${short(y + height / 2)}`]
    return `<polygon points="${[...corners, ...others].join(' ')}"`
  }
  return `<rect ${rectOf(box)} rx="${kind === 'task' ? 4 : short(height / 2)}"`
}
