import { expect, test } from 'vitest'
import { logOf } from '../log/event-log.ts'
import { caseTimes } from './case-times.ts'
import { directlyFollows } from './directly-follows.ts'
import { handover } from './handover.ts'
import { percentile } from './percentiles.ts'
import { rework } from './rework.ts'

test('without end times only lead and between-step time are given, and the log says what is missing', () => {
  const times = caseTimes(
    logOf([
      { caseId: '1', activity: '申請', at: '2026-11-20T09:00' },
      { caseId: '1', activity: '承認', at: '2026-11-20T11:00' },
    ]),
  )
  expect(times.duration?.medianSeconds).toBe(7200)
  expect(times.betweenSteps?.n).toBe(1)
  expect(times.processing).toBeUndefined()
  expect(times.missing).toEqual(['end-times'])
})

test('with end times work and waiting are told apart: 1 h work, 2 h waiting, 1 h work', () => {
  const times = caseTimes(
    logOf([
      { caseId: '1', activity: '申請', at: '2026-11-20T09:00', endedAt: '2026-11-20T10:00' },
      { caseId: '1', activity: '承認', at: '2026-11-20T12:00', endedAt: '2026-11-20T13:00' },
    ]),
  )
  expect(times.duration?.medianSeconds).toBe(14_400)
  expect(times.processing?.medianSeconds).toBe(7200)
  expect(times.waiting?.medianSeconds).toBe(7200)
  expect(times.flowEfficiency).toBe(0.5)
  expect(times.missing).toEqual([])
})

test('starts and completions of one activity are paired first in, first out', () => {
  const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00`
  const times = caseTimes(
    logOf([
      { caseId: '1', activity: '確認', lifecycle: 'start', at: at(9) },
      { caseId: '1', activity: '確認', lifecycle: 'start', at: at(10) },
      { caseId: '1', activity: '確認', lifecycle: 'COMPLETE', at: at(12) },
      { caseId: '1', activity: '確認', lifecycle: 'complete', at: at(14) },
    ]),
  )
  expect(times.processing?.medianSeconds).toBe((3 + 4) * 3600)
})

test('percentiles lie on the line between the closest ranks', () => {
  expect(percentile(Float64Array.of(10, 20, 30, 40), 0.9)).toBe(37)
  expect(percentile(Float64Array.of(10, 20, 30, 40), 0.5)).toBe(25)
  expect(percentile(Float64Array.of(), 0.5)).toBeNaN()
})

test('a return and a self-loop are told apart, with what they cost', () => {
  const steps = (caseId: string, names: string[]) =>
    names.map((activity, hour) => ({ caseId, activity, at: hour * 3_600_000, touchSeconds: 60 }))
  const found = rework(
    logOf([
      ...steps('1', ['申請', '承認']),
      ...steps('2', ['申請', '差戻し', '申請', '承認']),
      ...steps('3', ['申請', '申請', '承認']),
    ]),
  )
  expect(found).toEqual({
    casesWithRepeatedActivity: 2,
    casesWithSelfLoop: 1,
    casesWithReturnLoop: 1,
    casesRepeating: [{ activity: '申請', cases: 2 }],
    cost: { extraLeadSeconds: 5400, extraTouchSeconds: 90 },
  })
})

test('work time of a repeat is read from starts and ends too, and the lead of a case ends with its last end', () => {
  const steps = (caseId: string, names: string[]) =>
    names.map((activity, hour) => ({ caseId, activity, at: hour * 3_600_000, endedAt: hour * 3_600_000 + 600_000 }))
  expect(rework(logOf([...steps('1', ['申請']), ...steps('2', ['申請', '申請'])])).cost).toEqual({
    extraLeadSeconds: 3600,
    extraTouchSeconds: 600,
  })
})

test('an arrow tells its business time beside its wall time where a calendar is given: Friday 17:00 to Monday 10:00', () => {
  const log = logOf([
    { caseId: '1', activity: '申請', at: '2026-11-20T17:00' },
    { caseId: '1', activity: '承認', at: '2026-11-23T10:00' },
  ])
  const calendar = { opensAtMinutes: 540, closesAtMinutes: 1080, workdays: [1, 2, 3, 4, 5], closedOn: [] }
  expect(directlyFollows(log).edges[0]?.business).toBeUndefined()
  expect(directlyFollows(log, { calendar }).edges[0]).toMatchObject({
    medianSeconds: 65 * 3600,
    business: { meanSeconds: 7200, medianSeconds: 7200, p90Seconds: 7200, maxSeconds: 7200 },
  })
  const closed = directlyFollows(log, { calendar: { ...calendar, closedOn: ['2026-11-23'] } })
  expect(closed.edges[0]?.business?.medianSeconds).toBe(3600)
})

test('handover by person and role; A → B → A is a ping-pong however long each keeps it, unless an unknown stands between', () => {
  const event = (actor: string | undefined, role: string) => ({ caseId: '1', activity: 'a', actor, role })
  const passed = handover(
    logOf([event('佐藤', '担当'), event('鈴木', '課長'), event('鈴木', '課長'), event('佐藤', '担当')]),
  )
  expect(passed).toEqual({
    people: [
      { from: '佐藤', to: '鈴木', count: 1 },
      { from: '鈴木', to: '佐藤', count: 1 },
      { from: '鈴木', to: '鈴木', count: 1 },
    ],
    roles: [
      { from: '担当', to: '課長', count: 1 },
      { from: '課長', to: '担当', count: 1 },
      { from: '課長', to: '課長', count: 1 },
    ],
    ...{ pingPongCount: 1, rolePingPongCount: 1, eventsWithoutPerson: 0 },
  })
  const broken = handover(logOf([event('佐藤', '担当'), event(undefined, '課長'), event('佐藤', '担当')]))
  expect(broken).toMatchObject({ people: [], pingPongCount: 0, rolePingPongCount: 1, eventsWithoutPerson: 1 })
})
