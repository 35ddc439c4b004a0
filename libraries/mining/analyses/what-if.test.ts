import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainOfficeHours } from '../log/business-time.ts'
import { type EventRow, logOf } from '../log/event-log.ts'
import { instantOf, tokyoDateOf } from '../log/instants.ts'
import { openClockOf } from './open-clock.ts'
import { simulate } from './simulate.ts'
import { whatIf } from './what-if.ts'

/** Every workday from September to November three cases come at nine; 佐藤 of 担当 works two hours on each, one after another. */
function officeLog(more: Partial<EventRow> = {}, hoursBetween = 0) {
  const rows: EventRow[] = []
  for (let at = instantOf('2026-09-01T09:00'); at < instantOf('2026-11-28'); at += 86_400_000) {
    if ([0, 6].includes(new Date(at + 32_400_000).getUTCDay())) continue
    for (const place of [0, 1, 2]) {
      const caseId = `${tokyoDateOf(at)} ${place}`
      const startedAt = at + (place * 2 + hoursBetween) * 3_600_000
      rows.push({ caseId, activity: '受付', at, actorKind: 'system', actor: 'システム' })
      rows.push({
        caseId,
        activity: '処理',
        at: startedAt,
        endedAt: startedAt + 7_200_000,
        actor: '佐藤',
        role: '担当',
        ...more,
      })
    }
  }
  return logOf(rows)
}

const hour = 3600

test('a second person brings the median from four hours (2, 4, 6) to two (2, 2, 4), and the words say so', () => {
  const found = whatIf(officeLog(), { change: { people: { 担当: 2 } } })
  expect(found).toMatchObject({ isAdvice: true, observedSeconds: 4 * hour, now: { medianSeconds: 4 * hour } })
  expect(found.changed).toEqual({ medianSeconds: 2 * hour, lowSeconds: 2 * hour, highSeconds: 2 * hour })
  expect(found.words).toMatch(/^所要時間の中央値は、いまの4時間から2時間になる見込みです（95％の試行が2時間〜2時間）。/)
})

test('half the work, no wait, or no step at all: each change is told', () => {
  const log = officeLog()
  expect(whatIf(log, { change: { workFactor: { 処理: 0.5 } } }).changed?.medianSeconds).toBe(2 * hour)
  expect(whatIf(log, { change: { without: ['処理'] } }).changed?.medianSeconds).toBe(0)
  const waiting = officeLog({}, 3)
  expect(whatIf(waiting, { change: {} }).now?.medianSeconds).toBe(7 * hour)
  expect(whatIf(waiting, { change: { waitFactor: { 処理: 0 } } }).changed?.medianSeconds).toBe(4 * hour)
})

test('the same seed gives the same answer', () => {
  const options = { change: { people: { 担当: 2 } }, seed: 5 }
  expect(whatIf(officeLog(), options)).toEqual(whatIf(officeLog(), options))
})

/** Three cases in five wait nowhere, two wait three hours twice: drawn one by one, most wait somewhere. */
test('no advice where the simulation does not reproduce what was observed, and the words say by how much', () => {
  const hourOf = (day: number, at: number) => instantOf('2026-10-01T09:00') + day * 86_400_000 + at * 3_600_000
  const rows = Array.from({ length: 40 }, (_, day): EventRow[] => {
    const wait = day % 5 < 3 ? 0 : 3
    const work = (activity: string, at: number) => ({
      ...{ caseId: `${day}`, activity, actor: '佐藤', at: hourOf(day, at), endedAt: hourOf(day, at + 1) },
    })
    return [work('確認', 0), work('照合', 1 + wait), work('承認', 2 + wait * 2)]
  }).flat()
  const everyDay = { ...plainOfficeHours, opensAtMinutes: 0, closesAtMinutes: 1440, workdays: [0, 1, 2, 3, 4, 5, 6] }
  const found = whatIf(logOf(rows), { change: {}, calendar: everyDay })
  expect(found).toMatchObject({ isAdvice: false, refused: 'not-calibrated' })
  expect(found.changed).toBeUndefined()
  expect(found.words).toContain('助言しません（中央値：実績3時間、試算6時間。')
})

