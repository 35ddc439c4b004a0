import { entry } from '../log/column.ts'
import type { Band } from './draw-map.ts'
import type { Box, MapEdge } from './layout-map.ts'
import type { MapPiece } from './map-pieces.ts'
import { short } from './svg-text.ts'

export const arrowPixels = 9

/** A stretch of a line that runs straight down through a row. */
interface Stretch {
  x: number
  fromY: number
  toY: number
}

/**
 * The line of an arrow: straight down through every row, where other pieces stand beside it, and a curve with upright ends
 * in the gap between rows, where nothing stands. Lines leave a node side by side in the order in which they part.
 */
export function routeEdge(
  pieces: readonly MapPiece[],
  isReturn: boolean,
  bands: readonly Band[],
  boxOf: (piece: MapPiece, bands: readonly Band[]) => Box,
): Pick<MapEdge, 'path' | 'arrow'> {
  const [upper, lower] = [entry(pieces, 0), entry(pieces, pieces.length - 1)]
  const upperBox = boxOf(upper, bands)
  const lowerBox = boxOf(lower, bands)
  const first: Stretch = {
    x: portOf(upper, upper.down, entry(pieces, 1), upperBox),
    fromY: upperBox.y + upperBox.height,
    toY: entry(bands, upper.row).bottom,
  }
  const last: Stretch = {
    x: portOf(lower, lower.up, entry(pieces, pieces.length - 2), lowerBox),
    fromY: entry(bands, lower.row).top,
    toY: lowerBox.y,
  }
  const between = pieces.slice(1, -1).map(({ x, row }) => {
    const band = entry(bands, row)
    return { x, fromY: band.top, toY: band.bottom }
  })
  const tip = isReturn ? { x: first.x, y: first.fromY } : { x: last.x, y: last.toY }
  if (isReturn) first.fromY += arrowPixels - 1
  else last.toY -= arrowPixels - 1
  return { path: pathOf([first, ...between, last]), arrow: { ...tip, points: isReturn ? 'up' : 'down' } }
}

/** Where a line meets its node: the lines of that side evenly about the middle, ordered by where they go. */
function portOf(node: MapPiece, side: readonly MapPiece[], towards: MapPiece, box: Box): number {
  const ordered = [...side].sort((a, b) => a.x - b.x || a.place - b.place)
  const step = Math.min(16, (box.width - 24) / Math.max(1, ordered.length))
  return node.x + (ordered.indexOf(towards) - (ordered.length - 1) / 2) * step
}

function pathOf(stretches: readonly Stretch[]): string {
  let path = ''
  stretches.forEach(({ x, fromY, toY }, index) => {
    const before = stretches[index - 1]
    if (before) {
      const middle = (before.toY + fromY) / 2
      path += `C${short(before.x)} ${short(middle)} ${short(x)} ${short(middle)} ${short(x)} ${short(fromY)}`
    } else path = `M${short(x)} ${short(fromY)}`
    path += `V${short(toY)}`
  })
  return path
}
