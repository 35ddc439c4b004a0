import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bottlenecks } from './analyses/bottlenecks.ts'
import { caseTimes } from './analyses/case-times.ts'
import { concentrationOf } from './analyses/concentration.ts'
import { directlyFollows } from './analyses/directly-follows.ts'
import { handover } from './analyses/handover.ts'
import { rework } from './analyses/rework.ts'
import { variants } from './analyses/variants.ts'
import type { EventLog } from './log/event-log.ts'
import { readLog } from './log/read-log.ts'

/** Figures of real logs, computed elsewhere by two independent programs; the logs may not be redistributed. */
interface Reference {
  file: string
  cases: number
  events: number
  activities: number
  variants: number
  variants_for_80pct_cases: number
  top_variants: { cases: number; share: number; sequence: string[] }[]
  start_activities: Record<string, number>
  end_activities: Record<string, number>
  activity_counts: Record<string, number>
  case_duration_seconds: Record<'n' | 'min' | 'median' | 'p90' | 'mean' | 'max', number>
  rework: {
    cases_with_repeated_activity: number
    cases_with_self_loop: number
    cases_repeating_activity: Record<string, number>
  }
  handover: {
    pairs_total: number
    edges_incl_self: number
    handovers_between_different_people: number
    top: { from: string; to: string; n: number }[]
  }
  key_person: { activity_hhi: Record<string, { events: number; people: number; hhi: number; top_share: number }> }
  dfg: {
    from: string
    to: string
    freq: number
    cases: number
    mean: number
    median: number
    p90: number
    max: number
  }[]
}

const shared = process.env.ENNOSHITA_SHARED ?? resolve(import.meta.dirname, '../../../shared')
const folder = join(shared, 'data/event-logs')
const has = existsSync(join(folder, 'reference'))
const names = [
  ...['running-example', 'receipt', 'helpdesk', 'DomesticDeclarations.cleaned', 'RequestForPayment.cleaned'],
  ...['PurchasingExample', 'repairExample', 'bpic2012'],
]

const logs = new Map<string, Promise<EventLog>>()

async function read(name: string): Promise<{ reference: Reference; log: EventLog }> {
  const reference: Reference = JSON.parse(readFileSync(join(folder, 'reference', `${name}.all.json`), 'utf8'))
  const reading = logs.get(name) ?? readLog(readFileSync(join(folder, reference.file)), { format: 'xes' })
  logs.set(name, reading)
  return { reference, log: await reading }
}

/** The reference lists at most this many repeated activities of a log. */
const longestListing = 15

/** Seconds must agree to the millisecond, the precision the reference is written in. */
function expectSeconds(mine: number | undefined, theirs: number, what: string) {
  expect(Math.abs((mine ?? Number.NaN) - theirs), what).toBeLessThanOrEqual(0.001)
}

const countsOf = (counts: { activity: string; count: number }[]) =>
  Object.fromEntries(counts.map(({ activity, count }) => [activity, count]))

