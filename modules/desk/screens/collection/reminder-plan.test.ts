import { describe, expect, test } from 'vitest'
import { reminderDates } from '../../rules/reminder-days.ts'
import { calendarOfDays, withReminderDay } from './reminder-plan.ts'

describe('the plan of reminders before a collection starts', () => {
  test('days off of the company are passed over: 11/21–23 are a weekend and 勤労感謝の日', () => {
    const calendar = calendarOfDays([
      { on: '2026-11-20', open: true },
      { on: '2026-11-21', open: false },
      { on: '2026-11-22', open: false },
      { on: '2026-11-23', open: false },
      { on: '2026-11-24', open: true },
      { on: '2026-11-25', open: true },
    ])
    expect(reminderDates('2026-11-25', [-2, 1], calendar)).toEqual(['2026-11-20', '2026-11-26'])
  })

  test('a chosen day stands in order and once; an emptied one goes', () => {
    expect(withReminderDay([-2, 1, 4], 1, 6)).toEqual([-2, 4, 6])
    expect(withReminderDay([-2, 1, 4], 0, 4)).toEqual([1, 4])
    expect(withReminderDay([-2, 1, 4], 2, null)).toEqual([-2, 1])
    expect(withReminderDay([], 0, -1)).toEqual([-1])
  })
})
