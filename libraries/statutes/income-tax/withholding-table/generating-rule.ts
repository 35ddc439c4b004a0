import type { WithholdingTable } from './withholding-table.ts'

/**
 * The rule by which the authority makes the printed rows, found by comparing it with every cell: an oracle for the tests
 * that knows nothing of the printed tables. Amounts are yen a month (days = 1) or a day (days = 30 for 甲乙, 22 for 丙).
 */
export type RuleYear = { minimumSalaryDeduction: number; firstSlope?: [number, number]; basic: number }

const incomeTax: readonly [number, number, number][] = [
  [162_500, 5, 0],
  [275_000, 10, 8_125],
  [579_166, 20, 35_625],
  [750_000, 23, 53_000],
  [1_500_000, 33, 128_000],
  [3_333_333, 40, 233_000],
]
const basicAtHighPay: readonly [number, number][] = [
  [2_162_499, 40_000],
  [2_204_166, 26_667],
  [2_245_833, 13_334],
]

const tiny = 1e-6
const floor = (amount: number): number => Math.floor(amount + tiny)
const ceil = (amount: number): number => Math.ceil(amount - tiny)
const nearest = (unit: number, amount: number): number => Math.floor((floor(amount) + unit / 2) / unit) * unit

/** 給与所得控除 on `pay` for `days` of a month; the constants of the month are raised to a yen per day. */
function salaryDeduction(rule: RuleYear, pay: number, days: number): number {
  const monthly = pay * days
  const sloped = (slope: number, plus: number): number => pay * slope + ceil(plus / days)
  const minimum = ceil(rule.minimumSalaryDeduction / days)
  if (rule.firstSlope && monthly < 150_000) return Math.max(minimum, sloped(...rule.firstSlope))
  if (monthly < 300_000) return monthly * 0.3 + 6_667 <= rule.minimumSalaryDeduction ? minimum : sloped(0.3, 6_667)
  if (monthly < 550_000) return sloped(0.2, 36_667)
  return monthly <= 708_330 ? sloped(0.1, 91_667) : ceil(162_500 / days)
}

/** Base income tax without surtax on `pay` for `days` of a month, with every constant raised to a yen per day. */
function baseTax(rule: RuleYear, pay: number, dependents: number, days: number): number {
  const monthly = pay * days
  const salary = salaryDeduction(rule, pay, days)
  const deducted = days === 1 ? ceil(salary) : salary
  const basic = monthly <= 2_120_833 ? rule.basic : (basicAtHighPay.find(([to]) => monthly <= to)?.[1] ?? 0)
  const left = pay - deducted - ceil(basic / days) - dependents * ceil(31_667 / days)
  if (left <= 0) return 0
  const [, percent, minus] = incomeTax.find(([to]) => left <= to / days) ?? [0, 45, 399_667]
  return (left * percent) / 100 - ceil(minus / days)
}

/** 甲欄 of the monthly table: the middle of the row, rounded to 10 before and after the surtax; below 100 yen nothing. */
export function monthlyKou(rule: RuleYear, from: number, to: number, dependents: number): number {
  const tax = nearest(10, nearest(10, baseTax(rule, (from + to) / 2, dependents, 1)) * 1.021)
  return tax < 100 ? 0 : tax
}

/** 乙欄 of the monthly table: what 2.5 times the row's beginning is taxed more than 1.5 times, rounded to 100 twice. */
export function monthlyOtsu(rule: RuleYear, from: number): number {
  const more = floor(baseTax(rule, from * 2.5, 0, 1)) - floor(baseTax(rule, from * 1.5, 0, 1))
  return nearest(100, nearest(100, more) * 1.021)
}

/** 甲欄 of the daily table: the middle of the row, rounded to 5 (2捨3入) before and after the surtax. */
export function dailyKou(rule: RuleYear, from: number, dependents: number): number {
  const nearestFive = (amount: number): number => Math.floor((floor(amount) + 2) / 5) * 5
  return nearestFive(nearestFive(baseTax(rule, from + 50, dependents, 30)) * 1.021)
}

/** 乙欄 of the daily table: as in the monthly table, rounded to 10. */
export function dailyOtsu(rule: RuleYear, from: number): number {
  const more = floor(baseTax(rule, from * 2.5, 0, 30)) - floor(baseTax(rule, from * 1.5, 0, 30))
  return nearest(10, nearest(10, more) * 1.021)
}

/** 丙欄: the row's beginning on 22 days a month with three dependents, a fraction of a yen dropped before and after the surtax. */
export function dailyHei(rule: RuleYear, from: number): number {
  return floor(floor(baseTax(rule, from, 3, 22)) * 1.021)
}

/** The rows of a printed table as numbers. */
export const printedRows = (table: WithholdingTable): number[][] =>
  table.rows
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number))
