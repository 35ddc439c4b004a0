import { dateInWords } from '../../core/date-in-words.ts'
import { record, wholeNumber } from '../../core/input.ts'
import type { Because, Preview } from '../../core/statute.ts'
import { type CountedPiece, markBeyond, monthsOf, type OvertimeStep } from './overtime-steps.ts'
import { type DayRead, readDays } from './read-days.ts'
import { type Period, readPeriod, type WorkLaw, workLaw } from './read-rule.ts'
import type { ClassifyWorkInput, WorkDayKind } from './work-rule.ts'
import { type Counted, countFixed, countFlex, countMonthlyVariable, type Work, type WorkFinding } from './work-rules.ts'

/** Minutes by class. Scheduled, within-legal, overtime and legal-holiday minutes add up to the worked minutes. */
export type WorkMinutes = {
  workedMinutes: number
  /** 所定内. */
  scheduledMinutes: number
  /** 法定内残業: over the plan, within the legal hours; on a rest day of the company's own, too. */
  withinLegalMinutes: number
  /** 法定外 (時間外労働), the part over 60 hours included. */
  overtimeMinutes: number
  /** The part of the overtime beyond 60 hours of the month. */
  over60Minutes: number
  /** 法定休日労働. */
  legalHolidayMinutes: number
  /** Worked on a rest day of the company's own (所定休日); also within-legal or overtime. */
  companyRestDayMinutes: number
  /** 深夜 (22:00–5:00), of whatever class; its parts by class follow. */
  nightMinutes: number
  nightWithinLegalMinutes: number
  nightOvertimeMinutes: number
  nightOver60Minutes: number
  nightLegalHolidayMinutes: number
}

export type ClassifiedDay = WorkMinutes & {
  date: string
  kind: WorkDayKind
  breakMinutes: number
  requiredBreakMinutes: number
  breakShortfallMinutes: number
  /** The overtime by the count that found it. */
  overtimeBy: Record<OvertimeStep, number>
  explanations: { ja: string; en: string }[]
}

export type ClassifiedWork = {
  /** The days of the period that were given, in order. */
  days: ClassifiedDay[]
  totals: WorkMinutes
  /** 法定労働時間の総枠 of the period, under monthly variable hours and flex. */
  frameMinutes?: number
  findings: WorkFinding[]
  because: Because[]
}

/**
 * 労働時間の区分: what each minute of work is, by the work rule: scheduled, within the legal hours, overtime, over 60 hours,
 * legal-holiday work, and night.
 * All in whole minutes, never rounded. A shift belongs to the day it begins, but minutes that fall on a legal rest day
 * (0–24 h) are legal-holiday work and no others are (平成6年基発331号). Overtime is what comes last in time: first over the day,
 * then over the week without what the day counted, then over the period. Weeks that began before the period are seen rightly
 * if their days are given too. Throws InvalidInputError naming the field, UnknownLawError outside the known dates.
 */
export function classifyWork(input: ClassifyWorkInput, options: Preview = {}): ClassifiedWork {
  record('input', input)
  const period = readPeriod(input)
  const before = wholeNumber('overtimeMinutesBefore', input.overtimeMinutesBefore ?? 0, 0, 100_000)
  const law = workLaw(input.rule, period, options)
  const days = readDays(input, law.night)
  const isExempt = input.rule.kind === 'exempt'
  const { pieces, findings, frame } = counted(input.rule, { days, pieces: piecesOfDays(days, isExempt), period, law })
  const inside = markOver60(pieces, period, law, before)
  const byDate = new Map(days.map(({ date }) => [date, noPieces()]))
  for (const piece of inside) byDate.get(piece.date)?.push(piece)
  const classified = days
    .filter(({ date }) => date >= period.from && date <= period.to)
    .map((each) => classifiedDay(each, byDate.get(each.date) ?? [], law))
  return {
    days: classified,
    totals: sumOf(classified),
    ...(frame === undefined ? {} : { frameMinutes: frame }),
    findings: [...findings, ...classified.flatMap(breakFinding)],
    because: law.because,
  }
}

function counted(rule: ClassifyWorkInput['rule'], work: Work): Counted {
  if (rule.kind === 'exempt') return { pieces: [...work.pieces], findings: [], frame: undefined }
  if (rule.kind === 'flex') return countFlex(rule, work)
  return rule.kind === 'fixed' ? countFixed(rule, work) : countMonthlyVariable(rule, work)
}

function piecesOfDays(days: readonly DayRead[], isExempt: boolean): CountedPiece[] {
  const legalRestDays = new Set(days.flatMap(({ date, kind }) => (kind === 'legal-rest-day' ? [date] : [])))
  return days.flatMap(({ date, worked }) =>
    worked.map((piece) => ({
      ...piece,
      date,
      isLegalHoliday: !isExempt && legalRestDays.has(piece.calendarDate),
      overtime: undefined,
      isBeyondPlan: false,
      isOver60: false,
    })),
  )
}

function markOver60(pieces: readonly CountedPiece[], period: Period, law: WorkLaw, before: number): CountedPiece[] {
  const months = monthsOf(period.from, period.to).map(({ from }) => from)
  return markBeyond(
    pieces.filter(({ date }) => date >= period.from && date <= period.to),
    ({ overtime, date }) => (overtime === undefined ? undefined : months.findLast((from) => from <= date)),
    (month) => Math.max(0, law.over60FromMinutes - (month === period.from ? before : 0)),
    (piece) => ({ ...piece, isOver60: true }),
  )
}

