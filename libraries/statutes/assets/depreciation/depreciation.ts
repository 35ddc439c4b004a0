import { addMonths, dateOf, dateParts, lastDayOfMonth, monthEnd } from '../../calendar/days.ts'
import { day, InvalidInputError, oneOf, record, wholeNumber } from '../../core/input.ts'
import { atRate, type Rounding } from '../../core/rounding.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import { type AssetKind, type DepreciationMethod, depreciationLaw, straightLineOnlyLaw } from './law.ts'
import { type DepreciationRates, ratesOf } from './rates.ts'

export type DepreciationInput = {
  method: DepreciationMethod
  /** 取得価額, whole yen. */
  cost: number
  /** 耐用年数, 2 to 50. */
  usefulLifeYears: number
  /** 事業の用に供した日: its month counts in full. */
  inServiceOn: string
  /** 取得日, where it is not the day of first use: it decides which method is open. */
  acquiredOn?: string
  /** 事業年度の末日 as MM-DD; 02-29 and 02-28 both mean the end of February. */
  fiscalYearEnd: string
  /** How a year's depreciation becomes whole yen; `floor` where absent. */
  rounding?: Rounding
  kind?: AssetKind
}

/** One fiscal year of the schedule: 償却額 and 期末帳簿価額, in yen. */
export type DepreciationYear = {
  fiscalYearEndsOn: string
  depreciation: number
  bookValue: number
  because: Because[]
}

const memorandum = 1

/**
 * The schedule of a depreciable asset to the memorandum value of ¥1 (備忘価額), one line a fiscal year of twelve months.
 * 定額 and 定率 as since 2007-04 (法人税法施行令48条の2); the first year by months, the month of first use included (59条). A
 * declining balance falls below 取得価額×保証率 once and then goes on with 改定取得価額×改定償却率; that test takes the whole
 * year's rate. Each year is rounded by `rounding`. Throws InvalidInputError naming the field, UnknownLawError before 2007-04.
 */
export function depreciation(input: DepreciationInput, options: Preview = {}): DepreciationYear[] {
  record('input', input)
  const { method, cost, rounding, fiscalYearEndsOn, because } = checked(input, options)
  const rates = ratesOf(method, input.usefulLifeYears)
  const years: DepreciationYear[] = []
  let bookValue = cost
  let revisedFrom: number | undefined
  let endsOn = fiscalYearEndsOn
  let months = monthsThrough(input.inServiceOn, endsOn)
  while (bookValue > memorandum) {
    if (revisedFrom === undefined && fallsBelowGuarantee(cost, bookValue, rates, rounding)) revisedFrom = bookValue
    const base = method === 'straight-line' ? cost : (revisedFrom ?? bookValue)
    const rate = revisedFrom === undefined ? rates.rate : (rates.revised ?? rates.rate)
    const wanted = atRate(base, { parts: rate.parts * months, over: rate.over * 12 }, rounding)
    const taken = Math.min(wanted, bookValue - memorandum)
    bookValue -= taken
    years.push({ fiscalYearEndsOn: endsOn, depreciation: taken, bookValue, because })
    if (taken === 0) break // a cost so small that its rate gives no whole yen
    endsOn = endOfFiscalYear(addMonths(endsOn, 12), input.fiscalYearEnd)
    months = 12
  }
  return years
}

/** 調整前償却額 < 償却保証額; a life of two years has no guarantee. */
function fallsBelowGuarantee(cost: number, bookValue: number, rates: DepreciationRates, rounding: Rounding): boolean {
  if (!rates.guarantee || !rates.revised) return false
  return atRate(bookValue, rates.rate, rounding) < atRate(cost, rates.guarantee, rounding)
}

