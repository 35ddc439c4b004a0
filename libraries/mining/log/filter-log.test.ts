import { expect, test } from 'vitest'
import { type EventRow, logOf } from './event-log.ts'
import { filterLog, type LogFilter } from './filter-log.ts'

const hour = 3_600_000
const log = logOf(
  ['申請 承認 支払', '申請 差戻し 申請 承認', '申請 承認 支払', '相談'].flatMap((way, number) =>
    way.split(' ').map((activity, step): EventRow => {
      const at = (number * 24 + step) * hour
      return {
        caseId: `${number + 1}`,
        activity,
        at,
        actor: step === 0 ? '佐藤' : '鈴木',
        role: step > 1 ? '課長' : '担当',
      }
    }),
  ),
)

test.each<[string, LogFilter, string[]]>([
  ['time, by the first event', { fromAt: 24 * hour, untilAt: 72 * hour }, ['2', '3']],
  ['time, by the last event', { endedFromAt: 2 * hour, endedUntilAt: 27 * hour }, ['1']],
  ['activities', { withActivities: ['差戻し', '相談'] }, ['2', '4']],
  ['activities that must not occur', { withoutActivities: ['差戻し'] }, ['1', '3', '4']],
  ['endpoints', { startsWith: ['申請'], endsWith: ['支払'] }, ['1', '3']],
  ['roles and people', { withRoles: ['課長'], withActors: ['佐藤'] }, ['1', '2', '3']],
  ['what follows at once', { follows: { from: '申請', to: '承認', atOnce: true } }, ['1', '2', '3']],
  ['what follows at once, not later', { follows: { from: '差戻し', to: '承認', atOnce: true } }, []],
  ['what follows later', { follows: { from: '差戻し', to: '承認' } }, ['2']],
  ['what does not follow itself', { follows: { from: '承認', to: '承認' } }, []],
  ['performance', { leastSeconds: 7200, mostSeconds: 7200 }, ['1', '3']],
  ['the most frequent ways', { frequentShare: 0.5 }, ['1', '3']],
  ['everything', {}, ['1', '2', '3', '4']],
])('keeps whole cases by %s', (_, filter, cases) => {
  const kept = filterLog(log, filter)
  expect(kept.caseIds).toEqual(cases)
  expect(kept.eventCount).toBe(cases.reduce((sum, id) => sum + ([3, 4, 3, 1][Number(id) - 1] ?? 0), 0))
})

test('what the file could not tell stays known after filtering, and a share is met by the cases that make it up exactly', () => {
  const broken = logOf([
    { caseId: '1', activity: 'a', at: 'いつか' },
    { caseId: '2', activity: 'b', at: 0 },
  ])
  expect(filterLog(broken, { withActivities: ['b'] }).faults).toEqual(broken.faults)
  const ways = [...Array.from({ length: 55 }, () => 'a'), ...Array.from({ length: 45 }, (_, way) => `b${way}`)]
  const many = logOf(ways.map((activity, caseId) => ({ caseId: `${caseId}`, activity, at: 0 })))
  expect(filterLog(many, { frequentShare: 0.55 }).caseCount).toBe(55)
})

test('cases without times are outside every time, and inside every other filter', () => {
  const plain = logOf([{ caseId: '1', activity: '申請' }])
  expect(filterLog(plain, { fromAt: 0 }).caseCount).toBe(0)
  expect(filterLog(plain, { mostSeconds: 1 }).caseCount).toBe(0)
  expect(filterLog(plain, { startsWith: ['申請'] }).caseCount).toBe(1)
})
