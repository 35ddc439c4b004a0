import type { Statute } from '../../core/statute.ts'

/** A depreciation method of the law since April 2007 (法人税法施行令48条の2). */
export type DepreciationMethod = 'straight-line' | 'declining-balance-200' | 'declining-balance-250'

/** When assets had to be acquired for a method to apply to them; `through` is absent where it still applies. */
export type AcquisitionWindow = { readonly from: string; readonly through?: string }

const usefulLives = {
  law: '減価償却資産の耐用年数等に関する省令（昭和40年大蔵省令第15号）',
  url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/shotoku/2106.htm',
} as const

/** 減価償却の方法: rates of 別表第八 (定額), 別表第十 (200%定率) and 別表第九 (250%定率), for lives of 2 to 50 years. */
export const depreciationLaw: Statute<Record<DepreciationMethod, AcquisitionWindow>> = {
  name: '減価償却資産の償却率',
  nameEn: 'Depreciation rates',
  keyedBy: 'in-service-date',
  checkedThrough: '2027-03-31',
  versions: [
    {
      from: '2007-04-01',
      value: {
        'straight-line': { from: '2007-04-01' },
        'declining-balance-250': { from: '2007-04-01', through: '2012-03-31' },
        'declining-balance-200': { from: '2012-04-01' },
      },
      source: { ...usefulLives, article: '別表第八、別表第九、別表第十', trust: 'S' },
    },
  ],
}

/** Kinds of asset that may only be written off in equal parts, since when (法人税法施行令48条の2第1項1号). */
export type AssetKind = 'building' | 'building-equipment' | 'structure' | 'intangible' | 'other'

export const straightLineOnlyLaw: Statute<readonly AssetKind[]> = {
  name: '定額法に限られる資産',
  nameEn: 'Assets that are depreciated by the straight-line method only',
  keyedBy: 'in-service-date',
  checkedThrough: '2027-03-31',
  versions: [
    {
      from: '2007-04-01',
      value: ['building', 'intangible'],
      source: {
        law: '法人税法施行令',
        article: '48条の2第1項',
        url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/hojin/5409.htm',
        trust: 'S',
      },
    },
    {
      from: '2016-04-01',
      value: ['building', 'intangible', 'building-equipment', 'structure'],
      source: {
        law: '法人税法施行令',
        article: '48条の2第1項1号',
        title: '平成28年度税制改正',
        url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/hojin/5409.htm',
        trust: 'S',
      },
    },
  ],
}

/** What may be charged off without the useful life; amounts in yen. */
export type SmallAssets = {
  /** 少額の減価償却資産: below this, expense at once. */
  readonly expenseBelow: number
  /** 一括償却資産: below this, in equal parts over 36 months. */
  readonly threeYearsBelow: number
  /** 中小企業者等の少額減価償却資産の特例: below this, at once, up to `yearlyTotal`, with at most `employees`. */
  readonly smallCompany?: { readonly below: number; readonly yearlyTotal: number; readonly employees: number }
}

export const smallAssetLaw: Statute<SmallAssets> = {
  name: '少額の減価償却資産・一括償却資産・中小企業者等の特例',
  nameEn: 'Small depreciable assets',
  keyedBy: 'in-service-date',
  checkedThrough: '2029-03-31',
  versions: [
    {
      from: '2020-04-01',
      value: {
        expenseBelow: 100_000,
        threeYearsBelow: 200_000,
        smallCompany: { below: 300_000, yearlyTotal: 3_000_000, employees: 500 },
      },
      source: {
        law: '法人税法施行令／租税特別措置法',
        article: '133条、133条の2／67条の5',
        title: 'No.5408',
        url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/hojin/5408.htm',
        trust: 'S',
      },
    },
    {
      from: '2026-04-01',
      value: {
        expenseBelow: 100_000,
        threeYearsBelow: 200_000,
        smallCompany: { below: 400_000, yearlyTotal: 3_000_000, employees: 400 },
      },
      source: {
        law: '租税特別措置法',
        article: '67条の5',
        title: '令和8年法律第12号 附則35条・65条',
        url: 'https://www.mof.go.jp/tax_policy/tax_reform/outline/fy2026/08taikou_03.htm',
        published: '2026-03-31',
        trust: 'S',
      },
    },
  ],
}
