import { cell } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'
import { touchSecondsOf } from '../log/touch-time.ts'
import { type Spread, spreadOf } from './percentiles.ts'

export interface CaseTimes {
  /** Lead time per case, first to last stamp. Absent when the log has no times. */
  duration?: Spread
  /** Time between one event and the next of its case. */
  betweenSteps?: Spread
  /** Work per case, Σ (end − start); only where starts and ends are recorded. */
  processing?: Spread
  /** Per case, Σ of start − latest end before. */
  waiting?: Spread
  /** Σ processing ÷ Σ lead over the cases with both, 0 to 1; above 1 where people work side by side. */
  flowEfficiency?: number
  /** What the log cannot tell: without it, no processing or waiting time is shown. */
  missing: ('times' | 'end-times')[]
}

/** A start and an end that belong together, milliseconds. */
interface WorkSpan {
  startedAt: number
  endedAt: number
}

/**
 * Lead, processing and waiting time of cases (Dumas, La Rosa, Mendling & Reijers, Fundamentals of Business Process
 * Management, 2nd ed. 2018, §7.1: cycle time efficiency). Starts and ends come from `endedAt`, or from lifecycle start and
 * complete of the same activity, first started first completed.
 */
export function caseTimes(log: EventLog): CaseTimes {
  if (!log.hasTimes) return { missing: ['times', 'end-times'] }
  const leads: number[] = []
  const gaps: number[] = []
  const worked: number[] = []
  const waited: number[] = []
  let leadOfWorked = 0
  for (let owner = 0; owner < log.caseCount; owner++) {
    const { lead, steps } = leadAndSteps(log, owner)
    if (Number.isNaN(lead)) continue
    leads.push(lead)
    for (const step of steps) gaps.push(step)
    const spans = spansOf(log, owner)
    if (spans.length === 0) continue
    leadOfWorked += lead
    worked.push(spans.reduce((sum, span) => sum + span.endedAt - span.startedAt, 0))
    waited.push(waitingOf(spans))
  }
  const work = worked.reduce((sum, milliseconds) => sum + milliseconds, 0)
  return {
    ...spread('duration', leads),
    ...spread('betweenSteps', gaps),
    ...spread('processing', worked),
    ...spread('waiting', waited),
    ...(leadOfWorked > 0 ? { flowEfficiency: work / leadOfWorked } : {}),
    missing: worked.length === 0 ? ['end-times'] : [],
  }
}

function spread<K extends string>(name: K, milliseconds: number[]): Partial<Record<K, Spread>> {
  const found = spreadOf(Float64Array.from(milliseconds))
  const named: Partial<Record<K, Spread>> = {}
  if (found) named[name] = found
  return named
}

/** The first and last stamp of a case in milliseconds, ends included; NaN where it has none. */
export function caseSpan(log: EventLog, owner: number): { startedAt: number; endedAt: number } {
  const { first, last } = leadAndSteps(log, owner)
  return { startedAt: first, endedAt: last }
}

/** Seconds of work on a case; NaN where an event does not tell, since a part would read as less work. */
export function workSecondsOf(log: EventLog, owner: number): number {
  let seconds = 0
  const end = cell(log.caseStarts, owner + 1)
  for (let event = cell(log.caseStarts, owner); event < end; event++) seconds += touchSecondsOf(log, event)
  return seconds
}

function leadAndSteps(log: EventLog, owner: number) {
  let first = Number.NaN
  let last = Number.NaN
  const steps: number[] = []
  const end = cell(log.caseStarts, owner + 1)
  for (let event = cell(log.caseStarts, owner); event < end; event++) {
    const at = cell(log.at, event)
    if (Number.isNaN(at)) continue
    const endedAt = cell(log.endedAt, event)
    if (Number.isNaN(first)) first = at
    else steps.push(Math.max(0, at - last))
    last = Number.isNaN(last) ? at : Math.max(last, at)
    if (endedAt > last) last = endedAt
  }
  return { first, last, lead: last - first, steps }
}

/** The work spans of a case, FIFO paired, in order of their start. */
function spansOf(log: EventLog, owner: number): WorkSpan[] {
  const spans: WorkSpan[] = []
  const started = new Map<number, { at: number[]; taken: number }>()
  const end = cell(log.caseStarts, owner + 1)
  for (let event = cell(log.caseStarts, owner); event < end; event++) {
    const at = cell(log.at, event)
    const endedAt = cell(log.endedAt, event)
    if (Number.isNaN(at)) continue
    if (!Number.isNaN(endedAt)) {
      spans.push({ startedAt: at, endedAt })
      continue
    }
    const activity = cell(log.activity, event)
    const phase = phaseOf(log, event)
    const open = started.get(activity) ?? { at: [], taken: 0 }
    if (phase === 'start') {
      open.at.push(at)
      started.set(activity, open)
    }
    const startedAt = phase === 'complete' ? open.at[open.taken] : undefined
    if (startedAt === undefined) continue
    open.taken += 1
    spans.push({ startedAt, endedAt: at })
  }
  return spans.sort((a, b) => a.startedAt - b.startedAt)
}

function phaseOf(log: EventLog, event: number): string {
  return (log.lifecycle.texts[cell(log.lifecycle.numbers, event)] ?? '').toLowerCase()
}

function waitingOf(spans: readonly WorkSpan[]): number {
  let waiting = 0
  let latestEnd = spans[0]?.startedAt ?? 0
  for (const { startedAt, endedAt } of spans) {
    waiting += Math.max(0, startedAt - latestEnd)
    latestEnd = Math.max(latestEnd, endedAt)
  }
  return waiting
}
