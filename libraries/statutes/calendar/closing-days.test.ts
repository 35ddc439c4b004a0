import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closingPeriod, type MonthDay, type PaymentTerms, paymentDay } from './closing-days.ts'
import { addDays } from './days.ts'

describe('締め', () => {
  test.each<[string, MonthDay, string, string]>([
    ['2026-11-20', 20, '2026-10-21', '2026-11-20'],
    ['2026-11-21', 20, '2026-11-21', '2026-12-20'],
    ['2026-12-25', 20, '2026-12-21', '2027-01-20'],
    ['2026-02-10', 'month-end', '2026-02-01', '2026-02-28'],
    ['2028-02-29', 31, '2028-02-01', '2028-02-29'],
    ['2026-03-01', 30, '2026-03-01', '2026-03-30'],
    ['2026-02-28', 30, '2026-01-31', '2026-02-28'],
  ])('%s falls into the period that closes on %s: %s to %s', (on, day, from, to) => {
    expect(closingPeriod(on, { day })).toEqual({ from, to })
  })

  test('periods follow one another without gap or overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 31 }), (days, day) => {
        const { from, to } = closingPeriod(addDays('2024-01-01', days), { day })
        expect(closingPeriod(from, { day })).toEqual({ from, to })
        expect(closingPeriod(addDays(to, 1), { day }).from).toBe(addDays(to, 1))
      }),
    )
  })
})

describe('支払日', () => {
  const terms = (
    closing: MonthDay,
    monthsLater: number,
    day: MonthDay,
    shift?: 'previous' | 'next' | 'none',
  ): PaymentTerms => ({
    closing: { day: closing },
    payment: { monthsLater, day, ...(shift && { shift }) },
  })
  test.each<[string, PaymentTerms, string, string, string]>([
    // 2026-10-31 is a Saturday, 2027-01-10 a Sunday, 2027-01-11 成人の日, 2026-12-31 a bank holiday.
    ['2026-09-05', terms('month-end', 1, 'month-end'), '2026-09-30', '2026-10-31', '2026-10-30'],
    ['2026-11-20', terms(20, 2, 10), '2026-11-20', '2027-01-10', '2027-01-08'],
    ['2026-11-20', terms(20, 2, 10, 'next'), '2026-11-20', '2027-01-10', '2027-01-12'],
    ['2026-11-21', terms(20, 2, 10, 'none'), '2026-12-20', '2027-02-10', '2027-02-10'],
    ['2026-11-15', terms('month-end', 1, 'month-end'), '2026-11-30', '2026-12-31', '2026-12-30'],
    ['2026-11-10', terms(15, 0, 'month-end'), '2026-11-15', '2026-11-30', '2026-11-30'],
  ])('received %s', (receivedOn, agreed, closesOn, dueOn, paidOn) => {
    expect(paymentDay(receivedOn, agreed)).toEqual({ closesOn, dueOn, paidOn })
  })

  test('what cannot be is refused by its field', () => {
    expect(() => paymentDay('2026-11-10', terms(20, 0, 10))).toThrow('payment.day')
    expect(() => paymentDay('2026-11-31', terms(20, 1, 10))).toThrow('receivedOn')
    expect(() => closingPeriod('2026-11-10', { day: 32 })).toThrow('closing.day')
  })
})
