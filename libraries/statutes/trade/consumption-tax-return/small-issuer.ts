import { flag, InvalidInputError, oneOf, record, yen } from '../../core/input.ts'
import { atRate } from '../../core/rounding.ts'
import { allBecause, lawOn, type Preview } from '../../core/statute.ts'
import { checkedPeriod, columnsOf, outputTaxByDivision, rateAmounts, settled, sumOf } from './columns.ts'
import { filingUnitsLaw, type SmallIssuerRule, threeTenthsLaw, twoTenthsLaw } from './law.ts'
import type { SmallIssuerReturnInput, TaxPeriod } from './return-input.ts'
import { type ConsumptionTaxReturnResult, creditsOf, type ReturnColumn, totals } from './return-result.ts'

const names = { 'two-tenths': '2割特例', 'three-tenths': '3割特例' } as const

const refusePeriod = (
  method: SmallIssuerReturnInput['method'],
  { from, to }: TaxPeriod,
  rule: SmallIssuerRule,
): void => {
  const isWithin =
    method === 'two-tenths' ? from <= rule.through && to >= rule.from : from >= rule.from && to <= rule.through
  if (isWithin) return
  throw new InvalidInputError('period', `${from}–${to}`, {
    ja:
      method === 'two-tenths'
        ? `2割特例は${rule.from}から${rule.through}までの日を含む課税期間だけです。general か simplified（個人の令和9・10年分は three-tenths）を指定してください。`
        : `3割特例は${rule.from}から${rule.through}までの課税期間だけです。general か simplified を指定してください。`,
    en:
      method === 'two-tenths'
        ? `The two-tenths rule is for periods with a day from ${rule.from} to ${rule.through}. Give general or simplified (individuals: three-tenths for 2027 and 2028).`
        : `The three-tenths rule is for periods from ${rule.from} to ${rule.through}. Give general or simplified.`,
  })
}

const refuseTaxpayer = (input: SmallIssuerReturnInput, rule: SmallIssuerRule): void => {
  const name = names[input.method]
  if (oneOf('taxpayer', input.taxpayer, ['corporation', 'individual']) === 'corporation' && rule.individualsOnly) {
    throw new InvalidInputError('taxpayer', input.taxpayer, {
      ja: `${name}は個人事業者だけが使えます。general か simplified を指定してください。`,
      en: 'Only individuals may use the three-tenths rule. Give general or simplified.',
    })
  }
  if (yen('basePeriodSales', input.basePeriodSales) > rule.basePeriodSalesMost) {
    throw new InvalidInputError('basePeriodSales', input.basePeriodSales, {
      ja: `基準期間の課税売上高が${rule.basePeriodSalesMost.toLocaleString('ja')}円を超えるため、${name}は使えません。`,
      en: `Taxable sales of the base period exceed ${rule.basePeriodSalesMost.toLocaleString('en')} yen: the rule may not be used.`,
    })
  }
  const { specifiedPeriod, taxableOnlyByRegistration } = input
  if (specifiedPeriod !== undefined) {
    record('specifiedPeriod', specifiedPeriod)
    const sales = yen('specifiedPeriod.sales', specifiedPeriod.sales)
    if (Math.min(sales, yen('specifiedPeriod.wages', specifiedPeriod.wages)) > rule.specifiedPeriodMost) {
      throw new InvalidInputError('specifiedPeriod', `${sales} / ${specifiedPeriod.wages}`, {
        ja: `特定期間の課税売上高と給与等支払額がどちらも${rule.specifiedPeriodMost.toLocaleString('ja')}円を超えるため、${name}は使えません。`,
        en: `Sales and wages of the specified period both exceed ${rule.specifiedPeriodMost.toLocaleString('en')} yen: the rule may not be used.`,
      })
    }
  }
  if (!flag('taxableOnlyByRegistration', taxableOnlyByRegistration)) {
    throw new InvalidInputError('taxableOnlyByRegistration', taxableOnlyByRegistration, {
      ja: `${name}は、インボイスの登録によって課税事業者になった事業者だけが使えます。`,
      en: 'The rule is for those who are taxable only because they registered as issuers.',
    })
  }
}

/** 2割特例, 3割特例: 80 or 70 % of the output tax counts as input tax, column by column, fractions of a yen cut (付表6). */
export function smallIssuerReturn(input: SmallIssuerReturnInput, options: Preview): ConsumptionTaxReturnResult {
  const period = checkedPeriod(input.period)
  const law = lawOn(input.method === 'two-tenths' ? twoTenthsLaw : threeTenthsLaw, period.to, options)
  refusePeriod(input.method, period, law.value)
  refuseTaxpayer(input, law.value)
  const sales = rateAmounts('sales', input.sales)
  const returns = rateAmounts('salesReturns', input.salesReturns ?? [])
  const badDebts = rateAmounts('badDebts', input.badDebts ?? [])
  const classes = [...sales, ...returns, ...badDebts].map(({ rateClass }) => rateClass)
  const { columns, because } = columnsOf(period, classes.length > 0 ? classes : ['standard'], options)
  const units = lawOn(filingUnitsLaw, period.to, options)
  const byRate = columns.map((column): ReturnColumn => {
    const output = outputTaxByDivision(sumOf(sales, column.rateClass, 'sales'), column.rate, units.value.taxBase)
    const credits = creditsOf(column, returns, badDebts)
    const basis = Math.max(0, output.tax - credits.returnsTax)
    return {
      rateClass: column.rateClass,
      taxBase: output.taxBase,
      outputTax: output.tax,
      inputTax: atRate(basis, { parts: law.value.deductedPercent, over: 100 }, 'floor'),
      ...credits,
    }
  })
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
  return { ...settlement, byRate, ...sums, because: allBecause(because, units.because, law.because) }
}
