import { day, oneOf, record, records, wholeNumber, yen } from '../../core/input.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import {
  gradeTablesOn,
  healthGradeOf,
  type StandardMonthly,
  standardMonthlyOf,
} from '../grades/standard-remuneration.ts'
import { validity } from './law.ts'
import { validUntil } from './paid-months.ts'

/**
 * One part of the pay promised: by the month (`month`, taken as it is), by a period of so many calendar days (`period`, 7 for a week), or by the
 * day, hour or piece (`comparable`: what people in the same work earned on average in the month before).
 */
export type PromisedPay =
  | { per: 'month'; amount: number }
  | { per: 'period'; amount: number; days: number }
  | { per: 'comparable'; amount: number }

export type AcquisitionDeterminationInput = { acquiredOn: string; pay: readonly PromisedPay[] }

/** `remuneration` is 報酬月額; the standard holds from `validFrom` to `validUntil`, both months included. */
export type AcquisitionDetermination = StandardMonthly & {
  remuneration: number
  validFrom: string
  validUntil: string
  because: Because[]
}

const mostParts = 100

/**
 * Determination on acquiring the insured status (資格取得時決定; 健康保険法42条, 厚生年金保険法22条): the parts of the pay added, each with the fraction of a
 * yen dropped; to August of the year, from June on to August of the next.
 * Throws InvalidInputError naming the field, UnknownLawError.
 */
export function acquisitionDetermination(
  input: AcquisitionDeterminationInput,
  options: Preview = {},
): AcquisitionDetermination {
  record('input', input)
  const acquiredOn = day('acquiredOn', input.acquiredOn)
  const pay = records('pay', input.pay, mostParts)
  const { value: rule } = lawOn(validity, acquiredOn, options)
  const remuneration = pay.reduce((sum, part, index) => {
    oneOf(`pay[${index}].per`, part.per, ['month', 'period', 'comparable'])
    const amount = yen(`pay[${index}].amount`, part.amount)
    if (part.per !== 'period') return sum + amount
    const days = wholeNumber(`pay[${index}].days`, part.days, 1, 366)
    const monthly = amount * rule.daysOfMonth
    return sum + (monthly - (monthly % days)) / days
  }, 0)
  const tables = gradeTablesOn(acquiredOn, options)
  const until = validUntil(acquiredOn.slice(0, 7), 'acquisition', options)
  return {
    remuneration,
    ...standardMonthlyOf(tables, healthGradeOf(tables, remuneration)),
    validFrom: acquiredOn.slice(0, 7),
    validUntil: until.month,
    because: allBecause(until.because, tables.because),
  }
}
