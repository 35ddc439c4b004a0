import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTimeOf, plainOfficeHours } from '../log/business-time.ts'
import { type EventRow, logOf } from '../log/event-log.ts'
import { instantOf } from '../log/instants.ts'
import { bottlenecks } from './bottlenecks.ts'

const hour = 3600
const open = (from: string, until: string, closedOn: string[] = []) =>
  openTimeOf({ ...plainOfficeHours, closedOn })(instantOf(from), instantOf(until)) / 1000 / hour

test('open hours are counted day by day, without nights, weekends and holidays', () => {
  expect(open('2026-11-20T10:00', '2026-11-20T12:30')).toBe(2.5)
  expect(open('2026-11-20T17:00', '2026-11-24T10:00')).toBe(1 + 9 + 1)
  expect(open('2026-11-20T17:00', '2026-11-24T10:00', ['2026-11-23'])).toBe(2)
  expect(open('2026-11-21T09:00', '2026-11-22T18:00')).toBe(0)
})

test.each([
  [{ opensAtMinutes: 1080, closesAtMinutes: 540 }, 'no office hours'],
  [{ closesAtMinutes: 1500 }, 'no office hours'],
  [{ workdays: [1, 2, 3, 4, 5, 7] }, 'no day of the week: 7'],
  [{ closedOn: ['元日'] }, '元日'],
])('a calendar that is none is refused: %j', (part, words) => {
  expect(() => openTimeOf({ ...plainOfficeHours, ...part })).toThrow(words)
})

test('a wait over night is split into open hours and time outside them', () => {
  const log = logOf([
    { caseId: '1', activity: '申請', at: '2026-11-19T17:00' },
    { caseId: '1', activity: '承認', at: '2026-11-20T10:00' },
  ])
  expect(bottlenecks(log).edges[0]).toMatchObject({
    waitSeconds: 17 * hour,
    causes: { timer: 0, outsideHours: 15 * hour, batch: 0, contention: 0, other: 2 * hour },
  })
  expect(bottlenecks(log).missing).toEqual(['end-times'])
})

test('cases that wait for the last of their batch wait for the batch', () => {
  const rows = ['10:00', '13:00'].flatMap((ready, place): EventRow[] => [
    { caseId: `${place}`, activity: '起票', at: `2026-11-20T${ready}`, actor: '佐藤' },
    { caseId: `${place}`, activity: '支払', at: `2026-11-20T15:0${place * 5}`, actor: '鈴木' },
  ])
  const [edge] = bottlenecks(logOf(rows)).edges
  expect(edge?.causes).toEqual({
    timer: 0,
    outsideHours: 0,
    batch: 3 * hour,
    contention: 0,
    other: (2 + 2) * hour + 300,
  })
})

test('while the next person is at work on something else, the wait is contention', () => {
  const log = logOf([
    { caseId: '1', activity: '起票', at: '2026-11-20T09:00', endedAt: '2026-11-20T10:00', actor: '佐藤' },
    { caseId: '1', activity: '支払', at: '2026-11-20T14:00', endedAt: '2026-11-20T14:10', actor: '鈴木' },
    { caseId: '2', activity: '照合', at: '2026-11-20T11:00', endedAt: '2026-11-20T13:00', actor: '鈴木' },
  ])
  expect(bottlenecks(log).causes).toMatchObject({ contention: 2 * hour, other: 2 * hour })
})

test('a timer is no bottleneck: recorded ones at once, suspected ones when a person confirms them', () => {
  const closing = (cause: EventRow['cause'], count: number) =>
    Array.from({ length: count }, (_, place): EventRow[] => [
      { caseId: `${place}`, activity: '解決', at: 0 },
      { caseId: `${place}`, activity: '終了', at: place % 2 === 0 ? 1_296_000_000 : 7_200_000 * (place + 1), cause },
    ]).flat()
  const recorded = bottlenecks(logOf(closing('timer', 10)))
  expect(recorded.edges[0]).toMatchObject({ share: 0, causes: { other: 0, outsideHours: 0 } })
  const log = logOf(closing(undefined, 200))
  const [suspected] = bottlenecks(log).edges
  expect(suspected?.suspectedTimer?.seconds).toBe(1_296_000)
  expect(suspected?.causes.timer).toBe(0)
  const confirmed = bottlenecks(log, { confirmedTimers: [{ from: '解決', to: '終了' }] })
  expect(confirmed.edges[0]?.suspectedTimer).toBeUndefined()
  expect(confirmed.causes.timer).toBeGreaterThanOrEqual(100 * 1_296_000)
})

test('a timer is looked for among the gaps of an hour or longer, however many cases go on at once', () => {
  const gaps = (alike: number) =>
    Array.from({ length: 150 }, (_, place): EventRow[] => [
      { caseId: `${place}`, activity: '解決', at: 0 },
      {
        caseId: `${place}`,
        activity: '終了',
        at: place < 100 ? 60_000 : place < 100 + alike ? 1_296_000_000 : 7_200_000 * 1.05 ** (place - 100),
      },
    ]).flat()
  expect(bottlenecks(logOf(gaps(20))).edges[0]?.suspectedTimer).toEqual({ seconds: 1_296_000, share: 0.4 })
  expect(bottlenecks(logOf(gaps(9))).edges[0]?.suspectedTimer).toBeUndefined()
})

test('the causes always sum to the waiting, and none is negative', () => {
  const row = fc.record({
    caseId: fc.integer({ min: 1, max: 6 }).map(String),
    activity: fc.constantFrom('申請', '承認', '支払'),
    actor: fc.constantFrom('佐藤', '鈴木'),
    at: fc.integer({ min: 0, max: 20_000 }).map((minutes) => minutes * 60_000),
  })
  const rows = fc
    .array(row, { minLength: 2, maxLength: 60 })
    .chain((all) =>
      fc
        .array(fc.integer({ min: 0, max: 300 }), { minLength: all.length, maxLength: all.length })
        .map((lengths) => all.map((one, place) => ({ ...one, endedAt: one.at + (lengths[place] ?? 0) * 60_000 }))),
    )
  fc.assert(
    fc.property(rows, (all) => {
      for (const { causes, waitSeconds } of bottlenecks(logOf(all)).edges) {
        const parts = Object.values(causes)
        expect(parts.reduce((sum, seconds) => sum + seconds, 0)).toBeCloseTo(waitSeconds, 3)
        for (const seconds of parts) expect(seconds).toBeGreaterThanOrEqual(-1e-6)
      }
    }),
  )
})
