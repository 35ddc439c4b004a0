import { addMonths } from '../../calendar/days.ts'
import { InvalidInputError, oneOf, wholeNumber, yen } from '../../core/input.ts'
import { atRate } from '../../core/rounding.ts'
import { allBecause, lawOn, type Preview } from '../../core/statute.ts'
import { nationalInTax } from '../consumption-tax/law.ts'
import { signedAtRate } from '../invoice-tax/invoice-tax.ts'
import { summed } from '../trade-input.ts'
import {
  type Column,
  checkedPeriod,
  columnsOf,
  outputTaxByDivision,
  rateAmounts,
  settled,
  sumOf,
  withoutTax,
} from './columns.ts'
import { allocationOf, checkedPurchases, deductibleTax, type TaxableShare } from './input-tax.ts'
import { calculationMethodLaw, filingUnitsLaw, fullDeductionLaw, securitiesShareLaw } from './law.ts'
import type { GeneralReturnInput, GeneralSale, RateAmount, TaxPeriod } from './return-input.ts'
import { type ConsumptionTaxReturnResult, creditsOf, type ReturnColumn, totals } from './return-result.ts'

type Sale = RateAmount & { tax: number | undefined }

const checkedSales = (input: GeneralReturnInput): Sale[] => {
  const method = oneOf('salesMethod', input.salesMethod, ['division', 'accumulation', 'mixed'])
  const amounts = rateAmounts('sales', input.sales)
  return amounts.map((amount, index) => {
    const tax: GeneralSale['tax'] = input.sales[index]?.tax
    const isWanted = method === 'accumulation' || (method === 'mixed' && tax !== undefined)
    if (isWanted) return { ...amount, tax: yen(`sales[${index}].tax`, tax) }
    if (tax === undefined) return { ...amount, tax: undefined }
    throw new InvalidInputError(`sales[${index}].tax`, tax, {
      ja: '割戻し計算では税額を使いません。tax を外すか、salesMethod に accumulation か mixed を指定してください。',
      en: 'Division does not use the tax. Leave out tax, or give salesMethod accumulation or mixed.',
    })
  })
}

const months = ({ from, to }: TaxPeriod): number => {
  let count = 1
  while (addMonths(from, count) <= to) count += 1
  return count
}

/** Sales without tax, less returns: numerator of the taxable share and the measure of the 500 million. */
const shareOf = (
  input: GeneralReturnInput,
  sales: readonly Sale[],
  returns: readonly RateAmount[],
  columns: readonly Column[],
  securitiesInTotal: number,
): TaxableShare => {
  const ofColumns = columns.map(({ rateClass, rate }) => {
    const net = sumOf(sales, rateClass, 'sales') - sumOf(returns, rateClass, 'salesReturns')
    return signedAtRate(net, withoutTax(rate), 'floor')
  })
  const taxable = summed('sales', [...ofColumns, yen('exportSales', input.exportSales ?? 0)])
  return { taxable, total: summed('sales', [taxable, yen('exemptSales', input.exemptSales ?? 0), securitiesInTotal]) }
}

/** Output tax of one rate: divided sales by their tax base, accumulated ones by 78/100 of the tax on their invoices. */
const outputTax = (
  sales: readonly Sale[],
  { rateClass, rate }: Column,
  unit: number,
): { taxBase: number; outputTax: number } => {
  const [accumulated, divided] = [
    sales.filter((sale) => sale.rateClass === rateClass && sale.tax !== undefined),
    sales.filter((sale) => sale.rateClass === rateClass && sale.tax === undefined),
  ]
  const byDivision = outputTaxByDivision(sumOf(divided, rateClass, 'sales'), rate, unit)
  const invoiced = summed(
    'sales',
    accumulated.map(({ tax }) => tax ?? 0),
  )
  return {
    taxBase: byDivision.taxBase + outputTaxByDivision(sumOf(accumulated, rateClass, 'sales'), rate, unit).taxBase,
    outputTax: byDivision.tax + atRate(invoiced, nationalInTax(rate), 'floor'),
  }
}

/** General taxation (一般課税). Shares of tax are cut to the yen; the taxable share itself is not rounded (基本通達11-5-6). */
export function generalReturn(input: GeneralReturnInput, options: Preview): ConsumptionTaxReturnResult {
  const period = checkedPeriod(input.period)
  const sales = checkedSales(input)
  const purchases = checkedPurchases(input)
  const returns = rateAmounts('salesReturns', input.salesReturns ?? [])
  const badDebts = rateAmounts('badDebts', input.badDebts ?? [])
  const classes = [...sales, ...purchases, ...returns, ...badDebts].map(({ rateClass }) => rateClass)
  const { columns, because } = columnsOf(period, classes.length > 0 ? classes : ['standard'], options)
  const units = lawOn(filingUnitsLaw, period.to, options)
  const method = lawOn(calculationMethodLaw, period.to, options)
  const full = lawOn(fullDeductionLaw, period.to, options)
  const securities = lawOn(securitiesShareLaw, period.to, options)
  const securitiesSales = yen('securitiesSales', input.securitiesSales ?? 0)

  const share = shareOf(input, sales, returns, columns, atRate(securitiesSales, securities.value, 'floor'))
  const periodMonths = wholeNumber('period', months(period), 1, 12)
  const { salesMost, shareLeast } = full.value
  const isFull =
    share.taxable * 12 <= salesMost * periodMonths &&
    BigInt(share.taxable) * BigInt(shareLeast.over) >= BigInt(share.total) * BigInt(shareLeast.parts)
  const how = isFull ? 'full' : allocationOf(input, purchases)

  const byRate = columns.map(
    (column): ReturnColumn => ({
      rateClass: column.rateClass,
      ...outputTax(sales, column, units.value.taxBase),
      inputTax: deductibleTax(
        purchases.filter(({ rateClass }) => rateClass === column.rateClass),
        column,
        how,
        share,
      ),
      ...creditsOf(column, returns, badDebts),
    }),
  )
  const sums = totals(byRate)
  const local = columns[0]?.rate.localOfNational ?? { parts: 0, over: 1 }
  const { settlement } = settled(
    sums.outputTax,
    sums.inputTax + sums.returnsTax + sums.badDebtTax,
    local,
    input.interim,
    period.to,
    options,
  )
  const laws = allBecause(
    because,
    units.because,
    method.because,
    full.because,
    securitiesSales > 0 ? securities.because : [],
  )
  return { ...settlement, byRate, ...sums, deduction: how, taxableShare: share, because: laws }
}
