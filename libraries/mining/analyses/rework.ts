import { byText, cell, entry } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'
import { caseSpan, workSecondsOf } from './case-times.ts'
import { percentile } from './percentiles.ts'

export interface Rework {
  /** Cases in which some activity occurs twice or more. */
  casesWithRepeatedActivity: number
  /** Cases in which an activity follows itself at once. */
  casesWithSelfLoop: number
  /** 差戻し: cases in which an activity comes back after another one came between. */
  casesWithReturnLoop: number
  /** Cases that repeat each activity, most first. */
  casesRepeating: { activity: string; cases: number }[]
  /** What a repeat costs: median of cases with one, less the median of cases without; absent where either is unknown. */
  cost: { extraLeadSeconds?: number; extraTouchSeconds?: number }
}

/** Rework per case, never per person: repeats, self-loops and returns (bupaR's repeat and self-loop, Janssenswillen et al.,
 * "bupaR: Enabling reproducible business process analysis", Knowledge-Based Systems 163, 2019). */
export function rework(log: EventLog): Rework {
  const repeating = new Int32Array(log.activities.length)
  const lastCase = new Int32Array(log.activities.length).fill(-1)
  const countedCase = new Int32Array(log.activities.length).fill(-1)
  const hasRepeat = new Int32Array(log.caseCount)
  let casesWithRepeatedActivity = 0
  let casesWithSelfLoop = 0
  let casesWithReturnLoop = 0
  for (let owner = 0; owner < log.caseCount; owner++) {
    let selfLoops = 0
    let returns = 0
    let before = -1
    const end = cell(log.caseStarts, owner + 1)
    for (let event = cell(log.caseStarts, owner); event < end; event++) {
      const activity = cell(log.activity, event)
      if (cell(lastCase, activity) === owner) {
        if (activity === before) selfLoops += 1
        else returns += 1
        if (cell(countedCase, activity) !== owner) repeating[activity] = cell(repeating, activity) + 1
        countedCase[activity] = owner
      }
      lastCase[activity] = owner
      before = activity
    }
    if (selfLoops > 0) casesWithSelfLoop += 1
    if (returns > 0) casesWithReturnLoop += 1
    if (selfLoops + returns > 0) {
      casesWithRepeatedActivity += 1
      hasRepeat[owner] = 1
    }
  }
  return {
    casesWithRepeatedActivity,
    casesWithSelfLoop,
    casesWithReturnLoop,
    casesRepeating: log.activities
      .map((activity, number) => ({ activity, cases: cell(repeating, number) }))
      .filter(({ cases }) => cases > 0)
      .sort((a, b) => b.cases - a.cases || byText(a.activity, b.activity)),
    cost: costOf(log, hasRepeat),
  }
}

function costOf(log: EventLog, hasRepeat: Int32Array): Rework['cost'] {
  const lead = extra(log, hasRepeat, (owner) => {
    const { startedAt, endedAt } = caseSpan(log, owner)
    return (endedAt - startedAt) / 1000
  })
  const touch = extra(log, hasRepeat, (owner) => workSecondsOf(log, owner))
  return {
    ...(lead === undefined ? {} : { extraLeadSeconds: lead }),
    ...(touch === undefined ? {} : { extraTouchSeconds: touch }),
  }
}

function extra(log: EventLog, hasRepeat: Int32Array, measure: (owner: number) => number): number | undefined {
  const groups: [number[], number[]] = [[], []]
  for (let owner = 0; owner < log.caseCount; owner++) {
    const value = measure(owner)
    if (!Number.isNaN(value)) entry(groups, cell(hasRepeat, owner)).push(value)
  }
  const [without, withRepeat] = groups.map((values) => percentile(Float64Array.from(values).sort(), 0.5))
  const difference = (withRepeat ?? Number.NaN) - (without ?? Number.NaN)
  return Number.isNaN(difference) ? undefined : difference
}
