import { oneOf, record, records, wholeNumber } from '../../core/input.ts'
import { atRate } from '../../core/rounding.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import type { Charged, NotCharged } from './insured-person.ts'
import type { InsurerRates, SharedRate } from './insurer.ts'
import { childContributionRate, pensionRate, premiumItems, premiumRounding } from './law.ts'

/** A premium in whole yen: what is deducted from pay and what the employer bears. */
export type Premium = { employee: number; employer: number }

/** How the premium is rounded where a company differs from the rule. */
export type PremiumRounding = {
  /**
   * 被保険者負担分の端数: `half-down` (50銭以下切捨て) when deducted from pay and the default, `half-up` (50銭未満切捨て) when paid
   * in cash, `floor` by special agreement (特約).
   */
  employeeRounding?: 'half-down' | 'half-up' | 'floor'
  /**
   * What is rounded as one item: `health-and-care` with the levy alone, as in the published premium table, is the default;
   * `health-care-and-levy` all together, as the Q&A of 2026-02-12 reads; `each` on its own.
   */
  roundedAsOne?: 'health-and-care' | 'health-care-and-levy' | 'each'
}

/** Exact totals of both sides in sen (1/100 yen), before the company’s invoice drops the fraction of their sum. */
export type ExactPremiums = { health: number; childSupportLevy: number; pension: number; childContribution: number }

/** Premiums of one month or one bonus in whole yen. */
export type Premiums = {
  /** 健康保険料, care included where it is due. */
  health: Premium
  /** 子ども・子育て支援金. */
  childSupportLevy: Premium
  /** 厚生年金保険料. */
  pension: Premium
  /** 子ども・子育て拠出金 of this person, fraction of a yen dropped; the company pays the sum of `exactSen`. */
  childContribution: { employer: number }
  /** うち介護保険料: the part of `health` that care adds. */
  careInHealth: Premium
  total: Premium
  exactSen: ExactPremiums
  /** Premiums that are not due, and why. */
  notCharged: NotCharged[]
  because: Because[]
}

const none: Premium = { employee: 0, employer: 0 }
const plus = (a: Premium, b: Premium): Premium => ({
  employee: a.employee + b.employee,
  employer: a.employer + b.employer,
})
/** What one premium has more than another, on both sides. */
export const minus = (a: Premium, b: Premium): Premium => ({
  employee: a.employee - b.employee,
  employer: a.employer - b.employer,
})
const added = (a: SharedRate, b: SharedRate): SharedRate => ({
  total: a.total + b.total,
  employee: a.employee + b.employee,
})

/** Exact sen of a whole-thousand base at a rate in 1/100,000. */
const sen = (base: number, rate: number): number => (base / 1_000) * rate

/** Bases in yen, multiples of 1,000: the standard monthly remunerations, or the standard bonuses, of health and of the pension. */
export type PremiumBases = { health: number; pension: number }

/** The employee’s part is rounded by its rule, the total drops the fraction of a yen, the employer bears the rest. */
export function premiumsOf(
  bases: PremiumBases,
  charged: Charged,
  rates: InsurerRates,
  on: string,
  how: PremiumRounding,
  options: Preview,
): Premiums {
  const rule = lawOn(premiumRounding, on, options)
  const items = lawOn(premiumItems, on, options)
  const pensionLaw = lawOn(pensionRate, on, options)
  const contributionLaw = lawOn(childContributionRate, on, options)
  const rounding = oneOf('employeeRounding', how.employeeRounding ?? rule.value.employee, [
    'half-down',
    'half-up',
    'floor',
  ])
  const asOne = oneOf('roundedAsOne', how.roundedAsOne ?? items.value, [
    'health-and-care',
    'health-care-and-levy',
    'each',
  ])
  const shared = (base: number, rate: SharedRate): Premium => {
    const employee = atRate(base, { parts: rate.employee, over: 200_000 }, rounding)
    const total = atRate(base, { parts: rate.total, over: 100_000 }, rule.value.total)
    return { employee, employer: total - employee }
  }

  const healthBase = charged.health ? bases.health : 0
  const careBase = charged.care ? bases.health : 0
  const pensionBase = charged.pension ? bases.pension : 0
  const { general, care, levy } = rates
  const withCare = charged.care ? added(general, care) : general
  const generalAlone = shared(healthBase, general)
  const childSupportLevy = levy.total === 0 ? none : shared(healthBase, levy)
  const health =
    asOne === 'each'
      ? plus(generalAlone, shared(careBase, care))
      : asOne === 'health-care-and-levy'
        ? minus(shared(healthBase, added(withCare, levy)), childSupportLevy)
        : shared(healthBase, withCare)
  const pension = shared(pensionBase, { total: pensionLaw.value, employee: pensionLaw.value })
  const contribution = atRate(pensionBase, { parts: contributionLaw.value, over: 100_000 }, rule.value.total)
  const ofEmployees = plus(plus(health, childSupportLevy), pension)
  return {
    health,
    childSupportLevy,
    pension,
    childContribution: { employer: contribution },
    careInHealth: charged.care ? minus(health, generalAlone) : none,
    total: { employee: ofEmployees.employee, employer: ofEmployees.employer + contribution },
    exactSen: {
      health: sen(healthBase, withCare.total),
      childSupportLevy: sen(healthBase, levy.total),
      pension: sen(pensionBase, pensionLaw.value),
      childContribution: sen(pensionBase, contributionLaw.value),
    },
    notCharged: charged.notCharged,
    because: [
      ...rates.because,
      ...pensionLaw.because,
      ...contributionLaw.because,
      ...charged.because,
      ...rule.because,
      ...(charged.care || childSupportLevy.employer > 0 ? items.because : []),
    ],
  }
}

/** More laws than any premium rests on. */
const mostLaws = 100

const accounts = ['health', 'childSupportLevy', 'pension', 'childContribution'] as const

/** What the company is invoiced (保険料納入告知額): the exact premiums of all insured people added, then the fraction of a yen dropped. */
export type InsuranceInvoice = {
  health: number
  childSupportLevy: number
  pension: number
  childContribution: number
  total: number
  because: Because[]
}

/**
 * The invoice for the people of one office, from the results of `socialInsurance` and `bonusInsurance`; whole yen per account.
 * The employer’s cost is this less what was deducted from pay. Health and levy stand on one account: the fraction is
 * dropped from their sum, and `childSupportLevy` shows the levy within `health`. It rests on the laws of the premiums. Throws
 * InvalidInputError naming the field.
 */
export function insuranceInvoice(premiums: readonly Pick<Premiums, 'exactSen' | 'because'>[]): InsuranceInvoice {
  records('premiums', premiums, 1_000_000, 0).forEach(({ exactSen, because }, index) => {
    const field = `premiums[${index}].exactSen`
    record(field, exactSen)
    records(`premiums[${index}].because`, because, mostLaws, 0)
    for (const account of accounts) wholeNumber(`${field}.${account}`, exactSen[account], 0, Number.MAX_SAFE_INTEGER)
  })
  const sum = (of: keyof ExactPremiums): number => premiums.reduce((total, { exactSen }) => total + exactSen[of], 0)
  const wholeYen = (exact: number): number => (exact - (exact % 100)) / 100
  const levy = sum('childSupportLevy')
  const health = wholeYen(sum('health') + levy)
  const pension = wholeYen(sum('pension'))
  const childContribution = wholeYen(sum('childContribution'))
  return {
    health,
    childSupportLevy: wholeYen(levy),
    pension,
    childContribution,
    total: health + pension + childContribution,
    because: allBecause(premiums.flatMap(({ because }) => because)),
  }
}
