import type { ActivityCount } from '../analyses/directly-follows.ts'
import { entry } from '../log/column.ts'
import { endMark, type Flow, startMark } from './choose-flow.ts'
import { frequencyOrder } from './frequency-order.ts'
import type { Box, MapEdge, MapNode, MapTerminal } from './layout-map.ts'
import { bendPiece, labelPiece, labelSize, loopPixels, type MapPiece, nodePiece } from './map-pieces.ts'
import { routeEdge } from './route-edge.ts'
import { orderRows } from './row-order.ts'
import { placeRows } from './row-places.ts'
import { rowsOf } from './rows.ts'

const gapPixels = 16

/** An arrow on its way down through the rows: upper node, label and bends, lower node. */
interface Chain {
  flow: Flow
  isReturn: boolean
  pieces: MapPiece[]
  label: MapPiece
}

/** Places the nodes, labels and lines of a chosen flow; `everything` is all there is, shown or not, and sets the order. */
export function drawMap(activities: readonly ActivityCount[], flows: readonly Flow[], everything: readonly Flow[]) {
  const all = frequencyOrder([...new Set(everything.flatMap(({ from, to }) => [from, to]))], everything)
  const order = [startMark, ...all.filter((name) => activities.some(({ activity }) => activity === name)), endMark]
  const counts = new Map(activities.map(({ activity, count }) => [activity, count]))
  const loops = flows.filter(({ from, to }) => from === to)
  const between = flows.filter(({ from, to }) => from !== to)
  const links = between.map(({ from, to, count }) => {
    const [upper = 0, lower = 0] = [order.indexOf(from), order.indexOf(to)].sort((a, b) => a - b)
    return { upper, lower, weight: 1 + Math.log2(count) }
  })
  const bounds = order.slice(1, -1).flatMap((_, place) => [
    { upper: 0, lower: place + 1, weight: 0 },
    { upper: place + 1, lower: order.length - 1, weight: 0 },
  ])
  const nodeRows = rowsOf(order.length, [...links, ...bounds])
  const nodes = order.map((name, number) =>
    nodePiece(
      name,
      counts.get(name),
      loops.find(({ from }) => from === name),
      entry(nodeRows, number) * 2,
    ),
  )
  const chains = chainsOf(order, nodes, between)
  const rows = filledRows(nodes, chains)
  orderRows(rows)
  for (const row of rows) spreadOut(row)
  placeRows(rows, gapPixels)
  const bands = bandsOf(rows)
  return {
    ...sizeOf(rows, bands),
    nodes: nodes.flatMap((piece): MapNode[] => {
      const count = counts.get(piece.name)
      return count === undefined ? [] : [{ activity: piece.name, count, lines: piece.lines, box: boxOf(piece, bands) }]
    }),
    terminals: nodes.flatMap((piece): MapTerminal[] => {
      if (counts.has(piece.name)) return []
      return [{ kind: piece.name === startMark ? 'start' : 'end', box: boxOf(piece, bands) }]
    }),
    edges: edgesOf(flows, nodes, chains, bands),
  }
}

/** Top and bottom of a row. */
export interface Band {
  top: number
  bottom: number
}

function chainsOf(order: readonly string[], nodes: readonly MapPiece[], flows: readonly Flow[]): Chain[] {
  const labelPixels = new Map<number, number>()
  const most = Math.max(...flows.map(({ count }) => count))
  return flows.map((flow) => {
    const isTerminal = flow.from === startMark || flow.to === endMark
    const pull = isTerminal ? 1 : 1 + (9 * flow.count) / most
    const source = entry(nodes, order.indexOf(flow.from))
    const target = entry(nodes, order.indexOf(flow.to))
    const isReturn = source.row > target.row
    const [upper, lower] = isReturn ? [target, source] : [source, target]
    const label = labelPiece(flow, pull, upper.row + 1)
    for (let row = upper.row + 3; row < lower.row; row += 2)
      if ((labelPixels.get(row) ?? 0) < (labelPixels.get(label.row) ?? 0)) label.row = row
    labelPixels.set(label.row, (labelPixels.get(label.row) ?? 0) + label.leftPixels * 2)
    const pieces = [upper]
    for (let row = upper.row + 1; row < lower.row; row++) pieces.push(row === label.row ? label : bendPiece(pull, row))
    pieces.push(lower)
    pieces.slice(1).forEach((piece, index) => {
      const before = entry(pieces, index)
      before.down.push(piece)
      piece.up.push(before)
    })
    return { flow, isReturn, pieces, label }
  })
}

