import { type BusinessCalendar, type DueOccurrence, type DueRule, dueOccurrences } from '@ennoshita/statutes'
import { isByCalendar } from './timing.ts'

export type PlannedKind = { kindId: string; rule: DueRule }
export type PlannedTask = { taskId: string; kindId: string; occurrence: string; dueOn: string; isTouched: boolean }
export type Plan = {
  make: { kindId: string; occurrence: string; dueOn: string }[]
  move: { taskId: string; kindId: string; dueOn: string; was: string }[]
  withdraw: { taskId: string; kindId: string }[]
}

/**
 * What names one time of a kind for ever, so that it is made once: the day itself for daily and weekly work, else the month
 * that the work is about. Days off may move the due date; the name stays.
 */
export function occurrenceName(rule: DueRule, { nominalOn, period }: DueOccurrence): string {
  return rule.kind === 'daily' || rule.kind === 'weekly' ? nominalOn : period
}

/**
 * What to make, move and withdraw so that the tasks from `from` to `to` are those of the rules. Tasks that a person has
 * touched are left alone; so is what was due before `from`. Holidays not announced yet are guessed and set right later.
 */
export function planOf(
  kinds: readonly PlannedKind[],
  existing: readonly PlannedTask[],
  window: { from: string; to: string; calendar: BusinessCalendar; fiscalYearStart: number },
): Plan {
  const known = new Map(existing.map((task) => [`${task.kindId} ${task.occurrence}`, task]))
  const wanted = new Set<string>()
  const plan: Plan = { make: [], move: [], withdraw: [] }
  for (const { kindId, rule } of kinds) {
    if (!isByCalendar(rule)) continue
    for (const found of dueOccurrences(rule, { ...window, preview: true })) {
      const occurrence = occurrenceName(rule, found)
      const key = `${kindId} ${occurrence}`
      if (wanted.has(key)) continue
      wanted.add(key)
      const task = known.get(key)
      if (!task) plan.make.push({ kindId, occurrence, dueOn: found.dueOn })
      else if (!task.isTouched && task.dueOn !== found.dueOn && task.dueOn >= window.from)
        plan.move.push({ taskId: task.taskId, kindId, dueOn: found.dueOn, was: task.dueOn })
    }
  }
  for (const task of existing) {
    const isInWindow = task.dueOn > window.from && task.dueOn <= window.to
    if (!task.isTouched && isInWindow && !wanted.has(`${task.kindId} ${task.occurrence}`))
      plan.withdraw.push({ taskId: task.taskId, kindId: task.kindId })
  }
  plan.make.sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0))
  return plan
}

/** The due date after this one, for a task that repeats; undefined where the rule has no dates of its own. */
export function nextDueOn(
  rule: DueRule,
  after: string,
  window: { until: string; calendar: BusinessCalendar; fiscalYearStart: number },
): string | undefined {
  if (!isByCalendar(rule)) return undefined
  return dueOccurrences(rule, { from: after, to: window.until, preview: true, ...window }).find(
    (found) => found.dueOn > after,
  )?.dueOn
}
