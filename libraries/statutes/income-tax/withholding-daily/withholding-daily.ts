import { day, oneOf, record, yen } from '../../core/input.ts'
import { allBecause, type Because, lawOn, type Preview } from '../../core/statute.ts'
import { withholdingFraction } from '../withholding-monthly/law.ts'
import { dependentsOf } from '../withholding-monthly/withholding-monthly.ts'
import { isBeyondRows, type TableColumn, taxInTable } from '../withholding-table/withholding-table.ts'
import { dailyWithholdingTable } from './law.ts'

export type WithholdingDailyInput = {
  /** Day of payment; its year decides the table. */
  payDate: string
  /** その日の社会保険料等控除後の給与等の金額; for pay by the week or several days, the average of one day. */
  taxablePay: number
  /** 扶養親族等の数: needed for 甲欄, without effect in 丙欄. */
  dependents?: number
  /** 甲欄, 乙欄, or 丙欄 for day labour of up to two months with one payer. */
  column: TableColumn
}

export type WithholdingDaily = { tax: number; because: Because[] }

/**
 * Income tax to withhold from one day's pay, surtaxes included, in whole yen; where the table states a rate a fraction of a yen is
 * dropped. Known for 2026. Throws InvalidInputError and UnknownLawError. 所得税法185条1項1号ハ・2号ハ・3号.
 */
export function withholdingDaily(input: WithholdingDailyInput, options: Preview = {}): WithholdingDaily {
  record('input', input)
  const payDate = day('payDate', input.payDate)
  const pay = yen('taxablePay', input.taxablePay)
  const column = oneOf('column', input.column, ['kou', 'otsu', 'hei'])
  const dependents = dependentsOf(column, input.dependents)
  const { value: table, because } = lawOn(dailyWithholdingTable, payDate, options)
  return {
    tax: taxInTable(table, column, pay, dependents),
    because: isBeyondRows(table, pay)
      ? allBecause(because, lawOn(withholdingFraction, payDate, options).because)
      : because,
  }
}
