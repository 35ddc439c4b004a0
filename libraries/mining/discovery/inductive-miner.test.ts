import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EventRow, logOf } from '../log/event-log.ts'
import { inductiveMiner } from './inductive-miner.ts'
import { precision } from './precision.ts'
import { checkTree } from './process-tree.ts'
import { replay } from './replay.ts'
import { treeText } from './tree-text.ts'

/** A log written as in the books: ⟨a, b⟩ three times is `['ab', 3]`. */
function logOfTraces(traces: readonly (readonly [string, number])[]) {
  const rows: EventRow[] = traces.flatMap(([word, cases], place) =>
    Array.from({ length: cases }, (_, number) =>
      [...word].map((activity) => ({ caseId: `${place}-${number}`, activity })),
    ).flat(),
  )
  return logOf(rows)
}
const mined = (...traces: [string, number][]) => treeText(inductiveMiner(logOfTraces(traces)))

test('the log L1 of the textbook gives its model: after a, either e or b beside c, then d', () => {
  // van der Aalst, Process Mining, 2nd ed. 2016, §6.2.1: L1 = [⟨a,b,c,d⟩³, ⟨a,c,b,d⟩², ⟨a,e,d⟩]; figure 6.1.
  expect(mined(['abcd', 3], ['acbd', 2], ['aed', 1])).toBe('→(a, ×(∧(b, c), e), d)')
})

test('each cut, each base case and each way out has its log', () => {
  expect(mined(['a', 2])).toBe('a')
  expect(mined(['ab', 1], ['c', 1])).toBe('×(→(a, b), c)')
  expect(mined(['abc', 1], ['ac', 1])).toBe('→(a, ×(b, τ), c)')
  expect(mined(['ab', 1], ['ba', 1])).toBe('∧(a, b)')
  expect(mined(['a', 1], ['aba', 1], ['ababa', 1])).toBe('↺(a, b)')
  expect(mined(['a', 1], ['aaa', 1])).toBe('↺(a, τ)')
  expect(mined(['abab', 1], ['ab', 1])).toBe('↺(→(a, b), τ)')
  expect(mined(['abcd', 1], ['ad', 1])).toBe('→(a, ×(→(b, c), τ), d)')
})

test('an activity that comes once in each case, anywhere, stands beside the rest', () => {
  expect(mined(['xabab', 1], ['abxab', 1], ['ababx', 1])).toBe('∧(x, ↺(→(a, b), τ))')
})

test('a ring of three done twice is not taken for three done side by side', () => {
  expect(mined(['abc', 1], ['abcabc', 1])).toBe('↺(→(a, b, c), τ)')
})

test('a log of no cases is nothing', () => {
  expect(treeText(inductiveMiner(logOf([])))).toBe('τ')
})

test('with noise, the one case of a hundred that paid first does not spoil the model', () => {
  const log = logOfTraces([
    ['申承払', 99],
    ['払申承', 1],
  ])
  expect(treeText(inductiveMiner(log))).toBe('∧(払, →(申, 承))')
  expect(treeText(inductiveMiner(log, { noise: 0.2 }))).toBe('→(申, 承, 払)')
  expect(replay(inductiveMiner(log, { noise: 0.2 }), log).fittingShare).toBe(0.99)
})

test('with noise, an activity that is always recorded twice still fits', () => {
  const log = logOfTraces([['aabb', 5]])
  expect(treeText(inductiveMiner(log, { noise: 0.2 }))).toBe('→(↺(a, τ), ↺(b, τ))')
})

test('a noise that is no share is refused', () => {
  const log = logOfTraces([['a', 1]])
  expect(() => inductiveMiner(log, { noise: 1.1 })).toThrow('0から1の間')
  expect(() => inductiveMiner(log, { noise: Number.NaN })).toThrow('between 0 and 1')
})

const randomTraces = fc.array(
  fc.tuple(
    fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 9 }),
    fc.integer({ min: 1, max: 9 }),
  ),
  { minLength: 1, maxLength: 12 },
)

test('whatever the log, the model of IM accepts each of its cases and its precision is above 0', () => {
  fc.assert(
    fc.property(randomTraces, (traces) => {
      const log = logOfTraces(traces)
      const tree = inductiveMiner(log)
      const result = replay(tree, log)
      expect(result.variants.filter(({ fits }) => !fits)).toEqual([])
      expect(result.fittingShare).toBe(1)
      expect(precision(tree, log)).toBeGreaterThan(0)
      expect(precision(tree, log)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 150 },
  )
})

test('the order of the cases changes nothing, with and without noise, and each activity stands on one leaf', () => {
  const noise = fc.constantFrom(0, 0.1, 0.2, 0.5, 1)
  const withOrders = randomTraces.chain((traces) =>
    fc.tuple(fc.constant(traces), fc.shuffledSubarray(traces, { minLength: traces.length })),
  )
  fc.assert(
    fc.property(withOrders, noise, ([traces, shuffled], share) => {
      const tree = inductiveMiner(logOfTraces(traces), { noise: share })
      expect(treeText(inductiveMiner(logOfTraces(shuffled), { noise: share }))).toBe(treeText(tree))
      const leaves = treeText(tree).match(/[a-f]/g) ?? []
      expect(new Set(leaves).size).toBe(leaves.length)
      checkTree(tree)
    }),
  )
})

/** A seeded row of numbers below `below` (linear congruences of C). */
function numbers(count: number, below: number): number[] {
  let state = 1
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff
    return (state >>> 8) % below
  })
}
const oneCase = (activities: readonly string[]) => logOf(activities.map((activity) => ({ caseId: '1', activity })))

test('one case of 100,000 events is mined and replayed', () => {
  const log = oneCase(numbers(100_000, 4).map((number) => `作業${number}`))
  expect(replay(inductiveMiner(log), log).fittingShare).toBe(1)
})

test('10,000 activities with names of 500 letters are mined and replayed', () => {
  const names = Array.from({ length: 10_000 }, (_, number) => `${number}`.padStart(500, '長い名前'))
  const tree = inductiveMiner(oneCase(names))
  expect('children' in tree && tree.children.length).toBe(10_000)
  expect(replay(tree, oneCase(names)).fittingShare).toBe(1)
  const either = logOf(names.map((activity) => ({ caseId: activity, activity })))
  expect(replay(inductiveMiner(either), either).fittingShare).toBe(1)
})

test('a case that nests deeper and deeper ends in a flower that still fits', () => {
  const rows = numbers(400, 1).flatMap((_, number) =>
    [...Array.from({ length: number }, (_, step) => `進む${step}`), `終わる${number}`].map((activity) => ({
      caseId: String(number),
      activity,
    })),
  )
  const log = logOf(rows)
  expect(replay(inductiveMiner(log), log).fittingShare).toBe(1)
}, 60_000)

test('20,000 ways of two activities each are told apart', () => {
  const log = logOf(
    numbers(20_000, 1).flatMap((_, number) =>
      ['開く', '閉じる'].map((work) => ({ caseId: `${number}`, activity: `${work}${number}` })),
    ),
  )
  const tree = inductiveMiner(log)
  expect('operator' in tree && [tree.operator, tree.children.length]).toEqual(['choice', 20_000])
}, 30_000)

test('100,000 events over 400 activities without any order end in a model that still fits', () => {
  const log = oneCase(numbers(100_000, 400).map((number) => `作業${number}`))
  expect(replay(inductiveMiner(log), log).fittingShare).toBe(1)
}, 60_000)