function filledRows(nodes: readonly MapPiece[], chains: readonly Chain[]): MapPiece[][] {
  const pieces = [...nodes, ...chains.flatMap((chain) => chain.pieces.slice(1, -1))]
  const rows: MapPiece[][] = Array.from({ length: Math.max(...nodes.map(({ row }) => row)) + 1 }, () => [])
  for (const piece of pieces) entry(rows, piece.row).push(piece)
  return rows
}

/** Side by side from the middle outwards, as a first guess. */
function spreadOut(row: readonly MapPiece[]) {
  const total = row.reduce((sum, { leftPixels, rightPixels }) => sum + leftPixels + rightPixels + gapPixels, 0)
  let x = -total / 2
  for (const piece of row) {
    piece.x = x + piece.leftPixels
    x += piece.leftPixels + piece.rightPixels + gapPixels
  }
}

const approachPixels = 10

/** Rows from the top; the gap between two grows with the widest sideways step, so that no line runs flat. A row can be empty. */
function bandsOf(rows: readonly MapPiece[][]): Band[] {
  let top = 0
  return rows.map((row) => {
    const isNodeRow = row.some(({ isOnLine }) => !isOnLine)
    const height = Math.max(0, ...row.map(({ heightPixels }) => heightPixels)) + (isNodeRow ? approachPixels * 2 : 0)
    const band = { top, bottom: top + height }
    const steps = row.flatMap(({ x, down }) => down.map((lower) => Math.abs(lower.x - x)))
    top = band.bottom + Math.min(56, Math.max(10, Math.max(0, ...steps) * 0.16))
    return band
  })
}

function sizeOf(rows: readonly MapPiece[][], bands: readonly Band[]) {
  const width = Math.max(...rows.flat().map(({ x, rightPixels }) => x + rightPixels))
  return { width: Math.ceil(width), height: Math.ceil(entry(bands, bands.length - 1).bottom) }
}

function boxOf(piece: MapPiece, bands: readonly Band[]): Box {
  const band = entry(bands, piece.row)
  return {
    x: piece.x - piece.leftPixels,
    y: (band.top + band.bottom - piece.heightPixels) / 2,
    width: piece.leftPixels * 2,
    height: piece.heightPixels,
  }
}

function edgesOf(
  flows: readonly Flow[],
  nodes: readonly MapPiece[],
  chains: readonly Chain[],
  bands: readonly Band[],
): MapEdge[] {
  return flows.flatMap((flow): MapEdge[] => {
    const chain = chains.find((one) => one.flow === flow)
    if (chain) {
      const { isReturn, pieces, label } = chain
      return [{ ...flow, isReturn, ...routeEdge(pieces, isReturn, bands, boxOf), label: boxOf(label, bands) }]
    }
    const node = nodes.find(({ name }) => name === flow.from)
    return node ? [loopEdge(flow, boxOf(node, bands))] : []
  })
}

function loopEdge(flow: Flow, node: Box): MapEdge {
  const right = node.x + node.width
  const middle = node.y + node.height / 2
  const size = labelSize(flow)
  return {
    ...flow,
    isReturn: true,
    path: `M${right} ${middle - 9}C${right + loopPixels} ${middle - 13} ${right + loopPixels} ${middle + 13} ${right + 8} ${middle + 8}`,
    arrow: { x: right, y: middle + 8, points: 'left' },
    label: { x: right + loopPixels, y: middle - size.height / 2, ...size },
  }
}
