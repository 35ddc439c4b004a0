import { atRate } from '../../core/rounding.ts'
import { stepOf } from '../steps.ts'
import type { CheckedInput } from './input.ts'
import type { EarthquakeLaw, LifeInsuranceLaw, PremiumStep } from './insurance-law.ts'

/** 生命保険料控除: each class raised to a yen, the classes together up to the most. */
export function lifeDeduction(law: LifeInsuranceLaw, paid: CheckedInput['life'], hasYoungDependent: boolean): number {
  const newGeneral = (hasYoungDependent && law.newGeneralWithYoung) || law.newContract
  const general = classDeduction(newGeneral, paid.newGeneral, law.oldContract, paid.oldGeneral)
  const pension = classDeduction(law.newContract, paid.newPension, law.oldContract, paid.oldPension)
  return Math.min(law.most, general + byStep(law.newContract, paid.care) + pension)
}

/** The better of the old contracts alone, and old and new together up to what new ones can reach. */
function classDeduction(
  newSteps: readonly PremiumStep[],
  newPaid: number,
  oldSteps: readonly PremiumStep[],
  oldPaid: number,
): number {
  const most = newSteps.at(-1)?.plus ?? 0
  const old = byStep(oldSteps, oldPaid)
  return Math.max(old, Math.min(most, byStep(newSteps, newPaid) + old))
}

/** 地震保険料控除. */
export function earthquakeDeduction(law: EarthquakeLaw, paid: CheckedInput['earthquake']): number {
  return Math.min(law.most, Math.min(law.most, paid.new) + byStep(law.oldLongTerm, paid.oldLongTerm))
}

function byStep(steps: readonly PremiumStep[], paid: number): number {
  const { rate, plus } = stepOf(steps, paid)
  return atRate(paid, rate, 'ceil') + plus
}
