import { type Division, hasCut } from '../find-cut.ts'
import { splitLog } from '../split-log.ts'
import { activitiesOf, type TraceLog } from '../trace-log.ts'
import { costOf, type WorkBudget } from '../work-budget.ts'

/**
 * An activity without which the rest has a cut is done beside the rest (thesis 2017, fall-through "activity concurrent"):
 * the first such one by name. Once the budget is spent there are no more trials: the model is less precise, never less fitting.
 */
export function activityConcurrent(log: TraceLog, noise: number, budget: WorkBudget): Division | undefined {
  const activities = activitiesOf(log)
  const cost = costOf(log, noise)
  if (activities.length < 3) return undefined
  for (const chosen of activities) {
    if (!budget.spend(cost, 'trial')) return undefined
    const others = activities.filter((activity) => activity !== chosen)
    if (hasCut(log, others, noise))
      return { operator: 'parallel', parts: splitLog(log, 'parallel', [[chosen], others]) }
  }
  return undefined
}
