import { weekdays } from '../calendar/days.ts'
import { day, entries, InvalidInputError, oneOf, record, text, wholeNumber } from '../core/input.ts'
import type { DayOfMonth, DueRule, DueShift } from './due-rule.ts'

const kinds = [
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'yearly',
  'after-occasion',
  'month-after-occasion',
  'as-needed',
] as const
const mostMonths = 120
const mostDays = 3_660

/** A rule as it comes from outside, every field checked; throws InvalidInputError naming it, such as `rule.day`. */
export function checkedDueRule<Rule extends DueRule>(rule: Rule): Rule {
  record('rule', rule)
  oneOf('rule.kind', rule.kind, kinds)
  checkShift(rule)
  checkFields(rule)
  return rule
}

function checkFields(rule: DueRule): void {
  switch (rule.kind) {
    case 'weekly':
      for (const [at, each] of entries('rule.weekdays', rule.weekdays, 7).entries())
        oneOf(`rule.weekdays[${at}]`, each, weekdays)
      if (rule.everyWeeks !== undefined) wholeNumber('rule.everyWeeks', rule.everyWeeks, 1, 52)
      if (rule.startsOn !== undefined) day('rule.startsOn', rule.startsOn)
      return
    case 'monthly':
      if (rule.monthsLater !== undefined) wholeNumber('rule.monthsLater', rule.monthsLater, -mostMonths, mostMonths)
      checkDay(rule.day)
      return
    case 'quarterly':
      wholeNumber('rule.monthOfQuarter', rule.monthOfQuarter, 1, 6)
      checkDay(rule.day)
      return
    case 'yearly':
      for (const [at, each] of entries('rule.months', rule.months, 12).entries())
        wholeNumber(`rule.months[${at}]`, each, 1, 12)
      checkDay(rule.day)
      return
    case 'after-occasion': {
      if (rule.occasion !== undefined) text('rule.occasion', rule.occasion)
      const unit = oneOf('rule.unit', rule.unit, ['calendar-days', 'business-days', 'months'])
      const most = unit === 'months' ? mostMonths : mostDays
      wholeNumber('rule.length', rule.length, -most, most)
      if (rule.firstDay !== undefined) oneOf('rule.firstDay', rule.firstDay, ['excluded', 'included'])
      return
    }
    case 'month-after-occasion':
      if (rule.occasion !== undefined) text('rule.occasion', rule.occasion)
      wholeNumber('rule.monthsLater', rule.monthsLater, -mostMonths, mostMonths)
      checkDay(rule.day)
      return
  }
}

function checkShift(rule: DueRule): void {
  const { shift, calendar }: DueShift = rule.kind === 'as-needed' ? {} : rule
  if (shift !== undefined) oneOf('rule.shift', shift, ['previous', 'next', 'none'])
  if (calendar !== undefined) oneOf('rule.calendar', calendar, ['company', 'bank', 'public-office'])
}

function checkDay(given: DayOfMonth): void {
  if (given === 'end') return
  if (typeof given === 'number') {
    wholeNumber('rule.day', given, 1, 31)
    return
  }
  const { businessDay } = record('rule.day', given)
  if (wholeNumber('rule.day.businessDay', businessDay, -31, 31) !== 0) return
  throw new InvalidInputError('rule.day.businessDay', businessDay, {
    ja: '第1営業日は1、最終営業日は-1と指定してください。',
    en: 'Give 1 for the first business day, -1 for the last.',
  })
}
