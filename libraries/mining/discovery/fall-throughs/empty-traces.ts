import type { Division } from '../find-cut.ts'
import { caseCountOf, type TraceLog } from '../trace-log.ts'

/** Cases in which nothing happened: the rest may be skipped (Leemans, Fahland, van der Aalst 2013, fall-through "empty traces"). */
export function emptyTraces(log: TraceLog): Division | undefined {
  const rest = log.filter(({ steps }) => steps.length > 0)
  return rest.length < log.length ? { operator: 'choice', parts: [rest, []] } : undefined
}

/** Leaves out the empty cases where they are rarer than `noise` of all (Leemans, Fahland, van der Aalst 2014, "Filters"). */
export function withoutRareEmptyTraces(log: TraceLog, noise: number): TraceLog {
  const rest = log.filter(({ steps }) => steps.length > 0)
  const [all, kept] = [caseCountOf(log), caseCountOf(rest)]
  return kept > 0 && all - kept < noise * all ? rest : log
}
