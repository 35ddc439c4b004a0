import { day, flag, InvalidInputError, oneOf, record, records, text, wholeNumber, yen } from '../../core/input.ts'
import type { Rounding } from '../../core/rounding.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import {
  type Fraction,
  minutesOfHour,
  nothing,
  type PayItem,
  payPeriods,
  perHour,
  plus,
  type ScheduledHours,
} from './hourly-base.ts'
import {
  allowedRounding,
  excludedFromBase,
  type PremiumRates,
  premiumBase,
  premiumRates,
  premiumRatesOfSmallCompanies,
} from './law.ts'

/** Pay with what it is: `excludedAs` names one of the seven kinds that stay out, `isFlat` that everyone gets the same. */
export type PremiumPayItem = PayItem & { excludedAs?: (typeof excludedFromBase)[number]; isFlat?: boolean }

/** Minutes of one wage month; the totals of classifyWork fit. `nightMinutes` is all night work of whatever class. */
export type PremiumMinutes = {
  withinLegalMinutes?: number
  overtimeMinutes?: number
  over60Minutes?: number
  legalHolidayMinutes?: number
  nightMinutes?: number
}

/** 昭和63年基発150号: what may be rounded, all of it on monthly totals or on the hour, never day by day. */
export type PremiumRounding = {
  /** Monthly totals of overtime, holiday and night hours: under 30 minutes down, from 30 up to the hour. */
  hours?: 'exact' | 'nearest-hour'
  hourlyWage?: 'exact' | 'half-up' | 'ceil'
  hourlyPremium?: 'exact' | 'half-up' | 'ceil'
  monthlyTotal?: 'half-up' | 'ceil'
}

export type PremiumPayInput = {
  /** A day of the wage month; the month must not lie across a change of the rates. */
  workedOn: string
  pay: readonly PremiumPayItem[]
  scheduled?: ScheduledHours
  minutes: PremiumMinutes
  rounding?: PremiumRounding
  /** Rates of the company above the law. */
  rates?: Partial<Record<'overtimePercent' | 'over60Percent' | 'legalHolidayPercent' | 'nightPercent', number>>
  /** 中小企業, for months before 2023-04-01. */
  isSmallOrMedium?: boolean
}

export type PremiumLine = {
  kind: 'within-legal' | 'overtime' | 'over-60' | 'legal-holiday' | 'night'
  minutes: number
  /** Premium in percent; time pay that is not part of the monthly pay adds 100 %. */
  premiumPercent: number
  amount: number
}

export type PremiumPay = {
  /** Sen (1/100 yen) per hour of the pay by time, as it was calculated with; where it stays exact, cut off at the sen. */
  hourlySen: number
  lines: PremiumLine[]
  total: number
  items: { name: string; isInBase: boolean; ja: string; en: string }[]
  because: Because[]
}

/**
 * 割増賃金: pay for overtime, legal-holiday and night work of one wage month (労働基準法37条, 施行規則19条–21条).
 * Monthly pay is divided by the average scheduled hours of a month of the year. The premiums add up: night 25 % comes beside
 * overtime 25 (over 60 hours 50) or legal holiday 35, so overtime at night is paid at 150 %. Piecework has its 100 % already.
 * Unless told otherwise the hourly wage and each monthly total round half-up to whole yen (基発150号); any other rounding is
 * refused. Throws InvalidInputError naming the field, UnknownLawError outside the known dates.
 */
export function premiumPay(input: PremiumPayInput, options: Preview = {}): PremiumPay {
  record('input', input)
  const workedOn = day('workedOn', input.workedOn)
  const statute = flag('isSmallOrMedium', input.isSmallOrMedium) ? premiumRatesOfSmallCompanies : premiumRates
  const { value: lawfulRates, because } = lawOn(statute, workedOn, options)
  const rates = ratesOf(record('rates', input.rates ?? {}), lawfulRates)
  const rounding = roundingOf(record('rounding', input.rounding ?? {}))
  const base = lawOn(premiumBase, workedOn, options)
  const items = records('pay', input.pay, mostItems, 0).map((item, index) => ({
    item,
    at: `pay[${index}]`,
    ...inBase(item, index, base.value.excludedUnlessFlat),
  }))
  const sum = (isPiece: boolean): Fraction =>
    items
      .filter(({ isInBase, item }) => isInBase && (item.per === 'piece') === isPiece)
      .reduce((total, { at, item }) => plus(total, perHour(at, item, input.scheduled)), nothing)
  const time = rounded(sum(false), rounding.hourlyWage)
  const piece = rounded(sum(true), rounding.hourlyWage)
  const minutes = minutesOf(record('minutes', input.minutes), rounding.hours, workedOn, options)
  const lines = minutes.map((line) => {
    const premiumPercent = rates[line.kind]
    const hourly = plus(
      share(time, line.paysTime ? premiumPercent + 100 : premiumPercent),
      share(piece, premiumPercent),
    )
    const pay = rounded(hourly, rounding.hourlyPremium)
    const amount = { dividend: pay.dividend * BigInt(line.minutes), divisor: pay.divisor * BigInt(minutesOfHour) }
    return { kind: line.kind, minutes: line.minutes, premiumPercent, amount: wholeYen(amount, rounding.monthlyTotal) }
  })
  return {
    hourlySen: Number((time.dividend * 100n) / time.divisor),
    lines,
    total: lines.reduce((total, { amount }) => total + amount, 0),
    items: items.map(({ item, isInBase, ja, en }) => ({ name: item.name ?? item.per, isInBase, ja, en })),
    because: allBecause(because, base.because, lawOn(allowedRounding, workedOn, options).because),
  }
}

