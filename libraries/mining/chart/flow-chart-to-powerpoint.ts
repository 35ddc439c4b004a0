import { entry } from '../log/column.ts'
import { labelFontPixels, nameFontPixels } from '../map/map-pieces.ts'
import { escaped, xmlLetters } from '../map/svg-text.ts'
import type { FlowChart } from './flow-chart.ts'
import { type PlacedArrow, type PlacedChart, type PlacedStep, placeFlowChart, shortened } from './place-flow-chart.ts'
import { connectorXml } from './powerpoint-connector.ts'
import { chartWords } from './render-flow-chart-svg.ts'

const font = 'Meiryo'
const ink = '1F2933'
const quiet = '52606D'
const pixelsPerInch = 96
const marginInches = 0.4
const headingInches = 0.75

/** Sizes of paper in inches, portrait; wider charts lie on their side. */
const papers = [
  { name: 'A4', short: 8.27, long: 11.69 },
  { name: 'A3', short: 11.69, long: 16.54 },
]
const smallestScale = 0.72

/**
 * A chart as a PowerPoint file (.pptx) of one slide: boxes, diamonds and connectors that are glued to them, so that a line
 * follows when a box is moved. The slide is A4, or A3 where letters would get too small, upright or on its side as the chart
 * is. The maker of the file is loaded when it is first needed.
 */
export async function flowChartToPowerPoint(
  chart: FlowChart,
  options: { language?: 'ja' | 'en' } = {},
): Promise<Uint8Array> {
  const [{ default: library }, { strFromU8, strToU8, unzipSync, zipSync }] = await Promise.all([
    import('pptxgenjs'),
    import('fflate'),
  ])
  const placed = placeFlowChart(chart)
  const notes = placed.steps.flatMap(({ noteMark, note }) => (noteMark ? [`${noteMark} ${note}`] : []))
  const page = pageFor(placed, notes.length)
  const Presentation = library as unknown as Library // as: the types describe its CommonJS shape, the module exports the class itself
  const deck = new Presentation()
  deck.title = chart.title
  deck.theme = { headFontFace: font, bodyFontFace: font }
  deck.defineLayout({ name: page.name, width: page.width, height: page.height })
  deck.layout = page.name
  drawSlide(deck.addSlide(), chart, placed, notes, page, chartWords[options.language ?? 'ja'].reading)
  const written = await deck.write({ outputType: 'uint8array', compression: false })
  if (!(written instanceof Uint8Array)) throw new TypeError('the presentation was not written as bytes')
  const files = unzipSync(written)
  const slide = 'ppt/slides/slide1.xml'
  const bytes = files[slide]
  if (!bytes) throw new TypeError('the presentation has no slide')
  files[slide] = strToU8(withConnectors(strFromU8(bytes), placed, page))
  return zipSync(files)
}

/** The slide, and how the pixels of the chart stand on it. */
export interface Page {
  name: string
  width: number
  height: number
  /** Inches per pixel. */
  scale: number
  left: number
  top: number
}

function pageFor({ width, height }: PlacedChart, notes: number): Page {
  const below = notes * 0.22 + marginInches
  const pages = papers.flatMap(({ name, short, long }) =>
    [
      { width: short, height: long },
      { width: long, height: short },
    ].map((paper) => {
      const [room, depth] = [paper.width - marginInches * 2, paper.height - headingInches - below]
      const fit = Math.min(1, (room * pixelsPerInch) / width, (depth * pixelsPerInch) / height)
      return { name, ...paper, fit }
    }),
  )
  const best = (name: string) => pages.filter((page) => page.name === name).sort((a, b) => b.fit - a.fit)[0]
  const [small, large] = [best('A4'), best('A3')]
  const { name, fit, ...paper } = small && small.fit >= smallestScale ? small : (large ?? entry(pages, 0))
  const scale = fit / pixelsPerInch
  return { name, ...paper, scale, left: (paper.width - width * scale) / 2, top: headingInches }
}

type Library = typeof import('pptxgenjs').default
type Slide = ReturnType<InstanceType<Library>['addSlide']>
type TextLook = NonNullable<Parameters<Slide['addText']>[1]>

