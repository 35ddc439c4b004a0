import { expect, test } from 'vitest'
import { directlyFollows } from '../analyses/directly-follows.ts'
import { logOf } from './event-log.ts'
import { instantOf, monthsBefore, tokyoDateOf } from './instants.ts'

const way = (log: ReturnType<typeof logOf>) => Array.from(log.activity, (number) => log.activities[number]).join(' → ')

test('events of a case stand in the order of their times, equal times in the order they came', () => {
  const log = logOf([
    { caseId: 'A-1', activity: '承認', at: '2026-11-02T10:00' },
    { caseId: 'A-1', activity: '申請', at: '2026-11-01T09:00' },
    { caseId: 'A-1', activity: '通知', at: '2026-11-02T10:00' },
  ])
  expect(way(log)).toBe('申請 → 承認 → 通知')
})

test('an event without a time stays behind the event before it, and is reported', () => {
  const log = logOf([
    { caseId: 'A-1', activity: '支払', at: '2026-11-03' },
    { caseId: 'A-1', activity: '申請', at: '2026-11-01' },
    { caseId: 'A-1', activity: '添付' },
    { caseId: 'A-1', activity: '承認', at: '2026-11-02' },
  ])
  expect(way(log)).toBe('申請 → 添付 → 承認 → 支払')
  expect(log.faults).toEqual([{ fault: 'no-time', count: 1, first: [{ place: 3, text: 'A-1 添付' }] }])
})

test('a log without any time still tells what needs none', () => {
  const log = logOf([
    { caseId: '1', activity: 'a' },
    { caseId: '1', activity: 'b' },
  ])
  expect(log.hasTimes).toBe(false)
  expect(directlyFollows(log).edges).toEqual([{ from: 'a', to: 'b', count: 1, cases: 1 }])
})

test('rows that cannot be used are left out and named', () => {
  const log = logOf([
    { caseId: '', activity: 'a', at: '2026-11-01' },
    { caseId: '1', activity: '', at: '2026-11-01' },
    { caseId: '1', activity: 'b', at: '2026-02-30' },
    { caseId: '1', activity: 'c', at: '2026-11-02', endedAt: '2026-11-01' },
  ])
  expect(log.eventCount).toBe(2)
  expect(log.faults.map(({ fault, count }) => [fault, count])).toEqual([
    ['no-case', 1],
    ['no-activity', 1],
    ['unreadable-time', 1],
    ['ends-before-start', 1],
  ])
})

test('the time between steps respects the offset of each stamp, across the end of summer time', () => {
  const log = logOf([
    { caseId: '1', activity: 'a', at: '2026-10-25T01:30:00+02:00' },
    { caseId: '1', activity: 'b', at: '2026-10-25T03:30:00+01:00' },
  ])
  expect(directlyFollows(log).edges[0]?.medianSeconds).toBe(10_800)
})

test.each([
  ['2026-11-20T09:00:00+09:00', 1_795_132_800_000],
  ['2026-11-20T05:30:00.250+05:30', 1_795_132_800_250],
  ['2026-11-19T19:00:00.250-05:00', 1_795_132_800_250],
  ['2026-11-20T00:00:00Z', 1_795_132_800_000],
  ['2026-11-20 09:00', 1_795_132_800_000],
  ['2026/11/20 9:00', 1_795_132_800_000],
  ['20.11.2026 09:00', 1_795_132_800_000],
  ['2026年11月20日 9:00', 1_795_132_800_000],
  ['令和8年11月20日 9:00', 1_795_132_800_000],
  ['R8.11.20 9:00', 1_795_132_800_000],
  ['2026-11-20', 1_795_100_400_000],
  ['2026-11-20T00:00:00.123456Z', 1_795_132_800_123.456],
  ['令和元年5月1日', 1_556_636_400_000],
  ['2026年11月20日9時00分', 1_795_132_800_000],
  ['令和8年11月20日（金）9:00', 1_795_132_800_000],
  ['2026/11/20(金) 午前9時', 1_795_132_800_000],
  ['2026年11月20日金曜日', 1_795_100_400_000],
  ['2026.11.20 9:00', 1_795_132_800_000],
  ['2026/11/20 9:00 AM', 1_795_132_800_000],
  ['2026/11/20 12:00 am', 1_795_100_400_000],
  ['2026-11-20 00:00:00+00', 1_795_132_800_000],
  ['20261120', 1_795_100_400_000],
  ['202611200900', 1_795_132_800_000],
  ['20261120T000000Z', 1_795_132_800_000],
  ['2026-11-19T24:00', 1_795_100_400_000],
  ['0001-01-01T00:00:00Z', -62_135_596_800_000],
])('%s is read, without an offset as Japan time', (stamp, instant) => {
  expect(instantOf(stamp)).toBe(instant)
})

test.each([
  '2026-02-30T00:00:00.000+09:00',
  '2026-11-2xT00:00:00.000+09:00',
  '2026-02-30',
  '2026-13-01',
  '2026-00-15',
  '2026-11-00',
  '2025-02-29',
  '2026-11-20 24:01',
  '2026-11-20 午後13:00',
  '2026-11-20+09',
  '令和0年1月1日',
  '20261320',
  '1795132800',
  '昨日',
  '',
])('%s is no stamp', (stamp) => {
  expect(instantOf(stamp)).toBeNaN()
})

test('a number that no date of four digits can tell is reported, and so is work time that is no time', () => {
  const log = logOf([
    { caseId: '1', activity: 'a', at: 1_795_132_800_000_000, touchSeconds: -1 },
    { caseId: '1', activity: 'b', at: Number.POSITIVE_INFINITY, touchSeconds: Number.NaN },
    { caseId: '1', activity: 'c', at: 1_795_132_800_000, touchSeconds: 0 },
  ])
  expect([log.hasTimes, ...log.touchSeconds]).toEqual([true, Number.NaN, Number.NaN, 0])
  expect(log.faults.map(({ fault, count }) => [fault, count])).toEqual([
    ['unreadable-time', 2],
    ['unreadable-value', 2],
  ])
})

test('six months before 31 August is the last of February', () => {
  expect(tokyoDateOf(monthsBefore(instantOf('2026-08-31T23:30'), 6))).toBe('2026-02-28')
})
