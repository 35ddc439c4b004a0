import { describe, expect, test } from 'vitest'
import { addMonths } from '../../calendar/days.ts'
import { InvalidInputError } from '../../core/input.ts'
import { trustOf, UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { type ConsumptionTaxInput, consumptionTax } from './consumption-tax.ts'
import { nationalInTax, rateLaws, type TaxableClass } from './law.ts'

type RateCase = {
  name: string
  on: string
  rateClass: TaxableClass
  percent: number
  national: number
  local: number
  localOfNational: [number, number]
}

describe('rates by date and class', () => {
  test.each(casesOf<RateCase>(import.meta.url))('$name $on', (each) => {
    const [parts, over] = each.localOfNational
    expect(consumptionTax({ on: each.on, rateClass: each.rateClass })).toMatchObject({
      rateClass: each.rateClass,
      percent: each.percent,
      national: { parts: each.national, over: 10_000 },
      local: { parts: each.local, over: 10_000 },
      localOfNational: { parts, over },
    })
  })

  test.each([
    ['1996-10-15', 3, 5],
    ['2013-10-15', 5, 8],
    ['2019-04-15', 8, 10],
  ])('all twelve months from %s: six of %i, then six of %i percent', (first, before, after) => {
    const percents = Array.from({ length: 12 }, (_, later) => addMonths(first, later)).map(
      (on) => consumptionTax({ on, rateClass: 'standard' }).percent,
    )
    expect(percents).toEqual([...Array(6).fill(before), ...Array(6).fill(after)])
  })

  test('the local tax is the stated share of the national tax, for every version', () => {
    for (const { value } of Object.values(rateLaws).flatMap(({ versions }) => versions)) {
      expect(value.national.parts * value.localOfNational.parts).toBe(value.local.parts * value.localOfNational.over)
      expect(value.total.parts).toBe(value.national.parts + value.local.parts)
    }
  })

  test('a rate of zero, were one enacted, would have no national part', () => {
    const zero = { parts: 0, over: 10_000 }
    expect(
      nationalInTax({ total: zero, national: zero, local: zero, localOfNational: { parts: 22, over: 78 } }),
    ).toEqual({
      parts: 0,
      over: 1,
    })
  })

  test('before the tax, and where the food rate is not decided, it refuses', () => {
    expect(() => consumptionTax({ on: '1989-03-31', rateClass: 'standard' })).toThrow(UnknownLawError)
    expect(() => consumptionTax({ on: '2027-04-01', rateClass: 'reduced' })).toThrow('消費税の軽減税率')
    expect(consumptionTax({ on: '2027-04-01', rateClass: 'reduced' }, { preview: true })).toMatchObject({
      percent: 8,
      because: [{ guess: true }],
    })
  })

  test('the rate of 2019 is sure, the older ones rest on secondary sources', () => {
    expect(trustOf(consumptionTax({ on: '2026-11-20', rateClass: 'standard' }).because)).toBe('V')
    expect(trustOf(consumptionTax({ on: '1997-04-01', rateClass: 'standard' }).because)).toBe('S')
  })
})

type LeaseCase = { name: string; on: string; rateClass: TaxableClass } & Partial<
  NonNullable<ConsumptionTaxInput['lease']>
>

describe('leases over a change of the rate', () => {
  test.each(casesOf<LeaseCase>(import.meta.url, 'leases.cases.yaml'))('$name', ({ on, rateClass, ...lease }) => {
    const { contractedOn = '', startedOn = '', termsFixed = true, priceChangedOn } = lease
    const result = consumptionTax({
      on,
      rateClass: 'standard',
      lease: { contractedOn, startedOn, termsFixed, ...(priceChangedOn === undefined ? {} : { priceChangedOn }) },
    })
    expect(result.rateClass).toBe(rateClass)
  })

  test('the transition is named beside the rate', () => {
    const lease = { contractedOn: '2018-06-01', startedOn: '2018-07-01', termsFixed: true }
    const { because, percent } = consumptionTax({ on: '2026-11-20', rateClass: 'standard', lease })
    expect(percent).toBe(8)
    expect(because.map(({ statute }) => statute)).toEqual(['消費税の旧税率8％', '資産の貸付けの税率等に関する経過措置'])
  })
})

test.each([
  [{ on: '2026-13-01', rateClass: 'standard' }, 'on'],
  [{ on: '2026-11-20', rateClass: '10%' }, 'rateClass'],
  [{ on: '2019-09-30', rateClass: 'reduced' }, 'rateClass'],
  [{ on: '2014-03-31', rateClass: 'old-8' }, 'rateClass'],
  [{ on: '2026-11-20', rateClass: 'reduced', lease: {} }, 'lease'],
  [{ on: '2026-11-20', rateClass: 'standard', lease: { contractedOn: '2018-06-31' } }, 'lease.contractedOn'],
])('%o names the field %s', (input, field) => {
  expect(() => consumptionTax(input as ConsumptionTaxInput)).toThrow(InvalidInputError)
  expect(() => consumptionTax(input as ConsumptionTaxInput)).toThrow(expect.objectContaining({ field }))
})
