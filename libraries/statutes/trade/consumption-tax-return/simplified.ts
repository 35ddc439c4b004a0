import { entries, InvalidInputError, record, yen } from '../../core/input.ts'
import { atRate, divided } from '../../core/rounding.ts'
import { allBecause, lawOn, type Preview } from '../../core/statute.ts'
import { summed } from '../trade-input.ts'
import {
  type Column,
  checkedPeriod,
  columnsOf,
  outputTaxByDivision,
  rateAmounts,
  returnClass,
  settled,
  sumOf,
  withoutTax,
} from './columns.ts'
import { type BusinessKind, businessKinds, filingUnitsLaw, type SimplifiedRule, simplifiedLaw } from './law.ts'
import type { RateAmount, SimplifiedReturnInput, SimplifiedSale } from './return-input.ts'
import { type ConsumptionTaxReturnResult, creditsOf, type ReturnColumn, totals } from './return-result.ts'

type Formula = NonNullable<ConsumptionTaxReturnResult['formula']>
type Sale = RateAmount & { business: BusinessKind; returns: number }
/** National tax of each business in one column, and the tax the deduction is taken from. */
type ColumnTax = {
  column: Column
  basis: number
  ofBusiness: ReadonlyMap<BusinessKind, number>
  output: { taxBase: number; tax: number }
  returnsTax: number
  badDebtTax: number
}
type PercentOf = (business: BusinessKind) => number

const mostEntries = 100_000

const businessOf = (field: string, given: SimplifiedSale['business'], rule: SimplifiedRule): BusinessKind => {
  const asked: readonly unknown[] = Array.isArray(given) ? entries(field, given, businessKinds.length) : [given]
  const kinds = asked.map((each) => {
    const kind = businessKinds.find((known) => known === each)
    if (kind !== undefined) return kind
    throw new InvalidInputError(field, each, {
      ja: '事業区分は1（卸売）から6（不動産）で指定してください。区分していない売上は [1, 5] のように候補を並べてください。',
      en: 'Give the business as 1 (wholesale) to 6 (real estate); for sales not separated list the candidates, such as [1, 5].',
    })
  })
  return kinds.reduce((lowest, kind) => (rule.deemedPercent[kind] < rule.deemedPercent[lowest] ? kind : lowest))
}

const checkedSales = (input: SimplifiedReturnInput, rule: SimplifiedRule): Sale[] =>
  entries('sales', input.sales, mostEntries, 0).map((sale, index) => {
    const field = `sales[${index}]`
    record(field, sale)
    const amountIncludingTax = yen(`${field}.amountIncludingTax`, sale.amountIncludingTax)
    const returns = yen(`${field}.returnsIncludingTax`, sale.returnsIncludingTax ?? 0)
    if (returns > amountIncludingTax) {
      throw new InvalidInputError(`${field}.returnsIncludingTax`, returns, {
        ja: '返還額には売上額以下を指定してください。',
        en: 'Give returns that do not exceed the sales.',
      })
    }
    return {
      rateClass: returnClass(`${field}.rateClass`, sale.rateClass),
      business: businessOf(`${field}.business`, sale.business, rule),
      amountIncludingTax,
      returns,
    }
  })

/** Sales of a business without tax, less returns, in one column. */
const netSales = (sales: readonly Sale[], business: BusinessKind, { rateClass, rate }: Column): number => {
  const ofBusiness = sales.filter((sale) => sale.rateClass === rateClass && sale.business === business)
  const net = summed(
    'sales',
    ofBusiness.map(({ amountIncludingTax, returns }) => amountIncludingTax - returns),
  )
  return atRate(net, withoutTax(rate), 'floor')
}

const deductionBy = ({ basis, ofBusiness }: ColumnTax, percentOf: PercentOf): number => {
  const taxes = [...ofBusiness]
  const all = taxes.reduce((sum, [, tax]) => sum + tax, 0)
  if (all === 0 || basis <= 0) return 0
  const weighted = taxes.reduce((sum, [business, tax]) => sum + BigInt(tax) * BigInt(percentOf(business)), 0n)
  return divided(BigInt(basis) * weighted, all * 100, 'floor')
}

