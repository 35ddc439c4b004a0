import { type BusinessCalendar, openTimeOf } from '../log/business-time.ts'
import { cell, entry } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'
import { actorNatures } from './actor-nature.ts'
import { asOfInstant } from './as-of.ts'
import { leftAt } from './directly-follows.ts'

/** A rule about the events of one case. */
export type Rule =
  /** Whenever `activity` happens, `response` must follow at some time. */
  | { rule: 'response'; activity: string; response: string }
  /** `activity` may happen only after `needs` has. */
  | { rule: 'precedence'; activity: string; needs: string }
  | { rule: 'not-both'; one: string; other: string }
  /** 職務分掌: no person does any `one` and any `other`; where both are one activity, two people must have done it. */
  | { rule: 'four-eyes'; one: string; other: string }
  /** From the end of each `from` to the start of the next `to` at most so many seconds; open hours where a calendar is given. */
  | { rule: 'within-time'; from: string; to: string; seconds: number; calendar?: BusinessCalendar }
  | { rule: 'max-times'; activity: string; times: number }

export interface RuleOutcome {
  rule: Rule
  /** Cases that the rule speaks of: those with its first activity (`not-both`: with either, `four-eyes`: with both). */
  casesConcerned: number
  casesBroken: number
  /** Cases that break it, in order of the log. */
  cases: string[]
  /** Cases that cannot be judged: people masked or missing, times missing, or a deadline that has not yet come. */
  casesUndecided: number
  /** Activities of the rule that never occur in the log: the rule may be misspelt. */
  unknownActivities: string[]
}

type Verdict = 'not-concerned' | 'kept' | 'broken' | 'undecided'

/**
 * Rules (analysis A9) over each case: response, precedence, not co-existence and absence after DECLARE (Pesic, Schonenberg &
 * van der Aalst, "DECLARE: Full Support for Loosely-Structured Processes", EDOC 2007), four eyes as "any A-event and any
 * B-event by one person", and a time limit. Four eyes looks at people alone: programs are passed over, names that hide who
 * it was leave a case undecided unless another pair breaks it. A time limit whose second activity has not come is broken
 * once `asOf` (the last event of the log when absent) is past the limit, undecided before. Never counts per person.
 * Throws a RangeError for a limit that is no number from 0 on (times: whole), and for an `asOf` that is none.
 */
export function checkRules(log: EventLog, rules: readonly Rule[], options: { asOf?: number } = {}): RuleOutcome[] {
  const asOf = asOfInstant(log, options.asOf)
  return rules.map((rule) => {
    checkLimit(rule)
    const judge = judgeOf(log, rule, asOf)
    const cases: string[] = []
    const counts: Record<Verdict, number> = { 'not-concerned': 0, kept: 0, broken: 0, undecided: 0 }
    for (let owner = 0; owner < log.caseCount; owner++) {
      const verdict = judge(cell(log.caseStarts, owner), cell(log.caseStarts, owner + 1))
      counts[verdict] += 1
      if (verdict === 'broken') cases.push(entry(log.caseIds, owner))
    }
    return {
      rule,
      casesConcerned: log.caseCount - counts['not-concerned'],
      casesBroken: counts.broken,
      cases,
      casesUndecided: counts.undecided,
      unknownActivities: activitiesOf(rule).filter((activity) => !log.activities.includes(activity)),
    }
  })
}

function checkLimit(rule: Rule) {
  if (rule.rule === 'within-time' && !(rule.seconds >= 0)) throw new RangeError(`seconds: ${rule.seconds}`)
  if (rule.rule === 'max-times' && !(Number.isInteger(rule.times) && rule.times >= 0))
    throw new RangeError(`times: ${rule.times}`)
}

function activitiesOf(rule: Rule): string[] {
  if (rule.rule === 'response') return [rule.activity, rule.response]
  if (rule.rule === 'precedence') return [rule.activity, rule.needs]
  if (rule.rule === 'within-time') return [rule.from, rule.to]
  return rule.rule === 'max-times' ? [rule.activity] : [rule.one, rule.other]
}

/** Judges the case whose events are `first` to `end` (without). */
type Judge = (first: number, end: number) => Verdict

function judgeOf(log: EventLog, rule: Rule, asOf: number): Judge {
  const [one = -1, other = -1] = activitiesOf(rule).map((activity) => log.activities.indexOf(activity))
  if (rule.rule === 'four-eyes') return fourEyes(log, one, other)
  if (rule.rule === 'within-time') return withinTime(log, one, other, rule, asOf)
  return (first, end) => {
    const found = log.activity.subarray(first, end)
    if (rule.rule === 'not-both')
      return found.includes(one) && found.includes(other) ? 'broken' : concerned(found, one, other)
    if (!found.includes(one)) return 'not-concerned'
    if (rule.rule === 'response') return found.lastIndexOf(other) > found.lastIndexOf(one) ? 'kept' : 'broken'
    if (rule.rule === 'precedence') {
      const needed = found.indexOf(other)
      return needed >= 0 && needed < found.indexOf(one) ? 'kept' : 'broken'
    }
    return found.reduce((times, activity) => (activity === one ? times + 1 : times), 0) > rule.times ? 'broken' : 'kept'
  }
}

function concerned(found: Int32Array, one: number, other: number): Verdict {
  return found.includes(one) || found.includes(other) ? 'kept' : 'not-concerned'
}

function fourEyes(log: EventLog, one: number, other: number): Judge {
  const natures = actorNatures(log)
  return (first, end) => {
    const people = [new Set<number>(), new Set<number>()] as const
    let isHidden = false
    const has = [false, false]
    for (let event = first; event < end; event++) {
      const activity = cell(log.activity, event)
      for (const side of [0, 1] as const) {
        if (activity !== (side === 0 ? one : other)) continue
        has[side] = true
        const actor = cell(log.actor.numbers, event)
        const nature = natures[actor] ?? 'masked'
        if (nature === 'masked') isHidden = true
        else if (nature !== 'system') people[side].add(actor)
      }
    }
    if (!has[0] || !has[1]) return 'not-concerned'
    const [some, others] = people
    if (one === other && some.size === 1 && isHidden) return 'undecided'
    if (one === other ? some.size === 1 : [...some].some((actor) => others.has(actor))) return 'broken'
    return isHidden ? 'undecided' : 'kept'
  }
}

function withinTime(
  log: EventLog,
  from: number,
  to: number,
  { seconds, calendar }: { seconds: number; calendar?: BusinessCalendar },
  asOf: number,
): Judge {
  const openTime = calendar ? openTimeOf(calendar) : (start: number, end: number) => end - start
  const isLate = (start: number, end: number) => openTime(start, end) > seconds * 1000
  return (first, end) => {
    let verdict: Verdict = 'not-concerned'
    let next = -1
    for (let event = end - 1; event >= first; event--) {
      const activity = cell(log.activity, event)
      if (activity === from) {
        const left = leftAt(log, event)
        const reached = next < 0 ? asOf : cell(log.at, next)
        if (!Number.isFinite(left) || !Number.isFinite(reached)) verdict = 'undecided'
        else if (isLate(left, reached)) return 'broken'
        else if (next < 0) verdict = 'undecided'
        else if (verdict === 'not-concerned') verdict = 'kept'
      }
      if (activity === to) next = event
    }
    return verdict
  }
}
