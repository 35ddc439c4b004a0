import { framed } from './chart-frame.ts'
import { painted } from './chart-theme.ts'
import { flowsInWords } from './flow-words.ts'
import { lineHeight, nameFontPixels } from './map-pieces.ts'
import { countText, type Language, shareText } from './map-words.ts'
import type { Lane } from './place-swimlanes.ts'
import type { RenderOptions } from './render-map-svg.ts'
import { flowLabel, flowLine, nodeSheet, type Paint, rectOf, terminalSheet } from './svg-flow.ts'
import { svgText } from './svg-text.ts'
import type { SwimlaneChart } from './swimlane-chart.ts'

/** 業務フロー図 as one SVG text, made like `renderMapSvg`: lanes, main path unbroken, exceptions dashed. */
export function renderSwimlaneSvg(chart: SwimlaneChart, options: RenderOptions = {}): string {
  const { theme = 'light', language = 'ja', title = words[language].title } = options
  const paint: Paint = { theme, language, backdrop: 'sheet' }
  const most = Math.max(1, ...chart.flows.map(({ count }) => count))
  const flows = [...chart.flows].reverse()
  const drawing = [
    ...chart.lanes.map((lane) => laneSheet(lane, chart.lanesBy, paint)),
    ...flows.map((flow) => flowLine(flow, flow.count / most, !flow.isMain, paint)),
    ...chart.terminals.map((terminal) => terminalSheet(terminal, paint)),
    ...chart.steps.map((step) => nodeSheet(step, figuresOf(step, language), paint)),
    ...flows.map((flow) => flowLabel(flow, paint)),
  ].join('')
  const { width, height, hasTimes } = chart
  const subtitle = subtitleOf(chart, language)
  const lanes = chart.lanes.map(({ name }) => name || words[language][chart.lanesBy]).join(words[language].comma)
  const description = `${subtitle}${words[language].lanes}${lanes}${words[language].stop}${flowsInWords(chart.flows, language)}`
  return framed(
    { width, height, title, subtitle, description, legend: { hasTimes, dashed: 'exceptions' }, drawing },
    paint,
  )
}

const words = {
  ja: {
    ...{ title: '業務フロー図（部門別）', lanes: 'レーン：', comma: '、', stop: '。', repeated: '繰り返し' },
    ...{ department: '部門の記録なし', role: '役割の記録なし', nothing: '部門の記録なし' },
  },
  en: {
    ...{ title: 'Flow of work by department', lanes: 'Lanes: ', comma: ', ', stop: '. ', repeated: 'repeated' },
    ...{ department: 'No department recorded', role: 'No role recorded', nothing: 'No department recorded' },
  },
}

function figuresOf({ count, repeats }: { count: number; repeats: number }, language: Language): string[] {
  if (repeats === 0) return [countText(count, language)]
  return [countText(count, language), `${words[language].repeated} ${countText(repeats, language)}`]
}

function subtitleOf({ mainPath, caseCount, hidden }: SwimlaneChart, language: Language): string {
  const cases = countText(caseCount, language)
  const { share } = mainPath
  if (language === 'ja') {
    const main = share === undefined ? '最も多い進み方をつないだ道筋' : `最も多い道筋（全案件の${shareText(share)}）`
    return `案件 ${cases}。実線は${main}、破線はその例外。ほかに作業 ${hidden.activities}種類、流れ ${hidden.flows}通りがあります。`
  }
  const main =
    share === undefined ? 'the most frequent step onward' : `the most frequent way (${shareText(share)} of cases)`
  return `${cases} cases. Unbroken: ${main}; dashed: its exceptions. Not shown: ${hidden.activities} activities, ${hidden.flows} flows. `
}

function laneSheet({ name, lines, box, head }: Lane, lanesBy: SwimlaneChart['lanesBy'], paint: Paint): string {
  const { theme, language } = paint
  const shown = name === '' ? [words[language][lanesBy]] : lines
  const top = head.y + (head.height - shown.length * lineHeight) / 2
  const at = { x: head.x + head.width / 2, pixels: nameFontPixels, theme, anchor: 'middle', bold: true } as const
  return [
    `<rect ${rectOf(box)} fill="none" ${painted('stroke', 'line-strong', theme)} stroke-width="1"/>`,
    `<g ${painted('fill', 'ground', theme)}><rect ${rectOf(head)} ${painted('stroke', 'line-strong', theme)} stroke-width="1"/></g>`,
    ...shown.map((line, row) => svgText(line, { ...at, y: top + lineHeight * (row + 1) - 4 })),
  ].join('')
}