function drawSlide(
  slide: Slide,
  chart: FlowChart,
  placed: PlacedChart,
  notes: readonly string[],
  page: Page,
  reading: string,
) {
  const at = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
    ...{ x: page.left + x * page.scale, y: page.top + y * page.scale },
    ...{ w: width * page.scale, h: height * page.scale },
  })
  const points = (pixels: number) => Math.max(5, Math.round(pixels * page.scale * 72 * 10) / 10)
  const across = { x: marginInches, w: page.width - marginInches * 2, margin: 0, fontFace: font, color: ink } as const
  slide.addText(escaped(chart.title), { ...across, y: 0.2, h: 0.3, fontSize: 14, bold: true, objectName: 'title' })
  slide.addText(reading, { ...across, y: 0.48, h: 0.2, fontSize: 8, color: quiet })
  for (const { box, head, name } of placed.lanes) {
    slide.addShape('rect', { ...at(box), line: { color: '9AA5B1', width: 0.75 } })
    slide.addText(xmlLetters(name), {
      ...{ ...at(head), shape: 'rect', align: 'center', valign: 'middle', bold: true, margin: 2, color: ink },
      ...{
        fill: { color: 'EEF1F4' },
        line: { color: '9AA5B1', width: 0.75 },
        fontFace: font,
        fontSize: points(nameFontPixels),
      },
    })
  }
  placed.arrows.forEach((_, place) => {
    slide.addShape('line', { x: 0, y: 0, w: 1, h: 1, line: { color: ink }, objectName: `connector ${place}` })
  })
  for (const step of placed.steps) slide.addText(stepText(step, points), { ...at(step.box), ...stepLook(step) })
  for (const { label, labelBox } of placed.arrows)
    if (label !== '')
      slide.addText(xmlLetters(shortened(label)), {
        ...{ ...at(labelBox), align: 'center', valign: 'middle', margin: 0, fill: { color: 'FFFFFF' }, wrap: false },
        ...{ fontFace: font, fontSize: points(labelFontPixels), color: ink },
      })
  const notesTop = page.top + placed.height * page.scale + 0.1
  if (notes.length > 0)
    slide.addText(xmlLetters(notes.join('\n')), {
      ...across,
      y: notesTop,
      h: notes.length * 0.22,
      fontSize: 8,
      valign: 'top',
    })
}

function stepText({ lines, figure, number, noteMark }: PlacedStep, points: (pixels: number) => number) {
  const small = { fontSize: points(labelFontPixels), color: quiet }
  const mark = [number, noteMark].filter((part) => part !== undefined).join('　')
  return [
    ...(mark === '' ? [] : [{ text: mark, options: { ...small, breakLine: true } }]),
    {
      text: xmlLetters(lines.join('\n')),
      options: { bold: true, fontSize: points(nameFontPixels), color: ink, breakLine: figure !== undefined },
    },
    ...(figure === undefined ? [] : [{ text: xmlLetters(figure), options: small }]),
  ]
}

const shapes = {
  start: 'flowChartTerminator',
  end: 'flowChartTerminator',
  task: 'flowChartProcess',
  decision: 'flowChartDecision',
} as const

function stepLook({ kind, id }: PlacedStep): TextLook {
  return {
    ...{
      shape: shapes[kind],
      align: 'center',
      valign: 'middle',
      margin: 0,
      fontFace: font,
      objectName: `step ${xmlLetters(id)}`,
    },
    ...{ fill: { color: 'FFFFFF' }, line: { color: ink, width: 1.25 } },
  } as const
}

/** The stand-ins of the arrows, replaced by connectors glued to the shapes of their steps. */
function withConnectors(slide: string, { arrows, steps }: PlacedChart, page: Page): string {
  const idOf = new Map<string, string>()
  for (const [, id = '', name = ''] of slide.matchAll(/<p:cNvPr id="(\d+)" name="([^"]*)"/g)) idOf.set(name, id)
  const shapeOf = (step: string) => {
    const place = steps.findIndex(({ id }) => id === step)
    return { id: shapeIds(slide)[place] ?? '', box: entry(steps, place).box }
  }
  return slide.replace(/<p:sp>(?:(?!<\/p:sp>).)*?name="connector (\d+)".*?<\/p:sp>/gs, (_, place: string) => {
    const arrow: PlacedArrow = entry(arrows, Number(place))
    return connectorXml(
      arrow,
      { id: idOf.get(`connector ${place}`) ?? '', from: shapeOf(arrow.from), to: shapeOf(arrow.to) },
      page,
    )
  })
}

/** Ids of the shapes of steps in order. */
function shapeIds(slide: string): string[] {
  return [...slide.matchAll(/<p:cNvPr id="(\d+)" name="step [^"]*"/g)].map(([, id = '']) => id)
}