describe.skipIf(!has)('the figures of real logs, equal to those of two other programs', () => {
  test.each(names)('%s', async (name) => {
    const { reference, log } = await read(name)
    expect(log.faults).toEqual([])
    expect(log).toMatchObject({ caseCount: reference.cases, eventCount: reference.events })
    expect(log.activities.length).toBe(reference.activities)

    const flow = directlyFollows(log)
    expect(countsOf(flow.activities)).toEqual(reference.activity_counts)
    expect(countsOf(flow.starts)).toEqual(reference.start_activities)
    expect(countsOf(flow.ends)).toEqual(reference.end_activities)
    expect(flow.edges.length).toBe(reference.dfg.length)
    for (const theirs of reference.dfg) {
      const mine = flow.edges.find(({ from, to }) => from === theirs.from && to === theirs.to)
      const what = `${theirs.from} → ${theirs.to}`
      expect([mine?.count, mine?.cases], what).toEqual([theirs.freq, theirs.cases])
      expectSeconds(mine?.meanSeconds, theirs.mean, what)
      expectSeconds(mine?.medianSeconds, theirs.median, what)
      expectSeconds(mine?.p90Seconds, theirs.p90, what)
      expectSeconds(mine?.maxSeconds, theirs.max, what)
    }

    const ways = variants(log)
    expect(ways.length).toBe(reference.variants)
    expect(ways.findIndex(({ coverage }) => coverage >= 0.8 - 1e-12) + 1).toBe(reference.variants_for_80pct_cases)
    for (const theirs of reference.top_variants) {
      const mine = ways.find(({ activities }) => activities.join('\n') === theirs.sequence.join('\n'))
      expect([mine?.cases, mine?.share]).toEqual([theirs.cases, theirs.share])
    }

    const { duration } = caseTimes(log)
    const theirs = reference.case_duration_seconds
    expect(duration?.n).toBe(theirs.n)
    expectSeconds(duration?.minSeconds, theirs.min, 'shortest case')
    expectSeconds(duration?.medianSeconds, theirs.median, 'median case')
    expectSeconds(duration?.p90Seconds, theirs.p90, 'p90 case')
    expectSeconds(duration?.meanSeconds, theirs.mean, 'mean case')
    expectSeconds(duration?.maxSeconds, theirs.max, 'longest case')
  })

  test.each(names)('%s: rework and people', async (name) => {
    const { reference, log } = await read(name)
    const repeats = rework(log)
    expect(repeats.casesWithRepeatedActivity).toBe(reference.rework.cases_with_repeated_activity)
    expect(repeats.casesWithSelfLoop).toBe(reference.rework.cases_with_self_loop)
    const listed = Object.entries(reference.rework.cases_repeating_activity)
    for (const [activity, cases] of listed) expect(repeats.casesRepeating).toContainEqual({ activity, cases })
    if (listed.length < longestListing) expect(repeats.casesRepeating.length).toBe(listed.length)

    const { people } = handover(log)
    const total = (edges: typeof people) => edges.reduce((sum, { count }) => sum + count, 0)
    expect(people.length).toBe(reference.handover.edges_incl_self)
    expect(total(people)).toBe(reference.handover.pairs_total)
    expect(total(people.filter(({ from, to }) => from !== to))).toBe(
      reference.handover.handovers_between_different_people,
    )
    for (const { from, to, n } of reference.handover.top) expect(people).toContainEqual({ from, to, count: n })

    for (const [activity, theirs] of Object.entries(reference.key_person.activity_hhi)) {
      const number = log.activities.indexOf(activity)
      const actors = log.actor.numbers.filter((actor, event) => actor >= 0 && log.activity[event] === number)
      const mine = concentrationOf(actors, log.actor.texts)
      expect([mine.n, mine.people.length], activity).toEqual([theirs.events, theirs.people])
      expect(mine.hhi).toBeCloseTo(theirs.hhi, 12)
      expect(mine.topShare).toBeCloseTo(theirs.top_share, 12)
    }
  })
})

test.skipIf(!has)(
  'the longest waits of two logs hold the share that was measured elsewhere, and a timer is suspected',
  async () => {
    const [helpdesk] = bottlenecks((await read('helpdesk')).log).edges
    expect([helpdesk?.from, helpdesk?.to]).toEqual(['Resolve ticket', 'Closed'])
    expect(helpdesk?.share).toBeCloseTo(0.716, 3)
    expect(helpdesk?.suspectedTimer?.share).toBeCloseTo(0.31, 2)
    expect((helpdesk?.suspectedTimer?.seconds ?? 0) / 86_400).toBeCloseTo(15, 0)
    const [declarations] = bottlenecks((await read('DomesticDeclarations.cleaned')).log).edges
    expect([declarations?.from, declarations?.to]).toEqual(['Request Payment', 'Payment Handled'])
    expect(declarations?.share).toBeCloseTo(0.308, 3)
  },
)

test('CSV and XES of one log read alike', { skip: !has }, async () => {
  const csv = await readLog(readFileSync(join(folder, 'running-example.csv')), { format: 'csv' })
  const xes = await readLog(readFileSync(join(folder, 'running-example.xes')), { format: 'xes' })
  expect(directlyFollows(csv)).toEqual(directlyFollows(xes))
  expect(caseTimes(csv).duration?.medianSeconds).toBe(815_940)
})
