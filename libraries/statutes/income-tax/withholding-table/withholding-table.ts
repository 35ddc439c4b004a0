import { readOnce } from '../../core/read-once.ts'
import { atRate, type Rate } from '../../core/rounding.ts'

/** A rate as the tables state it, in thousandths of a percent: 5.105 % is `percent(5_105)`. */
export const percent = (parts: number): Rate => ({ parts, over: 100_000 })

/** From an amount upward: the tax at that amount (甲欄: one for each of 0 to 7 dependents) plus a rate on what is above it. */
export type TaxStep = { readonly from: number; readonly rate: Rate; readonly taxes: readonly number[] }

/** A withholding tax table (給与所得の源泉徴収税額表) as published: monthly (月額表) or daily (日額表, with 丙欄). */
export type WithholdingTable = {
  /** One row a line: 以上, 甲欄0人〜7人, 乙欄, and in the daily table 丙欄. A row ends where the next begins. */
  readonly rows: string
  /** Below the first row 甲欄 and 丙欄 are 0 and 乙欄 is this rate. */
  readonly otsuBelow: Rate
  readonly above: { readonly [column in TableColumn]?: readonly TaxStep[] }
  /** 乙欄 with 従たる給与についての扶養控除等申告書, and 甲欄 for each person above seven: less this much. */
  readonly perDependent: number
}

export type TableColumn = 'kou' | 'otsu' | 'hei'

/** 甲欄 prints 0 to 7 dependents. */
const mostDependents = 7
const columnAt = { otsu: 8, hei: 9 } as const

type ParsedTable = { readonly from: readonly number[]; readonly cells: readonly (readonly number[])[] }

const parsed = readOnce((table: WithholdingTable): ParsedTable => {
  const rows = table.rows
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number))
  return { from: rows.map(([from = 0]) => from), cells: rows.map(([, ...cells]) => cells) }
})

/** The first amount of the printed rows. */
export function firstRow(table: WithholdingTable): number {
  return parsed(table).from[0] ?? 0
}

/** Whether the tax at this amount is computed from a rate, so that a fraction of a yen can arise. */
export function isBeyondRows(table: WithholdingTable, pay: number): boolean {
  return pay < firstRow(table) || pay >= (table.above.kou?.[0]?.from ?? Number.POSITIVE_INFINITY)
}

/** The tax in a column of the table for the pay after social insurance; a fraction of a yen is dropped, less than 0 is 0. */
export function taxInTable(table: WithholdingTable, column: TableColumn, pay: number, dependents: number): number {
  const printed = column === 'kou' ? Math.min(dependents, mostDependents) : 0
  const further = column === 'hei' ? 0 : dependents - printed
  return Math.max(0, printedTax(table, column, pay, printed) - further * table.perDependent)
}

function printedTax(table: WithholdingTable, column: TableColumn, pay: number, dependents: number): number {
  const step = table.above[column]?.findLast(({ from }) => from <= pay)
  if (step) return (step.taxes[dependents] ?? 0) + atRate(pay - step.from, step.rate, 'floor')
  const { from, cells } = parsed(table)
  let low = 0
  let high = from.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((from[middle] ?? 0) <= pay) low = middle + 1
    else high = middle
  }
  if (low === 0) return column === 'otsu' ? atRate(pay, table.otsuBelow, 'floor') : 0
  return cells[low - 1]?.[column === 'kou' ? dependents : columnAt[column]] ?? 0
}
