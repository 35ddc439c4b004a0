import type { Rate } from '../../core/rounding.ts'
import type { Source, Statute } from '../../core/statute.ts'

/** No change of these acts is announced beyond this day. */
const checkedThrough = '2027-12-31'

const toritekiAct =
  '製造委託等に係る中小受託事業者に対する代金の支払の遅延等の防止に関する法律（昭和31年法律第120号、取適法）'
const formerAct = '下請代金支払遅延等防止法（昭和31年法律第120号）'
const freelanceAct = '特定受託事業者に係る取引の適正化等に関する法律（令和5年法律第25号、フリーランス法）'

const toriteki = (article: string, title?: string): Source => ({
  law: toritekiAct,
  article,
  ...(title === undefined ? {} : { title }),
  url: 'https://laws.e-gov.go.jp/law/331AC0000000120',
  trust: 'S',
})

/** 委託の種類. Programs, and transport, storage and data processing as services, use the lines of manufacturing (施行令1条). */
export const commissionKinds = [
  'manufacturing',
  'repair',
  'designated-transport',
  'program',
  'transport-storage-data-service',
  'information-product',
  'service',
] as const
export type CommissionKind = (typeof commissionKinds)[number]

/** An orderer above a line and a contractor at or below it are under the act. */
export type ScopeLines = {
  /** Orderer's capital above `over`, contractor's at most `most` (individuals count as below). */
  capital: readonly { over: number; atMost: number; contractorMost: number }[]
  /** Regular employees: orderer above, contractor at most. Absent before 2026. */
  employees?: number
}

const heavy: ScopeLines['capital'] = [
  { over: 300_000_000, atMost: Number.POSITIVE_INFINITY, contractorMost: 300_000_000 },
  { over: 10_000_000, atMost: 300_000_000, contractorMost: 10_000_000 },
]
const light: ScopeLines['capital'] = [
  { over: 50_000_000, atMost: Number.POSITIVE_INFINITY, contractorMost: 50_000_000 },
  { over: 10_000_000, atMost: 50_000_000, contractorMost: 10_000_000 },
]

export const scopeLaw: Statute<Readonly<Partial<Record<CommissionKind, ScopeLines>>>> = {
  name: '取適法（旧下請法）の適用範囲',
  nameEn: 'Scope of the act on payment to smaller contractors',
  keyedBy: 'transaction-date',
  checkedThrough,
  versions: [
    {
      from: '2004-04-01',
      value: {
        manufacturing: { capital: heavy },
        repair: { capital: heavy },
        program: { capital: heavy },
        'transport-storage-data-service': { capital: heavy },
        'information-product': { capital: light },
        service: { capital: light },
      },
      source: {
        law: formerAct,
        article: '2条7項・8項、施行令1条',
        url: 'https://jplaws.app/d/413CO0000000005-m.html',
        trust: 'S',
      },
    },
    {
      from: '2026-01-01',
      value: {
        manufacturing: { capital: heavy, employees: 300 },
        repair: { capital: heavy, employees: 300 },
        'designated-transport': { capital: heavy, employees: 300 },
        program: { capital: heavy, employees: 300 },
        'transport-storage-data-service': { capital: heavy, employees: 300 },
        'information-product': { capital: light, employees: 100 },
        service: { capital: light, employees: 100 },
      },
      source: toriteki('2条8項・9項、施行令1条'),
    },
  ],
}

export const freelanceLaw: Statute<{ days: number; sublettingDays: number }> = {
  name: 'フリーランス法の支払期日',
  nameEn: 'Payment to freelancers',
  keyedBy: 'transaction-date',
  checkedThrough,
  versions: [
    {
      from: '2024-11-01',
      value: { days: 60, sublettingDays: 30 },
      source: {
        law: freelanceAct,
        article: '2条、4条1項・3項',
        url: 'https://www.jftc.go.jp/fllaw.html',
        trust: 'S',
      },
    },
  ],
}

