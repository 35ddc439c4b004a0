import { entry } from '../log/column.ts'
import type { Box } from '../map/layout-map.ts'
import { escaped } from '../map/svg-text.ts'
import type { Page } from './flow-chart-to-powerpoint.ts'
import type { PlacedArrow } from './place-flow-chart.ts'

interface Ends {
  id: string
  from: { id: string; box: Box }
  to: { id: string; box: Box }
}

const unitsPerInch = 914_400

/**
 * An arrow as a connector of DrawingML (ECMA-376 part 1, §19.3.1.19 cxnSp, §20.1.9.18 presets straightConnector1 and
 * bentConnector3), glued to the sides of its two shapes: 0 top, 1 left, 2 bottom, 3 right. A line with two turns is a
 * bentConnector3, whose `adj1` says where between its ends, or beyond them, it turns. Programs that do not know drawings of
 * 2016 (LibreOffice among them, which turns such a line elsewhere) read the fallback: the same line drawn point by point.
 */
export function connectorXml({ points, isMain, from, to }: PlacedArrow, ends: Ends, page: Page): string {
  const placed = points.map(({ x, y }) => ({
    x: Math.round((page.left + x * page.scale) * unitsPerInch),
    y: Math.round((page.top + y * page.scale) * unitsPerInch),
  }))
  const [begin, end] = [entry(placed, 0), entry(placed, placed.length - 1)]
  const second = placed[1] ?? end
  const isUpright = second.x === begin.x
  const shape =
    placed.length <= 2
      ? straight(begin, end)
      : isUpright
        ? bentDown(begin, end, second.y)
        : bentAside(begin, end, second.x)
  const name = escaped(`${from} → ${to}`)
  const line = `<a:ln w="${isMain ? 19_050 : 12_700}"><a:solidFill><a:srgbClr val="1F2933"/></a:solidFill>${isMain ? '' : dashed}<a:round/><a:tailEnd type="triangle"/></a:ln>`
  const connector = [
    `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${ends.id}" name="${name}"/><p:cNvCxnSpPr>`,
    glue('stCxn', ends.from, points[0]),
    glue('endCxn', ends.to, points.at(-1)),
    `</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>${shape}${line}</p:spPr></p:cxnSp>`,
  ].join('')
  if (placed.length <= 2) return connector
  const plain = `<p:sp><p:nvSpPr><p:cNvPr id="${ends.id}" name="${name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${polyline(placed)}<a:noFill/>${line}</p:spPr></p:sp>`
  return `<mc:AlternateContent xmlns:mc="${compatibility}"><mc:Choice xmlns:a16="${since2016}" Requires="a16">${connector}</mc:Choice><mc:Fallback>${plain}</mc:Fallback></mc:AlternateContent>`
}

const dashed = '<a:prstDash val="dash"/>'
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
const since2016 = 'http://schemas.microsoft.com/office/drawing/2014/main'

function glue(which: 'stCxn' | 'endCxn', { id, box }: Ends['from'], point: Point | undefined): string {
  return id === '' || !point ? '' : `<a:${which} id="${id}" idx="${sideOf(box, point)}"/>`
}

/** The line point by point. */
function polyline(points: readonly Point[]): string {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top]
  const steps = points.map(({ x, y }, place) => {
    const step = place === 0 ? 'moveTo' : 'lnTo'
    return `<a:${step}><a:pt x="${x - left}" y="${y - top}"/></a:${step}>`
  })
  const place = `<a:xfrm><a:off x="${left}" y="${top}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`
  const path = `<a:path w="${width}" h="${height}" fill="none">${steps.join('')}</a:path>`
  return `${place}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>${path}</a:pathLst></a:custGeom>`
}

interface Point {
  x: number
  y: number
}

function straight(begin: Point, end: Point): string {
  const flips = `${end.x < begin.x ? ' flipH="1"' : ''}${end.y < begin.y ? ' flipV="1"' : ''}`
  const [width, height] = [Math.abs(end.x - begin.x), Math.abs(end.y - begin.y)]
  return preset('straightConnector1', flips, Math.min(begin.x, end.x), Math.min(begin.y, end.y), width, height)
}

/** Sideways to `turnX`, up or down, and sideways into the end. */
function bentAside(begin: Point, end: Point, turnX: number): string {
  const width = Math.max(1, Math.abs(end.x - begin.x))
  const direction = end.x < begin.x ? -1 : 1
  const adjust = Math.round((((turnX - begin.x) * direction) / width) * 100_000)
  const flips = `${direction < 0 ? ' flipH="1"' : ''}${end.y < begin.y ? ' flipV="1"' : ''}`
  const [left, top] = [Math.min(begin.x, end.x), Math.min(begin.y, end.y)]
  return preset('bentConnector3', flips, left, top, width, Math.abs(end.y - begin.y), adjust)
}

/** Down to `turnY`, sideways, and down into the end: the same shape turned by a quarter about its middle. */
function bentDown(begin: Point, end: Point, turnY: number): string {
  const [across, down] = [Math.abs(end.x - begin.x), Math.max(1, end.y - begin.y)]
  const adjust = Math.round(((turnY - begin.y) / down) * 100_000)
  const [middleX, middleY] = [(begin.x + end.x) / 2, (begin.y + end.y) / 2]
  const turn = end.x < begin.x ? ' rot="5400000"' : ' rot="16200000" flipH="1"'
  return preset('bentConnector3', turn, middleX - down / 2, middleY - across / 2, down, across, adjust)
}

function preset(
  name: string,
  turn: string,
  x: number,
  y: number,
  width: number,
  height: number,
  adjust?: number,
): string {
  const guides = adjust === undefined ? '<a:avLst/>' : `<a:avLst><a:gd name="adj1" fmla="val ${adjust}"/></a:avLst>`
  const place = `<a:off x="${Math.round(x)}" y="${Math.round(y)}"/><a:ext cx="${Math.round(width)}" cy="${Math.round(height)}"/>`
  return `<a:xfrm${turn}>${place}</a:xfrm><a:prstGeom prst="${name}">${guides}</a:prstGeom>`
}

/** The side of a box nearest to a point: the number of its connection site. */
function sideOf({ x, y, width, height }: Box, point: Point): 0 | 1 | 2 | 3 {
  const [fromLeft, fromTop] = [(point.x - x) / width, (point.y - y) / height]
  const sides = [fromTop, fromLeft, 1 - fromTop, 1 - fromLeft]
  return ([0, 1, 2, 3] as const).reduce((best, side) => (entry(sides, side) < entry(sides, best) ? side : best))
}
