import { expect, test } from 'vitest'
import { weekAfter } from './next-week.ts'

test('next week begins on the Monday after this Sunday', () => {
  expect(weekAfter('2026-11-20')).toEqual({ from: '2026-11-23', until: '2026-11-29' })
  expect(weekAfter('2026-11-22')).toEqual({ from: '2026-11-23', until: '2026-11-29' })
  expect(weekAfter('2026-11-23')).toEqual({ from: '2026-11-30', until: '2026-12-06' })
})
