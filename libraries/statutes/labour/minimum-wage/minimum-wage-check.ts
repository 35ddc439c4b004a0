import { day, InvalidInputError, oneOf, record, records, text, yen } from '../../core/input.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import {
  type Fraction,
  nothing,
  type PayItem,
  payPeriods,
  perHour,
  plus,
  type ScheduledHours,
  yearlyMinutes,
} from '../premium-pay/hourly-base.ts'
import { minimumWageByPrefecture, minimumWagePay, notForMinimumWage } from './law.ts'

/** Pay with what it is: `excludedAs` names the kinds that do not count. */
export type MinimumWagePayItem = PayItem & { excludedAs?: (typeof notForMinimumWage)[number] }

export type MinimumWageCheckInput = {
  /** JIS code of the workplace's prefecture, '01'–'47'. */
  prefecture: string
  /** The day worked; on the day a new amount comes into force it already applies. */
  workedOn: string
  pay: readonly MinimumWagePayItem[]
  /** The hours of the year, where there is monthly pay. */
  scheduled?: ScheduledHours
}

export type MinimumWageCheck = {
  isLawful: boolean
  /** Yen per hour by law. */
  minimum: number
  /** What counts, per hour in sen (1/100 yen), cut off at the sen. */
  hourlySen: number
  /** What is missing per hour in sen, rounded up; 0 where it is lawful. */
  shortfallSenPerHour: number
  /** With scheduled hours: the least monthly pay that counts, and what is missing of it, in whole yen rounded up. */
  month?: { required: number; shortfall: number }
  because: Because[]
}

/**
 * 最低賃金の確認: pay per hour against the amount of the prefecture on the day worked (最低賃金法4条, 施行規則2条).
 * Monthly pay is divided by the average scheduled hours of a month; compared exactly, without rounding. Commuting, family and
 * perfect-attendance allowances, overtime, holiday and night premiums, extraordinary pay and bonuses do not count; housing and
 * duty allowances do. Throws InvalidInputError naming the field, UnknownLawError outside the known amounts.
 */
export function minimumWageCheck(input: MinimumWageCheckInput, options: Preview = {}): MinimumWageCheck {
  record('input', input)
  const workedOn = day('workedOn', input.workedOn)
  const { value: minimum, because } = lawOn(statuteOf(input.prefecture), workedOn, options)
  const kinds = lawOn(minimumWagePay, workedOn, options)
  const counted = records('pay', input.pay, mostItems, 0).reduce<Fraction>((sum, item, index) => {
    const field = `pay[${index}]`
    if (item.name !== undefined) text(`${field}.name`, item.name)
    oneOf(`${field}.per`, item.per, payPeriods)
    if (item.excludedAs === undefined) return plus(sum, perHour(field, item, input.scheduled))
    yen(`${field}.amount`, item.amount)
    oneOf(`${field}.excludedAs`, item.excludedAs, notForMinimumWage)
    return sum
  }, nothing)
  const missing = { dividend: BigInt(minimum) * counted.divisor - counted.dividend, divisor: counted.divisor }
  const isLawful = missing.dividend <= 0n
  return {
    isLawful,
    minimum,
    hourlySen: Number((counted.dividend * 100n) / counted.divisor),
    shortfallSenPerHour: isLawful ? 0 : up(missing.dividend * 100n, missing.divisor),
    ...(input.scheduled === undefined ? {} : { month: ofMonth(minimum, missing, isLawful, input.scheduled) }),
    because: allBecause(because, kinds.because),
  }
}

const mostItems = 1_000
const minutesOfYearPerHourOfMonth = 60n * 12n

function ofMonth(
  minimum: number,
  missing: Fraction,
  isLawful: boolean,
  scheduled: ScheduledHours,
): { required: number; shortfall: number } {
  const minutes = BigInt(yearlyMinutes(scheduled))
  return {
    required: up(BigInt(minimum) * minutes, minutesOfYearPerHourOfMonth),
    shortfall: isLawful ? 0 : up(missing.dividend * minutes, missing.divisor * minutesOfYearPerHourOfMonth),
  }
}

const up = (dividend: bigint, divisor: bigint): number => Number((dividend + divisor - 1n) / divisor)

function statuteOf(prefecture: string) {
  const statute = minimumWageByPrefecture().get(prefecture)
  if (statute !== undefined) return statute
  throw new InvalidInputError('prefecture', prefecture, {
    ja: '都道府県をJISコード（01から47）で指定してください。',
    en: 'Give the prefecture by its JIS code, 01 to 47.',
  })
}
