import type { Statute } from '../core/statute.ts'
import { duty } from './duty.ts'
import type { DutyTerms } from './terms.ts'

const depreciableAssets = duty('償却資産申告書', 'Return of depreciable assets', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '償却資産申告書（1月1日現在）', en: 'Return as of 1 January' },
      addressee: { ja: '資産のある市区町村（東京23区は都税事務所）', en: 'Municipality of the assets' },
      applies: 'always',
      when: { kind: 'yearly', month: 1, day: 31 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: { law: '地方税法', article: '383条', url: 'https://laws.e-gov.go.jp/law/325AC0000000226', trust: 'S' },
  },
])

const corporateReturn = duty('法人税・地方法人税の確定申告', 'Corporate tax return', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '法人税確定申告書', en: 'Corporate tax return' },
      addressee: { ja: '所轄の税務署', en: 'Tax office' },
      applies: 'always',
      when: { kind: 'after-fiscal-year', months: 2, extension: { of: 'corporate-return', months: 1 } },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '法人税法',
      article: '74条・75条の2',
      url: 'https://laws.e-gov.go.jp/law/340AC0000000034',
      trust: 'S',
    },
  },
])

const defenceReturn = duty('防衛特別法人税の確定申告', 'Special corporate tax for defence', [
  {
    from: '2024-04-01',
    value: {
      form: {
        ja: '防衛特別法人税確定申告書（別表一次葉一。税額が0円でも提出）',
        en: 'Return on the second sheet of the corporate tax return, also where no tax is due',
      },
      addressee: { ja: '所轄の税務署', en: 'Tax office' },
      applies: 'always',
      when: {
        kind: 'after-fiscal-year',
        yearsFrom: '2026-04-01',
        months: 2,
        extension: { of: 'corporate-return', months: 1 },
      },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '我が国の防衛力の抜本的な強化等のために必要な財源の確保に関する特別措置法（令和5年法律第69号）',
      article: '25条',
      title: '令和8年4月1日以後に開始する事業年度から（国税庁「防衛特別法人税が創設されました」令和7年5月による解説）',
      url: 'https://actnakano.com/?p=821',
      trust: 'S',
    },
  },
])

const localReturn = duty('法人住民税・法人事業税の確定申告', 'Corporate resident and enterprise tax return', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '確定申告書（第6号様式・第20号様式）', en: 'Returns (forms 6 and 20)' },
      addressee: { ja: '都道府県・市区町村', en: 'Prefecture and municipality' },
      applies: 'always',
      when: { kind: 'after-fiscal-year', months: 2, extension: { of: 'corporate-return', months: 1 } },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '地方税法',
      article: '53条・72条の25・321条の8',
      url: 'https://laws.e-gov.go.jp/law/325AC0000000226',
      trust: 'S',
    },
  },
])

const corporateInterim = duty('法人税等の中間（予定）申告', 'Interim corporate tax', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '予定申告書・中間申告書', en: 'Interim return' },
      addressee: { ja: '所轄の税務署・都道府県・市区町村', en: 'Tax office, prefecture, municipality' },
      applies: 'always',
      when: { kind: 'half-year', months: 2, overPreviousTax: 200_000 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '法人税法',
      article: '71条',
      title: '前期の法人税額が20万円を超えるとき',
      url: 'https://romsearch.officestation.jp/calendar/2024/10-2/nigatsu-chukan-shinkoku',
      trust: 'S',
    },
  },
])

const consumptionReturn = duty('消費税の確定申告', 'Consumption tax return', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '消費税及び地方消費税の確定申告書', en: 'Consumption tax return' },
      addressee: { ja: '所轄の税務署', en: 'Tax office' },
      applies: 'consumption-tax',
      when: { kind: 'after-fiscal-year', months: 2, extension: { of: 'consumption-return', months: 1 } },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '消費税法',
      article: '45条・45条の2',
      url: 'https://www.zeiken.co.jp/hourei/HHSHI000000/45-2.html',
      trust: 'S',
    },
  },
])

const recordsKept = duty('契約書・帳簿書類の保存（満了）', 'Books, contracts and vouchers: end of keeping', [
  {
    from: '2024-04-01',
    value: {
      form: {
        ja: '契約書、請求書、領収書、帳簿（電子取引のデータとも）',
        en: 'Contracts, invoices, receipts and books, electronic ones too',
      },
      addressee: { ja: '（社内で保存）', en: '(kept by the company)' },
      applies: 'always',
      when: { kind: 'years-after-return', years: 7, months: 2, extension: { of: 'corporate-return', months: 1 } },
      moves: 'none',
      calendar: 'public-office',
    },
    source: {
      law: '法人税法施行規則',
      article: '59条・67条',
      title: '申告期限の翌日から7年（欠損金のある年度は10年）、会社法432条・435条は10年',
      url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/hojin/5930.htm',
      trust: 'S',
    },
  },
])

const consumptionInterim = duty('消費税の中間申告', 'Interim consumption tax', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '消費税及び地方消費税の中間申告書', en: 'Interim return' },
      addressee: { ja: '所轄の税務署', en: 'Tax office' },
      applies: 'consumption-tax',
      when: {
        kind: 'consumption-interim',
        months: 2,
        times: [
          { overPreviousTax: 48_000_000, times: 11 },
          { overPreviousTax: 4_000_000, times: 3 },
          { overPreviousTax: 480_000, times: 1 },
        ],
      },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '消費税法',
      article: '42条',
      title: '直前の課税期間の確定消費税額（国税分）による',
      url: 'https://www.zeiken.co.jp/yougo/',
      trust: 'S',
    },
  },
])

export const companyTaxDuties: readonly Statute<DutyTerms>[] = [
  depreciableAssets,
  corporateReturn,
  defenceReturn,
  localReturn,
  corporateInterim,
  consumptionReturn,
  recordsKept,
  consumptionInterim,
]