test('no advice without times, with few cases, or without work times', () => {
  const change = { change: {} }
  expect(whatIf(logOf([{ caseId: '1', activity: '受付' }]), change).refused).toBe('no-times')
  expect(whatIf(logOf([{ caseId: '1', activity: '受付', at: '2026-11-20' }]), change)).toMatchObject({
    ...{ refused: 'few-cases', cases: 1 },
    words: '直近3か月に終わった案件が1件しかないため、試算しません（10件以上必要です）。',
  })
  expect(whatIf(officeLog({ endedAt: undefined }), change).refused).toBe('no-work-times')
})

test('what cannot be is refused aloud', () => {
  const log = officeLog()
  expect(() => whatIf(log, { change: {}, runs: 199 })).toThrow('runs: 200 to 2000')
  expect(() => whatIf(log, { change: { people: { 課長: 2 } } })).toThrow('no role 課長 in this log')
  expect(() => whatIf(log, { change: { people: { 担当: 0 } } })).toThrow('people of 担当')
  expect(() => whatIf(log, { change: {}, people: { 担当: 0 } })).toThrow('people of 担当')
  expect(() => whatIf(log, { change: {}, people: { 担当者: 2 } })).toThrow('no role 担当者 in this log')
  expect(() => whatIf(log, { change: {}, asOf: '先月' })).toThrow('先月')
  expect(() => whatIf(log, { change: { workFactor: { 処里: 0.5 } } })).toThrow('no activity 処里')
  expect(() => whatIf(log, { change: { waitFactor: { 処理: -1 } } })).toThrow('factor of 処理')
})

test('first come, first served, as a slow count minute by minute has it', () => {
  const one = fc.record({ at: fc.nat(40), steps: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }) })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 3 }), (cases, people) => {
      const sizes = cases.map(({ steps }) => steps.length)
      const starts = Int32Array.from([
        0,
        ...sizes.map((_, place) => sizes.slice(0, place + 1).reduce((a, b) => a + b, 0)),
      ])
      const work = Float64Array.from(cases.flatMap(({ steps }) => steps))
      const pool = new Int32Array(work.length)
      const arrivals = Float64Array.from(cases, ({ at }) => at)
      const ends = simulate({ arrivals, starts, pool, work, delay: new Float64Array(work.length) }, [people])
      expect([...ends]).toEqual(minuteByMinute(cases, people))
    }),
  )
})

function minuteByMinute(cases: readonly { at: number; steps: readonly number[] }[], people: number): number[] {
  const state = cases.map(({ at, steps }) => ({
    readyAt: at,
    left: [...steps],
    doneAt: -1,
    end: steps.length === 0 ? at : -1,
  }))
  for (let now = 0; state.some(({ end }) => end < 0); now++) {
    for (const one of state) {
      if (one.doneAt !== now) continue
      one.doneAt = -1
      one.readyAt = now
      if (one.left.length === 0) one.end = now
    }
    const waiting = state.filter((one) => one.left.length > 0 && one.doneAt < 0 && one.readyAt <= now)
    const free = people - state.filter(({ doneAt }) => doneAt > now).length
    for (const one of waiting.sort((a, b) => a.readyAt - b.readyAt).slice(0, free))
      one.doneAt = now + (one.left.shift() ?? 0)
  }
  return state.map(({ end }) => end)
}

test('the open clock goes from Friday 17:30 to Monday 9:30 in an hour, and back', () => {
  const clock = openClockOf(plainOfficeHours, instantOf('2026-11-16'), instantOf('2026-11-30'))
  const friday = clock.openAt(instantOf('2026-11-20T17:30'))
  expect(clock.instantAt(friday + 3_600_000)).toBe(instantOf('2026-11-23T09:30'))
  expect(clock.openAt(instantOf('2026-11-23T09:30')) - friday).toBe(3_600_000)
})
