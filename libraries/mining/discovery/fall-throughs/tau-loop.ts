import { entry } from '../../log/column.ts'
import type { Division } from '../find-cut.ts'
import { merged, type TraceLog } from '../trace-log.ts'

/** The work starts anew where an activity that ends cases is followed by one that starts them (thesis 2017, "strict tau loop"). */
export function strictTauLoop(log: TraceLog): Division | undefined {
  const ends = new Set(log.flatMap(({ steps }) => steps.slice(-1)))
  return repeated(log, (before) => ends.has(before))
}

/** The work starts anew at every activity that starts cases (Leemans, Fahland, van der Aalst 2013, fall-through "tau loop"). */
export function tauLoop(log: TraceLog): Division | undefined {
  return repeated(log, () => true)
}

function repeated(log: TraceLog, mayEndWith: (activity: number) => boolean): Division | undefined {
  const starts = new Set(log.flatMap(({ steps }) => steps.slice(0, 1)))
  let cuts = 0
  const pieces = log.flatMap(({ steps, cases }) => {
    const borders = [0]
    for (let place = 1; place < steps.length; place++)
      if (starts.has(entry(steps, place)) && mayEndWith(entry(steps, place - 1))) borders.push(place)
    cuts += borders.length - 1
    return borders.map((from, at) => ({ steps: steps.slice(from, borders[at + 1]), cases }))
  })
  return cuts > 0 ? { operator: 'loop', parts: [merged(pieces), []] } : undefined
}
