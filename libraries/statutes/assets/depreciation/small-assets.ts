import { day, flag, record, wholeNumber, yen } from '../../core/input.ts'
import { atRate } from '../../core/rounding.ts'
import { type Because, lawOn, type Preview } from '../../core/statute.ts'
import { smallAssetLaw } from './law.ts'

export type SmallAssetInput = {
  acquiredOn: string
  /** 取得価額 of one asset, by the company's own way of booking (税抜 or 税込). */
  cost: number
  /** 中小企業者等で青色申告: may use the special rule at all; false where absent. */
  isSmallBlueReturnCompany?: boolean
  /** 常時使用する従業員数. */
  employees?: number
  /** What the special rule has already taken in this fiscal year, yen. */
  usedThisYear?: number
  /** Months of the fiscal year, for a short one; 12 where absent. */
  fiscalYearMonths?: number
  /** 貸付けの用に供する資産 (unless lending is the main business): none of the three applies. */
  isLentOut?: boolean
}

/** The ways open to an asset, the quickest first; `depreciation` is always open. */
export type SmallAssetChoice = {
  ways: ('expense' | 'small-company' | 'three-years' | 'depreciation')[]
  because: Because[]
}

/**
 * 少額の減価償却資産 (10万円未満), 一括償却資産 (20万円未満) and 中小企業者等の特例 (30万円未満, from 2026-04-01 40万円未満;
 * 300万円 a year, for short years by months): which are open. Throws InvalidInputError, UnknownLawError.
 */
export function smallAssetChoice(input: SmallAssetInput, options: Preview = {}): SmallAssetChoice {
  record('input', input)
  const acquiredOn = day('acquiredOn', input.acquiredOn)
  const cost = wholeNumber('cost', input.cost, 1, 999_999_999_999)
  const employees = wholeNumber('employees', input.employees ?? 0, 0, 10_000_000)
  const used = yen('usedThisYear', input.usedThisYear ?? 0)
  const isSmall = flag('isSmallBlueReturnCompany', input.isSmallBlueReturnCompany)
  const isLentOut = flag('isLentOut', input.isLentOut)
  const months = wholeNumber('fiscalYearMonths', input.fiscalYearMonths ?? 12, 1, 12)
  const { value: law, because } = lawOn(smallAssetLaw, acquiredOn, options)
  const ways: SmallAssetChoice['ways'] = []
  if (!isLentOut) {
    if (cost < law.expenseBelow) ways.push('expense')
    const special = law.smallCompany
    if (
      special &&
      isSmall &&
      employees <= special.employees &&
      cost < special.below &&
      used + cost <= atRate(special.yearlyTotal, { parts: months, over: 12 }, 'floor')
    )
      ways.push('small-company')
    if (cost < law.threeYearsBelow) ways.push('three-years')
  }
  return { ways: [...ways, 'depreciation'], because }
}

/** What each of the three fiscal years takes, in yen; together the cost. */
export type ThreeYearParts = { parts: [number, number, number]; because: Because[] }

/**
 * 一括償却資産 over 36 months (法人税法施行令133条の2): what each of the coming fiscal years of 12 months takes, whatever the
 * month of first use; fractions of a yen dropped, the last year takes the rest. Throws InvalidInputError naming the field, for
 * 20万円 and more too, and UnknownLawError.
 */
export function threeYearParts(input: { acquiredOn: string; cost: number }, options: Preview = {}): ThreeYearParts {
  record('input', input)
  const { value: law, because } = lawOn(smallAssetLaw, day('acquiredOn', input.acquiredOn), options)
  const cost = wholeNumber('cost', input.cost, 1, law.threeYearsBelow - 1)
  const part = atRate(cost, { parts: 1, over: 3 }, 'floor')
  return { parts: [part, part, cost - part - part], because }
}
