import { expect, test } from 'vitest'
import { faceOfDay, fiscalYearAround } from './calendar-page.tsx'

test('the business year around a day begins in its own month', () => {
  expect(fiscalYearAround('2026-03-31', 4)).toBe('2025-04-01')
  expect(fiscalYearAround('2026-04-01', 4)).toBe('2026-04-01')
  expect(fiscalYearAround('2026-11-20', 1)).toBe('2026-01-01')
})

test('a computed holiday says that it is not announced yet', () => {
  const day = {
    on: '2030-05-03',
    open: false,
    bankOpen: false,
    because: 'holiday',
    name: '憲法記念日',
    guess: true,
  } as const
  expect(faceOfDay(day)).toEqual({ kind: 'holiday', mark: '祝', says: '憲法記念日（予定）' })
})
