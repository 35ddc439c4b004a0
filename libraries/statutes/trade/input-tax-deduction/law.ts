import type { Rate } from '../../core/rounding.ts'
import type { Source, Statute } from '../../core/statute.ts'

const percent = (parts: number): Rate => ({ parts, over: 100 })

const reform2026: Source = {
  law: '所得税法等の一部を改正する法律（平成28年法律第15号、令和8年法律第12号による改正後）',
  article: '附則52条、53条',
  title: '国税庁 インボイス制度に関する令和8年度税制改正について（令和8年4月）',
  url: 'https://www.nta.go.jp/taxes/shiraberu/zeimokubetsu/shohi/keigenzeiritsu/invoice-review/index.htm',
  trust: 'S',
}

/** Share of the tax in a purchase from an unregistered supplier that may be deducted (免税事業者等からの課税仕入れの経過措置). */
export const unregisteredShareLaw: Statute<Rate> = {
  name: '免税事業者等からの課税仕入れに係る経過措置の控除割合',
  nameEn: 'Deductible share of purchases from unregistered suppliers',
  keyedBy: 'transaction-date',
  checkedThrough: '2032-03-31',
  versions: [
    {
      from: '2019-10-01',
      value: percent(100),
      source: {
        law: '所得税法等の一部を改正する法律（平成28年法律第15号）',
        article: '附則34条（区分記載請求書等保存方式、令和5年9月30日まで）',
        url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/shohi/6102.htm',
        trust: 'S',
      },
    },
    { from: '2023-10-01', value: percent(80), source: reform2026 },
    { from: '2026-10-01', value: percent(70), source: reform2026 },
    { from: '2028-10-01', value: percent(50), source: reform2026 },
    { from: '2030-10-01', value: percent(30), source: reform2026 },
    { from: '2031-10-01', value: percent(0), source: reform2026 },
  ],
}

/** Purchases from one unregistered supplier in one tax period, tax included, above which nothing is deducted; undefined = no cap. */
export const unregisteredCapLaw: Statute<number | undefined> = {
  name: '免税事業者等からの課税仕入れに係る経過措置の上限額',
  nameEn: 'Yearly cap per unregistered supplier',
  keyedBy: 'tax-period',
  checkedThrough: '2032-03-31',
  versions: [
    { from: '1989-04-01', value: undefined, source: reform2026 },
    { from: '2024-10-01', value: 1_000_000_000, source: reform2026 },
    { from: '2026-10-01', value: 100_000_000, source: reform2026 },
  ],
}

export type SmallAmountRule = { under: number; basePeriodSalesMost: number; specifiedPeriodSalesMost: number }

/** 少額特例: purchases under 10,000 yen of smaller companies need no invoice, by the day of the purchase. */
export const smallAmountLaw: Statute<SmallAmountRule | undefined> = {
  name: '少額特例（一定規模以下の事業者に対する事務負担の軽減措置）',
  nameEn: 'Small purchases of smaller companies without invoice',
  keyedBy: 'transaction-date',
  checkedThrough: '2032-03-31',
  versions: [
    {
      from: '2023-10-01',
      value: { under: 10_000, basePeriodSalesMost: 100_000_000, specifiedPeriodSalesMost: 50_000_000 },
      source: {
        law: '所得税法等の一部を改正する法律（平成28年法律第15号）',
        article: '附則53条の2',
        title: '国税庁 少額特例の概要',
        url: 'https://www.nta.go.jp/taxes/shiraberu/zeimokubetsu/shohi/keigenzeiritsu/invoice-review/index.htm',
        trust: 'S',
      },
    },
    {
      from: '2029-10-01',
      value: undefined,
      source: {
        law: '所得税法等の一部を改正する法律（平成28年法律第15号）',
        article: '附則53条の2（令和11年9月30日まで）',
        title: '国税庁 少額特例の概要',
        url: 'https://www.nta.go.jp/taxes/shiraberu/zeimokubetsu/shohi/keigenzeiritsu/invoice-review/index.htm',
        trust: 'S',
      },
    },
  ],
}

/** 帳簿のみの保存で控除できる課税仕入れ. */
export const bookOnlyKinds = [
  'public-transport',
  'collected-ticket',
  'vending-machine',
  'post-box',
  'business-trip',
  'commuting-allowance',
  'antique-dealer',
  'pawnshop',
  'real-estate-dealer',
  'recycled-parts',
] as const
export type BookOnlyKind = (typeof bookOnlyKinds)[number]

/** `under`: per transaction, tax included; `onlyUnregistered`: goods for sale bought from someone who issues no invoices. */
export type BookOnlyRule = { ledgerNote: string; under?: number; onlyUnregistered?: true }

export const bookOnlyLaw: Statute<Readonly<Record<BookOnlyKind, BookOnlyRule>>> = {
  name: '帳簿のみの保存で仕入税額控除が認められる課税仕入れ',
  nameEn: 'Purchases deductible by the ledger alone',
  keyedBy: 'transaction-date',
  checkedThrough: '2032-03-31',
  versions: [
    {
      from: '2023-10-01',
      value: {
        'public-transport': { ledgerNote: '3万円未満の公共交通機関', under: 30_000 },
        'collected-ticket': { ledgerNote: '入場券等（回収されるもの）' },
        'vending-machine': { ledgerNote: '3万円未満の自動販売機等（所在地を併記）', under: 30_000 },
        'post-box': { ledgerNote: '郵便ポストに差し出した郵便・貨物' },
        'business-trip': { ledgerNote: '出張旅費等' },
        'commuting-allowance': { ledgerNote: '通勤手当' },
        'antique-dealer': { ledgerNote: '古物の棚卸資産', onlyUnregistered: true },
        pawnshop: { ledgerNote: '質物の棚卸資産', onlyUnregistered: true },
        'real-estate-dealer': { ledgerNote: '宅地建物取引業の棚卸資産', onlyUnregistered: true },
        'recycled-parts': { ledgerNote: '再生資源・再生部品の棚卸資産', onlyUnregistered: true },
      },
      source: {
        law: '消費税法施行令（昭和63年政令第360号）、消費税法施行規則（昭和63年大蔵省令第53号）',
        article: '施行令49条1項1号、70条の9第2項1号、施行規則15条の4、基本通達1-8-12、11-6-4、11-6-5',
        title: '国税庁 質疑応答事例 出張旅費、宿泊費、日当等に係る仕入税額控除の適用要件',
        url: 'https://www.nta.go.jp/law/shitsugi/shohi/01.htm',
        trust: 'S',
      },
    },
  ],
}
