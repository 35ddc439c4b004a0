import type { Statute } from '../core/statute.ts'
import { companyTaxDuties } from './company-tax-duties.ts'
import { insuranceDuties } from './insurance-duties.ts'
import { labourDuties } from './labour-duties.ts'
import { payTaxDuties } from './pay-tax-duties.ts'
import type { DutyTerms } from './terms.ts'

export { type CompanyShape, type DutiesInput, type Duty, duties, type PersonShape } from './duties.ts'

/** Every dated duty of this family, for reports. */
export const dutyStatutes: readonly Statute<DutyTerms>[] = [
  ...insuranceDuties,
  ...labourDuties,
  ...payTaxDuties,
  ...companyTaxDuties,
]
