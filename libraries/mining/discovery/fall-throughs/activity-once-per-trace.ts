import type { Division } from '../find-cut.ts'
import { splitLog } from '../split-log.ts'
import { activitiesOf, type TraceLog } from '../trace-log.ts'

/** An activity that occurs exactly once in every case is done beside the rest (thesis 2017, fall-through "activity once per trace"). */
export function activityOncePerTrace(log: TraceLog): Division | undefined {
  const activities = activitiesOf(log)
  if (activities.length < 2) return undefined
  const times: number[] = []
  const casesWithOne: number[] = []
  for (const { steps } of log) {
    for (const step of steps) times[step] = (times[step] ?? 0) + 1
    for (const step of steps) if (times[step] === 1) casesWithOne[step] = (casesWithOne[step] ?? 0) + 1
    for (const step of steps) times[step] = 0
  }
  const chosen = activities.find((activity) => casesWithOne[activity] === log.length)
  if (chosen === undefined) return undefined
  const others = activities.filter((activity) => activity !== chosen)
  return { operator: 'parallel', parts: splitLog(log, 'parallel', [[chosen], others]) }
}
