import type { Rate } from '../../core/rounding.ts'
import type { Source, Statute } from '../../core/statute.ts'
import { percent } from '../withholding-table/withholding-table.ts'

type DeductionStep = { readonly through: number; readonly rate: Rate; readonly plus: number }
type BasicStep = { readonly through: number; readonly amount: number }
type TaxBracket = { readonly through: number; readonly rate: Rate; readonly minus: number }

/** The four tables of the computer formula; amounts are yen a month. */
export type MonthlyFormula = {
  /** 別表第一 給与所得控除: pay times rate, raised to a yen, plus the amount. */
  readonly salaryDeduction: readonly DeductionStep[]
  /** 別表第二 配偶者控除・扶養控除 for each person. */
  readonly perDependent: number
  /** 別表第三 基礎控除. */
  readonly basic: readonly BasicStep[]
  /** 別表第四: what remains times rate, less the amount; includes the surtaxes. */
  readonly brackets: readonly TaxBracket[]
}

const fixed = (through: number, plus: number): DeductionStep => ({ through, rate: percent(0), plus })

const salaryDeductionAbove: readonly DeductionStep[] = [
  { through: 299_999, rate: percent(30_000), plus: 6_667 },
  { through: 549_999, rate: percent(20_000), plus: 36_667 },
  { through: 708_330, rate: percent(10_000), plus: 91_667 },
  fixed(Number.POSITIVE_INFINITY, 162_500),
]

const basicAbove: readonly BasicStep[] = [
  { through: 2_162_499, amount: 40_000 },
  { through: 2_204_166, amount: 26_667 },
  { through: 2_245_833, amount: 13_334 },
  { through: Number.POSITIVE_INFINITY, amount: 0 },
]

const everyYear = {
  perDependent: 31_667,
  brackets: [
    { through: 162_500, rate: percent(5_105), minus: 0 },
    { through: 275_000, rate: percent(10_210), minus: 8_296 },
    { through: 579_166, rate: percent(20_420), minus: 36_374 },
    { through: 750_000, rate: percent(23_483), minus: 54_113 },
    { through: 1_500_000, rate: percent(33_693), minus: 130_688 },
    { through: 3_333_333, rate: percent(40_840), minus: 237_893 },
    { through: Number.POSITIVE_INFINITY, rate: percent(45_945), minus: 408_061 },
  ],
}

const nta = 'https://www.nta.go.jp/publication/pamph/gensen'
const formulaSource = (title: string, url: string): Source => ({
  law: '所得税法・平成24年財務省告示第116号',
  article: '法189条、告示別表第一から別表第四',
  title,
  url,
  trust: 'V',
})

/** 月額表の甲欄を適用する給与等に対する源泉徴収税額の電算機計算の特例 by the day of payment. */
export const monthlyWithholdingFormula: Statute<MonthlyFormula> = {
  name: '源泉徴収税額の電算機計算の特例',
  nameEn: 'Computer formula for monthly withholding tax',
  keyedBy: 'pay-date',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2020-01-01',
      value: {
        ...everyYear,
        salaryDeduction: [
          fixed(135_416, 45_834),
          { through: 149_999, rate: percent(40_000), plus: -8_333 },
          ...salaryDeductionAbove,
        ],
        basic: basicAbove,
      },
      source: formulaSource('令和2年分から令和7年分', `${nta}/zeigakuhyo2019/data/18.pdf`),
    },
    {
      from: '2026-01-01',
      value: {
        ...everyYear,
        salaryDeduction: [fixed(158_333, 54_167), ...salaryDeductionAbove],
        basic: [{ through: 2_120_833, amount: 48_334 }, ...basicAbove],
      },
      source: formulaSource('令和8年分（令和7年財務省告示第123号）', `${nta}/zeigakuhyo2026/data/denshi_01.pdf`),
    },
    {
      from: '2027-01-01',
      value: {
        ...everyYear,
        salaryDeduction: [fixed(169_443, 57_500), ...salaryDeductionAbove],
        basic: [{ through: 2_120_833, amount: 51_667 }, ...basicAbove],
      },
      source: formulaSource('令和9年分（令和8年財務省告示第128号）', `${nta}/zeigakuhyo2027/data/18.pdf`),
    },
  ],
}
