import { describe, expect, test } from 'vitest'
import { dueRange, monthsAround, readFurther, writeFurther } from './invoice-filters.ts'

describe('the due days that a filter means', () => {
  test('on Saturday 2026-11-28', () => {
    expect(dueRange('overdue', '2026-11-28')).toEqual({ dueUntil: '2026-11-27', payment: 'unpaid' })
    expect(dueRange('week', '2026-11-28')).toEqual({ dueFrom: '2026-11-23', dueUntil: '2026-11-29' })
    expect(dueRange('month', '2026-11-28')).toEqual({ dueFrom: '2026-11-01', dueUntil: '2026-11-30' })
    expect(dueRange('next-month', '2026-11-28')).toEqual({ dueFrom: '2026-12-01', dueUntil: '2026-12-31' })
  })
  test('a Sunday belongs to the week before, and January to the next year', () => {
    expect(dueRange('week', '2026-11-29')).toEqual({ dueFrom: '2026-11-23', dueUntil: '2026-11-29' })
    expect(dueRange('next-month', '2026-12-10')).toEqual({ dueFrom: '2027-01-01', dueUntil: '2027-01-31' })
  })
})

test('months around a day come latest first, over the turn of the year', () => {
  expect(monthsAround('2027-01-15', 2, 1)).toEqual(['2027-02-01', '2027-01-01', '2026-12-01', '2026-11-01'])
})

test('the filters of the dialog come back from the address, and what is no id or amount is dropped', () => {
  const vendorId = '0198f3a2-1111-7abc-8def-0123456789ab'
  const filters = { vendorId, departmentId: null, amountFrom: 100_000, amountUntil: null }
  expect(writeFurther(filters)).toBe(`vendor=${vendorId}&from=100000`)
  expect(readFurther(writeFurther(filters))).toEqual(filters)
  expect(readFurther('vendor=somebody&from=1e99&until=-5')).toEqual({
    vendorId: null,
    departmentId: null,
    amountFrom: null,
    amountUntil: null,
  })
})