const mostItems = 1_000

type Line = { kind: PremiumLine['kind']; minutes: number; paysTime: boolean }

/** The lines that have minutes; the night is a premium alone, the other kinds pay the time itself too. */
function minutesOf(given: PremiumMinutes, how: 'exact' | 'nearest-hour', on: string, options: Preview): Line[] {
  const read = (field: keyof PremiumMinutes) => wholeNumber(`minutes.${field}`, given[field] ?? 0, 0, 44_640)
  const { hoursFromMinutes, hourMinutes } = lawOn(allowedRounding, on, options).value
  const toHour = (minutes: number) => {
    const rest = minutes % hourMinutes
    return how === 'exact' ? minutes : minutes - rest + (rest >= hoursFromMinutes ? hourMinutes : 0)
  }
  const overtime = read('overtimeMinutes')
  const over60 = wholeNumber('minutes.over60Minutes', given.over60Minutes ?? 0, 0, overtime)
  const overtimeTotal = toHour(overtime)
  const over60Total = Math.min(overtimeTotal, toHour(over60))
  const lines: Line[] = [
    { kind: 'within-legal', minutes: read('withinLegalMinutes'), paysTime: true },
    { kind: 'overtime', minutes: overtimeTotal - over60Total, paysTime: true },
    { kind: 'over-60', minutes: over60Total, paysTime: true },
    { kind: 'legal-holiday', minutes: toHour(read('legalHolidayMinutes')), paysTime: true },
    { kind: 'night', minutes: toHour(read('nightMinutes')), paysTime: false },
  ]
  return lines.filter(({ minutes }) => minutes > 0)
}

function ratesOf(given: NonNullable<PremiumPayInput['rates']>, law: PremiumRates): Record<PremiumLine['kind'], number> {
  const rate = (field: keyof typeof given) =>
    wholeNumber(`rates.${field}`, given[field] ?? law[field], law[field], 1000)
  return {
    'within-legal': 0,
    overtime: rate('overtimePercent'),
    'over-60': rate('over60Percent'),
    'legal-holiday': rate('legalHolidayPercent'),
    night: rate('nightPercent'),
  }
}

function inBase(
  item: PremiumPayItem,
  index: number,
  unlessFlat: readonly string[],
): { isInBase: boolean; ja: string; en: string } {
  if (item.name !== undefined) text(`pay[${index}].name`, item.name)
  oneOf(`pay[${index}].per`, item.per, payPeriods)
  yen(`pay[${index}].amount`, item.amount)
  if (item.excludedAs === undefined) return { isInBase: true, ja: '基礎に算入', en: 'in the base' }
  const kind = oneOf(`pay[${index}].excludedAs`, item.excludedAs, excludedFromBase)
  if (flag(`pay[${index}].isFlat`, item.isFlat) && unlessFlat.includes(kind)) {
    return {
      isInBase: true,
      ja: '一律に支払うため、名称にかかわらず算入',
      en: 'paid to everyone alike, so in the base whatever its name',
    }
  }
  return { isInBase: false, ja: '施行規則21条により除外', en: 'left out by Rule 21' }
}

function roundingOf(given: PremiumRounding): Required<PremiumRounding> {
  const perHourWords = ['exact', 'half-up', 'ceil'] as const
  return {
    hours: allowed('hours', given.hours ?? 'exact', ['exact', 'nearest-hour']),
    hourlyWage: allowed('hourlyWage', given.hourlyWage ?? 'half-up', perHourWords),
    hourlyPremium: allowed('hourlyPremium', given.hourlyPremium ?? 'exact', perHourWords),
    monthlyTotal: allowed('monthlyTotal', given.monthlyTotal ?? 'half-up', ['half-up', 'ceil']),
  }
}

function allowed<const Word extends string>(field: string, given: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === given)
  if (found !== undefined) return found
  throw new InvalidInputError(`rounding.${field}`, given, {
    ja: `認められる端数処理は${words.join('、')}だけです（昭和63年3月14日基発150号、労働基準法24条）。`,
    en: `Only ${words.join(', ')} are allowed (circular of 1988-03-14 No. 150, article 24).`,
  })
}

const share = ({ dividend, divisor }: Fraction, percent: number): Fraction => ({
  dividend: dividend * BigInt(percent),
  divisor: divisor * 100n,
})

const rounded = (amount: Fraction, how: 'exact' | 'half-up' | 'ceil'): Fraction =>
  how === 'exact' ? amount : { dividend: BigInt(wholeYen(amount, how)), divisor: 1n }

function wholeYen({ dividend, divisor }: Fraction, how: Extract<Rounding, 'half-up' | 'ceil'>): number {
  const whole = dividend / divisor
  const rest = dividend % divisor
  const goesUp = how === 'ceil' ? rest > 0n : rest * 2n >= divisor
  return Number(goesUp ? whole + 1n : whole)
}
