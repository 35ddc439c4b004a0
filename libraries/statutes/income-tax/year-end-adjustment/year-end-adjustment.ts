import { InvalidInputError } from '../../core/input.ts'
import { atRate, downTo } from '../../core/rounding.ts'
import { allBecause, type Because, lawOn, type Preview, type Statute } from '../../core/statute.ts'
import { incomeTaxBrackets, incomeTaxOn, incomeTaxWithSurtax } from '../rates.ts'
import { stepOf } from '../steps.ts'
import {
  basicDeduction,
  incomeAdjustment,
  type SalaryIncomeStep,
  salaryIncomeAfterDeduction,
  yearEndAdjustmentLimit,
} from './income-law.ts'
import { checkedInput, type YearEndAdjustmentInput } from './input.ts'
import { earthquakeDeduction, lifeDeduction } from './insurance-deductions.ts'
import { earthquakeInsuranceDeduction, lifeInsuranceDeduction } from './insurance-law.ts'
import {
  hasYoungDependent,
  mayAdjust,
  peopleDeduction,
  specificRelativesAmount,
  spouseAmount,
} from './people-deductions.ts'
import { peopleDeductions, specificRelativeDeduction, spouseDeduction } from './people-law.ts'

export type YearEndDeductions = {
  socialInsurance: number
  smallEnterpriseMutualAid: number
  life: number
  earthquake: number
  spouse: number
  specificRelative: number
  /** 扶養控除額及び障害者等の控除額の合計額: every disability, 寡婦・ひとり親・勤労学生 included. */
  dependents: number
  basic: number
  total: number
}

export type YearEndAdjustment = {
  /** 給与所得控除後の給与等の金額, before the adjustment. */
  salaryIncome: number
  /** 所得金額調整控除額. */
  adjustment: number
  /** 給与所得控除後の給与等の金額（調整控除後）. */
  incomeAfterAdjustment: number
  deductions: YearEndDeductions
  /** 差引課税給与所得金額, cut to 1,000 yen. */
  taxable: number
  /** 算出所得税額. */
  tax: number
  /** What of the housing loan credit was used; the rest is lost here. */
  housingLoanCreditUsed: number
  /** 年調所得税額. */
  taxAfterHousing: number
  /** 年調年税額: with surtaxes, cut to 100 yen. */
  annualTax: number
  /** 過納額; below 0 it is 不足額, to collect. */
  refund: number
  because: Because[]
}

/**
 * The year-end adjustment (年末調整) of one employee with every intermediate value of the form, in whole yen.
 * Known for 2025 to 2027. Refuses pay above 20,000,000 (no year-end adjustment). Throws InvalidInputError and UnknownLawError.
 * 所得税法190条, 租税特別措置法41条の3の12ほか.
 */
export function yearEndAdjustment(input: YearEndAdjustmentInput, options: Preview = {}): YearEndAdjustment {
  const facts = checkedInput(input)
  const because: Because[][] = []
  const law = <Value>(statute: Statute<Value>): Value => {
    const found = lawOn(statute, `${facts.year}-12-31`, options)
    because.push(found.because)
    return found.value
  }

  const limit = law(yearEndAdjustmentLimit)
  if (facts.pay > limit) refusePay(facts.pay, limit)
  const people = law(peopleDeductions)
  const salaryIncome = salaryIncomeOf(law(salaryIncomeAfterDeduction), facts.pay)
  const { from, to, rate } = law(incomeAdjustment)
  const adjustment = mayAdjust(people, facts) ? atRate(Math.max(0, Math.min(facts.pay, to) - from), rate, 'ceil') : 0
  const incomeAfterAdjustment = salaryIncome - adjustment
  const totalIncome = incomeAfterAdjustment + facts.otherIncome

  const parts = {
    socialInsurance: facts.socialInsurance,
    smallEnterpriseMutualAid: facts.smallEnterpriseMutualAid,
    life: lifeDeduction(law(lifeInsuranceDeduction), facts.life, hasYoungDependent(people, facts)),
    earthquake: earthquakeDeduction(law(earthquakeInsuranceDeduction), facts.earthquake),
    spouse: spouseAmount(law(spouseDeduction), people, facts, totalIncome),
    specificRelative: specificRelativesAmount(law(specificRelativeDeduction), people, facts),
    dependents: peopleDeduction(people, facts, totalIncome),
    basic: stepOf(law(basicDeduction), totalIncome).amount,
  }
  const total = Object.values(parts).reduce((sum, amount) => sum + amount, 0)
  const taxable = downTo(1_000, Math.max(0, incomeAfterAdjustment - total))
  const tax = incomeTaxOn(law(incomeTaxBrackets), taxable)
  const housingLoanCreditUsed = Math.min(tax, facts.housingLoanCredit)
  const taxAfterHousing = tax - housingLoanCreditUsed
  const annualTax = downTo(100, atRate(taxAfterHousing, law(incomeTaxWithSurtax), 'floor'))
  return {
    salaryIncome,
    adjustment,
    incomeAfterAdjustment,
    deductions: { ...parts, total },
    taxable,
    tax,
    housingLoanCreditUsed,
    taxAfterHousing,
    annualTax,
    refund: facts.withheld - annualTax,
    because: allBecause(...because),
  }
}

function salaryIncomeOf(steps: readonly SalaryIncomeStep[], pay: number): number {
  const { unit, rate, plus } = stepOf(steps, pay)
  return atRate(downTo(unit, pay), rate, 'floor') + plus
}

function refusePay(pay: number, limit: number): never {
  throw new InvalidInputError('pay', pay, {
    ja: `給与の総額が${limit.toLocaleString('ja')}円を超える人は年末調整の対象になりません。本人が確定申告をします。`,
    en: `There is no year-end adjustment for pay above ${limit.toLocaleString('en')} yen. The employee files a return.`,
  })
}
