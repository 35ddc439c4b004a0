import { day, oneOf, record, wholeNumber, yen } from '../../core/input.ts'
import { readOnce } from '../../core/read-once.ts'
import { atRate, downTo, type Rate } from '../../core/rounding.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import { dependentsOf, withholdingMonthly } from '../withholding-monthly/withholding-monthly.ts'
import { percent } from '../withholding-table/withholding-table.ts'
import { type BonusRateTable, bonusByMonthlyTable, bonusWithholdingRates } from './law.ts'

export type WithholdingBonusInput = {
  /** Day of payment of the bonus; its year decides the table. */
  payDate: string
  /** Bonus less the social insurance deducted from it. */
  bonusAfterInsurance: number
  /** Pay of the month before less its social insurance; 0 when there was none or the insurance was as much. */
  lastMonthPayAfterInsurance: number
  /** 扶養親族等の数: needed for 甲欄. 乙欄 uses it only where the monthly table applies. */
  dependents?: number
  column: 'kou' | 'otsu'
  /** 賞与の計算期間 in months, 6 when absent: over six the monthly table is applied to a twelfth instead of a sixth. */
  calculationMonths?: number
  /** How the monthly tax is found where the rate table does not apply: 月額表 (the default) or 電算機計算の特例 (甲欄 only). */
  method?: 'table' | 'formula'
}

export type WithholdingBonus = {
  tax: number
  /** Which rule applied: the rate table, or the monthly table for no pay last month or a bonus over ten times that pay. */
  rule: 'rate-table' | 'no-pay-last-month' | 'over-ten-times'
  /** The rate, where the rate table applied. */
  rate?: Rate
  because: Because[]
}

/**
 * Income tax to withhold from a bonus, surtaxes included, in whole yen; fractions of a yen are dropped, also in the sixth or
 * twelfth that is looked up in the monthly table. Throws InvalidInputError and UnknownLawError. 所得税法186条.
 */
export function withholdingBonus(input: WithholdingBonusInput, options: Preview = {}): WithholdingBonus {
  record('input', input)
  const payDate = day('payDate', input.payDate)
  const bonus = yen('bonusAfterInsurance', input.bonusAfterInsurance)
  const lastMonth = yen('lastMonthPayAfterInsurance', input.lastMonthPayAfterInsurance)
  const column = oneOf('column', input.column, ['kou', 'otsu'])
  const dependents = dependentsOf(column, input.dependents)
  const calculationMonths = wholeNumber('calculationMonths', input.calculationMonths ?? 6, 1, 120)
  const method = oneOf('method', input.method ?? 'table', ['table', 'formula'])

  const { value: spread, because } = lawOn(bonusByMonthlyTable, payDate, options)
  if (lastMonth > 0 && bonus <= lastMonth * spread.timesOfLastMonth) {
    const { value: table, because: becauseOfRate } = lawOn(bonusWithholdingRates, payDate, options)
    const rate = bonusRate(table, column, lastMonth, dependents)
    return { tax: atRate(bonus, rate, 'floor'), rule: 'rate-table', rate, because: becauseOfRate }
  }
  const months = calculationMonths > spread.months ? spread.longMonths : spread.months
  const share = downTo(months, bonus) / months
  const monthly = (taxablePay: number) =>
    withholdingMonthly({ payDate, taxablePay, dependents, column, method }, options)
  const withShare = monthly(lastMonth + share)
  const without = lastMonth > 0 ? monthly(lastMonth) : { tax: 0, because: [] }
  return {
    tax: (withShare.tax - without.tax) * months,
    rule: lastMonth > 0 ? 'over-ten-times' : 'no-pay-last-month',
    because: allBecause(because, withShare.because, without.because),
  }
}

type Row = { parts: number; from: readonly number[] }
const rowsOf = readOnce((table: BonusRateTable): readonly Row[] => {
  const lines = table.kou.trim().split('\n')
  return lines.map((line) => {
    const [parts = 0, ...from] = line.split(',').map(Number)
    return { parts, from }
  })
})

function bonusRate(table: BonusRateTable, column: 'kou' | 'otsu', lastMonth: number, dependents: number): Rate {
  const reached = (thousands: number | undefined) => thousands !== undefined && thousands * 1_000 <= lastMonth
  const at = Math.min(dependents, 7)
  const parts =
    column === 'kou'
      ? rowsOf(table).findLast(({ from }) => reached(from[at]))?.parts
      : table.otsu.findLast(([from]) => reached(from))?.[1]
  return percent(parts ?? 0)
}
