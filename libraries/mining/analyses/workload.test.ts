import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EventRow, logOf } from '../log/event-log.ts'
import { workload } from './workload.ts'

const spanning = (caseId: string, from: string, until: string, more: Partial<EventRow> = {}): EventRow[] => [
  { caseId, activity: '受付', at: from, ...more },
  { caseId, activity: '完了', at: until, ...more },
]

test('arrivals, completions and work in progress at the end of each day', () => {
  const log = logOf([
    ...spanning('1', '2026-11-18T09:00', '2026-11-19T17:00'),
    ...spanning('2', '2026-11-18T10:00', '2026-11-18T11:00'),
    ...spanning('3', '2026-11-20T09:00', '2026-11-21T09:00'),
  ])
  expect(workload(log).days).toEqual([
    { on: '2026-11-18', isWorkday: true, arrivals: 2, completions: 1, events: 3, wip: 1 },
    { on: '2026-11-19', isWorkday: true, arrivals: 0, completions: 1, events: 1, wip: 0 },
    { on: '2026-11-20', isWorkday: true, arrivals: 1, completions: 0, events: 1, wip: 1 },
    { on: '2026-11-21', isWorkday: false, arrivals: 0, completions: 1, events: 1, wip: 0 },
  ])
  expect(workload(log).perWorkday).toEqual({ arrivals: 1, completions: 1, events: 2 })
})

test("Little's law: two cases of one day each in two days are one in work on average", () => {
  const log = logOf([
    ...spanning('1', '2026-11-18T00:00', '2026-11-19T00:00'),
    ...spanning('2', '2026-11-18T12:00', '2026-11-19T12:00'),
  ])
  expect(workload(log).littlesLaw).toEqual({ meanWip: 1, arrivalsPerDay: 1, meanDays: 1, isClosed: true })
})

test('cases of the time before 1970 have a window of their own time', () => {
  const found = workload(logOf([{ caseId: '1', activity: 'a', at: '1965-04-01T09:00', endedAt: '1965-04-02T09:00' }]))
  expect(found.days.map(({ on, wip }) => [on, wip])).toEqual([
    ['1965-04-01', 1],
    ['1965-04-02', 0],
  ])
  expect(() => workload(logOf([{ caseId: '1', activity: 'a', at: 0 }]), { absenceShare: 1.2 })).toThrow('1.2')
})

test('a case that has not come to its end stays in work, and the window is not closed', () => {
  const found = workload(logOf(spanning('1', '2026-11-18T09:00', '2026-11-19T17:00')), { endsWith: ['支払'] })
  expect(found.days.map(({ wip }) => wip)).toEqual([1, 1])
  expect(found.littlesLaw?.isClosed).toBe(false)
})

test('a window counts what was in work before it', () => {
  const log = logOf(spanning('1', '2026-11-16T09:00', '2026-11-19T17:00'))
  const found = workload(log, { fromOn: '2026-11-18', untilOn: '2026-11-19' })
  expect(found.days.map(({ arrivals, wip }) => [arrivals, wip])).toEqual([
    [0, 1],
    [0, 0],
  ])
  expect(() => workload(log, { fromOn: '2026-11-20', untilOn: '2026-11-19' })).toThrow('no period')
})

test('月末: twice the events on the last five workdays of October 2026 (26 to 30)', () => {
  const rows = Array.from({ length: 31 }, (_, day): EventRow[] => {
    const on = `2026-10-${String(day + 1).padStart(2, '0')}`
    return Array.from({ length: day >= 25 ? 4 : 2 }, (_, number) => ({
      caseId: `${day} ${number}`,
      activity: '起票',
      at: on,
    }))
  }).flat()
  expect(workload(logOf(rows)).monthEnd).toEqual({ eventsPerWorkday: 4, otherEventsPerWorkday: 2, ratio: 2 })
})

test('load per role: five people, 9 hours a day, 12 % away, 85 % planned: 33.66 hours a day; under five nothing is shown', () => {
  const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(
    (actor, number): EventRow => ({
      caseId: actor,
      activity: '起票',
      actor,
      role: number < 5 ? '担当' : '課長',
      at: `2026-11-${number < 4 ? 19 : 20}T10:00`,
      touchSeconds: 4.4 * 3600,
    }),
  )
  const { roles } = workload(logOf(rows))
  expect(roles[0]).toMatchObject({
    role: '担当',
    people: 5,
    knownShare: 1,
    isHidden: false,
    peakDay: { on: '2026-11-19' },
  })
  expect(roles[0]?.hours).toBeCloseTo(22, 9)
  expect(roles[0]?.capacityHours).toBeCloseTo(67.32, 9)
  expect(roles[0]?.load).toBeCloseTo(22 / 67.32, 9)
  expect(roles[0]?.peakDay?.load).toBeCloseTo(17.6 / 33.66, 9)
  expect(roles[1]).toEqual({ role: '課長', knownShare: 1, isHidden: true })
})

test('without times, roles or work times it gives what it can and says what is missing', () => {
  expect(workload(logOf([{ caseId: '1', activity: '受付' }]))).toEqual({
    ...{ days: [], roles: [], casesWithoutTimes: 1, missing: ['times', 'roles'] },
  })
  expect(workload(logOf(spanning('1', '2026-11-18', '2026-11-19'))).missing).toEqual(['roles', 'work-times'])
})

test("Little's law holds on every window, and means lead time on closed ones; days add up", () => {
  const hour = 3_600_000
  const span = fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 400 }))
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 30 }), fc.nat(60), fc.nat(30), (spans, skip, length) => {
      const log = logOf(
        spans.flatMap(([from, lead], id) => [
          { caseId: `${id}`, activity: 'a', at: from * hour },
          { caseId: `${id}`, activity: 'b', at: (from + lead) * hour },
        ]),
      )
      const on = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
      for (const options of [{}, { fromOn: on(skip), untilOn: on(skip + length) }]) {
        const { littlesLaw, days } = workload(log, options)
        const { meanWip = 0, arrivalsPerDay = 0, meanDays = 0, isClosed } = littlesLaw ?? {}
        expect(meanWip).toBeCloseTo(arrivalsPerDay * meanDays, 9)
        if ('fromOn' in options) continue
        expect(isClosed).toBe(true)
        expect(meanDays).toBeCloseTo(spans.reduce((sum, [, lead]) => sum + lead, 0) / spans.length / 24, 9)
        expect(days.reduce((sum, { arrivals }) => sum + arrivals, 0)).toBe(spans.length)
        expect(days.at(-1)?.wip).toBe(0)
      }
    }),
  )
})
