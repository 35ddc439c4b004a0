import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UnknownLawError } from '../../core/statute.ts'
import { type OvertimeLimitsInput, type OvertimeMonth, overtimeLimits } from './overtime-limits.ts'

/** Months in hours from a first month, 'overtime' or 'overtime+holiday'. */
function months(first: string, hours: readonly (number | string)[]): OvertimeMonth[] {
  const start = Number(first.slice(0, 4)) * 12 + Number(first.slice(5)) - 1
  return hours.map((each, index) => {
    const [overtime = '0', holiday = '0'] = String(each).split('+')
    const month = `${Math.floor((start + index) / 12)}-${String(((start + index) % 12) + 1).padStart(2, '0')}`
    return { month, overtimeMinutes: Number(overtime) * 60, legalHolidayMinutes: Number(holiday) * 60 }
  })
}

const limits = (hours: readonly (number | string)[], more: Partial<OvertimeLimitsInput> = {}) =>
  overtimeLimits({ months: months('2026-04', hours), agreementFrom: '2026-04', ...more })
const broken = (...given: Parameters<typeof limits>) =>
  limits(...given).broken.map(({ limit, windowMonths }) => (windowMonths ? `${limit} ${windowMonths}` : limit))

describe('36協定の上限', () => {
  test('44 hours of overtime and two holiday days of 8 hours: 45 counts 44, 100 and 80 count 60', () => {
    const { checks, broken: none } = limits(['44+16'])
    expect(none).toEqual([])
    expect(checks.map(({ limit, counted }) => [limit, counted / 60])).toEqual([
      ['month', 44],
      ['year', 44],
      ['actual-month', 60],
    ])
  })

  test('without a special clause 45 hours a month and 360 a year', () => {
    expect(broken([45])).toEqual([])
    expect(broken([45.1])).toEqual(['month'])
    expect(broken([45, 45, 45, 45, 45, 45, 45, 45])).toEqual([])
    expect(broken([45, 45, 45, 45, 45, 45, 45, 45, 1])).toEqual(['year'])
  })

  test('yearly variable hours: 42 and 320', () => {
    expect(broken([42], { isYearlyVariable: true })).toEqual([])
    expect(broken([43], { isYearlyVariable: true })).toEqual(['month'])
    expect(limits([40, 40, 40, 40, 40, 40, 40, 40], { isYearlyVariable: true }).remainingMinutes).toBe(0)
  })

  test('special clause: under 100 hours with holiday work, so 99 h 59 min is the most', () => {
    const special = {}
    const almost = { month: '2026-04', overtimeMinutes: 4800, legalHolidayMinutes: 1199 }
    const at = (legalHolidayMinutes: number) =>
      overtimeLimits({ months: [{ ...almost, legalHolidayMinutes }], agreementFrom: '2026-04', special })
    expect(at(1199).broken).toEqual([])
    expect(at(1200).broken.map(({ limit }) => limit)).toEqual(['special-month', 'actual-month'])
  })

  test('special clause: six months a year over 45, the seventh is too many', () => {
    const six = [50, 50, 50, 50, 50, 50]
    expect(broken([...six, 45], { special: {} })).toEqual([])
    expect(broken([...six, 46], { special: {} })).toEqual(['special-months'])
    expect(limits([...six, 30], { special: {} })).toMatchObject({
      remainingMinutes: 15 * 60,
      tightest: { limit: 'special-months' },
    })
  })

  test('special clause: 720 hours a year without holiday work', () => {
    const year = [80, 80, 80, 80, 80, 80, 40, 40, 40, 40, 40, '40+30']
    expect(broken(year, { special: {} })).toEqual([])
    expect(broken([...year.slice(0, 11), 41], { special: {} })).toEqual(['special-year'])
  })

  test('the averages of 2 to 6 months at 80 hours', () => {
    expect(broken([70, 90], { special: {} })).toEqual([])
    expect(broken([70, 91], { special: {} })).toEqual(['average 2'])
    expect(broken([10, 80, '70+20', 71], { special: {} })).toEqual(['average 2', 'average 3'])
    expect(broken([81, 80, 80, 80, 80, 80], { special: {} })).toEqual(['average 6'])
  })

  test('the averages run across agreement years, the count of months and the year do not', () => {
    const across = overtimeLimits({
      months: months('2025-10', [60, 60, 60, 60, 60, 90, 75]),
      agreementFrom: '2026-04',
      special: {},
    })
    expect(across.broken.map(({ limit, windowMonths }) => [limit, windowMonths])).toEqual([['average', 2]])
    expect(across.checks.find(({ limit }) => limit === 'special-months')?.counted).toBe(1)
    expect(across.checks.find(({ limit }) => limit === 'special-year')?.counted).toBe(75 * 60)
    expect(across.unknownAverages).toEqual([])
  })

  test('the alarm: after 95, 70 and 85 hours, 10 hours so far, 60 may still be worked', () => {
    const { checks, tightest, unknownAverages } = limits([95, 70, 85, 10], { special: {} })
    expect(tightest).toMatchObject({ limit: 'average', windowMonths: 4, remainingMinutes: 60 * 60 })
    expect(checks.find(({ windowMonths }) => windowMonths === 2)?.remainingMinutes).toBe(65 * 60)
    expect(checks.find(({ limit }) => limit === 'actual-month')?.remainingMinutes).toBe(90 * 60 - 1)
    expect(unknownAverages).toEqual([5, 6])
  })

  test('what the agreement says below the law binds', () => {
    const special = { monthMinutes: 80 * 60, yearMinutes: 600 * 60, months: 4 }
    expect(broken([81], { special })).toEqual(['special-month'])
    expect(broken([50, 50, 50, 50, 50], { special })).toEqual(['special-months'])
  })

  test('drivers have 960 hours a year and no limit by the month', () => {
    expect(broken([120, 120, 120, 120], { sector: 'driver', special: {} })).toEqual([])
    expect(broken([120, 120, 120, 120, 120, 120, 120, 120, 1], { sector: 'driver', special: {} })).toEqual([
      'special-year',
    ])
  })

  test('construction after disasters: six times and 720 hours stay, the limits with holiday work do not apply', () => {
    expect(broken(['90+30'], { sector: 'disaster-construction', special: {} })).toEqual([])
  })

  test('in force from 2019-04, for small and medium companies from 2020-04', () => {
    const in2019 = (month: string, isSmallOrMedium: boolean) =>
      overtimeLimits({ months: months(month, [10]), agreementFrom: month, isSmallOrMedium })
    expect(() => in2019('2019-03', false)).toThrow(UnknownLawError)
    expect(in2019('2019-04', false).broken).toEqual([])
    expect(() => in2019('2020-03', true)).toThrow(UnknownLawError)
    expect(in2019('2020-04', true).broken).toEqual([])
  })
})

