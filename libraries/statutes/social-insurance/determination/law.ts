import type { Statute } from '../../core/statute.ts'

const healthLaw = '健康保険法（大正11年法律第70号）'
const pensionLaw = '厚生年金保険法（昭和29年法律第115号）'
const url = 'https://laws.e-gov.go.jp/law/211AC0000000070'

/** Base days (支払基礎日数) a month needs: ordinary, short-time workers, and part-timers when no month has the ordinary number. */
export const baseDays: Statute<{ ordinary: number; shortTime: number; partTime: number }> = {
  name: '報酬支払の基礎となった日数',
  nameEn: 'Base days of pay that a month needs',
  keyedBy: 'insured-month',
  checkedThrough: '2030-08-31',
  versions: [
    {
      from: '2016-10-01',
      value: { ordinary: 17, shortTime: 11, partTime: 15 },
      source: {
        law: `${healthLaw}、健康保険法施行規則（大正15年内務省令第36号）`,
        article: '41条1項、43条1項；施行規則24条の2；平成18年5月12日庁保険発第0512001号（短時間就労者の15日）',
        url,
        trust: 'S',
      },
    },
  ],
}

/** Regular determination: days (MM-DD) between which an acquisition excludes, months whose revision excludes, first month of validity. */
export const regularDeterminationRule: Statute<{
  employedOn: string
  acquiredFrom: string
  acquiredTo: string
  revisedFrom: string
  revisedTo: string
  validFrom: string
}> = {
  name: '標準報酬月額の定時決定',
  nameEn: 'Regular determination of the standard monthly remuneration',
  keyedBy: 'insured-month',
  checkedThrough: '2030-08-31',
  versions: [
    {
      from: '2003-04-01',
      value: {
        employedOn: '07-01',
        acquiredFrom: '06-01',
        acquiredTo: '07-01',
        revisedFrom: '07',
        revisedTo: '09',
        validFrom: '09',
      },
      source: { law: `${healthLaw}、${pensionLaw}`, article: '41条；21条', url, trust: 'V' },
    },
  ],
}

/** Occasional revision: grades it takes, and the health remunerations that count as one grade beyond either end of the table. */
export const occasionalRevisionRule: Statute<{ grades: number; belowFirst: number; beyondLast: number }> = {
  name: '標準報酬月額の随時改定',
  nameEn: 'Occasional revision of the standard monthly remuneration',
  keyedBy: 'insured-month',
  checkedThrough: '2030-08-31',
  versions: [
    {
      from: '2016-04-01',
      value: { grades: 2, belowFirst: 53_000, beyondLast: 1_415_000 },
      source: {
        law: `${healthLaw}、${pensionLaw}、昭和36年1月26日保発第4号`,
        article: '43条；23条；記2(1)',
        title: '随時改定（月額変更届）（日本年金機構）',
        url: 'https://www.nenkin.go.jp/service/kounen/hokenryo/hoshu/20150515-02.html',
        trust: 'S',
      },
    },
  ],
}

/** Revision after childcare or maternity leave, on request: grades it takes. */
export const revisionAfterLeaveRule: Statute<{ grades: number }> = {
  name: '育児休業等・産前産後休業を終了した際の改定',
  nameEn: 'Revision of the standard monthly remuneration after leave',
  keyedBy: 'insured-month',
  checkedThrough: '2030-08-31',
  versions: [
    {
      from: '2014-04-01',
      value: { grades: 1 },
      source: {
        law: `${healthLaw}、${pensionLaw}`,
        article: '43条の2、43条の3；23条の2、23条の3',
        url,
        trust: 'V',
      },
    },
  ],
}

/** A standard begun in these months holds to August of the year, later ones to August of the next; and a period’s pay is taken for 30 days. */
export const validity: Statute<{
  revisedThrough: string
  acquiredThrough: string
  until: string
  daysOfMonth: number
}> = {
  name: '標準報酬月額の有効期間と資格取得時の決定',
  nameEn: 'Validity of the standard monthly remuneration and determination on acquisition',
  keyedBy: 'insured-month',
  checkedThrough: '2030-08-31',
  versions: [
    {
      from: '2003-04-01',
      value: { revisedThrough: '06', acquiredThrough: '05', until: '08', daysOfMonth: 30 },
      source: {
        law: `${healthLaw}、${pensionLaw}`,
        article: '42条、43条2項、43条の2第2項；22条、23条2項、23条の2第2項',
        url,
        trust: 'V',
      },
    },
  ],
}
