import type { Rate } from '../../core/rounding.ts'
import type { Source, Statute } from '../../core/statute.ts'

/** Up to this pay: the pay cut to `unit`, times rate (a fraction of a yen is dropped), plus the amount. */
export type SalaryIncomeStep = {
  readonly through: number
  readonly unit: number
  readonly rate: Rate
  readonly plus: number
}

const percent = (parts: number): Rate => ({ parts, over: 100 })
const step = (below: number, unit: number, rate: Rate, plus: number): SalaryIncomeStep => ({
  through: below - 1,
  unit,
  rate,
  plus,
})
const fixed = (below: number, amount: number): SalaryIncomeStep => step(below, 1, percent(0), amount)
const less = (below: number, minus: number): SalaryIncomeStep => step(below, 1, percent(100), -minus)

const stepsAbove: readonly SalaryIncomeStep[] = [
  step(3_600_000, 4_000, percent(70), -80_000),
  step(6_600_000, 4_000, percent(80), -440_000),
  step(8_500_000, 1, percent(90), -1_100_000),
  less(20_000_001, 1_950_000),
]

const nencho = (year: 2025 | 2026) => `https://www.nta.go.jp/publication/pamph/gensen/nencho${year}/01.htm`
const source = (law: string, article: string, year: 2025 | 2026): Source => ({
  law,
  article,
  title: `令和${year - 2018}年分 年末調整のしかた`,
  url: nencho(year),
  trust: 'V',
})
const special = '租税特別措置法'

/** 年末調整等のための給与所得控除後の給与等の金額の表, as the rule that gives every row. */
export const salaryIncomeAfterDeduction: Statute<readonly SalaryIncomeStep[]> = {
  name: '給与所得控除後の給与等の金額',
  nameEn: 'Salary income after deduction',
  keyedBy: 'calendar-year',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2025-01-01',
      value: [fixed(651_000, 0), less(1_900_000, 650_000), ...stepsAbove],
      source: source('所得税法', '28条・別表第五', 2025),
    },
    {
      from: '2026-01-01',
      value: [
        fixed(741_000, 0),
        less(2_191_000, 740_000),
        fixed(2_193_000, 1_451_000),
        fixed(2_196_000, 1_453_000),
        fixed(2_200_000, 1_456_000),
        ...stepsAbove,
      ],
      source: source(`所得税法・${special}`, '法28条・別表第五、措法29条の4', 2026),
    },
  ],
}

/** 所得金額調整控除: of the pay above `from` up to `to`, at a rate, raised to a yen. */
export const incomeAdjustment: Statute<{ readonly from: number; readonly to: number; readonly rate: Rate }> = {
  name: '所得金額調整控除',
  nameEn: 'Income adjustment deduction',
  keyedBy: 'calendar-year',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2025-01-01',
      value: { from: 8_500_000, to: 10_000_000, rate: percent(10) },
      source: source(special, '41条の3の11第1項', 2026),
    },
  ],
}

/** 年末調整の対象: pay of the year of at most this. */
export const yearEndAdjustmentLimit: Statute<number> = {
  name: '年末調整の対象となる給与の上限',
  nameEn: 'Pay up to which there is a year-end adjustment',
  keyedBy: 'calendar-year',
  checkedThrough: '2027-12-31',
  versions: [{ from: '2025-01-01', value: 20_000_000, source: source('所得税法', '190条', 2026) }],
}

/** 基礎控除 by total income. */
export const basicDeduction: Statute<readonly { readonly through: number; readonly amount: number }[]> = {
  name: '基礎控除',
  nameEn: 'Basic deduction',
  keyedBy: 'calendar-year',
  checkedThrough: '2028-12-31',
  versions: [
    {
      from: '2025-01-01',
      value: [
        { through: 1_320_000, amount: 950_000 },
        { through: 3_360_000, amount: 880_000 },
        { through: 4_890_000, amount: 680_000 },
        { through: 6_550_000, amount: 630_000 },
        { through: 23_500_000, amount: 580_000 },
        { through: 24_000_000, amount: 480_000 },
        { through: 24_500_000, amount: 320_000 },
        { through: 25_000_000, amount: 160_000 },
        { through: Number.POSITIVE_INFINITY, amount: 0 },
      ],
      source: source(`所得税法・${special}`, '法86条、措法41条の16の2', 2025),
    },
    {
      from: '2026-01-01',
      value: [
        { through: 4_890_000, amount: 1_040_000 },
        { through: 6_550_000, amount: 670_000 },
        { through: 23_500_000, amount: 620_000 },
        { through: 24_000_000, amount: 480_000 },
        { through: 24_500_000, amount: 320_000 },
        { through: 25_000_000, amount: 160_000 },
        { through: Number.POSITIVE_INFINITY, amount: 0 },
      ],
      source: source(`所得税法・${special}`, '法86条、措法41条の16の2', 2026),
    },
    {
      from: '2028-01-01',
      value: [
        { through: 1_320_000, amount: 990_000 },
        { through: 23_500_000, amount: 620_000 },
        { through: 24_000_000, amount: 480_000 },
        { through: 24_500_000, amount: 320_000 },
        { through: 25_000_000, amount: 160_000 },
        { through: Number.POSITIVE_INFINITY, amount: 0 },
      ],
      source: { ...source(`所得税法・${special}`, '法86条、措法41条の16の2（令和10年分以後）', 2026), trust: 'S' },
    },
  ],
}
