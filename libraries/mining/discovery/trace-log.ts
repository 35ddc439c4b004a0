import { variants } from '../analyses/variants.ts'
import { byText } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'

/** A sequence of activities, as numbers, and how many cases went so. */
export interface Trace {
  steps: readonly number[]
  cases: number
}

/** An event log as a multiset of traces: each sequence once. */
export type TraceLog = readonly Trace[]

/** The variants of a log; activities are numbered by their name, so that the order of cases changes nothing. */
export function traceLogOf(log: EventLog): { traces: TraceLog; names: string[] } {
  const ways = variants(log)
  const names = [...new Set(ways.flatMap(({ activities }) => activities))].sort(byText)
  const numbers = new Map(names.map((name, number) => [name, number]))
  const traces = ways.map(({ activities, cases }) => ({
    steps: activities.map((activity) => numbers.get(activity) ?? -1),
    cases,
  }))
  return { traces, names }
}

/** Adds up the cases of equal traces. */
export function merged(traces: Iterable<Trace>): TraceLog {
  const distinct = new Map<string, { steps: readonly number[]; cases: number }>()
  for (const { steps, cases } of traces) {
    const key = steps.join(' ')
    const known = distinct.get(key)
    if (known) known.cases += cases
    else distinct.set(key, { steps, cases })
  }
  return [...distinct.values()]
}

export function caseCountOf(log: TraceLog): number {
  return log.reduce((sum, { cases }) => sum + cases, 0)
}

/** The activities that occur, ascending. */
export function activitiesOf(log: TraceLog): number[] {
  const found = new Set<number>()
  for (const { steps } of log) for (const step of steps) found.add(step)
  return [...found].sort((a, b) => a - b)
}
