import { cell, entry } from '../log/column.ts'
import type { EventLog } from '../log/event-log.ts'

/** One way through the work; `share` and `coverage` are shares of all cases, 0 to 1, coverage summed from the top. */
export interface Variant {
  activities: string[]
  cases: number
  share: number
  coverage: number
}

/**
 * The variants: cases with the same sequence of activities, most frequent first, equal ones in order of first appearance
 * (van der Aalst, Process Mining, 2nd ed. 2016, §5.2, a log as a multiset of traces).
 */
export function variants(log: EventLog): Variant[] {
  const { firstCases, cases } = variantGroups(log)
  const order = firstCases.map((_, group) => group).sort((a, b) => entry(cases, b) - entry(cases, a) || a - b)
  let covered = 0
  return order.map((group) => {
    const count = entry(cases, group)
    covered += count
    return {
      activities: activitiesOf(log, entry(firstCases, group)),
      cases: count,
      share: count / log.caseCount,
      coverage: covered / log.caseCount,
    }
  })
}

function activitiesOf(log: EventLog, owner: number): string[] {
  const numbers = log.activity.subarray(cell(log.caseStarts, owner), cell(log.caseStarts, owner + 1))
  return Array.from(numbers, (number) => entry(log.activities, number))
}

/** Groups by a hash of the sequence and compares the sequences themselves, so that a clash of hashes never merges two. */
function variantGroups(log: EventLog) {
  const groupsByHash = new Map<number, number[]>()
  const firstCases: number[] = []
  const cases: number[] = []
  for (let owner = 0; owner < log.caseCount; owner++) {
    const hash = hashOf(log, owner)
    const candidates = groupsByHash.get(hash) ?? []
    const group = candidates.find((candidate) => isSameSequence(log, entry(firstCases, candidate), owner))
    if (group !== undefined) {
      cases[group] = entry(cases, group) + 1
      continue
    }
    candidates.push(firstCases.push(owner) - 1)
    cases.push(1)
    groupsByHash.set(hash, candidates)
  }
  return { firstCases, cases }
}

function hashOf(log: EventLog, owner: number): number {
  const end = cell(log.caseStarts, owner + 1)
  let hash = 2_166_136_261
  for (let event = cell(log.caseStarts, owner); event < end; event++)
    hash = Math.imul(hash ^ cell(log.activity, event), 16_777_619)
  return hash
}

function isSameSequence(log: EventLog, one: number, other: number): boolean {
  const from = cell(log.caseStarts, one)
  const otherFrom = cell(log.caseStarts, other)
  const length = cell(log.caseStarts, one + 1) - from
  if (cell(log.caseStarts, other + 1) - otherFrom !== length) return false
  for (let step = 0; step < length; step++)
    if (cell(log.activity, from + step) !== cell(log.activity, otherFrom + step)) return false
  return true
}
