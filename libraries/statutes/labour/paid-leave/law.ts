import type { Statute } from '../../core/statute.ts'
import { actReadThrough, standardsAct, standardsRule } from '../sources.ts'

/** Days by completed service: the first after six months, then one more entry for each year, the last for all later years. */
export type LeaveTable = {
  firstGrantMonths: number
  attendancePercent: number
  full: readonly number[]
  /** 比例付与: rows by weekly days, each with the fewest yearly days that put a worker into it. */
  proportional: readonly { weeklyDays: number; yearlyDaysFrom: number; days: readonly number[] }[]
  fullFrom: { weeklyDays: number; weeklyHours: number; yearlyDays: number }
}

/** The only table known here; the days of service before it counted otherwise. */
export const presentLeaveTable: LeaveTable = {
  firstGrantMonths: 6,
  attendancePercent: 80,
  full: [10, 11, 12, 14, 16, 18, 20],
  proportional: [
    { weeklyDays: 4, yearlyDaysFrom: 169, days: [7, 8, 9, 10, 12, 13, 15] },
    { weeklyDays: 3, yearlyDaysFrom: 121, days: [5, 6, 6, 8, 9, 10, 11] },
    { weeklyDays: 2, yearlyDaysFrom: 73, days: [3, 4, 4, 5, 6, 6, 7] },
    { weeklyDays: 1, yearlyDaysFrom: 48, days: [1, 2, 2, 2, 3, 3, 3] },
  ],
  fullFrom: { weeklyDays: 5, weeklyHours: 30, yearlyDays: 217 },
}

/** 年次有給休暇の付与日数 (労働基準法39条1項〜3項, 施行規則24条の3). */
export const leaveTable: Statute<LeaveTable> = {
  name: '年次有給休暇の付与日数',
  nameEn: 'Days of annual paid leave',
  keyedBy: 'grant-date',
  checkedThrough: '2028-04-01',
  versions: [
    {
      from: '2001-04-01',
      value: presentLeaveTable,
      source: standardsAct('39条1項〜3項、施行規則24条の3'),
    },
  ],
}

/** 斉一的取扱い: an earlier common grant day, with the time cut off counted as attended (平成6年1月4日基発1号). */
export const uniformGrant: Statute<{ cutOffTimeCountsAsAttended: boolean }> = {
  name: '年次有給休暇の斉一的取扱い',
  nameEn: 'Common grant day of annual paid leave',
  keyedBy: 'grant-date',
  checkedThrough: '2028-04-01',
  versions: [
    {
      from: '2001-04-01',
      value: { cutOffTimeCountsAsAttended: true },
      source: {
        law: '平成6年1月4日基発1号',
        article: '年次有給休暇の斉一的取扱い',
        url: 'https://sr-sharoushi.com/entry/2019/01/04/221239',
        trust: 'S',
      },
    },
  ],
}

/** 時効: leave is gone when two years have passed since its grant (労働基準法115条). */
export const leaveExpiry: Statute<{ months: number }> = {
  name: '年次有給休暇の時効',
  nameEn: 'Expiry of annual paid leave',
  keyedBy: 'grant-date',
  checkedThrough: '2028-04-01',
  versions: [{ from: '2001-04-01', value: { months: 24 }, source: standardsAct('115条') }],
}

/** 時間単位年休 (労働基準法39条4項, 施行規則24条の4): by agreement, so many days of one year by the hour. */
export const hourlyLeave: Statute<{ daysOfYear: number; unitMinutes: number }> = {
  name: '時間単位年休',
  nameEn: 'Paid leave by the hour',
  keyedBy: 'grant-date',
  checkedThrough: '2028-04-01',
  versions: [
    {
      from: '2010-04-01',
      value: { daysOfYear: 5, unitMinutes: 60 },
      source: standardsRule('24条の4（法39条4項2号）'),
    },
  ],
}

/** 年5日の時季指定義務 (労働基準法39条7項・8項, 施行規則24条の5). */
export const fiveDayDutyLaw: Statute<{ grantedDays: number; days: number; months: number }> = {
  name: '年5日の時季指定義務',
  nameEn: 'Duty to let five days of leave be taken',
  keyedBy: 'grant-date',
  checkedThrough: '2028-04-01',
  versions: [
    {
      from: '2019-04-01',
      value: { grantedDays: 10, days: 5, months: 12 },
      source: standardsAct('39条7項・8項'),
    },
  ],
}

/** 第一基準日・第二基準日: two base days within one year may share one period, five days per twelve months of it. */
export const overlappingDuty: Statute<{ monthsOfYear: number }> = {
  name: '年5日の時季指定義務（基準日が重なる期間の比例按分）',
  nameEn: 'Five-day duty, pro rata for overlapping periods',
  keyedBy: 'grant-date',
  checkedThrough: actReadThrough,
  versions: [
    {
      from: '2019-04-01',
      value: { monthsOfYear: 12 },
      source: {
        ...standardsRule('24条の5第2項（端数は改正労働基準法に関するQ&A 3-9）'),
        url: 'https://www.kisoku.jp/nenkyu/kijunbi.html',
      },
    },
  ],
}