const noPieces = (): CountedPiece[] => []

const lengthOf = (pieces: readonly CountedPiece[], matches: (piece: CountedPiece) => boolean): number =>
  pieces.reduce((sum, piece) => (matches(piece) ? sum + piece.to - piece.from : sum), 0)

const isOvertime = (piece: CountedPiece) => piece.overtime !== undefined
const isWithinLegal = (piece: CountedPiece) => !piece.isLegalHoliday && !isOvertime(piece) && piece.isBeyondPlan

function classifiedDay(day: DayRead, pieces: readonly CountedPiece[], law: WorkLaw): ClassifiedDay {
  const minutes = (matches: (piece: CountedPiece) => boolean) => lengthOf(pieces, matches)
  const workedMinutes = minutes(() => true)
  const requiredBreakMinutes = law.requiredBreak(workedMinutes)
  const by = (step: OvertimeStep) => minutes(({ overtime }) => overtime === step)
  const classes: WorkMinutes = {
    workedMinutes,
    scheduledMinutes: minutes((piece) => !piece.isLegalHoliday && !isOvertime(piece) && !piece.isBeyondPlan),
    withinLegalMinutes: minutes(isWithinLegal),
    overtimeMinutes: minutes(isOvertime),
    over60Minutes: minutes(({ isOver60 }) => isOver60),
    legalHolidayMinutes: minutes(({ isLegalHoliday }) => isLegalHoliday),
    companyRestDayMinutes: day.kind === 'company-rest-day' ? minutes(({ isLegalHoliday }) => !isLegalHoliday) : 0,
    nightMinutes: minutes(({ isNight }) => isNight),
    nightWithinLegalMinutes: minutes((piece) => piece.isNight && isWithinLegal(piece)),
    nightOvertimeMinutes: minutes((piece) => piece.isNight && isOvertime(piece)),
    nightOver60Minutes: minutes(({ isNight, isOver60 }) => isNight && isOver60),
    nightLegalHolidayMinutes: minutes(({ isNight, isLegalHoliday }) => isNight && isLegalHoliday),
  }
  const overtimeBy = { day: by('day'), week: by('week'), month: by('month'), period: by('period') }
  return {
    date: day.date,
    kind: day.kind,
    ...classes,
    breakMinutes: day.breakMinutes,
    requiredBreakMinutes,
    breakShortfallMinutes: Math.max(0, requiredBreakMinutes - day.breakMinutes),
    overtimeBy,
    explanations: explained(classes, overtimeBy),
  }
}

function explained(minutes: WorkMinutes, by: Record<OvertimeStep, number>): { ja: string; en: string }[] {
  const lines: [number, string, string][] = [
    [minutes.legalHolidayMinutes, '法定休日の労働', 'work on a legal rest day'],
    [by.day, '1日の限度を超えた時間外', 'overtime over the day'],
    [by.week, '1週の限度を超えた時間外（日で数えた分を除く）', 'overtime over the week (without what the day counted)'],
    [by.month, '月の週平均の限度を超えた時間外', "overtime over the month's weekly average"],
    [
      by.period,
      '期間の総枠を超えた時間外（日・週・月で数えた分を除く）',
      'overtime over the frame (without what was counted before)',
    ],
    [minutes.over60Minutes, 'そのうち月60時間を超えた分', 'of which over 60 hours of the month'],
    [minutes.withinLegalMinutes, '所定を超え法定労働時間内', 'over the plan, within the legal hours'],
    [minutes.nightMinutes, '深夜', 'night'],
  ]
  return lines.flatMap(([amount, ja, en]) =>
    amount > 0 ? [{ ja: `${ja}：${amount}分`, en: `${en}: ${amount} minutes` }] : [],
  )
}

function breakFinding(day: ClassifiedDay): WorkFinding[] {
  if (day.breakShortfallMinutes === 0) return []
  const { date, workedMinutes, requiredBreakMinutes, breakMinutes } = day
  return [
    {
      code: 'break-short',
      date,
      ja: `${dateInWords(date)}は${workedMinutes}分の労働に休憩${requiredBreakMinutes}分が必要ですが、${breakMinutes}分です（労働基準法34条）。`,
      en: `On ${date}, ${workedMinutes} minutes of work need ${requiredBreakMinutes} minutes of break; there were ${breakMinutes} (article 34).`,
    },
  ]
}

function sumOf(days: readonly WorkMinutes[]): WorkMinutes {
  const sum = (field: keyof WorkMinutes) => days.reduce((total, day) => total + day[field], 0)
  return {
    workedMinutes: sum('workedMinutes'),
    scheduledMinutes: sum('scheduledMinutes'),
    withinLegalMinutes: sum('withinLegalMinutes'),
    overtimeMinutes: sum('overtimeMinutes'),
    over60Minutes: sum('over60Minutes'),
    legalHolidayMinutes: sum('legalHolidayMinutes'),
    companyRestDayMinutes: sum('companyRestDayMinutes'),
    nightMinutes: sum('nightMinutes'),
    nightWithinLegalMinutes: sum('nightWithinLegalMinutes'),
    nightOvertimeMinutes: sum('nightOvertimeMinutes'),
    nightOver60Minutes: sum('nightOver60Minutes'),
    nightLegalHolidayMinutes: sum('nightLegalHolidayMinutes'),
  }
}
