import { expect, test } from 'vitest'
import { around, daysShown } from './days-shown.ts'

test('a month is shown in whole weeks, from Monday or from Sunday', () => {
  const fromMonday = daysShown('month', '2026-11-20', 1)
  expect([fromMonday[0], fromMonday.at(-1), fromMonday.length]).toEqual(['2026-10-26', '2026-12-06', 42])
  const fromSunday = daysShown('month', '2026-11-20', 0)
  expect([fromSunday[0], fromSunday.at(-1), fromSunday.length]).toEqual(['2026-11-01', '2026-12-05', 35])
})

test('a week holds its day', () => {
  expect(daysShown('week', '2026-11-20', 1)).toEqual([
    '2026-11-16',
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
  ])
})

test('the next month begins with its first day', () => {
  expect([around('month', '2026-01-31', 1), around('month', '2026-01-31', -1)]).toEqual(['2026-02-01', '2025-12-01'])
  expect(around('week', '2026-11-20', 1)).toBe('2026-11-27')
})
