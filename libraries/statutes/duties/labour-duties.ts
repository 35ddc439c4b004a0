import type { Statute } from '../core/statute.ts'
import { duty } from './duty.ts'
import type { DutyTerms } from './terms.ts'

const overtimeAgreement = duty('36協定届', 'Overtime agreement (article 36)', [
  {
    from: '2024-04-01',
    value: {
      form: {
        ja: '時間外労働・休日労働に関する協定届（様式第9号・第9号の2）',
        en: 'Agreement on overtime and holiday work (forms 9, 9-2)',
      },
      addressee: { ja: '所轄の労働基準監督署', en: 'Labour standards inspection office' },
      applies: 'overtime-agreement',
      when: { kind: 'before-agreement' },
      moves: 'previous',
      calendar: 'public-office',
    },
    source: {
      law: '労働基準法',
      article: '36条',
      title: '届出は効力の要件',
      url: 'https://laws.e-gov.go.jp/law/322AC0000000049',
      trust: 'S',
    },
  },
])

const healthCheck = duty('定期健康診断', 'Yearly health check', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '健康診断個人票', en: 'Individual record of the health check' },
      addressee: { ja: '（実施・記録の保存）', en: '(to be carried out and recorded)' },
      applies: 'employer',
      when: { kind: 'yearly', month: 12, day: 31 },
      moves: 'none',
      calendar: 'public-office',
    },
    source: {
      law: '労働安全衛生規則',
      article: '44条',
      title: '労働安全衛生法66条：1年以内ごとに1回',
      url: 'https://epcs.co.jp/en/column/article/gk1gckovfa',
      trust: 'S',
    },
  },
])

const stressCheck = duty('ストレスチェック', 'Stress check', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '心理的な負担の程度を把握するための検査', en: 'Examination of psychological strain' },
      addressee: { ja: '（実施）結果報告は労働基準監督署', en: '(to be carried out; result to the inspection office)' },
      applies: 'employer',
      leastEmployees: 50,
      when: { kind: 'yearly', month: 12, day: 31 },
      moves: 'none',
      calendar: 'public-office',
    },
    source: {
      law: '労働安全衛生法',
      article: '66条の10',
      title: '50人以上の事業場。50人未満は令和10年5月14日までの政令で定める日から',
      url: 'https://www.jisha.or.jp/service/stress-check/small-scale/q_a.html',
      trust: 'S',
    },
  },
])

const disabledEmployment = duty('障害者雇用状況報告', 'Report on the employment of disabled people', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '障害者雇用状況報告書（6月1日現在）', en: 'Report as of 1 June' },
      addressee: { ja: '公共職業安定所（ハローワーク）', en: 'Public employment security office' },
      applies: 'employer',
      leastEmployees: 40,
      when: { kind: 'yearly', month: 7, day: 15 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '障害者の雇用の促進等に関する法律',
      article: '43条7項',
      title: '法定雇用率2.5%',
      url: 'http://soum.info/syom-ksyo.html',
      trust: 'S',
    },
  },
  {
    from: '2026-07-01',
    value: {
      form: { ja: '障害者雇用状況報告書（6月1日現在）', en: 'Report as of 1 June' },
      addressee: { ja: '公共職業安定所（ハローワーク）', en: 'Public employment security office' },
      applies: 'employer',
      leastEmployees: 37.5,
      when: { kind: 'yearly', month: 7, day: 15 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '障害者の雇用の促進等に関する法律',
      article: '43条7項',
      title: '法定雇用率2.7%',
      url: 'http://soum.info/syom-ksyo.html',
      trust: 'S',
    },
  },
])

const olderEmployment = duty('高年齢者雇用状況等報告', 'Report on the employment of older people', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '高年齢者雇用状況等報告書（6月1日現在）', en: 'Report as of 1 June' },
      addressee: { ja: '公共職業安定所（ハローワーク）', en: 'Public employment security office' },
      applies: 'employer',
      leastEmployees: 20,
      when: { kind: 'yearly', month: 7, day: 15 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '高年齢者等の雇用の安定等に関する法律',
      article: '52条',
      title: '同施行規則33条。報告用紙は20人以上の企業に届く',
      url: 'https://keiei-roumu-soudan.com/tokuteinojiki',
      trust: 'S',
    },
  },
])

export const labourDuties: readonly Statute<DutyTerms>[] = [
  overtimeAgreement,
  healthCheck,
  stressCheck,
  disabledEmployment,
  olderEmployment,
]
