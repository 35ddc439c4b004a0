import type { Statute } from '../../core/statute.ts'
import { actReadThrough, circular, standardsAct, standardsRule } from '../sources.ts'

/** Percent added to the pay of an hour; over so many minutes of overtime in a month the higher rate. */
export type PremiumRates = {
  overtimePercent: number
  over60Percent: number
  over60FromMinutes: number
  legalHolidayPercent: number
  nightPercent: number
}

const rates: PremiumRates = {
  overtimePercent: 25,
  over60Percent: 50,
  over60FromMinutes: 3600,
  legalHolidayPercent: 35,
  nightPercent: 25,
}

/** 割増賃金率 (労働基準法37条, 平成6年政令第5号, 施行規則20条). */
export const premiumRates: Statute<PremiumRates> = {
  name: '割増賃金の率',
  nameEn: 'Premium rates of pay',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [
    {
      from: '2019-04-01',
      value: rates,
      source: standardsAct('37条1項・4項、割増率の政令（平成6年政令第5号）、施行規則20条'),
    },
  ],
}

/** 中小企業: the rate over 60 hours was put off until 2023-03-31 (労働基準法旧附則138条). */
export const premiumRatesOfSmallCompanies: Statute<PremiumRates> = {
  name: '割増賃金の率（中小企業）',
  nameEn: 'Premium rates of pay, small and medium companies',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [
    {
      from: '2019-04-01',
      value: { ...rates, over60Percent: rates.overtimePercent },
      source: standardsAct('旧附則138条', 'S'),
    },
    { from: '2023-04-01', value: rates, source: standardsAct('37条1項ただし書') },
  ],
}

/** Pay that stays out of the base: these seven and no other, by what they are and not by their names (施行規則21条). */
export const excludedFromBase = [
  'family',
  'commuting',
  'separation',
  'child-education',
  'housing',
  'extraordinary',
  'over-one-month',
] as const

/** 割増賃金の基礎から除く賃金 (労働基準法37条5項, 施行規則21条); of those, paid to everyone alike the first five stay in. */
export const premiumBase: Statute<{ excluded: readonly string[]; excludedUnlessFlat: readonly string[] }> = {
  name: '割増賃金の基礎となる賃金',
  nameEn: 'Base of premium pay',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [
    {
      from: '2019-04-01',
      value: { excluded: excludedFromBase, excludedUnlessFlat: excludedFromBase.slice(0, 5) },
      source: standardsRule('19条・21条（法37条5項）', 'V'),
    },
  ],
}

/** 端数処理: the only roundings that are no breach of article 24 or 37 (昭和63年3月14日基発150号). */
export const allowedRounding: Statute<{ hoursFromMinutes: number; hourMinutes: number }> = {
  name: '割増賃金の端数処理',
  nameEn: 'Rounding of premium pay',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [
    {
      from: '2019-04-01',
      value: { hoursFromMinutes: 30, hourMinutes: 60 },
      source: circular(
        '昭和63年3月14日基発150号',
        '賃金計算の端数の取扱い',
        'https://blog.workcloud.jp/2016/11/25/salary_calculation_rounding/',
      ),
    },
  ],
}
