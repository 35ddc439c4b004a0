import { day, oneOf, record, yen } from '../../core/input.ts'
import { atRate } from '../../core/rounding.ts'
import { type Because, lawOn, type Preview } from '../../core/statute.ts'
import {
  type EmploymentBusiness,
  employmentBusinesses,
  employmentInsuranceRates,
  employmentInsuranceRounding,
  employmentInsuranceTiming,
} from './law.ts'

/**
 * `closingDate` is 賃金締切日 (for a bonus the day it is paid); `wages` everything paid for work, commuting allowance and overtime
 * included, without retirement pay and dismissal pay. `collected` says whether the worker’s part is deducted from pay (the default) or
 * paid in cash.
 */
export type EmploymentInsuranceInput = {
  closingDate: string
  wages: number
  business: EmploymentBusiness
  collected?: 'deducted' | 'cash'
}

/** Whole yen; `twoProgrammes` is the part of `employer` for 雇用保険二事業. */
export type EmploymentInsurance = { employee: number; employer: number; twoProgrammes: number; because: Because[] }

/**
 * Employment insurance on wages, in whole yen (労働保険徴収法11条, 12条, 31条): by the rate of the fiscal year of the closing date, without
 * a cap and for every age. The worker’s part drops 50 sen or less. The employer’s part drops the fraction of a yen and is what the
 * month accrues: the yearly return (年度更新) computes on the year’s wages with the part under 1,000 dropped.
 * Throws InvalidInputError naming the field, UnknownLawError.
 */
export function employmentInsurance(input: EmploymentInsuranceInput, options: Preview = {}): EmploymentInsurance {
  record('input', input)
  const closingDate = day('closingDate', input.closingDate)
  const wages = yen('wages', input.wages)
  const business = oneOf('business', input.business, employmentBusinesses)
  const collected = oneOf('collected', input.collected ?? 'deducted', ['deducted', 'cash'])
  const rates = lawOn(employmentInsuranceRates, closingDate, options)
  const timing = lawOn(employmentInsuranceTiming, closingDate, options)
  const rounding = lawOn(employmentInsuranceRounding, closingDate, options)
  const { worker, employer, twoProgrammes } = rates.value[business]
  return {
    employee: atRate(wages, worker, rounding.value[collected]),
    employer: atRate(wages, employer, rounding.value.employer),
    twoProgrammes: atRate(wages, twoProgrammes, rounding.value.employer),
    because: [...rates.because, ...timing.because, ...rounding.because],
  }
}
