import { day, record, wholeNumber } from '../../core/input.ts'
import { divided } from '../../core/rounding.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import { closurePay, dismissalNotice, paymentFraction } from './law.ts'

const mostSen = 99_999_999
const senOfYen = 100
const wholePercent = 100

/**
 * 解雇予告手当: the average wage for each day by which the notice falls short of thirty (労働基準法20条), rounded half-up to yen.
 * It is taxed as retirement income. Throws InvalidInputError naming the field.
 */
export function dismissalNoticePay(
  input: { dismissedOn: string; averageWageSen: number; noticeDays: number },
  options: Preview = {},
): { days: number; amount: number; because: Because[] } {
  record('input', input)
  const on = day('dismissedOn', input.dismissedOn)
  const notice = lawOn(dismissalNotice, on, options)
  const fraction = lawOn(paymentFraction, on, options)
  const averageWageSen = wholeNumber('averageWageSen', input.averageWageSen, 0, mostSen)
  const days = Math.max(0, notice.value.days - wholeNumber('noticeDays', input.noticeDays, 0, 3660))
  return {
    days,
    amount: divided(averageWageSen * days, senOfYen, fraction.value.rounding),
    because: allBecause(notice.because, fraction.because),
  }
}

/**
 * 休業手当: at least 60 % of the average wage for each day of a closure on the company's side (労働基準法26条), the sum rounded
 * half-up to yen. Throws InvalidInputError naming the field.
 */
export function closureAllowance(
  input: { closedOn: string; averageWageSen: number; days: number; percent?: number },
  options: Preview = {},
): { amount: number; because: Because[] } {
  record('input', input)
  const on = day('closedOn', input.closedOn)
  const closure = lawOn(closurePay, on, options)
  const fraction = lawOn(paymentFraction, on, options)
  const { leastPercent } = closure.value
  const percent = wholeNumber('percent', input.percent ?? leastPercent, leastPercent, wholePercent)
  const averageWageSen = wholeNumber('averageWageSen', input.averageWageSen, 0, mostSen)
  const sen = BigInt(averageWageSen) * BigInt(percent) * BigInt(wholeNumber('days', input.days, 0, 366))
  return {
    amount: divided(sen, senOfYen * wholePercent, fraction.value.rounding),
    because: allBecause(closure.because, fraction.because),
  }
}
