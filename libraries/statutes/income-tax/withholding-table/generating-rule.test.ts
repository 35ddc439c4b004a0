import { expect, test } from 'vitest'
import { lawOn } from '../../core/statute.ts'
import { dailyWithholdingTable } from '../withholding-daily/law.ts'
import { withholdingDaily } from '../withholding-daily/withholding-daily.ts'
import { monthlyWithholdingTable } from '../withholding-monthly/law.ts'
import { withholdingMonthly } from '../withholding-monthly/withholding-monthly.ts'
import {
  dailyHei,
  dailyKou,
  dailyOtsu,
  monthlyKou,
  monthlyOtsu,
  printedRows,
  type RuleYear,
} from './generating-rule.ts'

const before2026: RuleYear = { minimumSalaryDeduction: 45_834, firstSlope: [0.4, -8_333], basic: 40_000 }
const rule2026: RuleYear = { minimumSalaryDeduction: 54_167, basic: 48_334 }
const rule2027: RuleYear = { minimumSalaryDeduction: 57_500, basic: 51_667 }

const tables: [payDate: string, rule: RuleYear, rows: number, first: number][] = [
  ['2020-01-01', before2026, 245, 88_000],
  ['2025-12-31', before2026, 245, 88_000],
  ['2026-01-01', rule2026, 231, 105_000],
  ['2026-12-31', rule2026, 231, 105_000],
  ['2027-01-01', rule2027, 228, 111_000],
  ['2027-12-31', rule2027, 228, 111_000],
]

test.each(tables)(
  'every printed cell of the month on %s is found, and the rule gives the same',
  (payDate, rule, count, first) => {
    const rows = printedRows(lawOn(monthlyWithholdingTable, payDate).value)
    expect(rows).toHaveLength(count)
    expect(rows[0]?.[0]).toBe(first)
    const differences: unknown[] = []
    rows.forEach(([from = 0, ...cells], index) => {
      const to = rows[index + 1]?.[0] ?? 740_000
      cells.forEach((printed, column) => {
        const who = column < 8 ? ({ column: 'kou', dependents: column } as const) : ({ column: 'otsu' } as const)
        const made = column < 8 ? monthlyKou(rule, from, to, column) : monthlyOtsu(rule, from)
        const found = [from, to - 1].map((taxablePay) => withholdingMonthly({ payDate, taxablePay, ...who }).tax)
        if (made !== printed || found.some((tax) => tax !== printed))
          differences.push({ from, column, printed, made, found })
      })
    })
    expect(differences).toEqual([])
  },
)

test('every printed cell of the day in 2026 is found, and the rule gives the same', () => {
  const rows = printedRows(lawOn(dailyWithholdingTable, '2026-06-30').value)
  expect(rows).toHaveLength(205)
  const differences: unknown[] = []
  for (const [from = 0, ...cells] of rows) {
    cells.forEach((printed, column) => {
      const who =
        column < 8
          ? ({ column: 'kou', dependents: column } as const)
          : ({ column: column === 8 ? 'otsu' : 'hei' } as const)
      const made =
        column < 8
          ? dailyKou(rule2026, from, column)
          : column === 8
            ? dailyOtsu(rule2026, from)
            : dailyHei(rule2026, from)
      const found = [from, from + 99].map(
        (taxablePay) => withholdingDaily({ payDate: '2026-06-30', taxablePay, ...who }).tax,
      )
      if (made !== printed || found.some((tax) => tax !== printed))
        differences.push({ from, column, printed, made, found })
    })
  }
  expect(differences).toEqual([])
})

test('no published table falls anywhere: neither from row to row nor where a rate begins', () => {
  const falls: unknown[] = []
  const columns = [
    ...Array.from({ length: 8 }, (_, dependents) => ({ column: 'kou', dependents }) as const),
    { column: 'otsu', dependents: 0 } as const,
  ]
  for (const [payDate] of tables) {
    const table = lawOn(monthlyWithholdingTable, payDate).value
    const steps = [...(table.above.kou ?? []), ...(table.above.otsu ?? [])].map(({ from }) => from)
    for (const from of [...printedRows(table).map(([first = 0]) => first), ...steps]) {
      for (const who of columns) {
        const tax = (taxablePay: number) => withholdingMonthly({ payDate, taxablePay, ...who }).tax
        if (tax(from) < tax(from - 1)) falls.push({ payDate, from, ...who, before: tax(from - 1), after: tax(from) })
      }
    }
  }
  expect(falls).toEqual([])
})
