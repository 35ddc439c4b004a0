import type { Flow } from './choose-flow.ts'
import type { Box } from './layout-map.ts'
import { labelSize } from './map-pieces.ts'
import { gapPixels, type Places, placeOf, type SwimlaneFlow } from './place-swimlanes.ts'
import { arrowPixels } from './route-edge.ts'

interface Route {
  flow: Flow
  isReturn: boolean
  fromY: number
  toY: number
}

const besidePixels = 14

/**
 * Lines of exceptions: sideways out of a step, down or up a free strip as wide as their label, and back in; returns on the
 * left, the others on the right. The shortest lines choose first and stay nearest. A strip keeps clear of steps, of main
 * labels and upright main lines (`obstacles`) and of other strips, and its label stands in a gap between rows, where no
 * line runs across: so no label is ever covered.
 */
export function routeExceptions(
  exceptions: readonly Flow[],
  places: Places,
  obstacles: readonly Box[],
): SwimlaneFlow[] {
  const ports = new Ports(exceptions, places)
  const taken = [...obstacles, ...[...places.values()].map(({ box }) => box)]
  return exceptions
    .map((flow): Route => {
      const isReturn = isUpward(flow, places)
      return { flow, isReturn, fromY: ports.next(flow.from, isReturn), toY: ports.next(flow.to, isReturn) }
    })
    .sort((a, b) => Math.abs(a.toY - a.fromY) - Math.abs(b.toY - b.fromY))
    .map((route) => {
      const strip = freeStrip(route, places, taken)
      taken.push(strip)
      return drawn(route, strip, places)
    })
}

function isUpward({ from, to }: Flow, places: Places): boolean {
  return placeOf(places, to).row <= placeOf(places, from).row
}

/** Hands out the heights at which lines meet the side of a step, evenly over its side. */
class Ports {
  readonly #counts = new Map<string, number>()
  readonly #used = new Map<string, number>()
  readonly #places: Places

  constructor(flows: readonly Flow[], places: Places) {
    this.#places = places
    for (const flow of flows)
      for (const name of [flow.from, flow.to]) this.#add(this.#counts, `${name} ${isUpward(flow, places)}`)
  }

  next(name: string, isReturn: boolean): number {
    const key = `${name} ${isReturn}`
    const { box } = placeOf(this.#places, name)
    const count = this.#counts.get(key) ?? 1
    const step = Math.min(12, (box.height - 8) / count)
    return box.y + box.height / 2 + (this.#add(this.#used, key) - (count - 1) / 2) * step
  }

  #add(map: Map<string, number>, key: string): number {
    const before = map.get(key) ?? 0
    map.set(key, before + 1)
    return before
  }
}

/** The strip nearest to both ends of a line that nothing stands in. */
function freeStrip({ flow, isReturn, fromY, toY }: Route, places: Places, taken: readonly Box[]): Box {
  const from = placeOf(places, flow.from).box
  const to = placeOf(places, flow.to).box
  const { width } = labelSize(flow)
  const y = Math.min(fromY, toY) - 8
  const height = Math.abs(toY - fromY) + 16
  let x = isReturn
    ? Math.min(from.x, to.x) - besidePixels - width
    : Math.max(from.x + from.width, to.x + to.width) + besidePixels
  for (;;) {
    const strip = { x, y, width, height }
    const blocking = taken.filter((box) => overlaps(box, strip, besidePixels / 2))
    if (blocking.length === 0) return strip
    x = isReturn
      ? Math.min(...blocking.map((box) => box.x)) - besidePixels - width
      : Math.max(...blocking.map((box) => box.x + box.width)) + besidePixels
  }
}

/** Whether two boxes come nearer than a distance sideways, or touch. */
export function overlaps(one: Box, other: Box, asidePixels = 0): boolean {
  return (
    one.x < other.x + other.width + asidePixels &&
    other.x < one.x + one.width + asidePixels &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}

function drawn({ flow, isReturn, fromY, toY }: Route, strip: Box, places: Places): SwimlaneFlow {
  const edgeOf = (box: Box) => (isReturn ? box.x : box.x + box.width)
  const tip = edgeOf(placeOf(places, flow.to).box)
  const x = strip.x + strip.width / 2
  const size = labelSize(flow)
  const back = isReturn ? 1 - arrowPixels : arrowPixels - 1
  return {
    ...flow,
    isMain: false,
    path: `M${edgeOf(placeOf(places, flow.from).box)} ${fromY}H${x}V${toY}H${tip + back}`,
    arrow: { x: tip, y: toY, points: isReturn ? 'right' : 'left' },
    label: { x: strip.x, y: gapNear(fromY, toY, places) - size.height / 2, ...size },
  }
}

/** The middle of the gap between rows that lies nearest to the middle of a line, among those it passes. */
function gapNear(fromY: number, toY: number, places: Places): number {
  const middle = (fromY + toY) / 2
  const [top, bottom] = [Math.min(fromY, toY), Math.max(fromY, toY)]
  const gaps = [...places.values()].map(({ box }) => box.y - gapPixels / 2).filter((gap) => gap > top && gap < bottom)
  return gaps.reduce((best, gap) => (Math.abs(gap - middle) < Math.abs(best - middle) ? gap : best), gaps[0] ?? middle)
}
