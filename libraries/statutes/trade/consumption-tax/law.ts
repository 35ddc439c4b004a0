import type { Rate } from '../../core/rounding.ts'
import type { Source, Statute } from '../../core/statute.ts'

/** A rate of consumption tax: the whole (10 %), its national part (7.8 %), its local part (2.2 %), and local ÷ national (22/78). */
export type TaxRate = { total: Rate; national: Rate; local: Rate; localOfNational: Rate }

/**
 * 税率の区分. `reduced` 軽減税率; `old-8`, `old-5`, `old-3` are the former standard rates that go on for contracts under a
 * transition (経過措置): old 8 % (6.3 + 1.7) and reduced 8 % (6.24 + 1.76) are different taxes.
 */
export const taxableClasses = ['standard', 'reduced', 'old-8', 'old-5', 'old-3'] as const
export type TaxableClass = (typeof taxableClasses)[number]

/** 非課税, 不課税（対象外）, 輸出免税: no tax on the line. */
export const untaxedClasses = ['exempt', 'out-of-scope', 'export'] as const
export type UntaxedClass = (typeof untaxedClasses)[number]

export const rateClasses = [...taxableClasses, ...untaxedClasses] as const
export type RateClass = TaxableClass | UntaxedClass

/** 78/100: the national part of the tax; nothing where a rate is zero. */
export const nationalInTax = ({ national, total }: TaxRate): Rate => ({
  parts: national.parts,
  over: Math.max(1, total.parts),
})

const over = 10_000
const rate = (national: number, local: number, localOfNational: Rate): TaxRate => ({
  total: { parts: national + local, over },
  national: { parts: national, over },
  local: { parts: local, over },
  localOfNational,
})

const threePercent = rate(300, 0, { parts: 0, over: 1 })
const fivePercent = rate(400, 100, { parts: 25, over: 100 })
const eightPercent = rate(630, 170, { parts: 17, over: 63 })
const tenPercent = rate(780, 220, { parts: 22, over: 78 })
const reducedEight = rate(624, 176, { parts: 22, over: 78 })

const law1989: Source = {
  law: '消費税法（昭和63年法律第108号）',
  article: '29条（制定時）',
  title: '3％（地方消費税なし）',
  url: 'https://www.tokyokaikeigroup.com/services/%E7%A8%8E%E5%8B%99%E3%83%BB%E4%BC%9A%E8%A8%88/%E5%9B%BD%E9%9A%9B%E7%A8%8E%E5%8B%99/international-tax-and-accounting/consumption-tax-in-japan/',
  trust: 'S',
}
const law1997: Source = {
  ...law1989,
  article: '29条（平成9年4月1日以後）、地方税法72条の83（100分の25）',
  title: '4％＋地方消費税1％',
}
const law2014: Source = {
  law: '消費税法（昭和63年法律第108号）、地方税法（昭和25年法律第226号）',
  article: '消費税法29条（令和元年9月30日まで）、地方税法72条の83（63分の17）',
  title: '6.3％＋地方消費税1.7％',
  url: 'https://laws.e-gov.go.jp/law/363AC0000000108',
  trust: 'S',
}
const law2019: Source = {
  law: '消費税法（昭和63年法律第108号）、地方税法（昭和25年法律第226号）',
  article: '消費税法29条、地方税法72条の83（78分の22）',
  title: '国税庁タックスアンサー No.6102 消費税の軽減税率制度',
  url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/shohi/6102.htm',
  trust: 'V',
}

/**
 * The law gives the rate no end, and the enacted schedule for purchases from unregistered suppliers reckons with it to 2031;
 * nothing later than half a year after its last step is claimed.
 */
const standardRate: Statute<TaxRate> = {
  name: '消費税の標準税率',
  nameEn: 'Standard rate of consumption tax',
  keyedBy: 'transaction-date',
  checkedThrough: '2032-03-31',
  versions: [
    { from: '1989-04-01', value: threePercent, source: law1989 },
    { from: '1997-04-01', value: fivePercent, source: law1997 },
    { from: '2014-04-01', value: eightPercent, source: law2014 },
    { from: '2019-10-01', value: tenPercent, source: law2019 },
  ],
}

