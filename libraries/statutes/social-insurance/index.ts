import type { Statute } from '../core/statute.ts'
import { accidentInsuranceRates, asbestosContribution } from './accident-insurance/law.ts'
import {
  baseDays,
  occasionalRevisionRule,
  regularDeterminationRule,
  revisionAfterLeaveRule,
  validity,
} from './determination/law.ts'
import {
  employmentInsuranceRates,
  employmentInsuranceRounding,
  employmentInsuranceTiming,
} from './employment-insurance/law.ts'
import { healthGradeTable, pensionGradeTable } from './grades/grade-table.ts'
import {
  careRate,
  childContributionRate,
  childSupportLevyRate,
  healthInsuranceAge,
  insuranceAges,
  leaveExemption,
  pensionRate,
  premiumItems,
  premiumRounding,
  standardBonus,
} from './premiums/law.ts'
import { kyoukaiKenpoRates } from './premiums/prefecture-rates.ts'
import { employmentConditions, shortTimeConditions, threeQuartersRule } from './qualification/law.ts'
import { residentTaxInstalments, residentTaxOfLeavers } from './resident-tax/law.ts'

export {
  type AccidentInsurance,
  type AccidentInsuranceInput,
  accidentInsurance,
} from './accident-insurance/accident-insurance.ts'
export {
  type AcquisitionDetermination,
  type AcquisitionDeterminationInput,
  acquisitionDetermination,
  type PromisedPay,
} from './determination/acquisition-determination.ts'
export {
  type NotRevisedCode,
  type OccasionalRevision,
  type OccasionalRevisionInput,
  occasionalRevision,
} from './determination/occasional-revision.ts'
export type { InsuredWorker, PaidMonth } from './determination/paid-months.ts'
export {
  type NotSubjectCode,
  type RegularDetermination,
  type RegularDeterminationInput,
  regularDetermination,
} from './determination/regular-determination.ts'
export {
  type NotRevisedAfterLeaveCode,
  type RevisionAfterLeave,
  type RevisionAfterLeaveInput,
  revisionAfterLeave,
} from './determination/revision-after-leave.ts'
export {
  type EmploymentInsurance,
  type EmploymentInsuranceInput,
  employmentInsurance,
} from './employment-insurance/employment-insurance.ts'
export type { EmploymentBusiness } from './employment-insurance/law.ts'
export {
  type StandardMonthly,
  type StandardRemuneration,
  type StandardRemunerationInput,
  standardRemuneration,
} from './grades/standard-remuneration.ts'
export { type BonusInsurance, type BonusInsuranceInput, bonusInsurance } from './premiums/bonus-insurance.ts'
export type { InsuredPerson, NotCharged, NotChargedCode } from './premiums/insured-person.ts'
export type { Insurer, SocietyRates } from './premiums/insurer.ts'
export type { InsuranceLeave } from './premiums/leave.ts'
export {
  type ExactPremiums as ExactInsurancePremiums,
  type InsuranceInvoice,
  insuranceInvoice,
  type Premium as InsurancePremium,
  type PremiumRounding as InsurancePremiumRounding,
  type Premiums as InsurancePremiums,
} from './premiums/premium.ts'
export { type SocialInsurance, type SocialInsuranceInput, socialInsurance } from './premiums/social-insurance.ts'
export {
  type InsuranceQualification,
  type InsuranceQualificationInput,
  insuranceQualification,
  type NotInsured,
  type NotInsuredCode,
  type WorkingTime,
} from './qualification/insurance-qualification.ts'
export {
  type ResidentTaxMonthly,
  type ResidentTaxMonthlyInput,
  residentTaxMonthly,
} from './resident-tax/resident-tax-monthly.ts'
export {
  type ResidentTaxOnLeaving,
  type ResidentTaxOnLeavingInput,
  type ResidentTaxTreatment,
  residentTaxOnLeaving,
} from './resident-tax/resident-tax-on-leaving.ts'

/** Every dated table of this family, for reports. */
export const socialInsuranceStatutes: readonly Statute<unknown>[] = [
  healthGradeTable,
  pensionGradeTable,
  kyoukaiKenpoRates,
  careRate,
  childSupportLevyRate,
  pensionRate,
  childContributionRate,
  insuranceAges,
  healthInsuranceAge,
  leaveExemption,
  standardBonus,
  premiumRounding,
  premiumItems,
  baseDays,
  regularDeterminationRule,
  occasionalRevisionRule,
  revisionAfterLeaveRule,
  validity,
  threeQuartersRule,
  shortTimeConditions,
  employmentConditions,
  employmentInsuranceRates,
  employmentInsuranceTiming,
  employmentInsuranceRounding,
  accidentInsuranceRates,
  asbestosContribution,
  residentTaxInstalments,
  residentTaxOfLeavers,
]
