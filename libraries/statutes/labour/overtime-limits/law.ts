import type { Statute } from '../../core/statute.ts'
import { actReadThrough, standardsAct } from '../sources.ts'

/** Limits in minutes; a limit that a kind of work does not have is absent. `under` limits must stay below, the others may be reached. */
export type OvertimeLimitValues = {
  month: number
  year: number
  specialMonthUnder?: number
  specialYear: number
  specialMonths?: number
  actualMonthUnder?: number
  averageOfMonths?: { most: number; fewestMonths: number; mostMonths: number }
}

const hour = 60

const general: OvertimeLimitValues = {
  month: 45 * hour,
  year: 360 * hour,
  specialMonthUnder: 100 * hour,
  specialYear: 720 * hour,
  specialMonths: 6,
  actualMonthUnder: 100 * hour,
  averageOfMonths: { most: 80 * hour, fewestMonths: 2, mostMonths: 6 },
}

/** 時間外労働の上限規制 (労働基準法36条3項〜6項). */
export const overtimeLimitValues: Statute<OvertimeLimitValues> = {
  name: '時間外労働の上限',
  nameEn: 'Limits of overtime',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [{ from: '2019-04-01', value: general, source: standardsAct('36条3項〜6項') }],
}

/** 中小企業: one year later. */
export const overtimeLimitValuesOfSmallCompanies: Statute<OvertimeLimitValues> = {
  name: '時間外労働の上限（中小企業）',
  nameEn: 'Limits of overtime, small and medium companies',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [{ from: '2020-04-01', value: general, source: standardsAct('36条3項〜6項（平成30年法律71号附則3条）') }],
}

/** 1年単位の変形労働時間制 over more than three months: lower limits of month and year (36条4項). */
export const overtimeLimitsOfYearlyVariable: Statute<{ month: number; year: number }> = {
  name: '時間外労働の限度時間（1年単位の変形労働時間制）',
  nameEn: 'Limits of overtime under yearly variable hours',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [
    { from: '2019-04-01', value: { month: 42 * hour, year: 320 * hour }, source: standardsAct('36条4項かっこ書き') },
  ],
}

/** 自動車の運転の業務 (140条1項): 960 hours a year, no limit by the month. */
export const overtimeLimitsOfDrivers: Statute<OvertimeLimitValues> = {
  name: '時間外労働の上限（自動車の運転の業務）',
  nameEn: 'Limits of overtime of drivers',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [
    {
      from: '2024-04-01',
      value: { month: general.month, year: general.year, specialYear: 960 * hour },
      source: standardsAct('140条1項', 'S'),
    },
  ],
}

/** 災害時における復旧及び復興の建設の事業 (139条1項): without the limits that count holiday work. */
export const overtimeLimitsOfDisasterConstruction: Statute<OvertimeLimitValues> = {
  name: '時間外労働の上限（災害復旧・復興の建設事業）',
  nameEn: 'Limits of overtime of construction after disasters',
  keyedBy: 'work-date',
  checkedThrough: actReadThrough,
  versions: [
    {
      from: '2024-04-01',
      value: { month: general.month, year: general.year, specialYear: general.specialYear, specialMonths: 6 },
      source: standardsAct('139条1項', 'S'),
    },
  ],
}
