import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EventRow, logOf } from '../log/event-log.ts'
import { caseTimes } from './case-times.ts'
import { directlyFollows } from './directly-follows.ts'
import { handover } from './handover.ts'
import type { Spread } from './percentiles.ts'
import { rework } from './rework.ts'
import { variants } from './variants.ts'

/** Few cases, activities, people and instants, so that ties, self-loops and returns are common; times and people may be missing. */
const row: fc.Arbitrary<EventRow> = fc.record(
  {
    caseId: fc.constantFrom('1', '2', '3', '4', '5'),
    activity: fc.constantFrom('申請', '承認', '差戻し', '📎 支払'),
    at: fc.integer({ min: 0, max: 9 }).map((hours) => 1_700_000_000_000 + hours * 3_600_000),
    actor: fc.constantFrom('佐藤', '鈴木', '高橋'),
  },
  { requiredKeys: ['caseId', 'activity'] },
)
const randomRows = fc.array(row, { maxLength: 60 })

interface Step {
  activity: string
  actor: string | undefined
  at: number
}

/** The cases in order of first appearance, each by time; equal times in the order given, no time with the time before it. */
function casesOf(rows: readonly EventRow[]): Step[][] {
  return [...new Set(rows.map(({ caseId }) => caseId))].map((id) => {
    let latest = Number.NEGATIVE_INFINITY
    const own = rows
      .filter(({ caseId }) => caseId === id)
      .map(({ activity, actor, at }) => {
        latest = typeof at === 'number' ? at : latest
        return { activity, actor, at: typeof at === 'number' ? at : Number.NaN, sortsAt: latest }
      })
    for (let end = own.length; end > 0; end--)
      for (let place = 1; place < end; place++) {
        const [left, right] = [own[place - 1], own[place]]
        if (left && right && left.sortsAt > right.sortsAt) own.splice(place - 1, 2, right, left)
      }
    return own
  })
}

const pairsOf = (steps: readonly Step[]) =>
  steps.slice(1).flatMap((to, place) => {
    const from = steps[place]
    return from ? [{ from, to }] : []
  })

/** A percentile as a clerk would do it: between the two values round rank share × (n − 1), by the part that is over. */
function betweenRanks(ascending: readonly number[], share: number): number {
  const rank = share * (ascending.length - 1)
  const part = rank % 1
  const [below = 0, above = below] = ascending.slice(rank - part, rank - part + 2)
  return below * (1 - part) + above * part
}

function slowSpread(seconds: readonly number[]): Spread | undefined {
  const ascending = [...seconds].sort((a, b) => a - b)
  return ascending.length === 0
    ? undefined
    : {
        n: ascending.length,
        minSeconds: Math.min(...ascending),
        medianSeconds: betweenRanks(ascending, 0.5),
        p90Seconds: betweenRanks(ascending, 0.9),
        meanSeconds: ascending.reduce((sum, one) => sum + one, 0) / ascending.length,
        maxSeconds: Math.max(...ascending),
      }
}

const spreadKeys = ['n', 'minSeconds', 'medianSeconds', 'p90Seconds', 'meanSeconds', 'maxSeconds'] as const

/** Seconds agree to the millisecond in every figure that the result is to hold; where nothing is known it holds none. */
function expectSpread(
  found: Partial<Spread> | undefined,
  slow: Spread | undefined,
  keys: readonly (keyof Spread)[] = spreadKeys,
) {
  for (const key of keys)
    if (slow === undefined) expect(found?.[key]).toBeUndefined()
    else expect(found?.[key]).toBeCloseTo(slow[key], 3)
}

/** How often each text comes, by text. */
function tally(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1
  return counts
}

const arrow = (from: string, to: string) => `${from} → ${to}`
const known = (numbers: readonly number[]) => numbers.filter((number) => !Number.isNaN(number))

