import { expect, test } from 'vitest'
import { monthsFrom } from './year-view.tsx'

test('November 2026 begins on a Sunday: five weeks from Sunday, six from Monday', () => {
  const [fromSunday = []] = monthsFrom('2026-11-01', 1, 0)
  expect(fromSunday.map((week) => week[0])).toEqual([
    '2026-11-01',
    '2026-11-08',
    '2026-11-15',
    '2026-11-22',
    '2026-11-29',
  ])
  const [fromMonday = []] = monthsFrom('2026-11-01', 1, 1)
  expect(fromMonday.length).toBe(6)
  expect(fromMonday[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
})

test('a business year that begins in April ends with March of the next year', () => {
  const months = monthsFrom('2027-04-01', 12, 0)
  expect(months.length).toBe(12)
  const dates = months.flat(2).filter((date) => date !== null)
  expect(dates[0]).toBe('2027-04-01')
  expect(dates.at(-1)).toBe('2028-03-31')
  expect(dates.length).toBe(366)
})
