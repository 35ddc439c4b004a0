import { month, record } from '../../core/input.ts'
import type { Preview } from '../../core/statute.ts'
import { gradeOfStandard, gradeTablesOn, pensionStandardOf } from '../grades/standard-remuneration.ts'
import { chargedIn, type InsuredPerson, withoutOf } from './insured-person.ts'
import { type Insurer, insurerRates } from './insurer.ts'
import { type PremiumRounding, type Premiums, premiumsOf } from './premium.ts'

/**
 * `insuredMonth` is the month the premium is for (deducted from the pay of the next month under 翌月控除, 健康保険法167条);
 * `standardMonthly` the health standard, from which the pension’s follows.
 */
export type SocialInsuranceInput = InsuredPerson &
  Insurer &
  PremiumRounding & { insuredMonth: string; standardMonthly: number }

export type SocialInsurance = Premiums & { insuredMonth: string; pensionStandardMonthly: number }

/**
 * Premiums of health (with care), child-support levy, pension and contribution for one person and one insured month, in whole yen
 * (健康保険法156条, 161条; 厚生年金保険法81条, 82条). The employee’s half drops 50 sen or less, the total drops the fraction of a
 * yen, the employer bears the rest. Throws InvalidInputError naming the field and UnknownLawError for months without known rates.
 */
export function socialInsurance(input: SocialInsuranceInput, options: Preview = {}): SocialInsurance {
  record('input', input)
  const insuredMonth = month('insuredMonth', input.insuredMonth)
  const on = `${insuredMonth}-01`
  const charged = chargedIn(input, insuredMonth, 'month', options)
  const rates = insurerRates(input, on, withoutOf(input).includes('health'), options)
  const tables = gradeTablesOn(on, options)
  const { standard } = gradeOfStandard('standardMonthly', input.standardMonthly, tables)
  const pensionStandardMonthly = pensionStandardOf(tables, standard)
  const premiums = premiumsOf({ health: standard, pension: pensionStandardMonthly }, charged, rates, on, input, options)
  return {
    insuredMonth,
    pensionStandardMonthly,
    ...premiums,
    because: [...tables.because, ...premiums.because],
  }
}
