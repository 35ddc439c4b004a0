import { expect, test } from 'vitest'
import { addMonths, monthEnd, monthOf, recentMonths } from './months.ts'

test('months begin, end and follow one another over the year', () => {
  expect(monthOf('2026-11-20')).toBe('2026-11-01')
  expect(monthEnd('2028-02-10')).toBe('2028-02-29')
  expect(addMonths('2026-11-20', 2)).toBe('2027-01-01')
  expect(addMonths('2026-01-31', -1)).toBe('2025-12-01')
  expect(recentMonths('2026-01-15', 2)).toEqual(['2026-02-01', '2026-01-01', '2025-12-01', '2025-11-01'])
})