/** Every formula that may be used (施行令57条2項–4項): separate rates, one dominant business, two dominant ones of three and more. */
const formulas = (
  shares: ReadonlyMap<BusinessKind, number>,
  rule: SimplifiedRule,
): { formula: Formula; percentOf: PercentOf }[] => {
  const { deemedPercent, dominantShare } = rule
  const own: PercentOf = (business) => deemedPercent[business]
  const kinds = [...shares.keys()]
  const all = [...shares.values()].reduce((sum, each) => sum + each, 0)
  const isDominant = (sales: number): boolean =>
    BigInt(sales) * BigInt(dominantShare.over) >= BigInt(all) * BigInt(dominantShare.parts)
  const salesOf = (kind: BusinessKind): number => shares.get(kind) ?? 0
  if (kinds.length < 2) return [{ formula: { kind: 'single', businesses: kinds }, percentOf: own }]

  const one = kinds
    .filter((kind) => isDominant(salesOf(kind)))
    .map((kind) => ({
      formula: { kind: 'one-dominant', businesses: [kind] } as const,
      percentOf: () => deemedPercent[kind],
    }))
  const pairs =
    kinds.length < 3
      ? []
      : kinds.flatMap((first) => kinds.filter((second) => second > first).map((second) => [first, second] as const))
  const two = pairs
    .filter(([first, second]) => isDominant(salesOf(first) + salesOf(second)))
    .map(([first, second]) => {
      const [high, low] = deemedPercent[first] >= deemedPercent[second] ? [first, second] : [second, first]
      return {
        formula: { kind: 'two-dominant', businesses: [first, second] } as const,
        percentOf: (business: BusinessKind) => deemedPercent[business === high ? high : low],
      }
    })
  return [
    { formula: { kind: 'separate', businesses: kinds }, percentOf: own },
    ...one.map(({ formula, percentOf }) => ({
      formula: { kind: formula.kind, businesses: [...formula.businesses] },
      percentOf,
    })),
    ...two.map(({ formula, percentOf }) => ({
      formula: { kind: formula.kind, businesses: [...formula.businesses] },
      percentOf,
    })),
  ]
}

/**
 * Simplified taxation (簡易課税): deemed input tax by business, each rate in its own column, fractions of a yen cut (付表5-3).
 * Of the formulas allowed the one that deducts most is taken and named. Refused where the base period exceeds 50 million.
 */
export function simplifiedReturn(input: SimplifiedReturnInput, options: Preview): ConsumptionTaxReturnResult {
  const period = checkedPeriod(input.period)
  const law = lawOn(simplifiedLaw, period.to, options)
  if (yen('basePeriodSales', input.basePeriodSales) > law.value.basePeriodSalesMost) {
    throw new InvalidInputError('basePeriodSales', input.basePeriodSales, {
      ja: `基準期間の課税売上高が${law.value.basePeriodSalesMost.toLocaleString('ja')}円を超えるため、簡易課税は使えません。method に general を指定してください。`,
      en: `Taxable sales of the base period exceed ${law.value.basePeriodSalesMost.toLocaleString('en')} yen: simplified taxation may not be used. Give method general.`,
    })
  }
  const sales = checkedSales(input, law.value)
  const badDebts = rateAmounts('badDebts', input.badDebts ?? [])
  const classes = [...sales, ...badDebts].map(({ rateClass }) => rateClass)
  const { columns, because } = columnsOf(period, classes.length > 0 ? classes : ['standard'], options)
  const units = lawOn(filingUnitsLaw, period.to, options)
  const returns = sales.map(({ rateClass, returns: amountIncludingTax }) => ({ rateClass, amountIncludingTax }))
  const kinds = businessKinds.filter((kind) => sales.some(({ business }) => business === kind))

  const taxes = columns.map((column): ColumnTax => {
    const output = outputTaxByDivision(sumOf(sales, column.rateClass, 'sales'), column.rate, units.value.taxBase)
    const credits = creditsOf(column, returns, badDebts)
    const ofBusiness = new Map(
      kinds.map((kind) => [kind, atRate(netSales(sales, kind, column), column.rate.national, 'floor')] as const),
    )
    return { column, output, ...credits, basis: output.tax - credits.returnsTax, ofBusiness }
  })
  const shares = new Map(
    kinds
      .map((kind) => [kind, columns.reduce((sum, column) => sum + netSales(sales, kind, column), 0)] as const)
      .filter(([, amount]) => amount > 0),
  )
  const results = formulas(shares, law.value).map(({ formula, percentOf }) => {
    const inputTaxes = taxes.map((tax) => deductionBy(tax, percentOf))
    return { formula, inputTaxes, sum: inputTaxes.reduce((total, each) => total + each, 0) }
  })
  const best = results.reduce((most, each) => (each.sum > most.sum ? each : most))

  const byRate = taxes.map(
    ({ column, output, returnsTax, badDebtTax }, index): ReturnColumn => ({
      rateClass: column.rateClass,
      taxBase: output.taxBase,
      outputTax: output.tax,
      inputTax: best.inputTaxes[index] ?? 0,
      returnsTax,
      badDebtTax,
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
  return {
    ...settlement,
    byRate,
    ...sums,
    formula: best.formula,
    because: allBecause(because, units.because, law.because),
  }
}
