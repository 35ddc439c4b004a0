import type { Weekday } from '../../calendar/days.ts'

/** 休日の区分: a working day, the legal rest day (法定休日, one a week) or a rest day of the company's own (所定休日). */
export type WorkDayKind = 'workday' | 'legal-rest-day' | 'company-rest-day'

/**
 * How working time is counted.
 * `fixed`: 8 hours a day and 40 a week. `monthly-variable` (1か月単位の変形労働時間制): by the hours planned for each day; the
 * period asked for is the period of the rule. `flex` (フレックスタイム制): by the settlement period, which is the period asked for.
 * `exempt` (管理監督者, 41条2号): only night work counts.
 */
export type WorkRule = FixedRule | MonthlyVariableRule | FlexRule | { kind: 'exempt' }

export type FixedRule = WeekRule & {
  kind: 'fixed'
  /** 所定労働時間 of a working day without `plannedMinutes`; the legal 8 hours where absent. */
  dailyMinutes?: number
}

export type MonthlyVariableRule = WeekRule & { kind: 'monthly-variable' }

export type FlexRule = SmallBusiness & {
  kind: 'flex'
  /** 清算期間における総労働時間 of the agreement; the legal frame where absent. */
  agreedMinutes?: number
  /** 完全週休2日制の特例, where the agreement says so: the scheduled days of the period, 8 hours each, are the frame. */
  scheduledDays?: number
}

type WeekRule = SmallBusiness & {
  /** The day a week begins with; Sunday where the work rules say nothing (昭和63年1月1日基発1号). */
  weekStartsOn?: Weekday
}

type SmallBusiness = {
  /** 特例措置対象事業場: 44 hours a week instead of 40. */
  isSmallServiceBusiness?: boolean
}

/** Times are 'HH:MM' from '00:00' to '48:00' of the work date: '25:30' is half past one the next morning. */
export type WorkDay = {
  date: string
  kind: WorkDayKind
  /** 所定労働時間 of this day; needed on working days under monthly variable hours. */
  plannedMinutes?: number
  punches: readonly { in: string; out: string }[]
  /** Breaks by the clock. Time between two punches is a break too. */
  breaks?: readonly { from: string; to: string }[]
  /** Breaks without the clock: taken off the earliest minutes outside the night and, if it can be, the legal rest day. */
  breakMinutes?: number
}

export type ClassifyWorkInput = {
  rule: WorkRule
  /** The wage month; for monthly variable hours and flex the period of the rule. Both days are included. */
  period: { from: string; to: string }
  /**
   * The days of the period, and beside them those needed to see it rightly: the earlier days of the week in which it begins,
   * and the day after, where work runs past midnight into it. Days that are left out were without work.
   */
  days: readonly WorkDay[]
  /** Overtime already counted in this month before the period, where the period is shorter than the month. */
  overtimeMinutesBefore?: number
}
