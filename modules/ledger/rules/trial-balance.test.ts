import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanceRowsOf } from './balance-rows.ts'
import { fiscalYearOf, seriesOf } from './fiscal-year.ts'
import { readyChart } from './ready-chart.ts'
import { type AccountTotals, trialBalance } from './trial-balance.ts'

const accounts = readyChart.map((account) => ({ ...account, accountId: account.code }))
const totals = (accountId: string, before: number, opening: number, debit: number, credit: number): AccountTotals => ({
  ...{ accountId, subAccountId: null, departmentId: null, before, opening, debit, credit },
})

describe('事業年度', () => {
  test.each([
    ['2026-03-31', 4, '2025-04-01', '2026-03-31'],
    ['2026-04-01', 4, '2026-04-01', '2027-03-31'],
    ['2026-12-31', 1, '2026-01-01', '2026-12-31'],
    ['2028-02-29', 3, '2027-03-01', '2028-02-29'],
  ])('of %s in a year that begins in month %d is %s to %s', (on, month, startsOn, endsOn) => {
    expect(fiscalYearOf(on, { month, day: 1 })).toEqual({ startsOn, endsOn })
  })

  test('may begin within a month, and numbers its journals in a series of its own', () => {
    expect(fiscalYearOf('2026-03-20', { month: 3, day: 21 })).toEqual({ startsOn: '2025-03-21', endsOn: '2026-03-20' })
    expect(seriesOf('2027-03-31', { month: 4, day: 1 })).toBe('ledger.journal 2026-04')
    expect(seriesOf('2027-04-01', { month: 4, day: 1 })).toBe('ledger.journal 2027-04')
  })
})

/** What stands between two sums of 区分 comes to the second of them. */
function expectToAddUp({ accounts: rows, groups }: ReturnType<typeof trialBalance>): void {
  const named = rows.map((row) => ({ ...row, parts: [] }))
  let since = { opening: 0, debit: 0, credit: 0, closing: 0 }
  for (const row of balanceRowsOf({ accounts: named, groups })) {
    const { opening, debit, credit, closing } = row
    if (row.kind !== 'sum')
      since = {
        ...{ opening: since.opening + opening, debit: since.debit + debit },
        ...{ credit: since.credit + credit, closing: since.closing + closing },
      }
    else if (row.isDivision) {
      expect({ sum: row.key, ...since }).toEqual({ sum: row.key, opening, debit, credit, closing })
      since = { opening: 0, debit: 0, credit: 0, closing: 0 }
    }
  }
}

describe('合計残高試算表', () => {
  test('carries profit forward, takes contra accounts off, and calls a loss a profit below zero', () => {
    const { accounts: rows, groups } = trialBalance(accounts, [
      totals('103', 1_000_000, 200_000, 500_000, 620_000),
      totals('118', -20_000, 0, 0, 5_000),
      totals('300', -700_000, 0, 0, 0),
      totals('400', -900_000, -200_000, 0, 500_000),
      totals('600', 620_000, 0, 620_000, 0),
      totals('652', 0, 0, 5_000, 0),
    ])
    expect(rows.map((row) => [row.name, row.opening, row.debit, row.credit, row.closing])).toEqual([
      ['普通預金', 1_200_000, 500_000, 620_000, 1_080_000],
      ['貸倒引当金', 20_000, 0, 5_000, 25_000],
      ['資本金', 700_000, 0, 0, 700_000],
      ['繰越利益剰余金', 280_000, 0, 0, 280_000],
      ['売上高', 200_000, 0, 500_000, 700_000],
      ['役員報酬', 0, 620_000, 0, 620_000],
      ['貸倒引当金繰入額', 0, 5_000, 0, 5_000],
    ])
    const closing = Object.fromEntries(groups.map((group) => [group.group, group.closing]))
    expect(closing).toMatchObject({
      'current-assets': 1_055_000,
      assets: 1_055_000,
      'retained-earnings': 355_000,
      'shareholders-equity': 1_055_000,
      'liabilities-and-net-assets': 1_055_000,
      'operating-profit': 75_000,
      'net-profit': 75_000,
    })
  })

  test('of totals that balance, balances: assets are liabilities and net assets, and every column of rows adds up to its sum', () => {
    const place = fc.integer({ min: 0, max: accounts.length - 1 })
    const amount = fc.integer({ min: 1, max: 1_000_000_000 })
    const when = fc.constantFrom<'before' | 'opening' | 'period'>('before', 'opening', 'period')
    const journal = fc.record({ debit: place, credit: place, amount, when })
    fc.assert(
      fc.property(fc.array(journal, { maxLength: 60 }), (journals) => {
        const rows = journals.flatMap(({ debit, credit, amount: yen, when: at }) => {
          const row = (code: string, sign: 1 | -1) =>
            at === 'period'
              ? totals(code, 0, 0, sign > 0 ? yen : 0, sign < 0 ? yen : 0)
              : totals(code, at === 'before' ? sign * yen : 0, at === 'opening' ? sign * yen : 0, 0, 0)
          return [row(accounts[debit]?.code ?? '', 1), row(accounts[credit]?.code ?? '', -1)]
        })
        const balance = trialBalance(accounts, rows)
        expect(balance.debit).toBe(balance.credit)
        for (const at of ['opening', 'closing'] as const) {
          const of = (name: string) => balance.groups.find(({ group }) => group === name)?.[at] ?? 0
          expect(of('assets')).toBe(of('liabilities-and-net-assets'))
        }
        expectToAddUp(balance)
      }),
    )
  })
})
