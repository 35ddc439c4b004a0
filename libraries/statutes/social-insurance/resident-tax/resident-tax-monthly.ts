import { record, wholeNumber, yen } from '../../core/input.ts'
import { downTo } from '../../core/rounding.ts'
import { type Because, lawOn, type Preview } from '../../core/statute.ts'
import { residentTaxInstalments } from './law.ts'

/**
 * `annual` is the year’s tax to be deducted from pay (特別徴収税額), as notified. `firstMonth` is the month of the first instalment, 6 for
 * June (default) to 5 for May, when deduction starts during the year. `perCapita` is the municipality’s 均等割 with 森林環境税 where
 * it differs from the standard 5,000 yen. `fiscalYear` begins in June; the last one known when left out.
 */
export type ResidentTaxMonthlyInput = {
  annual: number
  firstMonth?: number
  perCapita?: number
  fiscalYear?: number
}

/** Whole yen: the first instalment, each of the others, and how many there are with the first. */
export type ResidentTaxMonthly = {
  first: number
  others: number
  instalments: number
  months: { month: number; amount: number }[]
  because: Because[]
}

const calendarMonths: readonly number[] = [6, 7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5]

/**
 * Monthly amounts of resident tax deducted from pay, June to May (地方税法321条の5): the part under 100 yen of each instalment goes to the
 * first; a year’s tax not above the per-capita amount is deducted at once. A company enters the figures of the notice: this checks them.
 * Throws InvalidInputError naming the field, UnknownLawError.
 */
export function residentTaxMonthly(input: ResidentTaxMonthlyInput, options: Preview = {}): ResidentTaxMonthly {
  record('input', input)
  const annual = yen('annual', input.annual)
  const fiscalYear =
    input.fiscalYear === undefined ? undefined : wholeNumber('fiscalYear', input.fiscalYear, 2000, 2100)
  const on = fiscalYear === undefined ? residentTaxInstalments.checkedThrough : `${fiscalYear}-06-01`
  const { value: rule, because } = lawOn(residentTaxInstalments, on, options)
  const firstMonth = wholeNumber('firstMonth', input.firstMonth ?? rule.firstMonth, 1, 12)
  const perCapita = yen('perCapita', input.perCapita ?? rule.perCapita)
  const months = calendarMonths.slice(calendarMonths.indexOf(firstMonth))
  const instalments = months.length
  const even = (annual - (annual % instalments)) / instalments
  const others = annual <= perCapita || instalments === 1 ? 0 : downTo(rule.unit, even)
  const first = annual - others * (instalments - 1)
  return {
    first,
    others,
    instalments,
    months: months.map((month, index) => ({ month, amount: index === 0 ? first : others })),
    because,
  }
}
