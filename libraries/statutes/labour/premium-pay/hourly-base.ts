import { InvalidInputError, oneOf, record, wholeNumber, yen } from '../../core/input.ts'

/** 所定労働時間: the hours of a year, or the days of work and their length (施行規則19条1項4号). */
export type ScheduledHours = { yearlyMinutes: number } | { daysOfYear: number; restDays: number; dailyMinutes: number }

/**
 * One kind of pay and what it is paid for: an hour, a day (`dailyMinutes` of its own), a week, a month, or piecework
 * (出来高払) with all hours worked for it.
 */
export type PayItem = { name?: string; amount: number } & (
  | { per: 'hour' | 'month' }
  | { per: 'day'; dailyMinutes: number }
  | { per: 'week'; weeklyMinutes: number }
  | { per: 'piece'; workedMinutes: number }
)

export const payPeriods = ['hour', 'day', 'week', 'month', 'piece'] as const

/** An exact amount of yen per hour. */
export type Fraction = { dividend: bigint; divisor: bigint }

export const minutesOfHour = 60
const monthsOfYear = 12

export const plus = (a: Fraction, b: Fraction): Fraction => ({
  dividend: a.dividend * b.divisor + b.dividend * a.divisor,
  divisor: a.divisor * b.divisor,
})

export const nothing: Fraction = { dividend: 0n, divisor: 1n }

/** Minutes of work in a year of work by the plan; throws InvalidInputError naming the field. */
export function yearlyMinutes(scheduled: ScheduledHours): number {
  record('scheduled', scheduled)
  if ('yearlyMinutes' in scheduled) return wholeNumber('scheduled.yearlyMinutes', scheduled.yearlyMinutes, 1, 527_040)
  const daysOfYear = wholeNumber('scheduled.daysOfYear', scheduled.daysOfYear, 365, 366)
  const restDays = wholeNumber('scheduled.restDays', scheduled.restDays, 0, daysOfYear - 1)
  return (daysOfYear - restDays) * wholeNumber('scheduled.dailyMinutes', scheduled.dailyMinutes, 1, 1440)
}

/** Yen per hour of one kind of pay, exactly; monthly pay over the average hours of a month of the year. */
export function perHour(field: string, item: PayItem, scheduled: ScheduledHours | undefined): Fraction {
  const amount = yen(`${field}.amount`, item.amount)
  const over = (minutes: number, times = 1): Fraction => ({
    dividend: BigInt(amount) * BigInt(minutesOfHour * times),
    divisor: BigInt(minutes),
  })
  switch (oneOf(`${field}.per`, item.per, payPeriods)) {
    case 'month':
      return over(yearlyMinutes(needed(scheduled)), monthsOfYear)
    case 'day':
      return over(wholeNumber(`${field}.dailyMinutes`, 'dailyMinutes' in item && item.dailyMinutes, 1, 1440))
    case 'week':
      return over(wholeNumber(`${field}.weeklyMinutes`, 'weeklyMinutes' in item && item.weeklyMinutes, 1, 10_080))
    case 'piece':
      return over(wholeNumber(`${field}.workedMinutes`, 'workedMinutes' in item && item.workedMinutes, 1, 44_640))
    case 'hour':
      return over(minutesOfHour)
  }
}

function needed(scheduled: ScheduledHours | undefined): ScheduledHours {
  if (scheduled !== undefined) return scheduled
  throw new InvalidInputError('scheduled', undefined, {
    ja: '月給があるときは、1年間の所定労働時間（または休日数と1日の所定労働時間）を指定してください。',
    en: 'Monthly pay needs the scheduled hours of the year (or the rest days and the minutes of a day).',
  })
}
