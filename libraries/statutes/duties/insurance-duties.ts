import type { Statute } from '../core/statute.ts'
import { duty } from './duty.ts'
import type { DutyTerms } from './terms.ts'

const enrolment = duty('健康保険・厚生年金保険の資格取得届', 'Enrolment in health insurance and pension', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '健康保険・厚生年金保険 被保険者資格取得届', en: 'Notice of enrolment' },
      addressee: {
        ja: '日本年金機構（年金事務所）・健康保険組合',
        en: 'Japan Pension Service, or the health insurance society',
      },
      applies: 'social-insurance',
      when: { kind: 'days-after', occasion: 'joined', days: 5 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '健康保険法施行規則',
      article: '24条',
      title: '健康保険法48条、厚生年金保険法27条',
      url: 'http://thoz.org/law/diff/%E5%A4%A7%E6%AD%A315%E5%B9%B47%E6%9C%881%E6%97%A5%E5%86%85%E5%8B%99%E7%9C%81%E4%BB%A4%E7%AC%AC36%E5%8F%B7/20170101/',
      trust: 'S',
    },
  },
])

const withdrawal = duty('健康保険・厚生年金保険の資格喪失届', 'Withdrawal from health insurance and pension', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '健康保険・厚生年金保険 被保険者資格喪失届', en: 'Notice of withdrawal' },
      addressee: {
        ja: '日本年金機構（年金事務所）・健康保険組合',
        en: 'Japan Pension Service, or the health insurance society',
      },
      applies: 'social-insurance',
      when: { kind: 'days-after', occasion: 'left', days: 5 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '健康保険法施行規則',
      article: '29条',
      title: '健康保険法36条・48条',
      url: 'https://www.nenkin.go.jp/service/kounen/tekiyo/hihokensha1/20150407-02.html',
      trust: 'S',
    },
  },
])

const reached75 = duty('健康保険の資格喪失届（75歳）', 'Withdrawal from health insurance at 75', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '健康保険・厚生年金保険 被保険者資格喪失届', en: 'Notice of withdrawal' },
      addressee: {
        ja: '日本年金機構（年金事務所）・健康保険組合',
        en: 'Japan Pension Service, or the health insurance society',
      },
      applies: 'social-insurance',
      when: { kind: 'days-after', occasion: 'reached-75', days: 5 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '健康保険法施行規則',
      article: '29条',
      title: '健康保険法36条（後期高齢者医療の被保険者となったとき）',
      url: 'https://www.nenkin.go.jp/service/kounen/tekiyo/hihokensha1/20150407-02.html',
      trust: 'S',
    },
  },
])

const bonusReport = duty('賞与支払届', 'Report of bonuses paid', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '健康保険・厚生年金保険 被保険者賞与支払届', en: 'Report of bonuses paid' },
      addressee: {
        ja: '日本年金機構（年金事務所）・健康保険組合',
        en: 'Japan Pension Service, or the health insurance society',
      },
      applies: 'social-insurance',
      when: { kind: 'days-after', occasion: 'bonus-paid', days: 5 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '健康保険法施行規則',
      article: '27条',
      url: 'https://www.nenkin.go.jp/service/kounen/hokenryo/hoshu/20141203.html',
      trust: 'V',
    },
  },
])

const regularReport = duty('算定基礎届', 'Report for the regular determination', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '健康保険・厚生年金保険 被保険者報酬月額算定基礎届', en: 'Report of remuneration' },
      addressee: {
        ja: '日本年金機構（年金事務所）・健康保険組合',
        en: 'Japan Pension Service, or the health insurance society',
      },
      applies: 'social-insurance',
      when: { kind: 'yearly', month: 7, day: 10 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '健康保険法施行規則',
      article: '25条',
      title: '健康保険法41条・48条、厚生年金保険法施行規則18条',
      url: 'https://keiei-roumu-soudan.com/tokuteinojiki',
      trust: 'V',
    },
  },
])

const occasionalReport = duty('月額変更届', 'Report for the occasional revision', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '健康保険・厚生年金保険 被保険者報酬月額変更届', en: 'Report of changed remuneration' },
      addressee: {
        ja: '日本年金機構（年金事務所）・健康保険組合',
        en: 'Japan Pension Service, or the health insurance society',
      },
      applies: 'social-insurance',
      when: { kind: 'months-after', occasion: 'pay-changed', months: 3 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '健康保険法施行規則',
      article: '26条',
      title: '健康保険法43条：変動月から3か月を経て速やかに',
      url: 'https://www.nenkin.go.jp/service/kounen/hokenryo/hoshu/20150515-02.html',
      trust: 'S',
    },
  },
])

