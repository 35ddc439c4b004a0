import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '../../core/input.ts'
import { trustOf, UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { consumptionTaxReturn } from './consumption-tax-return.ts'
import { businessKinds } from './law.ts'
import type { ConsumptionTaxReturnInput, GeneralReturnInput, RateAmount } from './return-input.ts'

test.each(casesOf<{ name: string; input: ConsumptionTaxReturnInput; expected: object }>(import.meta.url))(
  '$name',
  ({ input, expected }) => {
    expect(consumptionTaxReturn(input)).toMatchObject(expected)
  },
)

const period = { from: '2026-01-01', to: '2026-12-31' }
const general = {
  method: 'general',
  period,
  salesMethod: 'division',
  purchaseMethod: 'division',
  sales: [{ rateClass: 'standard', amountIncludingTax: 11_000_000 }],
  purchases: [{ rateClass: 'standard', amountIncludingTax: 5_500_000 }],
} as const
const refused = (input: unknown, field: string) => {
  const call = () => consumptionTaxReturn(input as ConsumptionTaxReturnInput)
  expect(call).toThrow(InvalidInputError)
  expect(call).toThrow(expect.objectContaining({ field }))
}

describe('the forbidden combination', () => {
  test.each(['accumulation', 'mixed'])('sales by %s with divided purchases are refused', (salesMethod) => {
    refused(
      { ...general, salesMethod, sales: [{ rateClass: 'standard', amountIncludingTax: 11_000_000, tax: 1_000_000 }] },
      'purchaseMethod',
    )
  })
})

describe('full deduction ends above 500 million or under 95 %', () => {
  test('one yen of exempt sales more than 5 % asks for an allocation', () => {
    const at95 = {
      ...general,
      sales: [{ rateClass: 'standard', amountIncludingTax: 104_500_000 }],
      exemptSales: 5_000_000,
    } as const
    expect(consumptionTaxReturn(at95).deduction).toBe('full')
    refused({ ...at95, exemptSales: 5_000_001 }, 'allocation')
  })
  test('one yen of sales over 500 million asks for it whatever the share', () => {
    refused({ ...general, sales: [{ rateClass: 'standard', amountIncludingTax: 550_000_002 }] }, 'allocation')
  })
  test('a period of six months is measured by the year: 250 million is the limit', () => {
    const half = { ...general, period: { from: '2026-07-01', to: '2026-12-31' } } as const
    const sales = (amountIncludingTax: number) => [{ rateClass: 'standard', amountIncludingTax }] as const
    expect(consumptionTaxReturn({ ...half, sales: sales(275_000_000) }).deduction).toBe('full')
    refused({ ...half, sales: sales(275_000_002) }, 'allocation')
  })
  test('itemised allocation needs every purchase sorted', () => {
    refused({ ...general, exemptSales: 90_000_000, allocation: 'itemised' }, 'purchases[0].use')
  })
})

describe('2割特例 by the end of the fiscal year', () => {
  const small = {
    method: 'two-tenths',
    taxpayer: 'corporation',
    basePeriodSales: 10_000_000,
    taxableOnlyByRegistration: true,
    sales: [{ rateClass: 'standard', amountIncludingTax: 11_000_000 }],
  } as const
  test.each([
    ['個人 令和8年分', '2026-01-01', '2026-12-31'],
    ['12月決算法人 令和8年12月期', '2026-01-01', '2026-12-31'],
    ['3月決算法人 令和9年3月期', '2026-04-01', '2027-03-31'],
    ['6月決算法人 令和9年6月期', '2026-07-01', '2027-06-30'],
    ['9月決算法人 令和8年9月期', '2025-10-01', '2026-09-30'],
    ['8月決算法人 令和9年8月期', '2026-09-01', '2027-08-31'],
    ['9月30日に始まる課税期間', '2026-09-30', '2027-09-29'],
  ])('%s may still use it', (_, from, to) => {
    expect(consumptionTaxReturn({ ...small, period: { from, to } }).totalTax).toBe(200_000)
  })
  test.each([
    ['9月決算法人 令和9年9月期', '2026-10-01', '2027-09-30'],
    ['12月決算法人 令和9年12月期', '2027-01-01', '2027-12-31'],
    ['3月決算法人 令和10年3月期', '2027-04-01', '2028-03-31'],
  ])('%s may not', (_, from, to) => {
    refused({ ...small, period: { from, to } }, 'period')
  })
  test('the reasons of the taxpayer are named', () => {
    refused({ ...small, period, basePeriodSales: 10_000_001 }, 'basePeriodSales')
    refused({ ...small, period, taxableOnlyByRegistration: false }, 'taxableOnlyByRegistration')
    refused({ ...small, period, specifiedPeriod: { sales: 10_000_001, wages: 10_000_001 } }, 'specifiedPeriod')
    const wagesLow = { ...small, period, specifiedPeriod: { sales: 10_000_001, wages: 10_000_000 } }
    expect(consumptionTaxReturn(wagesLow).totalTax).toBe(200_000)
  })
  test('3割特例 is for individuals, in 2027 and 2028', () => {
    const three = { ...small, method: 'three-tenths', taxpayer: 'individual' } as const
    refused({ ...three, taxpayer: 'corporation', period: { from: '2027-01-01', to: '2027-12-31' } }, 'taxpayer')
    refused({ ...three, period }, 'period')
  })
})

test('simplified taxation ends above 50 million in the base period', () => {
  const sales = [{ rateClass: 'standard', business: 1, amountIncludingTax: 1100 }]
  refused({ method: 'simplified', period, basePeriodSales: 50_000_001, sales }, 'basePeriodSales')
})

test('a year with food after 2027-03-31 is refused: its rate is not decided', () => {
  const food = [{ rateClass: 'reduced', amountIncludingTax: 1080 }] as const
  const year = { ...general, period: { from: '2026-07-01', to: '2027-06-30' }, sales: food }
  expect(() => consumptionTaxReturn(year)).toThrow(UnknownLawError)
})

test('what a return rests on', () => {
  const { because } = consumptionTaxReturn(general)
  expect(because.map(({ statute }) => statute)).toEqual([
    '消費税の標準税率',
    '消費税等の申告の端数処理',
    '売上税額・仕入税額の計算方法',
    '仕入税額の全額控除の要件',
  ])
  expect(trustOf(because)).toBe('S')
})

describe('for any figures', () => {
  const amounts = fc.array(
    fc.record({ rateClass: fc.constantFrom('standard', 'reduced'), amountIncludingTax: fc.nat(9_999_999) }),
    { minLength: 1, maxLength: 12 },
  )

  test('a year handed over month by month is the same return as handed over in one sum', () => {
    fc.assert(
      fc.property(amounts, amounts, (sales, purchases) => {
        const merged = (list: readonly RateAmount[]) =>
          (['standard', 'reduced'] as const).map((rateClass) => ({
            rateClass,
            amountIncludingTax: list
              .filter((each) => each.rateClass === rateClass)
              .reduce((sum, each) => sum + each.amountIncludingTax, 0),
          }))
        const monthly: GeneralReturnInput = { ...general, sales, purchases }
        const whole = consumptionTaxReturn({ ...general, sales: merged(sales), purchases: merged(purchases) })
        expect(consumptionTaxReturn(monthly).totalTax).toBe(whole.totalTax)
      }),
    )
  })

  test('simplified: the formula taken never deducts less than the lowest or more than the highest rate', () => {
    const sale = fc.record({
      rateClass: fc.constantFrom('standard' as const, 'reduced' as const),
      business: fc.constantFrom(...businessKinds),
      amountIncludingTax: fc.nat(9_999_999),
    })
    fc.assert(
      fc.property(fc.array(sale, { minLength: 1, maxLength: 8 }), (sales) => {
        const { outputTax, inputTax, totalTax } = consumptionTaxReturn({
          method: 'simplified',
          period,
          basePeriodSales: 0,
          sales,
        })
        expect(inputTax).toBeLessThanOrEqual((outputTax * 90) / 100)
        expect(inputTax).toBeGreaterThanOrEqual((outputTax * 40) / 100 - 2)
        expect(totalTax % 100).toBe(0)
      }),
    )
  })
})

test.each([
  [{ ...general, method: 'standard' }, 'method'],
  [{ ...general, period: { from: '2026-12-31', to: '2026-01-01' } }, 'period.to'],
  [{ ...general, period: { from: '2026-01-01', to: '2027-01-01' } }, 'period'],
  [{ ...general, period: undefined }, 'period'],
  [{ ...general, sales: undefined }, 'sales'],
  [{ ...general, sales: [{ rateClass: 'old-8', amountIncludingTax: 1 }] }, 'sales[0].rateClass'],
  [{ ...general, sales: [{ rateClass: 'standard', amountIncludingTax: -1 }] }, 'sales[0].amountIncludingTax'],
  [{ ...general, sales: [{ rateClass: 'standard', amountIncludingTax: 1, tax: 0 }] }, 'sales[0].tax'],
  [{ ...general, salesMethod: 'accumulation', purchaseMethod: 'accumulation' }, 'sales[0].tax'],
  [{ ...general, purchases: [{ rateClass: 'standard', tax: 1 }] }, 'purchases[0].amountIncludingTax'],
  [{ ...general, purchases: [{ rateClass: 'standard', amountIncludingTax: 1, percent: 60 }] }, 'purchases[0].percent'],
  [{ ...general, interim: { national: -1, local: 0 } }, 'interim.national'],
  [
    {
      method: 'simplified',
      period,
      basePeriodSales: 0,
      sales: [{ rateClass: 'standard', business: 7, amountIncludingTax: 1 }],
    },
    'sales[0].business',
  ],
])('%o names the field %s', (input, field) => {
  refused(input, field)
})
