import type { Statute } from '../core/statute.ts'
import type { Weekday } from './days.ts'

/** Days on which an institution is closed besides national holidays; `monthDays` as 'MM-DD'. */
export type ClosedDays = { weekdays: readonly Weekday[]; monthDays: readonly string[] }

/**
 * 国民の祝日に関する法律. The equinoxes of a year become certain with the almanac (暦要項) in the official gazette of
 * February of the year before, so nothing after `checkedThrough` is certain.
 */
export const holidayLaw: Statute<'as announced'> = {
  name: '国民の祝日に関する法律',
  nameEn: 'Act on National Holidays',
  keyedBy: 'calendar-date',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '1970-01-01',
      value: 'as announced',
      source: {
        law: '国民の祝日に関する法律（昭和23年法律第178号）',
        article: '2条、3条',
        title: '「国民の祝日」について（内閣府、2027年分は2026年2月2日発表）',
        url: 'https://www8.cao.go.jp/chosei/shukujitsu/gaiyou.html',
        published: '2026-02-02',
        trust: 'S',
      },
    },
  ],
}

/** 銀行の休日: 銀行法15条1項, 銀行法施行令5条1項 (日曜日、祝日、12月31日から1月3日、土曜日). */
export const bankHolidayLaw: Statute<ClosedDays> = {
  name: '銀行の休日',
  nameEn: 'Bank holidays',
  keyedBy: 'calendar-date',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2000-01-01',
      value: { weekdays: ['sat', 'sun'], monthDays: ['12-31', '01-01', '01-02', '01-03'] },
      source: {
        law: '銀行法施行令（昭和57年政令第40号）',
        article: '5条1項',
        title: '銀行法15条1項の政令で定める日',
        url: 'https://laws.e-gov.go.jp/law/357CO0000000040',
        trust: 'S',
      },
    },
  ],
}

/**
 * 行政機関の休日: 行政機関の休日に関する法律1条. The same days end periods of national tax on the day after
 * (国税通則法10条2項, 同施行令2条2項; 2 and 3 January are 一般の休日 by the directive).
 */
export const publicOfficeHolidayLaw: Statute<ClosedDays> = {
  name: '行政機関の休日',
  nameEn: 'Holidays of public offices',
  keyedBy: 'calendar-date',
  checkedThrough: '2027-12-31',
  versions: [
    {
      from: '2000-01-01',
      value: { weekdays: ['sat', 'sun'], monthDays: ['12-29', '12-30', '12-31', '01-01', '01-02', '01-03'] },
      source: {
        law: '行政機関の休日に関する法律（昭和63年法律第91号）、国税通則法（昭和37年法律第66号）',
        article: '1条1項、2条；国税通則法10条2項',
        title: '国税通則法基本通達 第10条関係 4、5',
        url: 'https://www.nta.go.jp/law/tsutatsu/kihon/tsusoku/01/03/10.htm',
        trust: 'V',
      },
    },
  ],
}