const premiums = duty('社会保険料の納付', 'Payment of social insurance premiums', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '保険料納入告知書・口座振替', en: 'Payment notice or account transfer' },
      addressee: { ja: '日本年金機構・健康保険組合（金融機関）', en: 'Japan Pension Service, through a bank' },
      applies: 'social-insurance',
      when: { kind: 'monthly', day: 'month-end' },
      moves: 'next',
      calendar: 'bank',
    },
    source: {
      law: '健康保険法',
      article: '164条',
      title: '厚生年金保険法83条',
      url: 'https://laws.e-gov.go.jp/law/211AC0000000070',
      trust: 'S',
    },
  },
])

const employmentEnrolment = duty('雇用保険の資格取得届', 'Enrolment in employment insurance', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '雇用保険被保険者資格取得届', en: 'Notice of enrolment' },
      addressee: { ja: '公共職業安定所（ハローワーク）', en: 'Public employment security office' },
      applies: 'employment-insurance',
      when: { kind: 'next-month', occasion: 'joined', day: 10 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '雇用保険法施行規則',
      article: '6条',
      title: '雇用保険法7条',
      url: 'http://koyoutebiki.net/tebiki_tekiyou/20701n',
      trust: 'S',
    },
  },
])

const employmentWithdrawal = duty('雇用保険の資格喪失届・離職証明書', 'Withdrawal from employment insurance', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '雇用保険被保険者資格喪失届、離職証明書', en: 'Notice of withdrawal and certificate of leaving' },
      addressee: { ja: '公共職業安定所（ハローワーク）', en: 'Public employment security office' },
      applies: 'employment-insurance',
      when: { kind: 'days-after', occasion: 'left', days: 10 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '雇用保険法施行規則',
      article: '7条',
      title: '事実のあった日の翌日から起算して10日以内',
      url: 'http://koyoutebiki.net/',
      trust: 'S',
    },
  },
])

const yearlyUpdate = duty('労働保険の年度更新', 'Yearly update of labour insurance', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '労働保険 概算・確定保険料申告書', en: 'Estimated and final premium return' },
      addressee: { ja: '都道府県労働局・労働基準監督署・金融機関', en: 'Labour bureau, inspection office or bank' },
      applies: 'employer',
      when: { kind: 'yearly', month: 7, day: 10 },
      moves: 'next',
      calendar: 'public-office',
    },
    source: {
      law: '労働保険の保険料の徴収等に関する法律',
      article: '15条・19条',
      title: '同施行規則27条・38条',
      url: 'https://keiei-roumu-soudan.com/tokuteinojiki',
      trust: 'S',
    },
  },
])

const secondInstalment = duty('労働保険料の納付（第2期）', 'Labour insurance, second instalment', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '労働保険料納付書', en: 'Payment slip' },
      addressee: { ja: '金融機関', en: 'Bank' },
      applies: 'labour-insurance-instalments',
      when: { kind: 'yearly', month: 10, day: 31 },
      moves: 'next',
      calendar: 'bank',
    },
    source: {
      law: '労働保険の保険料の徴収等に関する法律施行規則',
      article: '27条',
      title: '延納',
      url: 'https://keiei-roumu-soudan.com/tokuteinojiki',
      trust: 'S',
    },
  },
])

const thirdInstalment = duty('労働保険料の納付（第3期）', 'Labour insurance, third instalment', [
  {
    from: '2024-04-01',
    value: {
      form: { ja: '労働保険料納付書', en: 'Payment slip' },
      addressee: { ja: '金融機関', en: 'Bank' },
      applies: 'labour-insurance-instalments',
      when: { kind: 'yearly', month: 1, day: 31 },
      moves: 'next',
      calendar: 'bank',
    },
    source: {
      law: '労働保険の保険料の徴収等に関する法律施行規則',
      article: '27条',
      title: '延納',
      url: 'https://keiei-roumu-soudan.com/tokuteinojiki',
      trust: 'S',
    },
  },
])

export const insuranceDuties: readonly Statute<DutyTerms>[] = [
  enrolment,
  withdrawal,
  reached75,
  bonusReport,
  regularReport,
  occasionalReport,
  premiums,
  employmentEnrolment,
  employmentWithdrawal,
  yearlyUpdate,
  secondInstalment,
  thirdInstalment,
]
