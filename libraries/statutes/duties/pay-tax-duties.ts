import type { Statute } from '../core/statute.ts'
import { duty } from './duty.ts'
import type { DutyTerms } from './terms.ts'

const withholdingMonthly = duty('源泉所得税の納付', 'Payment of withholding tax', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '給与所得・退職所得等の所得税徴収高計算書', en: 'Statement of tax collected' },
      addressee: { ja: '所轄の税務署（金融機関・e-Tax）', en: 'Tax office, through a bank or e-Tax' },
      applies: 'withholding-monthly',
      when: { kind: 'monthly', day: 10 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '所得税法',
      article: '183条・204条',
      url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/gensen/2505.htm',
      trust: 'S',
    },
  },
])

const withholdingFirstHalf = duty('源泉所得税の納付（納期の特例・1〜6月分）', 'Withholding tax, January to June', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '給与所得・退職所得等の所得税徴収高計算書（納期特例分）', en: 'Statement of tax collected' },
      addressee: { ja: '所轄の税務署（金融機関・e-Tax）', en: 'Tax office, through a bank or e-Tax' },
      applies: 'withholding-half-yearly',
      when: { kind: 'yearly', month: 7, day: 10 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '所得税法',
      article: '216条',
      url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/gensen/2505.htm',
      trust: 'S',
    },
  },
])

const withholdingSecondHalf = duty('源泉所得税の納付（納期の特例・7〜12月分）', 'Withholding tax, July to December', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '給与所得・退職所得等の所得税徴収高計算書（納期特例分）', en: 'Statement of tax collected' },
      addressee: { ja: '所轄の税務署（金融機関・e-Tax）', en: 'Tax office, through a bank or e-Tax' },
      applies: 'withholding-half-yearly',
      when: { kind: 'yearly', month: 1, day: 20 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '所得税法',
      article: '216条',
      url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/gensen/2505.htm',
      trust: 'S',
    },
  },
])

const yearEnd = duty('年末調整', 'Year-end adjustment', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '源泉徴収簿、扶養控除等申告書ほか', en: 'Withholding record and declarations' },
      addressee: { ja: '（本年最後の給与の支払まで）', en: '(by the last pay of the year)' },
      applies: 'employer',
      when: { kind: 'yearly', month: 12, day: 31 },
      moves: 'none',
      calendar: 'public-office',
    },
    source: {
      law: '所得税法',
      article: '190条',
      url: 'https://www.nta.go.jp/publication/pamph/gensen/nencho2026/01.htm',
      trust: 'V',
    },
  },
])

const legalStatements = duty('法定調書・同合計表', 'Legal statements and their summary', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '支払調書、給与所得の源泉徴収票、法定調書合計表', en: 'Statements of payment and summary' },
      addressee: { ja: '所轄の税務署', en: 'Tax office' },
      applies: 'always',
      when: { kind: 'yearly', month: 1, day: 31 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '所得税法',
      article: '225条・226条',
      url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/hotei/7401.htm',
      trust: 'S',
    },
  },
  {
    from: '2027-01-01',
    value: {
      form: {
        ja: '支払調書、法定調書合計表（給与所得の源泉徴収票は、給与支払報告書を出せば提出したものとみなされる）',
        en: 'Statements of payment and summary (withholding slips count as filed with the reports of pay)',
      },
      addressee: { ja: '所轄の税務署', en: 'Tax office' },
      applies: 'always',
      when: { kind: 'yearly', month: 1, day: 31 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '所得税法',
      article: '225条・226条（令和8年分以後の源泉徴収票のみなし提出）',
      title: 'みなし提出の特例に関するQ&A',
      url: 'https://www.nta.go.jp/users/gensen/hotei/index/pdf/0026004-098.pdf',
      trust: 'S',
    },
  },
])

const withholdingSlips = duty('給与所得の源泉徴収票の交付', 'Withholding slips to employees', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '給与所得の源泉徴収票', en: 'Withholding slip' },
      addressee: { ja: '本人', en: 'Each employee' },
      applies: 'employer',
      when: { kind: 'yearly', month: 1, day: 31 },
      moves: 'none',
      calendar: 'public-office',
    },
    source: {
      law: '所得税法',
      article: '226条',
      url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/hotei/7411.htm',
      trust: 'S',
    },
  },
])

const payReports = duty('給与支払報告書', 'Reports of pay', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '給与支払報告書（総括表・個人別明細書）', en: 'Report of pay and summary' },
      addressee: { ja: '従業員の住所地の市区町村', en: 'Municipality of each employee' },
      applies: 'employer',
      when: { kind: 'yearly', month: 1, day: 31 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: { law: '地方税法', article: '317条の6', url: 'https://laws.e-gov.go.jp/law/325AC0000000226', trust: 'V' },
  },
])

const residentMonthly = duty('住民税（特別徴収）の納入', 'Payment of resident tax withheld', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '納入書', en: 'Payment slip' },
      addressee: { ja: '従業員の住所地の市区町村', en: 'Municipality of each employee' },
      applies: 'resident-tax-monthly',
      when: { kind: 'monthly', day: 10 },
      moves: 'next',
      calendar: 'bank',
    },
    source: { law: '地方税法', article: '321条の5', url: 'https://laws.e-gov.go.jp/law/325AC0000000226', trust: 'V' },
  },
])

const residentFirstHalf = duty('住民税（特別徴収）の納入（納期の特例・12〜5月分）', 'Resident tax, December to May', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '納入書', en: 'Payment slip' },
      addressee: { ja: '従業員の住所地の市区町村', en: 'Municipality of each employee' },
      applies: 'resident-tax-half-yearly',
      when: { kind: 'yearly', month: 6, day: 10 },
      moves: 'next',
      calendar: 'bank',
    },
    source: {
      law: '地方税法',
      article: '321条の5の2',
      url: 'https://www.town.yaese.lg.jp/docs/2022062000017',
      trust: 'S',
    },
  },
])

const residentSecondHalf = duty('住民税（特別徴収）の納入（納期の特例・6〜11月分）', 'Resident tax, June to November', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '納入書', en: 'Payment slip' },
      addressee: { ja: '従業員の住所地の市区町村', en: 'Municipality of each employee' },
      applies: 'resident-tax-half-yearly',
      when: { kind: 'yearly', month: 12, day: 10 },
      moves: 'next',
      calendar: 'bank',
    },
    source: {
      law: '地方税法',
      article: '321条の5の2',
      url: 'https://www.town.yaese.lg.jp/docs/2022062000017',
      trust: 'S',
    },
  },
])

const residentChange = duty('給与所得者異動届出書', 'Notice of a change of employment (resident tax)', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '給与支払報告・特別徴収に係る給与所得者異動届出書', en: 'Notice of change' },
      addressee: { ja: '従業員の住所地の市区町村', en: 'Municipality of each employee' },
      applies: 'employer',
      when: { kind: 'next-month', occasion: 'last-day', day: 10 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '地方税法',
      article: '321条の5第3項',
      title: '退職日の属する月の翌月10日まで',
      url: 'https://estyle.r-cms.jp/topics_detail510/id=53042',
      trust: 'S',
    },
  },
])

export const payTaxDuties: readonly Statute<DutyTerms>[] = [
  withholdingMonthly,
  withholdingFirstHalf,
  withholdingSecondHalf,
  yearEnd,
  legalStatements,
  withholdingSlips,
  payReports,
  residentMonthly,
  residentFirstHalf,
  residentSecondHalf,
  residentChange,
]
