import { atRate } from '../../core/rounding.ts'
import type { Because } from '../../core/statute.ts'
import { type Column, nationalInPrice, type Settlement, sumOf } from './columns.ts'
import type { BusinessKind } from './law.ts'
import type { RateAmount, ReturnClass } from './return-input.ts'

export type ReturnColumn = {
  rateClass: ReturnClass
  /** 課税標準額 (thousands). */
  taxBase: number
  /** 課税標準額に対する消費税額. */
  outputTax: number
  /** 控除対象仕入税額. */
  inputTax: number
  /** 返還等対価に係る税額. */
  returnsTax: number
  /** 貸倒れに係る税額. */
  badDebtTax: number
}

export type ConsumptionTaxReturnResult = Settlement & {
  byRate: ReturnColumn[]
  taxBase: number
  outputTax: number
  inputTax: number
  returnsTax: number
  badDebtTax: number
  /** General: how much was deductible, and the taxable share (課税売上割合) as a fraction. */
  deduction?: 'full' | 'itemised' | 'proportional'
  taxableShare?: { taxable: number; total: number }
  /** Simplified: the formula that deducts most, and the businesses whose rates it lends. */
  formula?: { kind: 'single' | 'separate' | 'one-dominant' | 'two-dominant'; businesses: BusinessKind[] }
  because: Because[]
}

/** National tax in returned sales and lost claims of one rate. */
export function creditsOf(
  { rateClass, rate }: Column,
  returns: readonly RateAmount[],
  badDebts: readonly RateAmount[],
): { returnsTax: number; badDebtTax: number } {
  return {
    returnsTax: atRate(sumOf(returns, rateClass, 'salesReturns'), nationalInPrice(rate), 'floor'),
    badDebtTax: atRate(sumOf(badDebts, rateClass, 'badDebts'), nationalInPrice(rate), 'floor'),
  }
}

/** The sums of the columns. */
export function totals(
  byRate: readonly ReturnColumn[],
): Pick<ConsumptionTaxReturnResult, 'taxBase' | 'outputTax' | 'inputTax' | 'returnsTax' | 'badDebtTax'> {
  const sum = (of: (column: ReturnColumn) => number): number => byRate.reduce((total, column) => total + of(column), 0)
  return {
    taxBase: sum(({ taxBase }) => taxBase),
    outputTax: sum(({ outputTax }) => outputTax),
    inputTax: sum(({ inputTax }) => inputTax),
    returnsTax: sum(({ returnsTax }) => returnsTax),
    badDebtTax: sum(({ badDebtTax }) => badDebtTax),
  }
}
