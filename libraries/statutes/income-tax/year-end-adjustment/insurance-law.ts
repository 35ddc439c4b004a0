import type { Rate } from '../../core/rounding.ts'
import type { Source, Statute } from '../../core/statute.ts'

/** Up to this premium: the premium times rate, raised to a yen, plus the amount. */
export type PremiumStep = { readonly through: number; readonly rate: Rate; readonly plus: number }

const nothing: Rate = { parts: 0, over: 1 }
const whole: Rate = { parts: 1, over: 1 }
const half: Rate = { parts: 1, over: 2 }
const quarter: Rate = { parts: 1, over: 4 }

export type LifeInsuranceLaw = {
  readonly newContract: readonly PremiumStep[]
  readonly oldContract: readonly PremiumStep[]
  /** 新生命保険料 of a person with a dependent under 23, where the year has that rule. */
  readonly newGeneralWithYoung?: readonly PremiumStep[]
  /** All classes together. */
  readonly most: number
}

export type EarthquakeLaw = { readonly most: number; readonly oldLongTerm: readonly PremiumStep[] }

/** Premiums counted whole up to the first limit, then by half and by quarter, then the most. */
const scale = (first: number, second: number, third: number, most: number): readonly PremiumStep[] => [
  { through: first, rate: whole, plus: 0 },
  { through: second, rate: half, plus: first / 2 },
  { through: third, rate: quarter, plus: most / 2 },
  { through: Number.POSITIVE_INFINITY, rate: nothing, plus: most },
]

const contracts = {
  newContract: scale(20_000, 40_000, 80_000, 40_000),
  oldContract: scale(25_000, 50_000, 100_000, 50_000),
  most: 120_000,
}

const source = (law: string, article: string, year: 2025 | 2026): Source => ({
  law,
  article,
  title: `令和${year - 2018}年分 年末調整のしかた（保険料控除）`,
  url: `https://www.nta.go.jp/publication/pamph/gensen/nencho${year}/01.htm`,
  trust: 'V',
})

/** 生命保険料控除. */
export const lifeInsuranceDeduction: Statute<LifeInsuranceLaw> = {
  name: '生命保険料控除',
  nameEn: 'Life insurance deduction',
  keyedBy: 'calendar-year',
  checkedThrough: '2027-12-31',
  versions: [
    { from: '2025-01-01', value: contracts, source: source('所得税法', '76条', 2025) },
    {
      from: '2026-01-01',
      value: { ...contracts, newGeneralWithYoung: scale(30_000, 60_000, 120_000, 60_000) },
      source: source('所得税法・租税特別措置法', '法76条、措法41条の15の5', 2026),
    },
  ],
}

/** 地震保険料控除, with 旧長期損害保険料. */
export const earthquakeInsuranceDeduction: Statute<EarthquakeLaw> = {
  name: '地震保険料控除',
  nameEn: 'Earthquake insurance deduction',
  keyedBy: 'calendar-year',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2025-01-01',
      value: {
        most: 50_000,
        oldLongTerm: [
          { through: 10_000, rate: whole, plus: 0 },
          { through: 20_000, rate: half, plus: 5_000 },
          { through: Number.POSITIVE_INFINITY, rate: nothing, plus: 15_000 },
        ],
      },
      source: source('所得税法・平成18年改正法附則', '法77条、附則10条2項', 2026),
    },
  ],
}
