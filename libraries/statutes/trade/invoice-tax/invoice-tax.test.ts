import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '../../core/input.ts'
import { UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { rateClasses } from '../consumption-tax/law.ts'
import { type CheckInvoiceTaxInput, checkInvoiceTax } from './check-invoice-tax.ts'
import { type InvoiceLine, type InvoiceTaxInput, invoiceTax } from './invoice-tax.ts'

test.each(casesOf<{ name: string; input: InvoiceTaxInput; expected: object }>(import.meta.url))(
  '$name',
  ({ input, expected }) => {
    expect(invoiceTax(input)).toMatchObject(expected)
  },
)

const line: fc.Arbitrary<InvoiceLine> = fc.record({
  amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  rateClass: fc.constantFrom(...rateClasses),
})
const invoice = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 12 }),
  priceIncludesTax: fc.boolean(),
})
const taxOf = (input: Omit<InvoiceTaxInput, 'rounding'>, rounding: InvoiceTaxInput['rounding']) =>
  invoiceTax({ ...input, rounding })

describe('for any invoice', () => {
  test('half-up lies between floor and ceil, by the size of the tax, rate by rate, and they differ by at most one yen', () => {
    fc.assert(
      fc.property(invoice, (input) => {
        const [floor, half, ceil] = [taxOf(input, 'floor'), taxOf(input, 'half-up'), taxOf(input, 'ceil')]
        half.byRate.forEach(({ tax }, index) => {
          const [least, most] = [Math.abs(floor.byRate[index]?.tax ?? 0), Math.abs(ceil.byRate[index]?.tax ?? 0)]
          expect(Math.abs(tax)).toBeGreaterThanOrEqual(least)
          expect(Math.abs(tax)).toBeLessThanOrEqual(most)
          expect(most - least).toBeLessThanOrEqual(1)
        })
      }),
    )
  })

  test('base and tax make the total; with prices that include tax the total is the sum of the lines', () => {
    fc.assert(
      fc.property(invoice, fc.constantFrom('floor', 'ceil', 'half-up'), (input, rounding) => {
        const { byRate, tax, total } = taxOf(input, rounding)
        const sum = input.lines.reduce((all, { amount }) => all + amount, 0)
        expect(byRate.reduce((all, each) => all + each.base + each.tax, 0)).toBe(total)
        expect(input.priceIncludesTax ? total : total - tax).toBe(sum)
      }),
    )
  })

  test('the price with tax gives back the tax it was made with', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.constantFrom('standard', 'reduced', 'old-8', 'old-5'), (amount, rateClass) => {
        const without = invoiceTax({ lines: [{ amount, rateClass }], rounding: 'half-up', priceIncludesTax: false })
        const within = invoiceTax({
          lines: [{ amount: without.total, rateClass }],
          rounding: 'half-up',
          priceIncludesTax: true,
        })
        expect(within.byRate).toEqual(without.byRate)
      }),
    )
  })

  test('a return takes back exactly what the sale cost', () => {
    fc.assert(
      fc.property(invoice, fc.constantFrom('floor', 'ceil', 'half-up'), (input, rounding) => {
        const back = { ...input, lines: input.lines.map((each) => ({ ...each, amount: -each.amount })) }
        expect(taxOf(back, rounding).total + taxOf(input, rounding).total).toBe(0)
      }),
    )
  })

  test('splitting a line changes nothing', () => {
    fc.assert(
      fc.property(invoice, fc.nat(1000), (input, part) => {
        const halves = input.lines.flatMap((each) => [
          { ...each, amount: part },
          { ...each, amount: each.amount - part },
        ])
        expect(taxOf({ ...input, lines: halves }, 'floor').byRate).toEqual(taxOf(input, 'floor').byRate)
      }),
    )
  })
})

