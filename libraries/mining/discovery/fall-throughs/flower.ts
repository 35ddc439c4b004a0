import type { ProcessTree } from '../process-tree.ts'
import { activitiesOf, type TraceLog } from '../trace-log.ts'

/** Anything in any order, at least once (Leemans, Fahland, van der Aalst 2013, the flower model; here without the empty case). */
export function flower(log: TraceLog, names: readonly string[]): ProcessTree {
  const any: ProcessTree[] = activitiesOf(log).map((activity) => ({ activity: names[activity] ?? '' }))
  const body: ProcessTree = {
    operator: 'choice',
    children: log.some(({ steps }) => steps.length === 0) ? [...any, { silent: true }] : any,
  }
  return { operator: 'loop', children: [body, { silent: true }] }
}
