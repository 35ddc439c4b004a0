import type { Source, Statute } from '../../core/statute.ts'
import type { DependentKind, Disability } from './input.ts'

export type PeopleLaw = {
  /** 同一生計配偶者・扶養親族: own total income of at most this. */
  readonly relativeIncome: number
  readonly dependents: Readonly<Record<DependentKind, number>>
  readonly disability: Readonly<Record<Disability, number>>
  /** Younger than this: 所得金額調整控除 and the higher 生命保険料控除. */
  readonly youngUnder: number
  readonly widow: OwnDeduction
  readonly singleParent: OwnDeduction
  readonly workingStudent: OwnDeduction
}

/** A deduction for the employee's own situation, up to a total income. */
export type OwnDeduction = { readonly amount: number; readonly incomeThrough: number }

export type SpouseLaw = {
  /** Total income of the employee up to which each column applies. */
  readonly columns: readonly number[]
  /** 配偶者控除 (income of the spouse as in PeopleLaw), 老人控除対象配偶者 of 70 or more. */
  readonly general: readonly number[]
  readonly aged: readonly number[]
  /** 配偶者特別控除 by the income of the spouse above that. */
  readonly special: readonly { readonly through: number; readonly amounts: readonly number[] }[]
}

const nencho = (year: 2025 | 2026) => `https://www.nta.go.jp/publication/pamph/gensen/nencho${year}/01.htm`
const source = (article: string, year: 2025 | 2026): Source => ({
  law: '所得税法',
  article,
  title: `令和${year - 2018}年分 年末調整のしかた`,
  url: nencho(year),
  trust: 'V',
})

const amounts = {
  dependents: {
    general: 380_000,
    specific: 630_000,
    aged: 480_000,
    'aged-living-together': 580_000,
    'under-16': 0,
  },
  disability: { general: 270_000, special: 400_000, 'special-living-together': 750_000 },
  youngUnder: 23,
  widow: { amount: 270_000, incomeThrough: 5_000_000 },
  singleParent: { amount: 350_000, incomeThrough: 5_000_000 },
}

const amounts2026: PeopleLaw = {
  ...amounts,
  relativeIncome: 620_000,
  workingStudent: { amount: 270_000, incomeThrough: 890_000 },
}

/** 扶養控除・障害者控除・寡婦控除・ひとり親控除・勤労学生控除. */
export const peopleDeductions: Statute<PeopleLaw> = {
  name: '扶養控除・障害者等の控除',
  nameEn: 'Deductions for dependents, disability and own situation',
  keyedBy: 'calendar-year',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2025-01-01',
      value: { ...amounts, relativeIncome: 580_000, workingStudent: { amount: 270_000, incomeThrough: 850_000 } },
      source: source('2条・79条〜82条・84条', 2025),
    },
    {
      from: '2026-01-01',
      value: amounts2026,
      source: source('2条・79条〜82条・84条', 2026),
    },
    {
      from: '2027-01-01',
      value: { ...amounts2026, singleParent: { ...amounts.singleParent, amount: 380_000 } },
      source: {
        law: '所得税法（令和8年法律第12号による改正後）',
        article: '2条・79条〜82条・84条',
        title: 'ひとり親控除 35万円から38万円へ（令和9年分以後）',
        url: 'https://wakaruzei.com/r8-hitorioyakoujo',
        trust: 'S',
      },
    },
  ],
}

/** 配偶者控除・配偶者特別控除. */
export const spouseDeduction: Statute<SpouseLaw> = {
  name: '配偶者控除・配偶者特別控除',
  nameEn: 'Spouse deductions',
  keyedBy: 'calendar-year',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2025-01-01',
      value: {
        columns: [9_000_000, 9_500_000, 10_000_000],
        general: [380_000, 260_000, 130_000],
        aged: [480_000, 320_000, 160_000],
        special: [
          { through: 950_000, amounts: [380_000, 260_000, 130_000] },
          { through: 1_000_000, amounts: [360_000, 240_000, 120_000] },
          { through: 1_050_000, amounts: [310_000, 210_000, 110_000] },
          { through: 1_100_000, amounts: [260_000, 180_000, 90_000] },
          { through: 1_150_000, amounts: [210_000, 140_000, 70_000] },
          { through: 1_200_000, amounts: [160_000, 110_000, 60_000] },
          { through: 1_250_000, amounts: [110_000, 80_000, 40_000] },
          { through: 1_300_000, amounts: [60_000, 40_000, 20_000] },
          { through: 1_330_000, amounts: [30_000, 20_000, 10_000] },
        ],
      },
      source: source('83条・83条の2', 2026),
    },
  ],
}

/** 特定親族特別控除 by the relative's total income, above the limit of a dependent. */
export const specificRelativeDeduction: Statute<readonly { readonly through: number; readonly amount: number }[]> = {
  name: '特定親族特別控除',
  nameEn: 'Special deduction for specific relatives',
  keyedBy: 'calendar-year',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2025-01-01',
      value: [
        { through: 850_000, amount: 630_000 },
        { through: 900_000, amount: 610_000 },
        { through: 950_000, amount: 510_000 },
        { through: 1_000_000, amount: 410_000 },
        { through: 1_050_000, amount: 310_000 },
        { through: 1_100_000, amount: 210_000 },
        { through: 1_150_000, amount: 110_000 },
        { through: 1_200_000, amount: 60_000 },
        { through: 1_230_000, amount: 30_000 },
      ],
      source: source('84条の2', 2026),
    },
  ],
}
