import { day, InvalidInputError, record, yen } from '../../core/input.ts'
import { downTo } from '../../core/rounding.ts'
import { lawOn, type Preview } from '../../core/statute.ts'
import { chargedIn, type InsuredPerson, withoutOf } from './insured-person.ts'
import { type Insurer, insurerRates } from './insurer.ts'
import { standardBonus } from './law.ts'
import { minus, type PremiumRounding, type Premiums, premiumsOf } from './premium.ts'

export type BonusInsuranceInput = InsuredPerson &
  Insurer &
  PremiumRounding & {
    paidOn: string
    /** The bonus before deductions in yen. */
    bonus: number
    /** Standard bonuses (標準賞与額) of earlier months of this fiscal year (April–March) under the same insurer; 0 when left out. */
    priorStandardBonusInFiscalYear?: number
    /** Bonuses already paid in the same month, in yen; they are added before the part under 1,000 is dropped. */
    earlierBonusInMonth?: number
  }

/**
 * The premiums of this payment. `standardBonus` is that of the whole month after the caps, `standardBonusInFiscalYear` what to give
 * as `priorStandardBonusInFiscalYear` next month.
 */
export type BonusInsurance = Premiums & {
  standardBonus: { health: number; pension: number }
  standardBonusInFiscalYear: number
}

/** What the month as a whole owes, less what an earlier bonus of the month has already borne. */
function difference(all: Premiums, earlier: Premiums): Premiums {
  return {
    ...all,
    health: minus(all.health, earlier.health),
    childSupportLevy: minus(all.childSupportLevy, earlier.childSupportLevy),
    pension: minus(all.pension, earlier.pension),
    childContribution: { employer: all.childContribution.employer - earlier.childContribution.employer },
    careInHealth: minus(all.careInHealth, earlier.careInHealth),
    total: minus(all.total, earlier.total),
    exactSen: {
      health: all.exactSen.health - earlier.exactSen.health,
      childSupportLevy: all.exactSen.childSupportLevy - earlier.exactSen.childSupportLevy,
      pension: all.exactSen.pension - earlier.exactSen.pension,
      childContribution: all.exactSen.childContribution - earlier.exactSen.childContribution,
    },
  }
}

/**
 * Premiums on a bonus in whole yen (健康保険法45条, 156条; 厚生年金保険法24条の4, 81条): the part under 1,000 yen dropped, health capped
 * at 5,730,000 over April–March, the pension at 1,500,000 a month. A bonus paid in the month of loss bears none but counts towards
 * the cap. What is paid four times a year or more is remuneration, not a bonus. Rounding and errors as `socialInsurance`.
 */
export function bonusInsurance(input: BonusInsuranceInput, options: Preview = {}): BonusInsurance {
  record('input', input)
  const paidOn = day('paidOn', input.paidOn)
  const bonus = yen('bonus', input.bonus)
  const earlier = yen('earlierBonusInMonth', input.earlierBonusInMonth ?? 0)
  const prior = yen('priorStandardBonusInFiscalYear', input.priorStandardBonusInFiscalYear ?? 0)
  const month = paidOn.slice(0, 7)
  const on = `${month}-01`
  const { value: caps, because } = lawOn(standardBonus, on, options)
  if (prior % caps.unit !== 0) {
    throw new InvalidInputError('priorStandardBonusInFiscalYear', prior, {
      ja: '標準賞与額（1,000円未満を切り捨てた額）の累計を指定してください。',
      en: 'Give the sum of standard bonuses, each with the part under 1,000 yen dropped.',
    })
  }
  const charged = chargedIn(input, month, 'bonus', options)
  const insured = charged.insuredOn(paidOn)
  const rates = insurerRates(input, on, withoutOf(input).includes('health'), options)
  const remaining = Math.max(caps.healthPerFiscalYear - prior, 0)
  const basesOf = (paid: number): { health: number; pension: number } => ({
    health: insured.health ? Math.min(downTo(caps.unit, paid), remaining) : 0,
    pension: insured.pension ? Math.min(downTo(caps.unit, paid), caps.pensionPerMonth) : 0,
  })
  const bases = basesOf(earlier + bonus)
  const all = premiumsOf(bases, charged, rates, on, input, options)
  const premiums =
    earlier === 0 ? all : difference(all, premiumsOf(basesOf(earlier), charged, rates, on, input, options))
  return {
    ...premiums,
    standardBonus: bases,
    standardBonusInFiscalYear: prior + bases.health,
    because: [...because, ...premiums.because],
  }
}
