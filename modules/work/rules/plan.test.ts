import { companyCalendar } from '@ennoshita/statutes'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { legalDeadlineOn } from './legal-deadline.ts'
import { nextDueOn, type PlannedTask, planOf } from './plan.ts'

const calendar = companyCalendar({ preview: true })
const window = { from: '2026-11-20', to: '2027-01-20', calendar, fiscalYearStart: 4 }
const payday = { kindId: 'payroll', rule: { kind: 'monthly', day: 25, shift: 'previous' } as const }

describe('the plan', () => {
  test('names each time by its month, so that a day off moves the date and not the name', () => {
    expect(planOf([payday], [], window).make).toEqual([
      { kindId: 'payroll', occurrence: '2026-11', dueOn: '2026-11-25' },
      { kindId: 'payroll', occurrence: '2026-12', dueOn: '2026-12-25' },
    ])
  })

  test('names work of 翌月10日 by the month it is about', () => {
    const rule = { kind: 'monthly', day: 10, monthsLater: 1 } as const
    expect(planOf([{ kindId: 'withheld-tax', rule }], [], window).make).toEqual([
      { kindId: 'withheld-tax', occurrence: '2026-11', dueOn: '2026-12-10' },
      { kindId: 'withheld-tax', occurrence: '2026-12', dueOn: '2027-01-10' },
    ])
  })

  test('moves a task that nobody touched, and leaves one that somebody did', () => {
    const task = { taskId: 'a', kindId: 'payroll', occurrence: '2026-11', dueOn: '2026-11-24', isTouched: false }
    const touched: PlannedTask = {
      taskId: 'b',
      kindId: 'payroll',
      occurrence: '2026-12',
      dueOn: '2026-12-18',
      isTouched: true,
    }
    const plan = planOf([payday], [task, touched], window)
    expect(plan).toEqual({
      make: [],
      move: [{ taskId: 'a', kindId: 'payroll', dueOn: '2026-11-25', was: '2026-11-24' }],
      withdraw: [],
    })
  })

  test('withdraws what the rule no longer asks for', () => {
    const task = { taskId: 'a', kindId: 'gone', occurrence: '2026-12', dueOn: '2026-12-10', isTouched: false }
    expect(planOf([], [task], window).withdraw).toEqual([{ taskId: 'a', kindId: 'gone' }])
  })

  test('carried out and asked again has nothing left to do', () => {
    const rules = fc.oneof(
      fc.record({ kind: fc.constant('monthly' as const), day: fc.integer({ min: 1, max: 31 }) }),
      fc.record({
        kind: fc.constant('weekly' as const),
        weekdays: fc.uniqueArray(fc.constantFrom('mon' as const, 'wed' as const, 'fri' as const), { minLength: 1 }),
      }),
      fc.constant({ kind: 'daily' as const }),
    )
    fc.assert(
      fc.property(fc.array(rules, { maxLength: 5 }), (all) => {
        const kinds = all.map((rule, index) => ({ kindId: String(index), rule }))
        const made = planOf(kinds, [], window).make.map((each, index) => ({
          ...each,
          taskId: String(index),
          isTouched: false,
        }))
        expect(planOf(kinds, made, window)).toEqual({ make: [], move: [], withdraw: [] })
      }),
      { numRuns: 100 },
    )
  })
})

describe('the next date of a repeating task', () => {
  const until = { until: '2028-12-31', calendar, fiscalYearStart: 4 }
  test('is the one after, also at the end of a month', () => {
    expect(nextDueOn({ kind: 'monthly', day: 'end' }, '2027-01-31', until)).toBe('2027-02-28')
    expect(nextDueOn({ kind: 'weekly', weekdays: ['fri'] }, '2026-11-20', until)).toBe('2026-11-27')
    expect(nextDueOn({ kind: 'as-needed' }, '2026-11-20', until)).toBeUndefined()
  })
})

describe('a legal deadline', () => {
  test('stands where the rule follows the days off of public offices and a law is named', () => {
    const rule = { kind: 'monthly', day: 10, monthsLater: 1, shift: 'next', calendar: 'public-office' } as const
    expect(legalDeadlineOn({ rule, hasLaw: true }, '2026-12-10')).toBe('2026-12-10')
    expect(legalDeadlineOn({ rule, hasLaw: false }, '2026-12-10')).toBeNull()
    expect(legalDeadlineOn({ rule: { kind: 'daily' }, hasLaw: true }, '2026-12-10')).toBeNull()
  })
})
