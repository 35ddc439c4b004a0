import { describe, expect, test } from 'vitest'
import { change, emptyDraft, newLine } from './entry-draft.ts'
import { splitDays, splitLines } from './split-lines.ts'

const draft = change(emptyDraft('2026-10-22', null), {
  serviceFrom: '2026-09-21',
  serviceUntil: '2026-10-20',
  lines: [newLine([], { amount: 110_000, description: '保守 9/21〜10/20' })],
})

describe('a service from 9/21 to 10/20 of 2026', () => {
  test('offers to be split at 9/30', () => {
    expect(splitDays(draft)).toEqual([{ day: '2026-09-30', label: '9/30' }])
  })
  test('splits by days, ten of thirty before, and the parts sum to the line', () => {
    const lines = splitLines(draft)
    expect(lines.map(({ amount, serviceFrom, serviceUntil }) => [amount, serviceFrom, serviceUntil])).toEqual([
      [36_666, '2026-09-21', '2026-09-30'],
      [73_334, '2026-10-01', '2026-10-20'],
    ])
    expect(new Set(lines.map(({ rowId }) => rowId)).size).toBe(2)
  })
  test('is not offered again once it is split', () => {
    expect(splitDays({ ...draft, lines: splitLines(draft) })).toEqual([])
  })
})

test('a single day, or a period within one law, is left whole', () => {
  const single = change(draft, { serviceFrom: '2026-10-20', serviceUntil: null })
  expect(splitDays(single)).toEqual([])
  expect(splitLines(change(draft, { serviceFrom: '2026-10-01' })).map(({ amount }) => amount)).toEqual([110_000])
})