/**
 * 飲食料品 (酒類・外食・ケータリングを除く), 週2回以上の新聞の定期購読. A bill before the Diet (not enacted on 2026-11-21)
 * would lower food alone to 1 % from 2027-04-01 to 2029-03-31: so nothing after 2027-03-31 is certain.
 */
const reducedRate: Statute<TaxRate> = {
  name: '消費税の軽減税率',
  nameEn: 'Reduced rate of consumption tax',
  keyedBy: 'transaction-date',
  checkedThrough: '2027-03-31',
  versions: [
    {
      from: '2019-10-01',
      value: reducedEight,
      source: { ...law2019, article: '消費税法29条2号、別表第一、地方税法72条の83' },
    },
  ],
}

const formerRate = (name: string, nameEn: string, from: string, value: TaxRate, source: Source): Statute<TaxRate> => ({
  name,
  nameEn,
  keyedBy: 'transaction-date',
  checkedThrough: '2032-03-31',
  versions: [{ from, value, source }],
})

export const rateLaws: Readonly<Record<TaxableClass, Statute<TaxRate>>> = {
  standard: standardRate,
  reduced: reducedRate,
  'old-8': formerRate('消費税の旧税率8％', 'Former consumption tax rate of 8 %', '2014-04-01', eightPercent, law2014),
  'old-5': formerRate('消費税の旧税率5％', 'Former consumption tax rate of 5 %', '1997-04-01', fivePercent, law1997),
  'old-3': formerRate('消費税の旧税率3％', 'Former consumption tax rate of 3 %', '1989-04-01', threePercent, law1989),
}

/** A lease concluded in the window and begun before the change keeps the former rate (資産の貸付けの経過措置). */
export type LeaseTransition = {
  keeps: 'old-8' | 'old-5'
  contractedFrom: string
  contractedThrough: string
  startedBefore: string
}

const fivePercentLease: LeaseTransition = {
  keeps: 'old-5',
  contractedFrom: '1996-10-01',
  contractedThrough: '2013-09-30',
  startedBefore: '2014-04-01',
}

const leaseSource: Source = {
  law: '社会保障の安定財源の確保等を図る税制の抜本的な改革を行うための消費税法の一部を改正する等の法律（平成24年法律第68号）',
  article: '附則5条4項、16条1項',
  title: '資産の貸付けの税率等に関する経過措置（指定日 平成25年10月1日、平成31年4月1日）',
  url: 'https://www.zeiri4.com/c_1076/c_1077/q_34722',
  trust: 'S',
}

/** 非課税, 不課税, 輸出免税: why a line bears no tax, and why nothing of such a purchase is deducted. */
export const untaxedLaw: Statute<readonly UntaxedClass[]> = {
  name: '消費税のかからない取引（非課税・不課税・輸出免税）',
  nameEn: 'Transactions without consumption tax',
  keyedBy: 'transaction-date',
  checkedThrough: '2032-03-31',
  versions: [
    {
      from: '1989-04-01',
      value: untaxedClasses,
      source: {
        law: '消費税法（昭和63年法律第108号）',
        article: '2条1項12号、4条1項、6条1項、7条1項',
        title: '国税庁タックスアンサー No.6201 非課税となる取引',
        url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/shohi/6201.htm',
        trust: 'S',
      },
    },
  ],
}

export const leaseTransitionLaw: Statute<readonly LeaseTransition[]> = {
  name: '資産の貸付けの税率等に関する経過措置',
  nameEn: 'Transition of the consumption tax rate for leases',
  keyedBy: 'transaction-date',
  checkedThrough: '2032-03-31',
  versions: [
    { from: '2014-04-01', value: [fivePercentLease], source: leaseSource },
    {
      from: '2019-10-01',
      value: [
        {
          keeps: 'old-8',
          contractedFrom: '2013-10-01',
          contractedThrough: '2019-03-31',
          startedBefore: '2019-10-01',
        },
        fivePercentLease,
      ],
      source: leaseSource,
    },
  ],
}
