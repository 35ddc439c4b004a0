import { describe, expect, test } from 'vitest'
import { amountIn, dateIn, directionIn } from './cells.ts'

describe('cells as banks write them', () => {
  test.each([
    ...([
      ['1,234', 1234],
      ['１２３', 123],
      ['▲5,000', -5000],
      ['△1', -1],
      ['−2', -2],
      ['(3)', -3],
      ['4-', -4],
    ] as const),
    ...([
      ['¥1,000', 1000],
      ['500円', 500],
      ['+7', 7],
      ['0', 0],
      ['', 'blank'],
      ['-', 'blank'],
      ['***', 'blank'],
    ] as const),
    ...([
      ['1.5', undefined],
      ['abc', undefined],
      ['1,23', undefined],
      ['1,234.00', 1234],
      ['５００−', -500],
      ['--1', undefined],
    ] as const),
  ])('amount %s → %s', (cell, amount) => {
    expect(amountIn(cell)).toBe(amount)
  })
  test.each([
    ...([
      ['2026/4/1', '2026-04-01'],
      ['2026.04.01', '2026-04-01'],
      ['20260401', '2026-04-01'],
      ['R8.4.1', '2026-04-01'],
    ] as const),
    ...([
      ['令和 08 年 04 月 01 日', '2026-04-01'],
      ['080401', '2026-04-01'],
      ['26/4/1', '2026-04-01'],
    ] as const),
    ...([
      ['2026/2/30', undefined],
      ['合計', undefined],
      ['4/1', undefined],
    ] as const),
  ])('date %s → %s', (cell, date) => {
    expect(dateIn(cell, undefined, undefined)).toBe(date)
  })
  test.each([
    ...([
      ['入金', 'deposit'],
      ['出金', 'withdrawal'],
      ['お支払い', 'withdrawal'],
      ['預かり', 'deposit'],
      ['お受取り', 'deposit'],
      ['払戻し', 'withdrawal'],
      ['1', 'deposit'],
    ] as const),
    ...([
      ['2', 'withdrawal'],
      ['預金引出', 'withdrawal'],
      ['入出金', undefined],
      ['', undefined],
    ] as const),
  ])('direction %s → %s', (cell, direction) => {
    expect(directionIn(cell)).toBe(direction)
  })
})
