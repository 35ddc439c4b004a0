import { day, InvalidInputError, oneOf, record, wholeNumber, yen } from '../../core/input.ts'
import { atRate, divided } from '../../core/rounding.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import { stepOf } from '../steps.ts'
import { isBeyondRows, taxInTable } from '../withholding-table/withholding-table.ts'
import { type MonthlyFormula, monthlyWithholdingFormula } from './formula-law.ts'
import { monthlyWithholdingTable, withholdingFraction } from './law.ts'

export type WithholdingMonthlyInput = {
  /** Day of payment; its year decides the table. */
  payDate: string
  /** その月の社会保険料等控除後の給与等の金額, without the tax-free commuting allowance. */
  taxablePay: number
  /** 扶養親族等の数, any number. With 乙欄 only those on a 従たる給与についての扶養控除等申告書; none when absent. */
  dependents?: number
  /** 甲欄 (扶養控除等申告書 on file) or 乙欄. */
  column: 'kou' | 'otsu'
  /** 月額表 (`table`, the default) or 電算機計算の特例 (`formula`, 甲欄 only): the payer's choice. */
  method?: 'table' | 'formula'
}

export type WithholdingMonthly = { tax: number; method: 'table' | 'formula'; because: Because[] }

/** More dependents than any person has; a larger number is a slip of the pen. */
export const mostDependents = 99

/** 扶養親族等の数: needed for 甲欄, optional for 乙欄; throws InvalidInputError naming `dependents`. */
export function dependentsOf(column: 'kou' | 'otsu' | 'hei', given: number | undefined): number {
  return given === undefined && column !== 'kou' ? 0 : wholeNumber('dependents', given, 0, mostDependents)
}

/**
 * Income tax to withhold from a month's salary, surtaxes included.
 * Whole yen; the formula gives multiples of 10 (10円未満四捨五入); where the table states a rate a fraction of a yen is dropped.
 * Throws InvalidInputError and UnknownLawError. 所得税法183条・185条・189条.
 */
export function withholdingMonthly(input: WithholdingMonthlyInput, options: Preview = {}): WithholdingMonthly {
  record('input', input)
  const payDate = day('payDate', input.payDate)
  const pay = yen('taxablePay', input.taxablePay)
  const column = oneOf('column', input.column, ['kou', 'otsu'])
  const dependents = dependentsOf(column, input.dependents)
  const method = oneOf('method', input.method ?? 'table', ['table', 'formula'])
  if (method === 'formula') {
    refuseFormulaFor(column)
    const { value, because } = lawOn(monthlyWithholdingFormula, payDate, options)
    return { tax: taxByFormula(value, pay, dependents), method, because }
  }
  const { value: table, because } = lawOn(monthlyWithholdingTable, payDate, options)
  const isFraction = isBeyondRows(table, pay)
  return {
    tax: taxInTable(table, column, pay, dependents),
    method,
    because: isFraction ? allBecause(because, lawOn(withholdingFraction, payDate, options).because) : because,
  }
}

function refuseFormulaFor(column: 'kou' | 'otsu'): void {
  if (column === 'kou') return
  throw new InvalidInputError('method', 'formula', {
    ja: '電算機計算の特例は甲欄だけに使えます。乙欄には table を指定してください。',
    en: 'The computer formula is for column kou only. Give table for column otsu.',
  })
}

function taxByFormula(law: MonthlyFormula, pay: number, dependents: number): number {
  const salary = stepOf(law.salaryDeduction, pay)
  const base =
    pay -
    (atRate(pay, salary.rate, 'ceil') + salary.plus) -
    law.perDependent * dependents -
    stepOf(law.basic, pay).amount
  if (base <= 0) return 0
  const { rate, minus } = stepOf(law.brackets, base)
  const exact = BigInt(base) * BigInt(rate.parts) - BigInt(minus) * BigInt(rate.over)
  return divided(exact, rate.over * 10, 'half-up') * 10
}
