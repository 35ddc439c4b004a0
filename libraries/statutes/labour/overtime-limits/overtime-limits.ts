import { dateOf } from '../../calendar/days.ts'
import { flag, InvalidInputError, oneOf, month as readMonth, record, records, wholeNumber } from '../../core/input.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import {
  type OvertimeLimitValues,
  overtimeLimitsOfDisasterConstruction,
  overtimeLimitsOfDrivers,
  overtimeLimitsOfYearlyVariable,
  overtimeLimitValues,
  overtimeLimitValuesOfSmallCompanies,
} from './law.ts'

/** One month of the agreement, named by the calendar month in which it begins. */
export type OvertimeMonth = { month: string; overtimeMinutes: number; legalHolidayMinutes: number }

export type OvertimeLimitsInput = {
  /** Month after month without a gap, in order; the last is the one looked at and may still be running. */
  months: readonly OvertimeMonth[]
  /** The month in which the present year of the agreement began (起算日). */
  agreementFrom: string
  /** 特別条項 as agreed: minutes of a month (holiday work included), of a year, and months a year; the law's most where absent. */
  special?: { monthMinutes?: number; yearMinutes?: number; months?: number }
  /** 1年単位の変形労働時間制 over more than three months. */
  isYearlyVariable?: boolean
  sector?: 'general' | 'driver' | 'disaster-construction'
  /** 中小企業, for months before 2020-04. */
  isSmallOrMedium?: boolean
}

export type OvertimeLimitKind =
  | 'month'
  | 'year'
  | 'special-month'
  | 'special-year'
  | 'special-months'
  | 'actual-month'
  | 'average'

/** One limit in the month looked at. */
export type OvertimeLimitCheck = {
  limit: OvertimeLimitKind
  article: string
  countsHolidayWork: boolean
  /** Months of the average, for `average`. */
  windowMonths?: number
  /** Minutes counted so far; for an average the sum of its months; for `special-months` a number of months. */
  counted: number
  /** The most that is lawful, in the same unit. */
  most: number
  isKept: boolean
  /** What may still be worked this month under this limit, in minutes; 0 where it is reached. */
  remainingMinutes: number
}

export type OvertimeLimits = {
  month: string
  checks: OvertimeLimitCheck[]
  broken: OvertimeLimitCheck[]
  /** The smallest of the remaining minutes, and the limit that sets it: the alarm. */
  remainingMinutes: number
  tightest: OvertimeLimitCheck
  /** Averages that could not be looked at, because earlier months were not given. */
  unknownAverages: number[]
  because: Because[]
}

/**
 * 36協定の上限: which limits a month keeps, and how many minutes may still be worked in it under each (労働基準法36条3項〜6項).
 * Overtime alone counts for 45/360 (42/320) and 720 hours, overtime and legal-holiday work together for under 100 hours and
 * the averages of 2 to 6 months, which run across agreement years. The remaining minutes are overtime; where holiday work
 * counts too, either uses them up. Throws InvalidInputError naming the field, UnknownLawError before the limits came into force.
 */
export function overtimeLimits(input: OvertimeLimitsInput, options: Preview = {}): OvertimeLimits {
  record('input', input)
  const { months, agreementFrom } = readMonths(input)
  const now = months.at(-1)
  if (now === undefined) throw noMonths()
  const { value: law, because } = lawOf(input, now.month, options)
  const ofYear = months.filter(({ month }) => month >= agreementFrom)
  const checks = [...agreedLimits(input, law, now, ofYear), ...actualLimits(law, months, now)]
  const tightest = checks.reduce((a, b) => (b.remainingMinutes < a.remainingMinutes ? b : a))
  return {
    month: now.month,
    checks,
    broken: checks.filter(({ isKept }) => !isKept),
    remainingMinutes: tightest.remainingMinutes,
    tightest,
    unknownAverages: windowsOf(law).filter((window) => window > months.length),
    because,
  }
}

/** Without a special clause 45 and 360 hours bind; with one, 45 may be exceeded in so many months, and 720 and 100 bind. */
function agreedLimits(
  input: OvertimeLimitsInput,
  law: OvertimeLimitValues,
  now: OvertimeMonth,
  ofYear: readonly OvertimeMonth[],
): OvertimeLimitCheck[] {
  const yearTotal = ofYear.reduce((sum, { overtimeMinutes }) => sum + overtimeMinutes, 0)
  const month = check('month', '36条4項', now.overtimeMinutes, law.month)
  if (input.special === undefined) return [month, check('year', '36条4項', yearTotal, law.year)]
  const special = readSpecial(record('special', input.special), law)
  const over = (list: readonly OvertimeMonth[]) =>
    list.filter(({ overtimeMinutes }) => overtimeMinutes > law.month).length
  const overBefore = over(ofYear.filter(({ month: name }) => name !== now.month))
  const found = [check('special-year', '36条5項', yearTotal, special.yearMinutes)]
  if (special.monthMinutes !== undefined) {
    found.push(check('special-month', '36条5項', withHoliday(now), special.monthMinutes, true))
  }
  if (special.months !== undefined) {
    found.push({
      limit: 'special-months',
      article: '36条5項',
      countsHolidayWork: false,
      counted: over(ofYear),
      most: special.months,
      isKept: over(ofYear) <= special.months,
      remainingMinutes: overBefore < special.months ? longMonth : month.remainingMinutes,
    })
  }
  return found
}

