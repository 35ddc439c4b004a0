import type { Statute } from '../../core/statute.ts'
import { actReadThrough, circular, standardsAct } from '../sources.ts'

/** 平均賃金 (労働基準法12条): the wages of three months over their calendar days, at least 60 % of the pay of a day worked. */
export const averageWageLaw: Statute<{ months: number; leastPercent: number }> = {
  name: '平均賃金',
  nameEn: 'Average wage',
  keyedBy: 'calendar-date',
  checkedThrough: actReadThrough,
  versions: [{ from: '2019-04-01', value: { months: 3, leastPercent: 60 }, source: standardsAct('12条') }],
}

/** Less than a sen is dropped (昭和22年11月5日基発232号). */
export const averageWageFraction: Statute<{ senOfYen: number }> = {
  name: '平均賃金の端数',
  nameEn: 'Fractions of the average wage',
  keyedBy: 'calendar-date',
  checkedThrough: actReadThrough,
  versions: [
    {
      from: '2019-04-01',
      value: { senOfYen: 100 },
      source: circular(
        '昭和22年11月5日基発232号',
        '銭位未満切捨て',
        'https://treasureboxblog.blogspot.com/p/blog-page_14.html',
      ),
    },
  ],
}

/** 解雇予告 (労働基準法20条): thirty days, shortened by each day for which the average wage is paid. */
export const dismissalNotice: Statute<{ days: number }> = {
  name: '解雇の予告',
  nameEn: 'Notice of dismissal',
  keyedBy: 'calendar-date',
  checkedThrough: actReadThrough,
  versions: [{ from: '2019-04-01', value: { days: 30 }, source: standardsAct('20条') }],
}

/** 休業手当 (労働基準法26条): at least 60 % of the average wage of each day. */
export const closurePay: Statute<{ leastPercent: number }> = {
  name: '休業手当',
  nameEn: 'Allowance for closure',
  keyedBy: 'calendar-date',
  checkedThrough: actReadThrough,
  versions: [{ from: '2019-04-01', value: { leastPercent: 60 }, source: standardsAct('26条') }],
}

/** Without an agreement a payment rounds to whole yen, half up (通貨の単位及び貨幣の発行等に関する法律3条). */
export const paymentFraction: Statute<{ rounding: 'half-up' }> = {
  name: '支払金の端数',
  nameEn: 'Fractions of a payment',
  keyedBy: 'calendar-date',
  checkedThrough: actReadThrough,
  versions: [
    {
      from: '2019-04-01',
      value: { rounding: 'half-up' },
      source: {
        law: '通貨の単位及び貨幣の発行等に関する法律',
        article: '3条1項',
        url: 'https://laws.e-gov.go.jp/law/362AC0000000042',
        trust: 'S',
      },
    },
  ],
}
