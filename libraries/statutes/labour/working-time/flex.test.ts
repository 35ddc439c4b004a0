import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../calendar/days.ts'
import { classifyWork } from './classify-work.ts'
import type { ClassifyWorkInput, WorkDay, WorkRule } from './work-rule.ts'

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** So many minutes of work spread evenly over the days from the first of a month, from 6:00. */
function spread(from: string, many: number, minutes: number): WorkDay[] {
  return Array.from({ length: many }, (_, index) => {
    const own = Math.floor((minutes * (index + 1)) / many) - Math.floor((minutes * index) / many)
    const punches = [{ in: '06:00', out: clock(360 + own) }]
    return { date: addDays(from, index), kind: 'workday', punches }
  })
}

const flex = (more: Partial<Extract<WorkRule, { kind: 'flex' }>> = {}): WorkRule => ({ kind: 'flex', ...more })
const month = (from: string, to: string, minutes: number, rule = flex()) =>
  classifyWork({ rule, period: { from, to }, days: spread(from, 22, minutes) })

describe('フレックスタイム制', () => {
  test.each([
    ['2026-08-01', '2026-08-31', 177.14],
    ['2026-09-01', '2026-09-30', 171.43],
    ['2028-02-01', '2028-02-29', 165.71],
    ['2027-02-01', '2027-02-28', 160.0],
  ])('the frame of %s to %s is %d hours', (from, to, hours) => {
    const { frameMinutes = 0 } = classifyWork({ rule: flex(), period: { from, to }, days: [] }, { preview: true })
    expect(Math.abs(frameMinutes / 60 - hours)).toBeLessThan(1 / 60)
    expect(frameMinutes % 1).toBe(0)
  })

  test('August 2026, 183 hours worked: 5.86 hours over the frame, whatever the days were', () => {
    const { totals } = month('2026-08-01', '2026-08-31', 183 * 60)
    expect(totals.overtimeMinutes).toBe(352)
    expect(totals.scheduledMinutes).toBe(10_628)
  })

  test('July 2026 with full two-day weekends: 23 days make a frame of 184 hours, and no overtime in it', () => {
    const july = (rule: WorkRule) => month('2026-07-01', '2026-07-31', 184 * 60, rule)
    expect(july(flex({ scheduledDays: 23 }))).toMatchObject({ frameMinutes: 11_040, totals: { overtimeMinutes: 0 } })
    expect(july(flex()).totals.overtimeMinutes).toBe(11_040 - 10_628)
  })

  test('what lies between the agreed hours and the frame is within the legal hours', () => {
    const { totals } = month('2026-08-01', '2026-08-31', 180 * 60, flex({ agreedMinutes: 160 * 60 }))
    expect(totals).toMatchObject({ scheduledMinutes: 9600, withinLegalMinutes: 1028, overtimeMinutes: 172 })
  })

  const quarter = { from: '2026-04-01', to: '2026-06-30' }
  const threeMonths = [
    ...spread('2026-04-01', 25, 225 * 60),
    ...spread('2026-05-01', 22, 170 * 60),
    ...spread('2026-06-01', 22, 150 * 60),
  ]

  test('three months of 225, 170 and 150 hours: April over 50 hours a week, the rest over 520 hours in June', () => {
    const { days, frameMinutes } = classifyWork({ rule: flex(), period: quarter, days: threeMonths })
    const overtime = (of: string) =>
      days.filter(({ date }) => date.startsWith(of)).reduce((sum, day) => sum + day.overtimeMinutes, 0)
    expect(frameMinutes).toBe(520 * 60)
    expect(overtime('2026-04')).toBe(225 * 60 - 12_857)
    expect(overtime('2026-05')).toBe(0)
    expect(overtime('2026-06')).toBe(545 * 60 - 520 * 60 - 643)
  })

  test('over one month a small service business has 40 hours, not 44', () => {
    const rule = flex({ isSmallServiceBusiness: true })
    expect(classifyWork({ rule, period: quarter, days: [] }).frameMinutes).toBe(520 * 60)
    expect(month('2026-08-01', '2026-08-31', 9600, rule).frameMinutes).toBe(11_691)
  })

  test('a legal rest day stays holiday work and night stays night', () => {
    const days: WorkDay[] = [{ date: '2026-08-02', kind: 'legal-rest-day', punches: [{ in: '20:00', out: '23:00' }] }]
    const { totals } = classifyWork({ rule: flex(), period: { from: '2026-08-01', to: '2026-08-31' }, days })
    expect(totals).toMatchObject({ legalHolidayMinutes: 180, nightLegalHolidayMinutes: 60, scheduledMinutes: 0 })
  })
})