test('working the remaining minutes keeps every limit, one minute more breaks one, if any bound is set', () => {
  const hours = fc.integer({ min: 0, max: 79 })
  fc.assert(
    fc.property(fc.array(hours, { minLength: 1, maxLength: 12 }), fc.boolean(), (worked, isSpecial) => {
      const more = isSpecial ? { special: {} } : {}
      const { remainingMinutes, broken: before } = limits(worked, more)
      fc.pre(before.length === 0)
      const list = months('2026-04', worked)
      const last = list.at(-1)
      if (last === undefined) return
      const at = (added: number) =>
        overtimeLimits({
          months: [...list.slice(0, -1), { ...last, overtimeMinutes: last.overtimeMinutes + added }],
          agreementFrom: '2026-04',
          ...more,
        }).broken.length
      expect(at(remainingMinutes)).toBe(0)
      expect(at(remainingMinutes + 1)).toBeGreaterThan(0)
    }),
  )
})

test.each<[string, object]>([
  ['months', { months: [] }],
  ['months[0].month', { months: [{ month: '2026-13', overtimeMinutes: 0, legalHolidayMinutes: 0 }] }],
  ['months[0].month', { months: months('2026-05', [1]) }],
  ['months[1].month', { months: [...months('2026-04', [1]), ...months('2026-06', [1])] }],
  ['months[0].overtimeMinutes', { months: months('2026-04', [-1]) }],
  ['months[0].legalHolidayMinutes', { months: months('2026-04', ['1+-1']) }],
  ['agreementFrom', { agreementFrom: '2026-05' }],
  ['agreementFrom', { agreementFrom: '2025-04' }],
  ['special.months', { special: { months: 7 } }],
  ['special.yearMinutes', { special: { yearMinutes: 721 * 60 } }],
  ['special.monthMinutes', { special: { monthMinutes: 6000 } }],
  ['sector', { sector: 'doctor' }],
])('refused by its field: %s in %j', (field, wrong) => {
  expect(() => limits([1], wrong)).toThrow(expect.objectContaining({ field }))
})