function checked(input: DepreciationInput, options: Preview) {
  const method = oneOf('method', input.method, ['straight-line', 'declining-balance-200', 'declining-balance-250'])
  const cost = wholeNumber('cost', input.cost, 1, 999_999_999_999)
  const usedOn = day('inServiceOn', input.inServiceOn)
  const acquiredOn = input.acquiredOn === undefined ? undefined : day('acquiredOn', input.acquiredOn)
  if (acquiredOn !== undefined && acquiredOn > usedOn) {
    throw new InvalidInputError('acquiredOn', acquiredOn, {
      ja: '取得日は事業の用に供した日以前の日を指定してください。',
      en: 'Give a day of acquisition no later than the day of first use.',
    })
  }
  const rounding = oneOf('rounding', input.rounding ?? 'floor', ['floor', 'ceil', 'half-up', 'half-down'])
  const kind = oneOf('kind', input.kind ?? 'other', [
    'building',
    'building-equipment',
    'structure',
    'intangible',
    'other',
  ])
  const law = lawOn(depreciationLaw, acquiredOn ?? usedOn, options)
  const window = law.value[method]
  const isTooEarly = (acquiredOn ?? usedOn) < window.from
  if (isTooEarly || (acquiredOn !== undefined && window.through !== undefined && acquiredOn > window.through)) {
    throw new InvalidInputError('method', method, {
      ja: `この償却方法は${window.from}${window.through ? `から${window.through}まで` : '以後'}に取得した資産のものです（法人税法施行令48条の2）。`,
      en: `This method is for assets acquired ${window.through ? `from ${window.from} through ${window.through}` : `on or after ${window.from}`}.`,
    })
  }
  const only = lawOn(straightLineOnlyLaw, acquiredOn ?? usedOn, options)
  if (method !== 'straight-line' && only.value.includes(kind)) {
    throw new InvalidInputError('method', method, {
      ja: 'この種類の資産は定額法で償却します（法人税法施行令48条の2第1項）。',
      en: 'Assets of this kind are depreciated by the straight-line method.',
    })
  }
  return {
    method,
    cost,
    rounding,
    fiscalYearEndsOn: endOfFiscalYear(usedOn, input.fiscalYearEnd),
    because: allBecause(law.because, kind === 'other' ? [] : only.because),
  }
}

/** The last day of the fiscal year in which a date lies; throws InvalidInputError for a day that no month has. */
export function endOfFiscalYear(date: string, yearEnd: string): string {
  const { month, day: endDay } = fiscalYearEnd('fiscalYearEnd', yearEnd)
  const { year } = dateParts(date)
  const inYear = (one: number) => dateOf(one, month, endDay)
  return inYear(year) >= date ? inYear(year) : inYear(year + 1)
}

/** 事業年度の末日 written MM-DD as month and day, 31 for the end of a month; throws InvalidInputError naming the field. */
export function fiscalYearEnd(field: string, given: unknown): { month: number; day: number } {
  const written = typeof given === 'string' ? /^(\d{2})-(\d{2})$/.exec(given) : null
  const [month, endDay] = [Number(written?.[1] ?? 0), Number(written?.[2] ?? 0)]
  const lastDay = month >= 1 && month <= 12 ? lastDayOfMonth(leapYear, month) : 0
  if (endDay < 1 || endDay > lastDay) {
    throw new InvalidInputError(field, given, {
      ja: '事業年度の末日を03-31の形で指定してください。',
      en: 'Give the last day of the fiscal year written like 03-31.',
    })
  }
  return { month, day: endDay >= (month === 2 ? 28 : lastDay) ? 31 : endDay }
}

const leapYear = 2024

/** Months from the day of first use to the end of the fiscal year, a begun month counting in full (法人税法施行令59条2項). */
function monthsThrough(usedOn: string, endsOn: string): number {
  const { year, month, day: endDay } = dateParts(endsOn)
  const closing = endsOn === monthEnd(endsOn) ? 31 : endDay
  let months = 1
  while (dateOf(year, month - months, closing) >= usedOn) months += 1
  return months
}
