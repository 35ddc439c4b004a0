import { addDays, daysBetween, type Weekday } from '../../calendar/days.ts'
import { InvalidInputError } from '../../core/input.ts'
import { type CountedPiece, frameMinutes, markBeyond, monthsOf, overtimeBeyond, weekStart } from './overtime-steps.ts'
import type { DayRead } from './read-days.ts'
import type { Period, WorkLaw } from './read-rule.ts'
import type { FixedRule, FlexRule, MonthlyVariableRule } from './work-rule.ts'

/** What should be looked at: too short a break, days missing from a week, a plan or agreement beyond the legal frame. */
export type WorkFinding = {
  code: 'break-short' | 'week-incomplete' | 'planned-over-frame'
  date: string
  ja: string
  en: string
}

export type Counted = { pieces: CountedPiece[]; findings: WorkFinding[]; frame: number | undefined }

export type Work = { days: readonly DayRead[]; pieces: readonly CountedPiece[]; period: Period; law: WorkLaw }

const daysFrom = (from: string, to: string): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))

/** The first day of its week for each date. */
const weeksOf = (dates: readonly string[], startsOn: Weekday): Map<string, string> =>
  new Map(dates.map((date) => [date, weekStart(date, startsOn)]))

const inPeriod = (date: string, { from, to }: Period) => date >= from && date <= to

const markPlan = (piece: CountedPiece): CountedPiece => ({ ...piece, isBeyondPlan: true })

const ownPlan = (pieces: readonly CountedPiece[], planned: (date: string) => number): CountedPiece[] =>
  markBeyond(pieces, (piece) => (piece.isLegalHoliday ? undefined : piece.date), planned, markPlan)

/** 8 hours a day, then 40 (44) a week without what the day already counted (労働基準法32条). */
export function countFixed(rule: FixedRule, work: Work): Counted {
  const { days, period, law } = work
  const startsOn = rule.weekStartsOn ?? 'sun'
  const weeks = weeksOf(
    days.map(({ date }) => date),
    startsOn,
  )
  const plans = new Map(days.map((each) => [each.date, plannedOn(each, rule.dailyMinutes ?? law.dailyMinutes)]))
  const planned = ownPlan(work.pieces, (date) => plans.get(date) ?? 0)
  const byDay = overtimeBeyond(
    planned,
    'day',
    ({ date }) => date,
    () => law.dailyMinutes,
  )
  const byWeek = overtimeBeyond(
    byDay,
    'week',
    ({ date }) => weeks.get(date) ?? '',
    () => law.weeklyMinutes,
  )
  const missing = missingBefore(weekStart(period.from, startsOn), period.from, days)
  return {
    pieces: byWeek,
    findings: missing === undefined ? [] : [weekIncomplete(missing, period.from)],
    frame: undefined,
  }
}

const plannedOn = ({ kind, plannedMinutes }: DayRead, usual: number): number =>
  plannedMinutes ?? (kind === 'workday' ? usual : 0)

function missingBefore(from: string, before: string, days: readonly DayRead[]): string | undefined {
  const given = new Set(days.map(({ date }) => date))
  for (let date = from; date < before; date = addDays(date, 1)) {
    if (!given.has(date)) return date
  }
  return undefined
}

/**
 * Three steps: the day over its plan (over 8 hours where the plan is shorter), the week over its plan (over 40 or 44 hours where
 * the plan is shorter; in a part of a week that many hours × days / 7), the period over its frame; none counts a minute twice.
 */