describe('the tax that an invoice states', () => {
  const lines: InvoiceLine[] = [
    ...[1962, 3855, 2832, 2932].map((amount) => ({ amount, rateClass: 'reduced' }) as const),
    ...[3576, 2285, 1512, 1947].map((amount) => ({ amount, rateClass: 'standard' }) as const),
  ]
  const stating = (reduced: number, standard: number) =>
    checkInvoiceTax({
      lines,
      priceIncludesTax: false,
      stated: [
        { rateClass: 'reduced', tax: reduced },
        { rateClass: 'standard', tax: standard },
      ],
    })

  test('any one rounding per rate is accepted', () => {
    expect(stating(926, 932).acceptable).toBe(true)
    expect(stating(927, 932).acceptable).toBe(true)
  })
  test('1,854 yen, cut line by line (924 + 930), is refused', () => {
    expect(stating(924, 930)).toMatchObject({
      acceptable: false,
      findings: [
        { rateClass: 'reduced', acceptableTaxes: [926, 927], reason: 'rounded-per-line' },
        { rateClass: 'standard', acceptableTaxes: [932], reason: 'rounded-per-line' },
      ],
    })
  })
  test('1,862 yen, raised line by line (928 + 934), is refused', () => {
    expect(stating(928, 934).findings.map(({ reason }) => reason)).toEqual(['rounded-per-line', 'rounded-per-line'])
  })
  test('1,860 yen, rounded line by line (927 + 933), is refused for the 10 %', () => {
    expect(stating(927, 933).findings.map(({ acceptable }) => acceptable)).toEqual([true, false])
  })
  test('another amount, and a rate left out, are told apart', () => {
    expect(stating(900, 932).findings[0]?.reason).toBe('wrong-amount')
    const half = checkInvoiceTax({ lines, priceIncludesTax: false, stated: [{ rateClass: 'reduced', tax: 926 }] })
    expect(half.findings[1]).toMatchObject({ rateClass: 'standard', acceptable: false, reason: 'not-stated' })
  })
  test('exempt lines need no tax', () => {
    const exempt = checkInvoiceTax({ lines: [{ amount: 9, rateClass: 'exempt' }], priceIncludesTax: true, stated: [] })
    expect(exempt.acceptable).toBe(true)
  })
})

test('without a day the newest known rates apply; with a day beyond them it refuses', () => {
  const lines: InvoiceLine[] = [{ amount: 100, rateClass: 'reduced' }]
  expect(invoiceTax({ lines, rounding: 'floor', priceIncludesTax: false }).tax).toBe(8)
  const later = { lines, rounding: 'floor', priceIncludesTax: false, on: '2027-04-01' } as const
  expect(() => invoiceTax(later)).toThrow(UnknownLawError)
})

const ok = { lines: [{ amount: 1, rateClass: 'standard' }], rounding: 'floor', priceIncludesTax: false }
test.each([
  [{ ...ok, lines: [] }, 'lines'],
  [{ ...ok, lines: undefined }, 'lines'],
  [{ ...ok, lines: [...ok.lines, { amount: 0.5, rateClass: 'standard' }] }, 'lines[1].amount'],
  [{ ...ok, lines: [...ok.lines, null] }, 'lines[1]'],
  [{ ...ok, lines: [{ amount: 1, rateClass: 'food' }] }, 'lines[0].rateClass'],
  [{ ...ok, lines: [{ amount: 1, rateClass: 'standard', deliveryNote: 'a' }, ...ok.lines] }, 'lines[1].deliveryNote'],
  [{ ...ok, lines: Array.from({ length: 2 }, () => ({ amount: 999_999_999_999, rateClass: 'export' })) }, 'lines'],
  [{ ...ok, rounding: 'half-down' }, 'rounding'],
  [{ ...ok, priceIncludesTax: 'no' }, 'priceIncludesTax'],
  [{ ...ok, on: '2026-02-29' }, 'on'],
])('%o names the field %s', (input, field) => {
  expect(() => invoiceTax(input as InvoiceTaxInput)).toThrow(InvalidInputError)
  expect(() => invoiceTax(input as InvoiceTaxInput)).toThrow(expect.objectContaining({ field }))
})

test('a rate stated twice, or not on the invoice, is refused', () => {
  const stated = [{ rateClass: 'reduced', tax: 1 }]
  const check = () => checkInvoiceTax({ ...ok, stated } as CheckInvoiceTaxInput)
  expect(check).toThrow(expect.objectContaining({ field: 'stated[0].rateClass' }))
})
