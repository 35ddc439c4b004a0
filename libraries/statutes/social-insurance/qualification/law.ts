import type { Rate } from '../../core/rounding.ts'
import type { Statute } from '../../core/statute.ts'

/** 4分の3基準: weekly hours and monthly days of an ordinary worker that make a part-timer insured in any company. */
export const threeQuartersRule: Statute<Rate> = {
  name: '健康保険・厚生年金保険の4分の3基準',
  nameEn: 'Three quarters of ordinary working time',
  keyedBy: 'calendar-date',
  checkedThrough: '2035-12-31',
  versions: [
    {
      from: '2016-10-01',
      value: { parts: 3, over: 4 },
      source: {
        law: '健康保険法（大正11年法律第70号）、厚生年金保険法（昭和29年法律第115号）',
        article: '3条1項9号；12条5号',
        url: 'https://laws.e-gov.go.jp/law/211AC0000000070',
        trust: 'S',
      },
    },
  ],
}

/** What a short-time worker below three quarters must fulfil; yen a month, minutes a week, pension-insured people of the company. */
export type ShortTimeConditions = { weeklyMinutes: number; monthlyPay: number; companyInsured: number }

const expansion = {
  law: '社会経済の変化を踏まえた年金制度の機能強化のための国民年金法等の一部を改正する等の法律（令和7年法律第74号）',
  article: '健康保険法3条1項9号、厚生年金保険法12条5号の改正',
  title: '社会保険適用拡大（日本年金機構）',
  url: 'https://www.nenkin.go.jp/tokusetsu/tekiyokakudai.html',
  trust: 'S',
} as const

/** 短時間労働者の適用要件: the pay condition ends in October 2026, the size of the company falls from October 2027 to none in 2035. */
export const shortTimeConditions: Statute<ShortTimeConditions> = {
  name: '短時間労働者の健康保険・厚生年金保険の適用要件',
  nameEn: 'Conditions for insuring short-time workers',
  keyedBy: 'calendar-date',
  checkedThrough: '2035-12-31',
  versions: [
    {
      from: '2024-10-01',
      value: { weeklyMinutes: 1_200, monthlyPay: 88_000, companyInsured: 51 },
      source: {
        ...expansion,
        law: '健康保険法（大正11年法律第70号）、厚生年金保険法（昭和29年法律第115号）',
        article: '3条1項9号；12条5号',
      },
    },
    { from: '2026-10-01', value: { weeklyMinutes: 1_200, monthlyPay: 0, companyInsured: 51 }, source: expansion },
    { from: '2027-10-01', value: { weeklyMinutes: 1_200, monthlyPay: 0, companyInsured: 36 }, source: expansion },
    { from: '2029-10-01', value: { weeklyMinutes: 1_200, monthlyPay: 0, companyInsured: 21 }, source: expansion },
    { from: '2032-10-01', value: { weeklyMinutes: 1_200, monthlyPay: 0, companyInsured: 11 }, source: expansion },
    { from: '2035-10-01', value: { weeklyMinutes: 1_200, monthlyPay: 0, companyInsured: 0 }, source: expansion },
  ],
}

const employmentLaw = {
  law: '雇用保険法（昭和49年法律第116号）',
  article: '6条',
  url: 'https://laws.e-gov.go.jp/law/349AC0000000116',
  trust: 'S',
} as const

/** Employment insurance: minutes a week, 10 hours from October 2028. */
export const employmentConditions: Statute<{ weeklyMinutes: number }> = {
  name: '雇用保険の適用要件',
  nameEn: 'Conditions of employment insurance',
  keyedBy: 'calendar-date',
  checkedThrough: '2035-12-31',
  versions: [
    { from: '2010-04-01', value: { weeklyMinutes: 1_200 }, source: employmentLaw },
    {
      from: '2028-10-01',
      value: { weeklyMinutes: 600 },
      source: { ...employmentLaw, law: '雇用保険法等の一部を改正する法律（令和6年法律第26号）' },
    },
  ],
}