/** 36条6項 binds every agreement, and alone carries a penalty. */
function actualLimits(
  law: OvertimeLimitValues,
  months: readonly OvertimeMonth[],
  now: OvertimeMonth,
): OvertimeLimitCheck[] {
  const found: OvertimeLimitCheck[] = []
  if (law.actualMonthUnder !== undefined) {
    found.push(check('actual-month', '36条6項2号', withHoliday(now), law.actualMonthUnder - 1, true))
  }
  const { averageOfMonths } = law
  if (averageOfMonths === undefined) return found
  for (const window of windowsOf(law).filter((each) => each <= months.length)) {
    const counted = months.slice(-window).reduce((sum, month) => sum + withHoliday(month), 0)
    found.push({
      ...check('average', '36条6項3号', counted, averageOfMonths.most * window, true),
      windowMonths: window,
    })
  }
  return found
}

/** Twenty years: far more than the averages look back on. */
const mostMonths = 240

/** More minutes than any month has: no bound by this limit. */
const longMonth = 44_640

const withHoliday = ({ overtimeMinutes, legalHolidayMinutes }: OvertimeMonth) => overtimeMinutes + legalHolidayMinutes

const windowsOf = ({ averageOfMonths }: OvertimeLimitValues): number[] =>
  averageOfMonths === undefined
    ? []
    : Array.from(
        { length: averageOfMonths.mostMonths - averageOfMonths.fewestMonths + 1 },
        (_, index) => averageOfMonths.fewestMonths + index,
      )

const check = (
  limit: OvertimeLimitKind,
  article: string,
  counted: number,
  most: number,
  countsHolidayWork = false,
): OvertimeLimitCheck => ({
  limit,
  article: `労働基準法${article}`,
  countsHolidayWork,
  counted,
  most,
  isKept: counted <= most,
  remainingMinutes: Math.max(0, most - counted),
})

function readSpecial(
  given: NonNullable<OvertimeLimitsInput['special']>,
  law: OvertimeLimitValues,
): { monthMinutes: number | undefined; yearMinutes: number; months: number | undefined } {
  const upTo = (field: string, value: number | undefined, most: number | undefined) =>
    most === undefined && value === undefined
      ? undefined
      : wholeNumber(`special.${field}`, value ?? most, 0, most ?? longMonth)
  const mostOfMonth = law.specialMonthUnder === undefined ? undefined : law.specialMonthUnder - 1
  return {
    monthMinutes: upTo('monthMinutes', given.monthMinutes, mostOfMonth),
    yearMinutes: wholeNumber('special.yearMinutes', given.yearMinutes ?? law.specialYear, 0, law.specialYear),
    months: upTo('months', given.months, law.specialMonths),
  }
}

function lawOf(
  input: OvertimeLimitsInput,
  month: string,
  options: Preview,
): { value: OvertimeLimitValues; because: Because[] } {
  const on = `${month}-01`
  const sector = oneOf('sector', input.sector ?? 'general', ['general', 'driver', 'disaster-construction'])
  const statutes = {
    general: flag('isSmallOrMedium', input.isSmallOrMedium) ? overtimeLimitValuesOfSmallCompanies : overtimeLimitValues,
    driver: overtimeLimitsOfDrivers,
    'disaster-construction': overtimeLimitsOfDisasterConstruction,
  }
  const { value, because } = lawOn(statutes[sector], on, options)
  if (!flag('isYearlyVariable', input.isYearlyVariable)) return { value, because }
  const yearly = lawOn(overtimeLimitsOfYearlyVariable, on, options)
  return { value: { ...value, ...yearly.value }, because: allBecause(because, yearly.because) }
}

function readMonths(input: OvertimeLimitsInput): { months: OvertimeMonth[]; agreementFrom: string } {
  const months = records('months', input.months, mostMonths, 0).map((each, index) => {
    const at = `months[${index}]`
    const name = readMonth(`${at}.month`, each.month)
    const before = input.months[index - 1]?.month
    if (before !== undefined && name !== monthAfter(before)) throw gap(`${at}.month`, name, monthAfter(before))
    return {
      month: name,
      overtimeMinutes: wholeNumber(`${at}.overtimeMinutes`, each.overtimeMinutes, 0, longMonth),
      legalHolidayMinutes: wholeNumber(`${at}.legalHolidayMinutes`, each.legalHolidayMinutes, 0, longMonth),
    }
  })
  const agreementFrom = readMonth('agreementFrom', input.agreementFrom)
  const last = months.at(-1)?.month ?? agreementFrom
  if (agreementFrom > last || monthsBetween(agreementFrom, last) >= 12) throw notThisYear(agreementFrom, last)
  const first = months[0]?.month ?? agreementFrom
  if (first > agreementFrom) throw gap('months[0].month', first, agreementFrom)
  return { months, agreementFrom }
}

const monthAfter = (month: string): string =>
  dateOf(Number(month.slice(0, 4)), Number(month.slice(5)) + 1, 1).slice(0, 7)

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5))

const noMonths = () =>
  new InvalidInputError('months', '[]', {
    ja: '少なくとも調べる月の実績を1つ指定してください。',
    en: 'Give at least the month to look at.',
  })

const gap = (field: string, given: string, expected: string) =>
  new InvalidInputError(field, given, {
    ja: `協定の起算月から抜けなく、早い月から順に指定してください（ここは${expected}）。`,
    en: `Give every month in order, from the month in which the agreement began (here ${expected}).`,
  })

const notThisYear = (given: string, last: string) =>
  new InvalidInputError('agreementFrom', given, {
    ja: `${last}を含む協定の1年の起算月を指定してください。`,
    en: `Give the month in which the agreement year that contains ${last} began.`,
  })
