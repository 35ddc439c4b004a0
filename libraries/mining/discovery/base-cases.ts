import type { ProcessTree } from './process-tree.ts'
import type { TraceLog } from './trace-log.ts'

/**
 * Nothing at all is τ; one activity, once in every case, is that activity (Leemans, Fahland, van der Aalst 2013, algorithm
 * IM). The filter of IMf that takes an activity done about once for one done once is left out: in a log where each
 * activity is recorded twice (start and complete) it would make a model that no case fits.
 */
export function baseCase(log: TraceLog, names: readonly string[]): ProcessTree | undefined {
  const [first] = log.flatMap(({ steps }) => steps.slice(0, 1))
  if (first === undefined) return { silent: true }
  return log.every(({ steps }) => steps.length === 1 && steps[0] === first)
    ? { activity: names[first] ?? '' }
    : undefined
}
