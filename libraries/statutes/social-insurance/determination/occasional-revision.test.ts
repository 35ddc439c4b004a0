import { describe, expect, test } from 'vitest'
import { casesOf } from '../../core/testing.ts'
import { type NotRevisedCode, type OccasionalRevisionInput, occasionalRevision } from './occasional-revision.ts'

type Case = {
  name: string
  current: number
  remuneration?: number
  fixedPay: OccasionalRevisionInput['fixedPay']
  average: number
  health?: number
  pension?: number
  reason?: NotRevisedCode
}

const threeMonths = (pay: number, baseDays = [30, 31, 30], first = ['2026-04', '2026-05', '2026-06']) =>
  first.map((month, index) => ({ month, pay, baseDays: baseDays[index] ?? 0 }))
const of = (facts: Partial<OccasionalRevisionInput>) =>
  occasionalRevision({
    changeMonth: '2026-04',
    fixedPay: 'raised',
    months: threeMonths(350_000),
    currentStandardMonthly: 300_000,
    ...facts,
  })
const codeOf = (facts: Partial<OccasionalRevisionInput>) => {
  const found = of(facts)
  return found.revised ? 'revised' : found.reason.code
}

describe('随時改定（健康保険法43条）: two grades in the direction of the fixed pay', () => {
  test.each(casesOf<Case>(import.meta.url, 'revisions.yaml'))('$name', (each) => {
    const found = of({
      currentStandardMonthly: each.current,
      ...(each.remuneration === undefined ? {} : { currentRemuneration: each.remuneration }),
      fixedPay: each.fixedPay,
      months: threeMonths(each.average),
    })
    expect(
      found.revised
        ? { health: found.standard.healthStandardMonthly, pension: found.standard.pensionStandardMonthly }
        : found.reason.code,
    ).toEqual(each.reason ?? { health: each.health, pension: each.pension })
  })

  test('the whole answer of a raise of three grades', () => {
    expect(of({})).toMatchObject({
      revised: true,
      average: 350_000,
      current: { healthGrade: 22, pensionGrade: 19 },
      standard: { healthGrade: 25, pensionGrade: 22 },
      differs: { health: 3, pension: 3 },
      effectiveFrom: '2026-07',
      deductedFrom: '2026-08',
      validUntil: '2027-08',
    })
  })

  test('the sum is divided by three and the fraction dropped', () => {
    const months = threeMonths(0).map((each, index) => ({ ...each, pay: [330_000, 330_000, 329_999][index] ?? 0 }))
    expect(of({ months })).toMatchObject({ average: 329_999, revised: false })
  })

  test.each([
    ['2026-03', '2026-06', '2026-08'],
    ['2026-04', '2026-07', '2027-08'],
    ['2026-09', '2026-12', '2027-08'],
    ['2026-10', '2027-01', '2027-08'],
    ['2026-11', '2027-02', '2027-08'],
    ['2027-03', '2027-06', '2027-08'],
  ])('changed in %s: from %s through %s', (changeMonth, effectiveFrom, validUntil) => {
    const [year = 0, month = 0] = changeMonth.split('-').map(Number)
    const three = [0, 1, 2].map((later) => {
      const index = year * 12 + month - 1 + later
      return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
    })
    expect(of({ changeMonth, months: threeMonths(350_000, [30, 30, 30], three) })).toMatchObject({
      effectiveFrom,
      validUntil,
    })
  })
})

describe('why not', () => {
  test.each([
    ['17 days in each month', 'full-time', [17, 17, 17], 'revised'],
    ['16 days in one month', 'full-time', [31, 16, 31], 'too-few-base-days'],
    ['short-time, 11 days', 'short-time', [11, 11, 11], 'revised'],
    ['short-time, 10 days in one', 'short-time', [11, 10, 11], 'too-few-base-days'],
    ['part-timers have no 15 days here', 'part-time', [17, 16, 17], 'too-few-base-days'],
  ] as const)('%s', (_, worker, days, expected) => {
    expect(codeOf({ worker, months: threeMonths(350_000, [...days]) })).toBe(expected)
  })

  test('a month of reduced pay during leave of absence', () => {
    const months = threeMonths(350_000).map((each, index) => ({ ...each, isPartial: index === 1 }))
    expect(codeOf({ months })).toBe('partial-pay')
  })

  test('the sentence gives the month, the days, the average and the grades', () => {
    const few = of({ months: threeMonths(350_000, [31, 16, 31]) })
    expect(few).toMatchObject({ reason: { ja: expect.stringContaining('2026-05の支払基礎日数が16日') } })
    const near = of({ months: threeMonths(320_000) })
    expect(near).toMatchObject({
      reason: {
        ja: expect.stringContaining('320,000円による等級と現在の等級の差は1等級'),
        en: expect.stringContaining('differs by 1 grade(s); 2 or more are needed'),
      },
    })
  })
})

test('at an end of the table the remuneration is asked for only where it decides', () => {
  const lowered = { currentStandardMonthly: 1_390_000, fixedPay: 'lowered' } as const
  expect(codeOf({ ...lowered, months: threeMonths(1_294_999) })).toBe('revised')
  expect(codeOf({ ...lowered, months: threeMonths(1_360_000) })).toBe('less-than-two-grades')
  expect(codeOf({ currentStandardMonthly: 58_000, months: threeMonths(73_000) })).toBe('revised')
})

test('a retroactive raise: the change month is that of the payment, and the difference is left out', () => {
  const months = threeMonths(340_000)
  const withDifference = months.map((each, index) =>
    index === 0 ? { ...each, pay: 400_000, retroactivePay: 60_000 } : each,
  )
  expect(of({ months: withDifference })).toMatchObject({
    revised: true,
    average: 340_000,
    standard: { healthStandardMonthly: 340_000 },
  })
})

test('with the top of 680,000 from September 2027 the exception moves with it', () => {
  const months = (pay: number) => threeMonths(pay, [30, 30, 30], ['2027-06', '2027-07', '2027-08'])
  const from = (currentStandardMonthly: number, pay: number) =>
    of({ changeMonth: '2027-06', currentStandardMonthly, months: months(pay) })
  expect(from(650_000, 695_000)).toMatchObject({ revised: true, standard: { pensionStandardMonthly: 680_000 } })
  expect(from(650_000, 694_999)).toMatchObject({ revised: false })
})

test.each([
  ['changeMonth', { changeMonth: '2026-4' }],
  ['months', { months: threeMonths(350_000).slice(1) }],
  ['months[0].month', { months: threeMonths(350_000, [30, 30, 30], ['2026-05', '2026-06', '2026-07']) }],
  ['months[2].month', { months: threeMonths(350_000, [30, 30, 30], ['2026-04', '2026-05', '2026-07']) }],
  ['currentStandardMonthly', { currentStandardMonthly: 305_000 }],
  ['currentRemuneration', { currentStandardMonthly: 1_390_000, months: threeMonths(1_354_999) }],
  ['currentRemuneration', { currentStandardMonthly: 58_000, months: threeMonths(63_000) }],
  ['currentRemuneration', { currentStandardMonthly: 300_000, currentRemuneration: 320_000 }],
  ['months[0].pay', { months: threeMonths(-1) }],
])('a wrong %s is named', (field, facts) => {
  expect(() => of(facts)).toThrow(new RegExp(`^${field.replace(/[[\].]/g, '\\$&')}に`))
})
