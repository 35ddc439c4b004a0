import type { Rate } from '../../core/rounding.ts'
import type { Source, Statute } from '../../core/statute.ts'

const act = '消費税法（昭和63年法律第108号）'
const reform = '所得税法等の一部を改正する法律（平成28年法律第15号、令和8年法律第12号による改正後）'
const reviewPage = 'https://www.nta.go.jp/taxes/shiraberu/zeimokubetsu/shohi/keigenzeiritsu/invoice-review/index.htm'

/** Checked through the last year for which the reform of 2026 sets rules of the return (3割特例, 令和10年分). */
const checkedThrough = '2028-12-31'

/** What is dropped: from the tax base, from the national tax due, from the local tax due. A refund keeps its yen. */
export const filingUnitsLaw: Statute<{ taxBase: number; national: number; local: number }> = {
  name: '消費税等の申告の端数処理',
  nameEn: 'Rounding of the consumption tax return',
  keyedBy: 'tax-period',
  checkedThrough,
  versions: [
    {
      from: '2019-10-01',
      value: { taxBase: 1000, national: 100, local: 100 },
      source: {
        law: '国税通則法（昭和37年法律第66号）、地方税法（昭和25年法律第226号）',
        article: '国税通則法118条1項、119条1項、120条1項、地方税法20条の4の2',
        title: '国税庁タックスアンサー No.6371 端数計算（課税標準額は千円未満、差引税額は百円未満切捨て）',
        url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/shohi/6371.htm',
        trust: 'S',
      },
    },
  ],
}

/** Sales added up from invoices (積上げ) never go with purchases by division (割戻し). */
export const calculationMethodLaw: Statute<'no accumulated sales with divided purchases'> = {
  name: '売上税額・仕入税額の計算方法',
  nameEn: 'Methods of calculating output and input tax',
  keyedBy: 'tax-period',
  checkedThrough,
  versions: [
    {
      from: '2023-10-01',
      value: 'no accumulated sales with divided purchases',
      source: {
        law: act,
        article: '45条5項、施行令46条、62条、基本通達11-1-9、15-2-1の2',
        title: '国税庁タックスアンサー No.6383、No.6391、インボイスQ&A 問118・問119',
        url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/shohi/6391.htm',
        trust: 'V',
      },
    },
  ],
}

/** Full deduction: taxable sales of at most 500 million yen (a year) and a taxable share of at least 95 %. */
export const fullDeductionLaw: Statute<{ salesMost: number; shareLeast: Rate }> = {
  name: '仕入税額の全額控除の要件',
  nameEn: 'Conditions of full input tax deduction',
  keyedBy: 'tax-period',
  checkedThrough,
  versions: [
    {
      from: '2012-04-01',
      value: { salesMost: 500_000_000, shareLeast: { parts: 95, over: 100 } },
      source: {
        law: act,
        article: '30条1項・2項・6項、基本通達11-5-6、11-5-10',
        url: 'https://www.nta.go.jp/law/tsutatsu/kihon/shohi/11/05.htm',
        trust: 'S',
      },
    },
  ],
}

/** How much of the price of securities counts in the denominator of the taxable share (課税売上割合). */
export const securitiesShareLaw: Statute<Rate> = {
  name: '課税売上割合における有価証券の譲渡の算入割合',
  nameEn: 'Share of securities sold in the denominator of the taxable share',
  keyedBy: 'tax-period',
  checkedThrough,
  versions: [
    {
      from: '2012-04-01',
      value: { parts: 5, over: 100 },
      source: {
        law: '消費税法施行令（昭和63年政令第360号）',
        article: '48条5項',
        url: 'https://laws.e-gov.go.jp/law/363CO0000000360',
        trust: 'S',
      },
    },
  ],
}

export const businessKinds = [1, 2, 3, 4, 5, 6] as const
/** 第1種 wholesale … 第6種 real estate. */
export type BusinessKind = (typeof businessKinds)[number]

export type SimplifiedRule = {
  basePeriodSalesMost: number
  /** みなし仕入率 in percent. */
  deemedPercent: Readonly<Record<BusinessKind, number>>
  /** One business, or two of three and more, of this share of sales may lend its rate to the others. */
  dominantShare: Rate
}

export const simplifiedLaw: Statute<SimplifiedRule> = {
  name: '簡易課税制度',
  nameEn: 'Simplified taxation',
  keyedBy: 'tax-period',
  checkedThrough,
  versions: [
    {
      from: '2019-10-01',
      value: {
        basePeriodSalesMost: 50_000_000,
        deemedPercent: { 1: 90, 2: 80, 3: 70, 4: 60, 5: 50, 6: 40 },
        dominantShare: { parts: 75, over: 100 },
      },
      source: {
        law: act,
        article: '37条、施行令57条',
        title: '国税庁タックスアンサー No.6505 簡易課税制度',
        url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/shohi/6505.htm',
        trust: 'S',
      },
    },
  ],
}

/** Small issuers who are taxable only because they registered; `deductedPercent` of the output tax counts as input tax. */
export type SmallIssuerRule = {
  deductedPercent: number
  /** 2割: the period contains a day of these; 3割: the period lies within them. */
  from: string
  through: string
  individualsOnly: boolean
  basePeriodSalesMost: number
  /** Both the sales and the wages of the specified period (特定期間) above this exclude. */
  specifiedPeriodMost: number
}

const smallIssuerSource = (article: string): Source => ({
  law: reform,
  article,
  title: '国税庁 インボイス制度に関する令和8年度税制改正について、2割特例の概要、インボイスQ&A 問115',
  url: reviewPage,
  trust: 'S',
})

export const twoTenthsLaw: Statute<SmallIssuerRule> = {
  name: '2割特例',
  nameEn: 'Two-tenths rule for small issuers',
  keyedBy: 'tax-period',
  checkedThrough,
  versions: [
    {
      from: '2023-10-01',
      value: {
        deductedPercent: 80,
        from: '2023-10-01',
        through: '2026-09-30',
        individualsOnly: false,
        basePeriodSalesMost: 10_000_000,
        specifiedPeriodMost: 10_000_000,
      },
      source: smallIssuerSource('附則51条の2'),
    },
  ],
}

export const threeTenthsLaw: Statute<SmallIssuerRule> = {
  name: '3割特例',
  nameEn: 'Three-tenths rule for small individual issuers',
  keyedBy: 'tax-period',
  checkedThrough,
  versions: [
    {
      from: '2023-10-01',
      value: {
        deductedPercent: 70,
        from: '2027-01-01',
        through: '2028-12-31',
        individualsOnly: true,
        basePeriodSalesMost: 10_000_000,
        specifiedPeriodMost: 10_000_000,
      },
      source: smallIssuerSource('附則（令和8年改正により新設、個人事業者の令和9年分・令和10年分）'),
    },
  ],
}
