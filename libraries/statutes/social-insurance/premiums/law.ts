import type { Statute } from '../../core/statute.ts'

const healthLaw = '健康保険法（大正11年法律第70号）'
const pensionLaw = '厚生年金保険法（昭和29年法律第115号）'
const healthUrl = 'https://laws.e-gov.go.jp/law/211AC0000000070'
const pensionUrl = 'https://laws.e-gov.go.jp/law/329AC0000000115'

/** 介護保険料率 of the Japan Health Insurance Association in 1/100,000 (健康保険法160条16項). */
export const careRate: Statute<number> = {
  name: '協会けんぽの介護保険料率',
  nameEn: 'Long-term care insurance rate of the Japan Health Insurance Association',
  keyedBy: 'insured-month',
  checkedThrough: '2027-02-28',
  versions: [
    {
      from: '2025-03-01',
      value: 1_590,
      source: {
        law: healthLaw,
        article: '160条16項',
        title: '令和7年度の介護保険料率',
        url: 'https://www.kyoukaikenpo.or.jp/about/business/insurance_rate/rate_prefectures/r07/index.html',
        trust: 'V',
      },
    },
    {
      from: '2026-03-01',
      value: 1_620,
      source: {
        law: healthLaw,
        article: '160条16項',
        title: '令和8年度の介護保険料率',
        url: 'https://www.kyoukaikenpo.or.jp/about/business/insurance_rate/rate_prefectures/r08/index.html',
        trust: 'V',
      },
    },
  ],
}

const levyLaw = {
  law: '健康保険法（大正11年法律第70号）、子ども・子育て支援法等の一部を改正する法律（令和6年法律第47号）',
  article: '160条の2',
  title: '子ども・子育て支援金率 0.23％（令和8年4月分から）',
  url: 'https://www.kyoukaikenpo.or.jp/about/business/insurance_rate/rate_prefectures/r08/index.html',
  trust: 'V',
} as const

/** 子ども・子育て支援金率 in 1/100,000, shared in halves by every health-insured person and the employer. */
export const childSupportLevyRate: Statute<number> = {
  name: '子ども・子育て支援金率',
  nameEn: 'Child-support levy rate',
  keyedBy: 'insured-month',
  checkedThrough: '2027-02-28',
  versions: [
    { from: '2020-09-01', value: 0, source: { ...levyLaw, title: '令和8年4月分から徴収（それより前は徴収しない）' } },
    { from: '2026-04-01', value: 230, source: levyLaw },
  ],
}

/** 厚生年金保険料率 in 1/100,000. */
export const pensionRate: Statute<number> = {
  name: '厚生年金保険料率',
  nameEn: 'Employees’ pension rate',
  keyedBy: 'insured-month',
  checkedThrough: '2027-08-31',
  versions: [
    {
      from: '2017-09-01',
      value: 18_300,
      source: { law: pensionLaw, article: '81条4項', url: pensionUrl, trust: 'V' },
    },
  ],
}

/** 子ども・子育て拠出金率 in 1/100,000; the employer alone pays it, on the pension standard. */
export const childContributionRate: Statute<number> = {
  name: '子ども・子育て拠出金率',
  nameEn: 'Child and childcare contribution rate',
  keyedBy: 'insured-month',
  checkedThrough: '2027-03-31',
  versions: [
    {
      from: '2020-04-01',
      value: 360,
      source: {
        law: '子ども・子育て支援法（平成24年法律第65号）、同法施行令',
        article: '69条、70条',
        url: 'https://laws.e-gov.go.jp/law/424AC0000000065',
        trust: 'V',
      },
    },
  ],
}

/** Ages at which care begins and ends and the pension ends, each attained on the day before the birthday. */
export const insuranceAges: Statute<{ careFrom: number; careUntil: number; pensionUntil: number }> = {
  name: '介護保険第2号被保険者と厚生年金被保険者の年齢',
  nameEn: 'Ages of long-term care and employees’ pension insurance',
  keyedBy: 'insured-month',
  checkedThrough: '2035-12-31',
  versions: [
    {
      from: '2002-04-01',
      value: { careFrom: 40, careUntil: 65, pensionUntil: 70 },
      source: {
        law: '介護保険法（平成9年法律第123号）、厚生年金保険法（昭和29年法律第115号）、年齢計算ニ関スル法律（明治35年法律第50号）',
        article: '介護保険法9条2号；厚生年金保険法14条5号；健康保険法156条',
        url: pensionUrl,
        trust: 'V',
      },
    },
  ],
}

