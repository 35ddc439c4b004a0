import fc from 'fast-check'
import { expect, test } from 'vitest'
import { taxKinds } from '../invoice/invoice-form.ts'
import { accrualJournal, atAmount, costOf, type ExpectedLine } from './accrual.ts'
import { arrivalOn, expectedBy, isExpectedFor } from './expected.ts'

const line: ExpectedLine = {
  ...{ accountId: 'a', subAccountId: null, departmentId: null, description: '', amount: 110_000, taxKind: 'standard' },
}

test('what will be cost: without the tax of a registered vendor, with the part that is not deducted of another', () => {
  expect(costOf(line, true, '2026-10-31')).toBe(100_000)
  expect(costOf(line, false, '2026-09-30')).toBe(102_000) // 80%: 平成28年改正法附則52条
  expect(costOf(line, false, '2026-10-01')).toBe(103_000) // 70%: 附則53条, 令和8年改正
  expect(costOf({ ...line, amount: 10_800, taxKind: 'reduced' }, true, '2026-10-31')).toBe(10_000)
  expect(costOf({ ...line, taxKind: 'exempt' }, true, '2026-10-31')).toBe(110_000)
})

test('every accrual balances, and another amount is parted over the lines exactly', () => {
  const expected = fc.record({
    ...{ accountId: fc.constant('a'), subAccountId: fc.constant(null), departmentId: fc.constant(null) },
    ...{
      description: fc.constant(''),
      amount: fc.integer({ min: 1, max: 9_999_999 }),
      taxKind: fc.constantFrom(...taxKinds),
    },
  })
  fc.assert(
    fc.property(
      fc.array(expected, { minLength: 1, maxLength: 20 }),
      fc.option(fc.integer({ min: 1, max: 999_999_999 })),
      fc.boolean(),
      (lines, amount, isRegistered) => {
        const parted = atAmount(lines, amount)
        if (amount !== null) expect(parted.reduce((sum, each) => sum + each.amount, 0)).toBe(amount)
        const costs = parted.map((each) => ({ ...each, cost: costOf(each, isRegistered, '2026-10-31') }))
        const journal = accrualJournal({ title: 't', vendorName: 'v', month: '2026-10-01' }, costs, 'accrued')
        const sum = journal.lines.reduce((all, each) => all + (each.side === 'debit' ? each.amount : -each.amount), 0)
        expect([journal.postedOn, sum]).toEqual(['2026-10-31', 0])
      },
    ),
  )
})

const quarterly = {
  ...{ everyMonths: 3, startsMonth: '2025-11-01', endsMonth: '2026-08-01', arrivesMonthsLater: 1, arrivesDay: 31 },
}

test('every third month until the end; the 31st is the last day of a month that lacks it', () => {
  expect(isExpectedFor(quarterly, '2026-02-01')).toBe(true)
  expect(isExpectedFor(quarterly, '2026-03-01')).toBe(false)
  expect(isExpectedFor(quarterly, '2026-11-01')).toBe(false)
  expect(arrivalOn(quarterly, '2026-01-01')).toBe('2026-02-28')
  expect(expectedBy(quarterly, '2026-09-29')).toEqual([
    { month: '2025-11-01', expectedOn: '2025-12-31' },
    { month: '2026-02-01', expectedOn: '2026-03-31' },
    { month: '2026-05-01', expectedOn: '2026-06-30' },
  ])
  expect(expectedBy(quarterly, '2026-09-30').at(-1)).toEqual({ month: '2026-08-01', expectedOn: '2026-09-30' })
})
