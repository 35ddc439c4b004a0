import type { Statute } from '../../core/statute.ts'
import { actReadThrough, circular, standardsAct, standardsRule } from '../sources.ts'

/** 法定労働時間 (労働基準法32条) and, for small shops, restaurants, clinics and theatres, 特例措置対象事業場 (施行規則25条の2). */
export const workingHours: Statute<{ dailyMinutes: number; weeklyMinutes: number }> = {
  name: '法定労働時間',
  nameEn: 'Legal working hours',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [{ from: '2019-04-01', value: { dailyMinutes: 480, weeklyMinutes: 2400 }, source: standardsAct('32条') }],
}

/** 特例措置対象事業場: fewer than ten workers in trade, theatre, health or hospitality; not under flex over one month. */
export const specialWeeklyHours: Statute<{ weeklyMinutes: number }> = {
  name: '特例措置対象事業場の週の労働時間',
  nameEn: 'Weekly hours of small service businesses',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [{ from: '2019-04-01', value: { weeklyMinutes: 2640 }, source: standardsRule('25条の2第1項・第4項') }],
}

/** 休憩 (労働基準法34条): over so many minutes of work, at least so many of break. */
export const breaks: Statute<readonly { overMinutes: number; breakMinutes: number }[]> = {
  name: '休憩時間',
  nameEn: 'Breaks',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [
    {
      from: '2019-04-01',
      value: [
        { overMinutes: 480, breakMinutes: 60 },
        { overMinutes: 360, breakMinutes: 45 },
      ],
      source: standardsAct('34条1項'),
    },
  ],
}

/** From a minute of the evening to a minute of the morning. */
export type NightHours = { fromMinute: number; toMinute: number }

/** 深夜業 (労働基準法37条4項): from 22:00 to 5:00, as minutes of the day. */
export const nightHours: Statute<NightHours> = {
  name: '深夜の時間帯',
  nameEn: 'Night hours',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [{ from: '2019-04-01', value: { fromMinute: 1320, toMinute: 300 }, source: standardsAct('37条4項') }],
}

/** 二暦日にわたる勤務: one shift belongs to the day it begins; a legal rest day is the calendar day from 0 to 24 h. */
export const acrossMidnight: Statute<{ legalRestDayIsCalendarDay: boolean }> = {
  name: '二暦日にわたる勤務と法定休日',
  nameEn: 'Shifts across midnight and legal rest days',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [
    {
      from: '2019-04-01',
      value: { legalRestDayIsCalendarDay: true },
      source: circular('平成6年5月31日基発331号', '1', 'https://taxi.rdy.jp/?page_id=1085'),
    },
  ],
}

/** 1か月単位の変形労働時間制 (労働基準法32条の2): overtime by day, week and period. */
export const monthlyVariableHours: Statute<{ mostMonths: number; daysOfWeek: number }> = {
  name: '1か月単位の変形労働時間制',
  nameEn: 'Monthly variable working hours',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [
    {
      from: '2019-04-01',
      value: { mostMonths: 1, daysOfWeek: 7 },
      source: standardsAct('32条の2（昭和63年1月1日基発1号、平成6年3月31日基発181号）'),
    },
  ],
}

/** 変形期間をまたがる週: a part of a week has the weekly hours × its days / 7 (労働基準法コンメンタール). */
export const partsOfWeeks: Statute<{ inProportionToDays: boolean }> = {
  name: '変形期間の端数の週',
  nameEn: 'Parts of weeks at the ends of a variable period',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [
    {
      from: '2019-04-01',
      value: { inProportionToDays: true },
      source: circular(
        '労働基準法コンメンタール（厚生労働省労働基準局）',
        '32条の2',
        'https://kn-sharoushi.com/20220518about_monthly_working_system_on_kommentar',
      ),
    },
  ],
}

/** フレックスタイム制 (労働基準法32条の3): settlement period, and for periods over one month the weekly average of each month. */
export const flexHours: Statute<{ mostMonths: number; monthlyWeekMinutes: number; daysOfWeek: number }> = {
  name: 'フレックスタイム制',
  nameEn: 'Flexible working hours',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [
    {
      from: '2019-04-01',
      value: { mostMonths: 3, monthlyWeekMinutes: 3000, daysOfWeek: 7 },
      source: standardsAct('32条の3'),
    },
  ],
}

/** 管理監督者 (労働基準法41条2号): hours, breaks and rest days do not apply; night premium and paid leave do. */
export const exemptManagers: Statute<{ nightCounts: boolean }> = {
  name: '管理監督者の適用除外',
  nameEn: 'Exemption of managers',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [{ from: '2019-04-01', value: { nightCounts: true }, source: standardsAct('41条2号') }],
}