test('directlyFollows counts arrows, cases, starts, ends and times as a slow count does', () => {
  fc.assert(
    fc.property(randomRows, (rows) => {
      const cases = casesOf(rows)
      const { edges, starts, ends } = directlyFollows(logOf(rows))
      const pairs = cases.flatMap((steps) => pairsOf(steps))
      const countsOf = (list: readonly { activity: string; count: number }[]) =>
        Object.fromEntries(list.map(({ activity, count }) => [activity, count]))
      expect(Object.fromEntries(edges.map(({ from, to, count }) => [arrow(from, to), count]))).toEqual(
        tally(pairs.map(({ from, to }) => arrow(from.activity, to.activity))),
      )
      expect(countsOf(starts)).toEqual(tally(cases.flatMap((steps) => steps.slice(0, 1).map((step) => step.activity))))
      expect(countsOf(ends)).toEqual(tally(cases.flatMap((steps) => steps.slice(-1).map((step) => step.activity))))
      for (const edge of edges) {
        const isEdge = ({ from, to }: { from: Step; to: Step }) =>
          from.activity === edge.from && to.activity === edge.to
        expect(edge.cases).toBe(cases.filter((steps) => pairsOf(steps).some(isEdge)).length)
        const slow = slowSpread(known(pairs.filter(isEdge).map(({ from, to }) => (to.at - from.at) / 1000)))
        expectSpread(edge, slow, ['meanSeconds', 'medianSeconds', 'p90Seconds', 'maxSeconds'])
      }
      expect(edges.map(({ count }) => count)).toEqual(edges.map(({ count }) => count).sort((a, b) => b - a))
    }),
  )
})

test('variants and their shares are those of a slow count, most frequent first', () => {
  fc.assert(
    fc.property(randomRows, (rows) => {
      const ways = casesOf(rows).map((steps) => steps.map(({ activity }) => activity).join('\n'))
      const found = variants(logOf(rows))
      expect(Object.fromEntries(found.map((way) => [way.activities.join('\n'), way.cases]))).toEqual(tally(ways))
      for (const { cases, share } of found) expect(share).toBe(cases / ways.length)
      expect(found.map(({ cases }) => cases)).toEqual(found.map(({ cases }) => cases).sort((a, b) => b - a))
    }),
  )
})

test('caseTimes spreads last less first stamp over the cases that have one', () => {
  fc.assert(
    fc.property(randomRows, (rows) => {
      const stamps = casesOf(rows).map((steps) => known(steps.map(({ at }) => at)))
      const leads = stamps.filter(({ length }) => length > 0).map((all) => (Math.max(...all) - Math.min(...all)) / 1000)
      const { duration } = caseTimes(logOf(rows))
      expectSpread(duration, slowSpread(leads))
    }),
  )
})

test('rework tells repeats, self-loops and returns as a slow count does', () => {
  fc.assert(
    fc.property(randomRows, (rows) => {
      const ways = casesOf(rows).map((steps) => steps.map(({ activity }) => activity))
      const isSelfLoop = (way: string[]) => way.some((activity, place) => place > 0 && way[place - 1] === activity)
      const repeatedOf = (way: string[]) =>
        Object.entries(tally(way)).flatMap(([name, count]) => (count > 1 ? name : []))
      const found = rework(logOf(rows))
      expect(found.casesWithRepeatedActivity).toBe(ways.filter((way) => repeatedOf(way).length > 0).length)
      expect(found.casesWithSelfLoop).toBe(ways.filter(isSelfLoop).length)
      expect(Object.fromEntries(found.casesRepeating.map(({ activity, cases }) => [activity, cases]))).toEqual(
        tally(ways.flatMap(repeatedOf)),
      )
    }),
  )
})

test('handover counts neighbours that both name a person, the same person too', () => {
  fc.assert(
    fc.property(randomRows, (rows) => {
      const pairs = casesOf(rows).flatMap((steps) => pairsOf(steps))
      const named = pairs.flatMap(({ from, to }) => (from.actor && to.actor ? arrow(from.actor, to.actor) : []))
      const { people, eventsWithoutPerson } = handover(logOf(rows))
      expect(Object.fromEntries(people.map(({ from, to, count }) => [arrow(from, to), count]))).toEqual(tally(named))
      expect(eventsWithoutPerson).toBe(rows.filter(({ actor }) => actor === undefined).length)
    }),
  )
})
