import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainOfficeHours } from '../log/business-time.ts'
import { type EventRow, logOf } from '../log/event-log.ts'
import { medianDifference } from './bootstrap.ts'
import { compareGroups, comparePeriods } from './compare.ts'

/** Cases that begin at nine on a day and take so many hours each. */
const cases = (day: string, hours: number[], more: Partial<EventRow> = {}): EventRow[] =>
  hours.flatMap((length, number) => {
    const caseId = `${day} ${more.department ?? ''} ${number}`
    const at = Date.parse(`${day}T09:00:00+09:00`)
    return [
      { caseId, activity: '申請', at, touchSeconds: 60, ...more },
      { caseId, activity: '承認', at: at + length * 3_600_000, touchSeconds: length * 60, ...more },
    ]
  })

const october = { fromOn: '2026-10-01', untilOn: '2026-10-31', name: '10月' }
const november = { fromOn: '2026-11-01', untilOn: '2026-11-30', name: '11月' }

test('two months: 1 to 5 hours against 6 to 10 hours, p = 2/252 as tables give it for U = 0 of 5 and 5', () => {
  const log = logOf([...cases('2026-10-05', [1, 2, 3, 4, 5]), ...cases('2026-11-05', [6, 7, 8, 9, 10])])
  const found = comparePeriods(log, october, november)
  expect(found.first).toEqual({ name: '10月', n: 5, medianSeconds: 10_800, p90Seconds: 16_560 })
  expect(found.second).toMatchObject({ n: 5, medianSeconds: 28_800 })
  expect(found.difference?.seconds).toBe(18_000)
  expect(found.test).toMatchObject({ u: 0, method: 'exact' })
  expect(found.test?.p).toBeCloseTo(2 / 252, 12)
  expect(found.words).toBe('中央値は10月が3時間（5件）、11月が8時間（5件）。差は+5時間（p = 0.008）。')
  expect(comparePeriods(log, october, november)).toEqual(found)
  expect(comparePeriods(log, october, november, { measure: 'work' }).first.medianSeconds).toBe(240)
})

test('a difference that chance may make is not called one', () => {
  const log = logOf([...cases('2026-10-05', [1, 3, 5, 7, 9]), ...cases('2026-11-05', [2, 4, 6, 8, 10])])
  expect(comparePeriods(log, october, november, { language: 'en' }).words).toMatch(/may be chance \(p = 0\.\d+\)\.$/)
})

test('below five cases there are counts and no figures: 少件数', () => {
  const log = logOf([...cases('2026-10-05', [1, 2, 3, 4]), ...cases('2026-11-05', [6, 7, 8, 9, 10])])
  const found = comparePeriods(log, october, november)
  expect(found).toMatchObject({ refused: 'few-cases', first: { name: '10月', n: 4 } })
  expect([found.first.medianSeconds, found.test, found.difference]).toEqual([undefined, undefined, undefined])
  expect(found.words).toContain('少件数のため比べません（4件と5件')
})

test('a case counts in the period in which it ends, and open cases stay out where the ends are named', () => {
  const late = cases('2026-10-31', [24])
  const open = cases('2026-11-05', [1]).slice(0, 1)
  const log = logOf([...cases('2026-10-05', [1, 2, 3, 4, 5]), ...cases('2026-11-05', [5, 6, 7, 8]), ...late])
  expect([comparePeriods(log, october, november).first.n, comparePeriods(log, october, november).second.n]).toEqual([
    5, 5,
  ])
  const withOpen = logOf([...cases('2026-10-05', [1, 2, 3, 4, 5]), ...open])
  expect(comparePeriods(withOpen, october, november).second.n).toBe(1)
  expect(comparePeriods(withOpen, october, november, { endsWith: ['承認'] }).second.n).toBe(0)
  expect(() => comparePeriods(log, november, { fromOn: '2026-12-01', untilOn: '2026-11-01' })).toThrow('no period')
})

test('lead time in open hours: what is begun on Friday and ended on Monday took no weekend', () => {
  const log = logOf([...cases('2026-10-02', [72, 72, 72, 72, 72]), ...cases('2026-11-06', [1, 2, 3, 4, 5])])
  expect(comparePeriods(log, october, november, { calendar: plainOfficeHours }).first.medianSeconds).toBe(9 * 3600)
})

test('teams are compared only where each has five people or more; a single person never', () => {
  const team = (department: string, people: number) =>
    Array.from({ length: people }, (_, person) =>
      cases(`2026-10-0${person + 1}`, [person + 1, person + 2], { department, actor: `${department}${person}` }),
    ).flat()
  const group = (name: string, people?: number) => ({
    ...{ name, filter: { withDepartments: [name] } },
    ...(people === undefined ? {} : { people }),
  })
  const log = logOf([...team('営業', 5), ...team('経理', 4)])
  expect(compareGroups(log, group('営業'), group('経理'))).toMatchObject({
    ...{ refused: 'few-people', first: { name: '営業', n: 10 } },
    words: '5人に満たない集団では個人の数字が読み取れるため、比べません。',
  })
  expect(compareGroups(log, group('営業'), group('経理')).first.medianSeconds).toBeUndefined()
  expect(compareGroups(log, group('営業'), group('経理', 6)).refused).toBeUndefined()
  const one = { name: '佐藤', filter: { withActors: ['営業0'] }, people: 9 }
  expect(compareGroups(log, group('営業'), one).refused).toBe('few-people')
})

test('ways are compared whoever worked on them, and a case in both groups counts in neither', () => {
  const log = logOf([...cases('2026-10-05', [1, 2, 3, 4, 5, 6]), ...cases('2026-11-05', [1, 2, 3, 4, 5])])
  const found = compareGroups(log, { name: '短', filter: { mostSeconds: 18_000 } }, { name: '全', filter: {} })
  expect(found).toMatchObject({ first: { n: 0 }, second: { n: 1 }, refused: 'few-cases' })
})

test('without times nothing is compared', () => {
  const log = logOf([{ caseId: '1', activity: '申請' }])
  expect(comparePeriods(log, october, november)).toMatchObject({ refused: 'few-cases', first: { n: 0 } })
})

test('the interval holds the difference of the medians of samples that vary, and moves with them', () => {
  const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 40 })
  fc.assert(
    fc.property(values, values, fc.nat(), (one, other, seed) => {
      const [first, second] = [Float64Array.from(one).sort(), Float64Array.from(other).sort()]
      const interval = medianDifference(first, second, seed)
      expect(interval.lowSeconds).toBeLessThanOrEqual(interval.highSeconds)
      expect(interval.lowSeconds).toBeGreaterThanOrEqual((second[0] ?? 0) - (first.at(-1) ?? 0))
      expect(medianDifference(first, second, seed)).toEqual(interval)
      const later = medianDifference(
        first,
        second.map((value) => value + 10),
        seed,
      )
      expect(later.lowSeconds - interval.lowSeconds).toBeCloseTo(10, 9)
    }),
    { numRuns: 30 },
  )
})

test('for 101 values spread like a Cauchy the interval is about 2 × 1.96 × (π ÷ 2) ÷ √101 = 0.61 wide', () => {
  const values = Float64Array.from({ length: 101 }, (_, place) => Math.tan(Math.PI * ((place + 1) / 102 - 0.5)))
  const { lowSeconds, highSeconds } = medianDifference(Float64Array.of(0), values, 7)
  expect(highSeconds - lowSeconds).toBeGreaterThan(0.5)
  expect(highSeconds - lowSeconds).toBeLessThan(0.75)
})