const shift = fc
  .record({
    kind: fc.constantFrom(
      'workday' as const,
      'workday' as const,
      'legal-rest-day' as const,
      'company-rest-day' as const,
    ),
    planned: fc.integer({ min: 0, max: 720 }),
    start: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 0, max: 1260 }),
    pause: fc.integer({ min: 0, max: 120 }),
  })
  .map((drawn) => ({ ...drawn, pause: Math.min(drawn.pause, drawn.length) }))

const anyRule = fc.constantFrom<WorkRule>(
  { kind: 'fixed' },
  { kind: 'fixed', dailyMinutes: 450, weekStartsOn: 'wed', isSmallServiceBusiness: true },
  { kind: 'monthly-variable', weekStartsOn: 'mon' },
  { kind: 'flex', agreedMinutes: 9000 },
  { kind: 'exempt' },
)

describe('whatever was worked', () => {
  const anyMonth = fc.record({ rule: anyRule, shifts: fc.array(shift, { minLength: 1, maxLength: 30 }) })
  const inputOf = ({
    rule,
    shifts,
  }: {
    rule: WorkRule
    shifts: readonly (typeof shift extends fc.Arbitrary<infer S> ? S : never)[]
  }): ClassifyWorkInput => {
    let busyUntil = 0
    const days = shifts.map(({ kind, planned, start, length, pause }, index): WorkDay => {
      const begins = Math.max(start, busyUntil)
      const works = begins < 1440 && length > 0
      busyUntil = works ? begins + length - 1440 : 0
      return {
        date: addDays('2026-04-01', index),
        kind,
        ...(kind === 'workday' ? { plannedMinutes: planned } : {}),
        punches: works ? [{ in: clock(begins), out: clock(begins + length) }] : [],
        ...(works ? { breakMinutes: pause } : {}),
      }
    })
    const dayAfter: WorkDay = {
      date: addDays('2026-04-01', shifts.length),
      kind: 'workday',
      plannedMinutes: 0,
      punches: [],
    }
    return { rule, period: { from: '2026-04-01', to: '2026-04-30' }, days: [...days, dayAfter] }
  }

  test('the classes add up to what was worked, and parts never exceed their whole', () => {
    fc.assert(
      fc.property(anyMonth, (drawn) => {
        const input = inputOf(drawn)
        const present = input.days.reduce((sum, { punches: [punch], breakMinutes = 0 }) => {
          const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
          return punch === undefined ? sum : sum + minute(punch.out) - minute(punch.in) - breakMinutes
        }, 0)
        const { totals: each, days } = classifyWork(input)
        expect(each.workedMinutes).toBe(present)
        for (const part of [each, ...days]) {
          const { scheduledMinutes, withinLegalMinutes, overtimeMinutes, legalHolidayMinutes } = part
          const sum = scheduledMinutes + withinLegalMinutes + overtimeMinutes + legalHolidayMinutes
          expect(sum).toBe(part.workedMinutes)
          expect(part.over60Minutes).toBeLessThanOrEqual(overtimeMinutes)
          expect(part.nightOvertimeMinutes).toBeLessThanOrEqual(Math.min(part.nightMinutes, overtimeMinutes))
          expect(part.nightOver60Minutes).toBeLessThanOrEqual(part.nightOvertimeMinutes)
          expect(part.nightLegalHolidayMinutes).toBeLessThanOrEqual(legalHolidayMinutes)
        }
      }),
    )
  })

  test('a longer last shift never lowers any class but the one it moves into', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: 1, max: 180 }), (drawn, more) => {
        const last = drawn.shifts.at(-1)
        if (last === undefined) return
        const longer = { ...last, length: last.length + more }
        const before = classifyWork(inputOf(drawn)).totals
        const after = classifyWork(inputOf({ ...drawn, shifts: [...drawn.shifts.slice(0, -1), longer] })).totals
        for (const name of [
          'workedMinutes',
          'overtimeMinutes',
          'over60Minutes',
          'nightMinutes',
          'legalHolidayMinutes',
        ] as const) {
          expect(after[name]).toBeGreaterThanOrEqual(before[name])
        }
      }),
    )
  })
})

