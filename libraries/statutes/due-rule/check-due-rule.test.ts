import { expect, test } from 'vitest'
import { InvalidInputError } from '../core/input.ts'
import { describeDueRule } from './describe-due-rule.ts'
import { dueAfter, dueDates } from './due-dates.ts'
import { parseDueRule } from './parse-due-rule.ts'

const window = { from: '2026-01-01', to: '2026-12-31', occasions: ['2026-04-01'] }

// as: rules as they may come from outside, not as the types allow them
test.each<[string, unknown]>([
  ['rule', null],
  ['rule.kind', { kind: 'hourly' }],
  ['rule.calendar', { kind: 'daily', calendar: 'constructor' }],
  ['rule.weekdays', { kind: 'weekly', weekdays: 'fri' }],
  ['rule.weekdays[1]', { kind: 'weekly', weekdays: ['fri', 5] }],
  ['rule.everyWeeks', { kind: 'weekly', weekdays: ['fri'], everyWeeks: Number.NaN }],
  ['rule.startsOn', { kind: 'weekly', weekdays: ['fri'], startsOn: '2026-02-30' }],
  ['rule.day', { kind: 'monthly', day: 32 }],
  ['rule.day', { kind: 'monthly' }],
  ['rule.day.businessDay', { kind: 'monthly', day: { businessDay: 0 } }],
  ['rule.monthsLater', { kind: 'monthly', day: 10, monthsLater: '1' }],
  ['rule.shift', { kind: 'monthly', day: 10, shift: 'back' }],
  ['rule.monthOfQuarter', { kind: 'quarterly', monthOfQuarter: 0, day: 'end' }],
  ['rule.months', { kind: 'yearly', months: 4, day: 1 }],
  ['rule.months[0]', { kind: 'yearly', months: [13], day: 1 }],
  ['rule.unit', { kind: 'after-occasion', length: 5, unit: 'weeks' }],
  ['rule.length', { kind: 'after-occasion', length: 2 ** 60, unit: 'business-days' }],
  ['rule.firstDay', { kind: 'after-occasion', length: 5, unit: 'months', firstDay: true }],
  ['rule.monthsLater', { kind: 'month-after-occasion', day: 10 }],
])('%s is refused by its name: %j', (field, rule) => {
  for (const call of [() => dueDates(rule as never, window), () => describeDueRule(rule as never)]) {
    expect(call).toThrow(InvalidInputError)
    expect(call).toThrow(new RegExp(`^${field.replace(/[.[\]]/g, '\\$&')}に`))
  }
})

test('occasions and texts are refused by their names too', () => {
  const rule = { kind: 'after-occasion', length: 5, unit: 'calendar-days' } as const
  expect(() => dueDates(rule, { ...window, occasions: ['2026-04-01', 'きょう'] })).toThrow('occasions[1]')
  expect(() => dueAfter(rule, '2026-04-31')).toThrow('occasionOn')
  expect(() => parseDueRule(10 as never)).toThrow('text')
})
