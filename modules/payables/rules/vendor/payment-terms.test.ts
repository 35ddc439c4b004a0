import { expect, test } from 'vitest'
import { nextPayDays, rowOfTerms, termsOf } from './payment-terms.ts'

test('月末締め翌月末払い over bank holidays: a Sunday and 31 December move to the day before', () => {
  const terms = termsOf({ closingDay: 31, payMonthsLater: 1, payDay: 31, payShift: 'previous' })
  expect(nextPayDays('2026-10-20', terms, 3)).toEqual([
    { closesOn: '2026-10-31', dueOn: '2026-11-30', paidOn: '2026-11-30' },
    { closesOn: '2026-11-30', dueOn: '2026-12-31', paidOn: '2026-12-30' },
    { closesOn: '2026-12-31', dueOn: '2027-01-31', paidOn: '2027-01-29' },
  ])
})

test('terms come back from their row as they were, 都度 too; far ahead nothing is guessed', () => {
  const terms = { closing: { day: 20 }, payment: { monthsLater: 2, day: 10, shift: 'next' } } as const
  expect(termsOf(rowOfTerms(terms))).toEqual(terms)
  expect(termsOf(rowOfTerms(null))).toBeNull()
  expect(nextPayDays('2026-10-20', null, 3)).toEqual([])
  expect(nextPayDays('2090-01-01', terms, 3)).toEqual([])
})
