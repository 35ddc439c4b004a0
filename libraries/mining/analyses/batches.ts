import { cell } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'
import { leftAt } from './directly-follows.ts'

/** Work of one person on one activity goes on as one batch while pauses are at most this. */
const longestPauseMilliseconds = 15 * 60_000

/**
 * Per event of an actor that is one person or program (`isOne`), the instant from which its batch could have been done: when the last of its cases became ready; NaN where an
 * event is in no batch. A batch is two or more cases, same person and activity, pauses of 15 minutes or less (Lashkevich,
 * Milani, Chapela-Campa, Suvorau & Dumas, "Unveiling the causes of waiting time in business processes from event logs",
 * Information Systems 126, 2024, batch accumulation).
 */
export function batchReadiness(log: EventLog, isOne: (actor: number) => boolean): Float64Array {
  const ready = new Float64Array(log.eventCount).fill(Number.NaN)
  const caseOf = new Int32Array(log.eventCount)
  const enabledAt = new Float64Array(log.eventCount)
  const byWorker = new Map<number, number[]>()
  for (let owner = 0; owner < log.caseCount; owner++) {
    const first = cell(log.caseStarts, owner)
    for (let event = first; event < cell(log.caseStarts, owner + 1); event++) {
      caseOf[event] = owner
      enabledAt[event] = event === first ? cell(log.at, event) : leftAt(log, event - 1)
      const actor = cell(log.actor.numbers, event)
      if (!isOne(actor) || Number.isNaN(cell(log.at, event))) continue
      const key = actor * log.activities.length + cell(log.activity, event)
      const events = byWorker.get(key)
      if (events) events.push(event)
      else byWorker.set(key, [event])
    }
  }
  for (const events of byWorker.values()) {
    events.sort((a, b) => cell(log.at, a) - cell(log.at, b) || a - b)
    for (const run of runsOf(log, events)) {
      if (run.every((event) => cell(caseOf, event) === cell(caseOf, run[0] ?? event))) continue
      const last = run.reduce((latest, event) => Math.max(latest, cell(enabledAt, event)), Number.NEGATIVE_INFINITY)
      for (const event of run) ready[event] = last
    }
  }
  return ready
}

function runsOf(log: EventLog, ascending: readonly number[]): number[][] {
  const runs: number[][] = []
  let busyUntil = Number.NEGATIVE_INFINITY
  for (const event of ascending) {
    if (cell(log.at, event) - busyUntil > longestPauseMilliseconds) runs.push([])
    runs.at(-1)?.push(event)
    busyUntil = Math.max(busyUntil, leftAt(log, event))
  }
  return runs
}