/**
 * Health insurance ends at 75. The age is attained on the day before the birthday as always, but the insured status is lost
 * on the day after it (健康保険法36条), so on the birthday; the pension is lost on the very day (厚生年金保険法14条).
 */
export const healthInsuranceAge: Statute<number> = {
  name: '健康保険の被保険者でなくなる年齢（後期高齢者医療）',
  nameEn: 'Age at which health insurance ends',
  keyedBy: 'insured-month',
  checkedThrough: '2035-12-31',
  versions: [
    {
      from: '2008-04-01',
      value: 75,
      source: {
        law: '健康保険法（大正11年法律第70号）、高齢者の医療の確保に関する法律（昭和57年法律第80号）',
        article: '健康保険法3条1項、36条；高齢者医療確保法50条、52条',
        title: '75歳の誕生日に資格喪失（1日生まれは誕生月の前月分まで）',
        url: 'https://support.freee.co.jp/hc/ja/articles/4950106107033',
        trust: 'S',
      },
    },
  ],
}

/** Days within one month and months beyond which a bonus is exempt (健康保険法159条, since 2022-10). */
export const leaveExemption: Statute<{ daysWithinMonth: number; bonusBeyondMonths: number }> = {
  name: '産前産後休業・育児休業等の保険料免除',
  nameEn: 'Premium exemption during maternity and childcare leave',
  keyedBy: 'insured-month',
  checkedThrough: '2030-08-31',
  versions: [
    {
      from: '2022-10-01',
      value: { daysWithinMonth: 14, bonusBeyondMonths: 1 },
      source: {
        law: '健康保険法（大正11年法律第70号）、厚生年金保険法（昭和29年法律第115号）',
        article: '健康保険法159条、159条の3；厚生年金保険法81条の2、81条の2の2；健康保険法施行規則135条',
        url: healthUrl,
        trust: 'S',
      },
    },
  ],
}

/** Standard bonus: unit in yen, cap per fiscal year (April–March) for health, cap per month for the pension. */
export const standardBonus: Statute<{ unit: number; healthPerFiscalYear: number; pensionPerMonth: number }> = {
  name: '標準賞与額',
  nameEn: 'Standard bonus',
  keyedBy: 'insured-month',
  checkedThrough: '2030-08-31',
  versions: [
    {
      from: '2016-04-01',
      value: { unit: 1_000, healthPerFiscalYear: 5_730_000, pensionPerMonth: 1_500_000 },
      source: {
        law: '健康保険法（大正11年法律第70号）、厚生年金保険法（昭和29年法律第115号）',
        article: '健康保険法45条；厚生年金保険法24条の4',
        url: healthUrl,
        trust: 'V',
      },
    },
  ],
}

/** Rounding of premiums: the employee’s part when deducted from pay, the total invoiced to the company. */
export const premiumRounding: Statute<{ employee: 'half-down'; total: 'floor' }> = {
  name: '社会保険料の端数処理',
  nameEn: 'Rounding of social insurance premiums',
  keyedBy: 'insured-month',
  checkedThrough: '2030-08-31',
  versions: [
    {
      from: '2003-04-01',
      value: { employee: 'half-down', total: 'floor' },
      source: {
        law: '通貨の単位及び貨幣の発行等に関する法律（昭和62年法律第42号）、国等の債権債務等の金額の端数計算に関する法律（昭和25年法律第61号）',
        article: '3条；2条',
        title: '厚生年金保険料等の計算方法（日本年金機構）',
        url: 'https://www.nenkin.go.jp/service/kounen/hokenryo/nofu/20121026.html',
        trust: 'V',
      },
    },
  ],
}

/** Which premiums are rounded as one item: the columns of the published premium table. */
export const premiumItems: Statute<'health-and-care'> = {
  name: '社会保険料を一つの額として端数処理する単位',
  nameEn: 'Premiums that are rounded as one item',
  keyedBy: 'insured-month',
  checkedThrough: '2027-02-28',
  versions: [
    {
      from: '2020-09-01',
      value: 'health-and-care',
      source: {
        law: healthLaw,
        article: '156条、161条',
        title: '保険料額表（健康保険と介護保険は合算した一欄、支援金は別の欄）',
        url: 'https://www.kyoukaikenpo.or.jp/assets/R8_13tokyo.pdf',
        trust: 'S',
      },
    },
  ],
}
