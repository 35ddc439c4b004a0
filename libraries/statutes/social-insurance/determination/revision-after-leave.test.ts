import { describe, expect, test } from 'vitest'
import { type RevisionAfterLeaveInput, revisionAfterLeave } from './revision-after-leave.ts'

const paid = (...months: [month: string, pay: number, baseDays: number][]) =>
  months.map(([month, pay, baseDays]) => ({ month, pay, baseDays }))
/** Back from childcare leave on 11 April 2026, shorter hours. */
const of = (facts: Partial<RevisionAfterLeaveInput>) =>
  revisionAfterLeave({
    kind: 'childcare',
    leaveEndedOn: '2026-04-10',
    months: paid(['2026-04', 150_000, 14], ['2026-05', 240_000, 20], ['2026-06', 244_000, 21]),
    currentStandardMonthly: 260_000,
    requested: true,
    ...facts,
  })

describe('育児休業等を終了した際の改定（健康保険法43条の2）', () => {
  test('one grade is enough; a month under 17 days is left out; from the fourth month', () => {
    expect(of({})).toMatchObject({
      revised: true,
      average: 242_000,
      monthsUsed: ['2026-05', '2026-06'],
      standard: { healthStandardMonthly: 240_000 },
      effectiveFrom: '2026-07',
      deductedFrom: '2026-08',
      validUntil: '2027-08',
    })
  })

  test('the leave that ended with March: the months begin with April', () => {
    expect(of({ leaveEndedOn: '2026-03-31' })).toMatchObject({ revised: true, effectiveFrom: '2026-07' })
  })

  test('from June: to August of the same year', () => {
    const months = paid(['2026-03', 240_000, 20], ['2026-04', 240_000, 20], ['2026-05', 240_000, 20])
    expect(of({ leaveEndedOn: '2026-02-28', months })).toMatchObject({
      effectiveFrom: '2026-06',
      validUntil: '2026-08',
    })
  })

  test('after maternity leave the same (43条の3), upwards too', () => {
    const months = paid(['2026-04', 300_000, 30], ['2026-05', 300_000, 31], ['2026-06', 300_000, 30])
    expect(of({ kind: 'maternity', months })).toMatchObject({ revised: true, standard: { healthGrade: 22 } })
  })

  const few = (a: number, b: number, c: number) =>
    paid(['2026-04', 200_000, a], ['2026-05', 200_000, b], ['2026-06', 200_000, c])
  test.each([
    ['without a request', { requested: false }, 'not-requested'],
    ['another leave on the next day', { nextLeaveFrom: '2026-04-11' }, 'another-leave-follows'],
    ['another leave later', { nextLeaveFrom: '2026-04-12' }, 'revised'],
    ['no month of 17 days', { months: few(16, 16, 16) }, 'no-qualifying-month'],
    ['one month of 17 days', { months: few(16, 16, 17) }, 'revised'],
    ['part-timers: one month of 15', { worker: 'part-time', months: few(10, 15, 14) }, 'revised'],
    ['short-time: one month of 11', { worker: 'short-time', months: few(10, 11, 10) }, 'revised'],
    ['short-time: none of 11', { worker: 'short-time', months: few(10, 10, 10) }, 'no-qualifying-month'],
    ['the same grade', { currentStandardMonthly: 240_000 }, 'same-grade'],
  ] as [string, Partial<RevisionAfterLeaveInput>, string][])('%s: %s %s', (_, facts, expected) => {
    const found = of(facts)
    expect(found.revised ? 'revised' : found.reason.code).toBe(expected)
  })
})

test.each([
  ['leaveEndedOn', { leaveEndedOn: '2026-04-31' }],
  ['months[0].month', { leaveEndedOn: '2026-04-30' }],
  ['nextLeaveFrom', { nextLeaveFrom: '2026-04' }],
])('a wrong %s is named', (field, facts) => {
  expect(() => of(facts)).toThrow(new RegExp(`^${field.replace(/[[\].]/g, '\\$&')}に`))
})
