import { variants } from '../analyses/variants.ts'
import type { EventLog } from '../log/event-log.ts'
import type { ProcessTree } from './process-tree.ts'
import { TreeAutomaton } from './tree-automaton.ts'

/** Where a variant leaves the tree: the first event it does not allow, or the end where more must follow. */
export interface Departure {
  /** Place in `activities`, from 0; their number where the case ends too early. */
  at: number
  /** The event that is not allowed; absent where the case ends too early. */
  activity?: string
  /** What the tree would have allowed instead, by name, at most 20. */
  allowed: string[]
  /** Whether the case might have ended here. */
  mightEnd: boolean
}

export interface ReplayedVariant {
  activities: string[]
  cases: number
  fits: boolean
  leaves?: Departure
}

export interface Replay {
  cases: number
  fittingCases: number
  /** Share of all cases that the tree accepts from start to end, 0 to 1; 1 for a log without cases. */
  fittingShare: number
  /** Most frequent first. */
  variants: ReplayedVariant[]
}

const mostAllowedNamed = 20

/**
 * Replays a log on a process tree, variant by variant: a case fits if and only if its sequence of activities belongs to the
 * language of the tree (Leemans, Robust Process Mining with Guarantees, 2017, "fitness" by language). Exact, not by tokens
 * and not by alignment. Throws a RangeError where the tree is none, is too large, or repeats its activities too often.
 */
export function replay(tree: ProcessTree, log: EventLog): Replay {
  const automaton = new TreeAutomaton(tree)
  const replayed = variants(log).map(({ activities, cases }): ReplayedVariant => {
    const leaves = departureOf(automaton, activities)
    return leaves ? { activities, cases, fits: false, leaves } : { activities, cases, fits: true }
  })
  const fittingCases = replayed.reduce((sum, { fits, cases }) => sum + (fits ? cases : 0), 0)
  const cases = log.caseCount
  return { cases, fittingCases, fittingShare: cases === 0 ? 1 : fittingCases / cases, variants: replayed }
}

function departureOf(automaton: TreeAutomaton, activities: readonly string[]): Departure | undefined {
  let state = 0
  for (const [at, activity] of activities.entries()) {
    const next = automaton.after(state, automaton.numberOf(activity))
    if (next < 0) return { at, activity, ...situation(automaton, state) }
    state = next
  }
  return automaton.mayEnd(state) ? undefined : { at: activities.length, ...situation(automaton, state) }
}

function situation(automaton: TreeAutomaton, state: number): Pick<Departure, 'allowed' | 'mightEnd'> {
  const allowed = automaton.enabled(state).map((number) => automaton.activities[number] ?? '')
  return { allowed: allowed.sort().slice(0, mostAllowedNamed), mightEnd: automaton.mayEnd(state) }
}