/** Days from the receipt, which is day 1, within which payment must fall due. */
export const paymentDaysLaw: Statute<{ days: number }> = {
  name: '代金の支払期日（受領日から60日）',
  nameEn: 'Due date within 60 days of receipt',
  keyedBy: 'transaction-date',
  checkedThrough,
  versions: [
    {
      from: '2004-04-01',
      value: { days: 60 },
      source: { ...toriteki('2条の2'), law: formerAct },
    },
    { from: '2026-01-01', value: { days: 60 }, source: toriteki('3条1項・2項') },
  ],
}

/** With a monthly closing (締切制度) the authority applies the 60 days as two months. */
export const monthlyClosingLaw: Statute<{ monthsAfterClosing: number }> = {
  name: '月単位の締切制度での支払期日（60日を2か月として運用）',
  nameEn: 'Monthly closing: 60 days applied as two months',
  keyedBy: 'transaction-date',
  checkedThrough,
  versions: [
    {
      from: '2004-04-01',
      value: { monthsAfterClosing: 1 },
      source: {
        law: toritekiAct,
        article: '3条の運用（受領後60日以内を受領後2か月以内として運用）',
        title: '公正取引委員会中部事務所 下請法 知っておきたい豆情報 その5（受領日から60日（2か月））、法律事務所のQ&A',
        url: 'https://www.jftc.go.jp/regional_office/chubu/chubu_tidbits/no005.html',
        trust: 'S',
      },
    },
  ],
}

/** Where the due date is a day on which banks are closed, payment may move by so many days if agreed in writing beforehand. */
export const bankHolidayLaw: Statute<{ postponedDaysMost: number }> = {
  name: '金融機関の休業日による支払の順延',
  nameEn: 'Payment postponed over bank holidays',
  keyedBy: 'transaction-date',
  checkedThrough,
  versions: [
    {
      from: '2004-04-01',
      value: { postponedDaysMost: 2 },
      source: {
        law: toritekiAct,
        article: '5条1項2号の運用（順延2日以内、あらかじめ書面で合意）',
        title: '公正取引委員会中部事務所 下請法 知っておきたい豆情報 その5',
        url: 'https://www.jftc.go.jp/regional_office/chubu/chubu_tidbits/no005.html',
        trust: 'S',
      },
    },
  ],
}

/** A year's rate over 365 days. */
export const lateInterestLaw: Statute<{ perYear: Rate; daysOfYear: number }> = {
  name: '取適法の遅延利息',
  nameEn: 'Late interest on payment to smaller contractors',
  keyedBy: 'transaction-date',
  checkedThrough,
  versions: [
    {
      from: '2004-04-01',
      value: { perYear: { parts: 146, over: 1000 }, daysOfYear: 365 },
      source: { ...toriteki('4条の2、昭和37年公正取引委員会規則第1号'), law: formerAct },
    },
    {
      from: '2026-01-01',
      value: { perYear: { parts: 146, over: 1000 }, daysOfYear: 365 },
      source: toriteki('6条1項、昭和37年公正取引委員会規則第1号'),
    },
  ],
}

/** Since 2026: no promissory notes, and no transfer fee taken off even with consent. */
export const prohibitedPaymentLaw: Statute<{ transferFee: boolean; promissoryNote: boolean }> = {
  name: '支払方法の禁止（振込手数料の差引き、手形）',
  nameEn: 'Prohibited ways of payment',
  keyedBy: 'transaction-date',
  checkedThrough,
  versions: [
    {
      from: '2004-04-01',
      value: { transferFee: false, promissoryNote: false },
      source: { ...toriteki('4条（合意がある実費の振込手数料は許されていた）'), law: formerAct },
    },
    {
      from: '2026-01-01',
      value: { transferFee: true, promissoryNote: true },
      source: toriteki('5条1項2号・3号', '公正取引委員会 トリテキ法の注意ポイント 代金編（令和7年10月）'),
    },
  ],
}
