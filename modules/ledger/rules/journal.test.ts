import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type JournalLine, journalFault, reversalOf, sidesOf, signed } from './journal.ts'

const line = (side: 'debit' | 'credit', amount: number): JournalLine => ({ accountId: 'x', side, amount })

describe('a journal', () => {
  test('balances, or is refused with both sums and the difference', () => {
    expect(journalFault([line('debit', 100), line('credit', 60), line('credit', 40)])).toBeUndefined()
    expect(journalFault([line('debit', 110_000), line('credit', 100_000)])?.says.ja).toBe(
      '借方合計110,000円と貸方合計100,000円が合いません（差額10,000円）。',
    )
    expect(journalFault([])?.says.ja).toContain('借方合計0円')
  })

  test.each([0, -1, 0.5, 1e99, Number.NaN, 1_000_000_000_000])('takes no line of %d yen', (amount) => {
    expect(journalFault([line('credit', 5), line('debit', amount)])).toMatchObject({ place: 1 })
  })
})

const anyLines = fc.array(
  fc.record({
    accountId: fc.constantFrom('cash', 'sales', 'rent'),
    side: fc.constantFrom<'debit' | 'credit'>('debit', 'credit'),
    amount: fc.integer({ min: 1, max: 999_999_999_999 }),
    note: fc.string({ maxLength: 5 }),
  }),
  { maxLength: 50 },
)

describe('whatever the lines', () => {
  test('a journal without fault has equal sides, and one with unequal sides has a fault', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const { debit, credit } = sidesOf(lines)
        expect(journalFault(lines) === undefined).toBe(debit === credit && debit > 0)
        expect(lines.reduce((sum, each) => sum + signed(each), 0)).toBe(debit - credit)
      }),
    )
  })

  test('a journal and its reversal leave nothing on any account, and the reversal of the reversal is the journal', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const left = new Map<string, number>()
        for (const each of [...lines, ...reversalOf(lines)])
          left.set(each.accountId, (left.get(each.accountId) ?? 0) + signed(each))
        expect([...left.values()].every((amount) => amount === 0)).toBe(true)
        expect(reversalOf(reversalOf(lines))).toEqual(lines)
      }),
    )
  })
})
