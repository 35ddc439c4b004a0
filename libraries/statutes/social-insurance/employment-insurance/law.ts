import type { Rate } from '../../core/rounding.ts'
import type { Statute } from '../../core/statute.ts'

/** 一般の事業, 農林水産・清酒製造の事業, 建設の事業. Raising cattle, dairy, poultry, pigs and gardening count as general. */
export const employmentBusinesses = ['general', 'agriculture', 'construction'] as const
export type EmploymentBusiness = (typeof employmentBusinesses)[number]

/** The worker’s part, the employer’s part and of it the two programmes (雇用保険二事業). */
export type EmploymentRates = Readonly<
  Record<EmploymentBusiness, { worker: Rate; employer: Rate; twoProgrammes: Rate }>
>

const law = '労働保険の保険料の徴収等に関する法律（昭和44年法律第84号）'
const perMille = (tenths: number): Rate => ({ parts: tenths, over: 10_000 })
const rates = (worker: number, employer: number, twoProgrammes: number) => ({
  worker: perMille(worker),
  employer: perMille(employer),
  twoProgrammes: perMille(twoProgrammes),
})

/** 雇用保険料率, by the closing date of the wages. */
export const employmentInsuranceRates: Statute<EmploymentRates> = {
  name: '雇用保険料率',
  nameEn: 'Employment insurance rates',
  keyedBy: 'closing-date',
  checkedThrough: '2027-03-31',
  versions: [
    {
      from: '2025-04-01',
      value: { general: rates(55, 90, 35), agriculture: rates(65, 100, 35), construction: rates(65, 110, 45) },
      source: {
        law,
        article: '12条4項、31条',
        title: '令和7年度雇用保険料率のご案内',
        url: 'https://www.mhlw.go.jp/content/001401966.pdf',
        trust: 'V',
      },
    },
    {
      from: '2026-04-01',
      value: { general: rates(50, 85, 35), agriculture: rates(60, 95, 35), construction: rates(60, 105, 45) },
      source: {
        law,
        article: '12条4項、31条',
        title: '令和8年度雇用保険料率のご案内',
        url: 'https://www.mhlw.go.jp/content/001692566.pdf',
        trust: 'V',
      },
    },
  ],
}

/** The rate of the fiscal year in which the wages are closed holds, whenever they are paid. */
export const employmentInsuranceTiming: Statute<'closing-date'> = {
  name: '雇用保険料率の適用日（賃金締切日）',
  nameEn: 'Which date decides the employment insurance rate',
  keyedBy: 'closing-date',
  checkedThrough: '2027-03-31',
  versions: [
    {
      from: '2025-04-01',
      value: 'closing-date',
      source: {
        law,
        article: '11条、15条',
        title: '新しい料率は4月1日以後最初の賃金締切日から（厚生労働省）',
        url: 'https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000108634.html',
        trust: 'S',
      },
    },
  ],
}

/** 50 sen or less is dropped when deducted from pay, less than 50 sen when the worker pays in cash. */
export const employmentInsuranceRounding: Statute<{ deducted: 'half-down'; cash: 'half-up'; employer: 'floor' }> = {
  name: '雇用保険料の端数処理',
  nameEn: 'Rounding of the employment insurance premium',
  keyedBy: 'closing-date',
  checkedThrough: '2027-03-31',
  versions: [
    {
      from: '2025-04-01',
      value: { deducted: 'half-down', cash: 'half-up', employer: 'floor' },
      source: {
        law: '通貨の単位及び貨幣の発行等に関する法律（昭和62年法律第42号）、国等の債権債務等の金額の端数計算に関する法律（昭和25年法律第61号）',
        article: '3条；2条',
        title: '令和8年度雇用保険料率のご案内',
        url: 'https://www.mhlw.go.jp/content/001692566.pdf',
        trust: 'V',
      },
    },
  ],
}
