import { variants } from '../analyses/variants.ts'
import type { EventLog } from '../log/event-log.ts'
import type { ProcessTree } from './process-tree.ts'
import { TreeAutomaton } from './tree-automaton.ts'

/** A beginning that cases share. */
interface Prefix {
  state: number
  /** Cases that go on from here. */
  cases: number
  next: Map<number, Prefix>
}

/**
 * How much of what the tree allows is seen in the log, 0 to 1 (Muñoz-Gama, Carmona, "A Fresh Look at Precision in Process
 * Conformance", BPM 2010, escaping edges): over every beginning of a case after which the case goes on, weighted by cases,
 * 1 − activities allowed next but never seen there ÷ activities allowed next. Beginnings that the tree does not allow are
 * left out, and so are ends of cases: to end is no activity. 1 where nothing is allowed. Throws as `replay` does, and
 * where the tree allows too much to count.
 */
export function precision(tree: ProcessTree, log: EventLog): number {
  const automaton = new TreeAutomaton(tree)
  const start: Prefix = { state: 0, cases: 0, next: new Map() }
  for (const { activities, cases } of variants(log)) addPrefixes(automaton, start, activities, cases)
  let allowed = 0
  let escaping = 0
  const open = [start]
  for (let prefix = open.pop(); prefix; prefix = open.pop()) {
    const enabled = prefix.cases > 0 ? automaton.enabledCount(prefix.state) : 0
    allowed += prefix.cases * enabled
    escaping += prefix.cases * (enabled - Math.min(enabled, prefix.next.size))
    for (const next of prefix.next.values()) open.push(next)
  }
  return allowed === 0 ? 1 : 1 - escaping / allowed
}

function addPrefixes(automaton: TreeAutomaton, start: Prefix, activities: readonly string[], cases: number) {
  let prefix = start
  for (const activity of activities) {
    prefix.cases += cases
    const number = automaton.numberOf(activity)
    let next = prefix.next.get(number)
    if (!next) {
      const state = automaton.after(prefix.state, number)
      if (state < 0) return
      next = { state, cases: 0, next: new Map() }
      prefix.next.set(number, next)
    }
    prefix = next
  }
}
