import type { Statute } from '../core/statute.ts'
import { commutingLimits } from './commuting-allowance/law.ts'
import { incomeTaxBrackets, incomeTaxWithSurtax } from './rates.ts'
import { retirementIncome, retirementResidentTax } from './retirement-income-tax/law.ts'
import { bonusByMonthlyTable, bonusWithholdingRates } from './withholding-bonus/law.ts'
import { dailyWithholdingTable } from './withholding-daily/law.ts'
import { feeWithholding } from './withholding-fees/law.ts'
import { monthlyWithholdingFormula } from './withholding-monthly/formula-law.ts'
import { monthlyWithholdingTable, withholdingFraction } from './withholding-monthly/law.ts'
import {
  basicDeduction,
  incomeAdjustment,
  salaryIncomeAfterDeduction,
  yearEndAdjustmentLimit,
} from './year-end-adjustment/income-law.ts'
import { earthquakeInsuranceDeduction, lifeInsuranceDeduction } from './year-end-adjustment/insurance-law.ts'
import { peopleDeductions, specificRelativeDeduction, spouseDeduction } from './year-end-adjustment/people-law.ts'

export {
  type CommutingAllowanceInput,
  type CommutingAllowanceLimit,
  commutingAllowanceLimit,
} from './commuting-allowance/commuting-allowance.ts'
export {
  type RetirementIncomeTax,
  type RetirementIncomeTaxInput,
  retirementIncomeTax,
} from './retirement-income-tax/retirement-income-tax.ts'
export {
  type WithholdingBonus,
  type WithholdingBonusInput,
  withholdingBonus,
} from './withholding-bonus/withholding-bonus.ts'
export {
  type WithholdingDaily,
  type WithholdingDailyInput,
  withholdingDaily,
} from './withholding-daily/withholding-daily.ts'
export {
  type WithholdingFees,
  type WithholdingFeesInput,
  type WithholdingFeesKind,
  withholdingFees,
} from './withholding-fees/withholding-fees.ts'
export {
  type WithholdingMonthly,
  type WithholdingMonthlyInput,
  withholdingMonthly,
} from './withholding-monthly/withholding-monthly.ts'
export type {
  DependentKind,
  Disability,
  YearEndAdjustmentInput,
  YearEndDependent,
  YearEndSpouse,
} from './year-end-adjustment/input.ts'
export {
  type YearEndAdjustment,
  type YearEndDeductions,
  yearEndAdjustment,
} from './year-end-adjustment/year-end-adjustment.ts'

/** Every dated table of this family, for reports. */
export const incomeTaxStatutes: readonly Statute<unknown>[] = [
  monthlyWithholdingTable,
  monthlyWithholdingFormula,
  withholdingFraction,
  dailyWithholdingTable,
  bonusWithholdingRates,
  bonusByMonthlyTable,
  feeWithholding,
  retirementIncome,
  retirementResidentTax,
  incomeTaxBrackets,
  incomeTaxWithSurtax,
  commutingLimits,
  yearEndAdjustmentLimit,
  salaryIncomeAfterDeduction,
  incomeAdjustment,
  basicDeduction,
  peopleDeductions,
  spouseDeduction,
  specificRelativeDeduction,
  lifeInsuranceDeduction,
  earthquakeInsuranceDeduction,
]