export function countMonthlyVariable(rule: MonthlyVariableRule, work: Work): Counted {
  const { period, law } = work
  const startsOn = rule.weekStartsOn ?? 'sun'
  const plans = new Map(work.days.filter(({ date }) => inPeriod(date, period)).map((each) => [each.date, planOf(each)]))
  const weeks = weeksOf(daysFrom(period.from, period.to), startsOn)
  const sumByWeek = (amountOf: (date: string) => number) => {
    const sums = new Map<string, number>()
    for (const [date, week] of weeks) sums.set(week, (sums.get(week) ?? 0) + amountOf(date))
    return sums
  }
  const plannedOfWeek = sumByWeek((date) => plans.get(date) ?? 0)
  const daysOfWeek = sumByWeek(() => 1)
  const weekLimit = (week: string) =>
    Math.max(plannedOfWeek.get(week) ?? 0, frameMinutes(law.weeklyMinutes, daysOfWeek.get(week) ?? 0, law.daysOfWeek))
  const frame = frameMinutes(law.weeklyMinutes, period.calendarDays, law.daysOfWeek)
  const own = work.pieces.filter(({ date }) => inPeriod(date, period))
  const planned = ownPlan(own, (date) => plans.get(date) ?? 0)
  const byDay = overtimeBeyond(
    planned,
    'day',
    ({ date }) => date,
    (date) => Math.max(plans.get(date) ?? 0, law.dailyMinutes),
  )
  const byWeek = overtimeBeyond(byDay, 'week', ({ date }) => weeks.get(date) ?? '', weekLimit)
  const byPeriod = overtimeBeyond(
    byWeek,
    'period',
    () => period.from,
    () => frame,
  )
  const plannedTotal = [...plans.values()].reduce((sum, minutes) => sum + minutes, 0)
  return { pieces: byPeriod, findings: plannedTotal > frame ? [overFrame(period, plannedTotal, frame)] : [], frame }
}

function planOf({ at, date, kind, plannedMinutes }: DayRead): number {
  if (plannedMinutes !== undefined) return plannedMinutes
  if (kind !== 'workday') return 0
  throw new InvalidInputError(`${at}.plannedMinutes`, date, {
    ja: '1か月単位の変形労働時間制では、労働日ごとの所定労働時間（plannedMinutes）が必要です。',
    en: 'Monthly variable hours need the planned minutes of each working day.',
  })
}

/**
 * Flex: over one month, what lies beyond 50 hours a week on average in each month is that month's overtime; then what of the
 * whole period lies beyond its frame (40 or 44 hours × days / 7, or scheduled days × 8 hours where the agreement says so).
 */
export function countFlex(rule: FlexRule, work: Work): Counted {
  const { period, law } = work
  const frame =
    rule.scheduledDays === undefined
      ? frameMinutes(law.weeklyMinutes, period.calendarDays, law.daysOfWeek)
      : rule.scheduledDays * law.dailyMinutes
  const agreed = rule.agreedMinutes ?? frame
  if (agreed > frame) {
    throw new InvalidInputError('rule.agreedMinutes', agreed, {
      ja: `清算期間の総労働時間は、法定の総枠（${frame}分）以内で定めてください。`,
      en: `The agreed hours of the settlement period must lie within the legal frame (${frame} minutes).`,
    })
  }
  const own = work.pieces.filter(({ date }) => inPeriod(date, period))
  const planned = markBeyond(
    own,
    (piece) => (piece.isLegalHoliday ? undefined : period.from),
    () => agreed,
    markPlan,
  )
  const months = monthsOf(period.from, period.to)
  const monthLimit = (from: string) =>
    frameMinutes(law.monthlyWeekMinutes, months.find((month) => month.from === from)?.days ?? 0, law.daysOfWeek)
  const byMonth = period.isOverOneMonth
    ? overtimeBeyond(
        planned,
        'month',
        ({ date }) => months.findLast(({ from }) => from <= date)?.from ?? '',
        monthLimit,
      )
    : planned
  return {
    pieces: overtimeBeyond(
      byMonth,
      'period',
      () => period.from,
      () => frame,
    ),
    findings: [],
    frame,
  }
}

const weekIncomplete = (date: string, from: string): WorkFinding => ({
  code: 'week-incomplete',
  date,
  ja: `${from}の週は${date}を含みますが、その日の勤務が渡されていません。週の時間外が少なく出ることがあります。`,
  en: `The week of ${from} contains ${date}, which was not given. Weekly overtime may come out too small.`,
})

const overFrame = ({ from }: Period, planned: number, frame: number): WorkFinding => ({
  code: 'planned-over-frame',
  date: from,
  ja: `所定労働時間の合計（${planned}分）が法定の総枠（${frame}分）を超えています。変形労働時間制の要件を満たしません。`,
  en: `The planned hours (${planned} minutes) exceed the legal frame (${frame} minutes). The rule does not meet its condition.`,
})