test.each<[string, Partial<WorkDay>]>([
  ['days[0].date', { date: '2026-02-31' }],
  ['days[0].kind', { kind: 'holiday' as never }],
  ['days[0].punches[0].out', { punches: [{ in: '18:00', out: '09:00' }] }],
  ['days[0].punches[0].out', { punches: [{ in: '09:00', out: '09:00' }] }],
  ['days[0].punches[0].out', { punches: [{ in: '09:00', out: '48:01' }] }],
  ['days[0].punches[0].in', { punches: [{ in: '9時', out: '18:00' }] }],
  ['days[0].punches[0].in', { punches: [{ in: '24:30', out: '26:00' }] }],
  ['days[0].punches[0].out', { punches: [{ in: '09:00', out: undefined as never }] }],
  [
    'days[0].punches[1].in',
    {
      punches: [
        { in: '09:00', out: '12:00' },
        { in: '11:30', out: '18:00' },
      ],
    },
  ],
  ['days[0].breaks[0].from', { breaks: [{ from: '08:00', to: '09:30' }] }],
  ['days[0].breakMinutes', { breakMinutes: -1 }],
  ['days[0].breakMinutes', { breakMinutes: 541 }],
  ['days[0].breakMinutes', { breakMinutes: 60, breaks: [{ from: '12:00', to: '13:00' }] }],
  ['days[0].plannedMinutes', { kind: 'legal-rest-day', plannedMinutes: 480 }],
  ['days[0].punches', { date: '2026-04-30', punches: [{ in: '18:00', out: '25:00' }] }],
])('refused by its field: %s in %j', (field, wrong) => {
  const usual: WorkDay = { date: '2026-04-06', kind: 'workday', punches: [{ in: '09:00', out: '18:00' }] }
  const period = { from: '2026-04-01', to: '2026-04-30' }
  const classify = () => classifyWork({ rule: { kind: 'fixed' }, period, days: [{ ...usual, ...wrong }] })
  expect(classify).toThrow(expect.objectContaining({ field }))
})

test.each<[string, Partial<ClassifyWorkInput>]>([
  ['period.to', { period: { from: '2026-04-01', to: '2026-05-01' } }],
  ['period.to', { period: { from: '2026-04-01', to: '2026-03-31' } }],
  ['period.from', { period: { from: '2026-04-31', to: '2026-05-01' } }],
  ['rule.kind', { rule: { kind: 'none' } as never }],
  ['rule.agreedMinutes', { rule: { kind: 'flex', agreedMinutes: 10_286 } }],
  ['overtimeMinutesBefore', { overtimeMinutesBefore: -1 }],
  ['days[1].date', { days: ['2026-04-06', '2026-04-06'].map((date) => ({ date, kind: 'workday', punches: [] })) }],
  [
    'days[0].plannedMinutes',
    { rule: { kind: 'monthly-variable' }, days: [{ date: '2026-04-06', kind: 'workday', punches: [] }] },
  ],
])('refused by its field: %s in %j', (field, wrong) => {
  const usual: ClassifyWorkInput = {
    rule: { kind: 'fixed' },
    period: { from: '2026-04-01', to: '2026-04-30' },
    days: [],
  }
  expect(() => classifyWork({ ...usual, ...wrong })).toThrow(expect.objectContaining({ field }))
})
