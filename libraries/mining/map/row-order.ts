import { entry } from '../log/column.ts'

/** Something that takes room in a row: a node, a label or a bend; `up` and `down` are its neighbours in the next rows. */
export interface Piece {
  row: number
  /** Place in its row, set by `orderRows`. */
  place: number
  up: Piece[]
  down: Piece[]
}

/**
 * Orders the pieces of each row for few crossings: sweeps down and up by the mean place of the neighbours, each followed by
 * exchanges of next-door pieces while they help; the best order met is kept (Sugiyama et al. 1981; Gansner et al. 1993, §3).
 */
export function orderRows<P extends Piece>(rows: readonly P[][]): void {
  for (const row of rows) setPlaces(row)
  let best = rows.map((row) => [...row])
  let fewest = crossingCount(rows)
  for (let sweep = 0; sweep < 16 && fewest > 0; sweep++) {
    const isDown = sweep % 2 === 0
    for (const row of isDown ? rows : [...rows].reverse()) sortByNeighbours(row, isDown ? 'up' : 'down')
    exchangeNeighbours(rows)
    const crossings = crossingCount(rows)
    if (crossings >= fewest) continue
    fewest = crossings
    best = rows.map((row) => [...row])
  }
  best.forEach((order, row) => {
    entry(rows, row).splice(0, order.length, ...order)
    setPlaces(order)
  })
}

/** How many pairs of links cross between neighbouring rows. */
export function crossingCount(rows: readonly (readonly Piece[])[]): number {
  let count = 0
  for (const row of rows) {
    const links = row.flatMap((piece) => piece.down.map((lower) => [piece.place, lower.place] as const))
    for (const [index, [upper, lower]] of links.entries())
      for (const [otherUpper, otherLower] of links.slice(index + 1))
        if ((upper - otherUpper) * (lower - otherLower) < 0) count += 1
  }
  return count
}

function setPlaces(row: readonly Piece[]) {
  row.forEach((piece, place) => {
    piece.place = place
  })
}

function sortByNeighbours(row: Piece[], side: 'up' | 'down') {
  const centres = new Map(row.map((piece) => [piece, meanPlace(piece, side)]))
  row.sort((a, b) => (centres.get(a) ?? a.place) - (centres.get(b) ?? b.place) || a.place - b.place)
  setPlaces(row)
}

function meanPlace(piece: Piece, side: 'up' | 'down'): number {
  const neighbours = piece[side]
  if (neighbours.length === 0) return piece.place
  return neighbours.reduce((sum, { place }) => sum + place, 0) / neighbours.length
}

function exchangeNeighbours(rows: readonly Piece[][]) {
  for (let pass = 0, improved = true; improved && pass < 8; pass++) {
    improved = false
    for (const row of rows) {
      for (let place = 0; place + 1 < row.length; place++) {
        const left = entry(row, place)
        const right = entry(row, place + 1)
        if (crossingsOf(left, right) <= crossingsOf(right, left)) continue
        row[place] = right
        row[place + 1] = left
        setPlaces(row)
        improved = true
      }
    }
  }
}

/** Crossings between the links of two neighbours when `left` stands left of `right`. */
function crossingsOf(left: Piece, right: Piece): number {
  let count = 0
  for (const side of ['up', 'down'] as const)
    for (const one of left[side]) for (const other of right[side]) if (one.place > other.place) count += 1
  return count
}
