import { entry } from '../log/column.ts'
import type { Piece } from './row-order.ts'

/** A piece with the room it needs to both sides of its line, pixels, and where its line stands. */
export interface WidePiece extends Piece {
  leftPixels: number
  rightPixels: number
  /** Bends and labels hold their line straighter than nodes do. */
  isOnLine: boolean
  /** How strongly a line pulls towards straightness, from the count of its arrow; 0 for a node. */
  pull: number
  x: number
  up: WidePiece[]
  down: WidePiece[]
}

const passes = 48
const latePasses = 32

/**
 * Horizontal places: each row in turn moves as near to the weighted mean of its neighbours as the order and `gapPixels`
 * allow, which is an isotonic regression, solved exactly by pooling (Barlow et al., Statistical Inference under Order
 * Restrictions, 1972). Rows never change their order, so two pieces of a row never overlap.
 */
export function placeRows(rows: readonly WidePiece[][], gapPixels: number): void {
  for (const row of rows) settle(row, gapPixels, (piece) => piece.x)
  for (let pass = 0; pass < passes; pass++) {
    const isDown = pass % 2 === 0
    const order = isDown ? rows : [...rows].reverse()
    const isLate = pass >= passes - latePasses
    for (const row of order) {
      settle(row, gapPixels, (piece) =>
        wantedPlace(piece, isLate ? [...piece.up, ...piece.down] : isDown ? piece.up : piece.down),
      )
    }
  }
  straighten(rows, gapPixels)
  const left = Math.min(...rows.flat().map(({ x, leftPixels }) => x - leftPixels))
  for (const piece of rows.flat()) piece.x = Math.round((piece.x - left) * 2) / 2
}

/** Gives the pieces of a line one place where the room beside them allows, the most pulling lines first. */
function straighten(rows: readonly WidePiece[][], gapPixels: number) {
  const heads = rows
    .flat()
    .filter((piece) => piece.isOnLine && !piece.up[0]?.isOnLine)
    .sort((a, b) => b.pull - a.pull || a.row - b.row || a.place - b.place)
  for (let round = 0; round < 3; round++) {
    for (const head of heads) {
      const line: WidePiece[] = []
      for (let piece: WidePiece | undefined = head; piece?.isOnLine; piece = piece.down[0]) line.push(piece)
      for (let from = 0; from < line.length; ) from += straightStretch(rows, line, from, gapPixels)
    }
  }
}

/** Straightens the longest stretch that fits from a place of a line on; gives its length. */
function straightStretch(
  rows: readonly WidePiece[][],
  line: readonly WidePiece[],
  from: number,
  gapPixels: number,
): number {
  let [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  let length = 0
  for (const piece of line.slice(from)) {
    const row = entry(rows, piece.row)
    const [left, right] = [row[piece.place - 1], row[piece.place + 1]]
    const own = left ? left.x + left.rightPixels + gapPixels + piece.leftPixels : Number.NEGATIVE_INFINITY
    const other = right ? right.x - right.leftPixels - gapPixels - piece.rightPixels : Number.POSITIVE_INFINITY
    if (Math.max(least, own) > Math.min(most, other)) break
    least = Math.max(least, own)
    most = Math.min(most, other)
    length += 1
  }
  const stretch = line.slice(from, from + length)
  const mean = stretch.reduce((sum, { x }) => sum + x, 0) / length
  for (const piece of stretch) piece.x = Math.min(most, Math.max(least, mean))
  return Math.max(1, length)
}

function wantedPlace(piece: WidePiece, neighbours: readonly WidePiece[]): number {
  if (neighbours.length === 0) return piece.x
  let sum = 0
  let weights = 0
  for (const neighbour of neighbours) {
    const weight = (piece.isOnLine && neighbour.isOnLine ? 8 : 1) * Math.max(piece.pull, neighbour.pull)
    sum += neighbour.x * weight
    weights += weight
  }
  return sum / weights
}

function settle(row: readonly WidePiece[], gapPixels: number, wanted: (piece: WidePiece) => number) {
  const offsets: number[] = []
  const blocks: { mean: number; weight: number; count: number }[] = []
  row.forEach((piece, place) => {
    const before = row[place - 1]
    offsets.push(before ? entry(offsets, place - 1) + before.rightPixels + gapPixels + piece.leftPixels : 0)
    let block = { mean: wanted(piece) - entry(offsets, place), weight: 1 + piece.pull, count: 1 }
    for (let last = blocks.at(-1); last && last.mean > block.mean; last = blocks.at(-1)) {
      blocks.pop()
      const weight = last.weight + block.weight
      const mean = (last.mean * last.weight + block.mean * block.weight) / weight
      block = { mean, weight, count: last.count + block.count }
    }
    blocks.push(block)
  })
  let place = 0
  for (const { mean, count } of blocks)
    for (let inside = 0; inside < count; inside++, place++) entry(row, place).x = mean + entry(offsets, place)
}
