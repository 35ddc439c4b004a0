import { entry } from '../log/column.ts'
import { MinHeap } from '../log/min-heap.ts'
import { endMark, type Flow, startMark } from './choose-flow.ts'

/**
 * The flows that lead through activities which are not shown, as few as are needed for every shown activity to be reached
 * from the start and to reach the end. Of all ways round, the widest is taken (the one whose rarest step is most frequent;
 * Pollack, "The Maximum Capacity Through a Network", Operations Research 8(5), 1960); its rarest step gives the width of the
 * line, but no count is shown for it, since a graph of neighbours cannot tell how many cases go the whole way.
 */
export function bridges(everything: readonly Flow[], shown: readonly Flow[], names: ReadonlySet<string>): Flow[] {
  const found: Flow[] = []
  const onward = spanningBridges(everything, shown, names, startMark)
  found.push(...onward)
  const turned = (flows: readonly Flow[]) => flows.map((flow) => ({ ...flow, from: flow.to, to: flow.from }))
  const backward = spanningBridges(turned(everything), turned([...shown, ...onward]), names, endMark)
  return [...found, ...turned(backward)]
}

function spanningBridges(
  everything: readonly Flow[],
  shown: readonly Flow[],
  names: ReadonlySet<string>,
  root: string,
): Flow[] {
  const added: Flow[] = []
  const flowsFrom = Map.groupBy(everything, ({ from }) => from)
  for (;;) {
    const reached = reachedFrom(root, [...shown, ...added])
    if ([...names].every((name) => reached.has(name))) return added
    const next = widestBridge(flowsFrom, names, reached)
    if (!next) return added
    added.push(next)
  }
}

function reachedFrom(root: string, flows: readonly Flow[]): Set<string> {
  const reached = new Set([root])
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    for (const { from, to } of flows) if (reached.has(from)) reached.add(to)
  }
  return reached
}

/** The widest way from what is reached, through what is not shown, to what is shown and not reached. */
function widestBridge(
  flowsFrom: ReadonlyMap<string, readonly Flow[]>,
  names: ReadonlySet<string>,
  reached: ReadonlySet<string>,
): Flow | undefined {
  const isHidden = (name: string) => !names.has(name) && name !== startMark && name !== endMark
  const widths = new Map<string, number>()
  const settled = new Set<string>()
  const open: { name: string; width: number; origin: string }[] = []
  const widest = new MinHeap()
  const widen = (name: string, width: number, origin: string) => {
    if (settled.has(name) || width <= (widths.get(name) ?? 0)) return
    widths.set(name, width)
    widest.push(-width, open.push({ name, width, origin }) - 1)
  }
  for (const origin of reached)
    for (const { to, count } of flowsFrom.get(origin) ?? []) if (isHidden(to)) widen(to, count, origin)
  while (widest.size > 0) {
    const { name, width, origin } = entry(open, widest.pop().number)
    if (!isHidden(name)) return { from: origin, to: name, count: width, isAbridged: true }
    if (settled.has(name)) continue
    settled.add(name)
    for (const { to, count } of flowsFrom.get(name) ?? [])
      if (!reached.has(to) && (isHidden(to) || names.has(to))) widen(to, Math.min(width, count), origin)
  }
  return undefined
}
