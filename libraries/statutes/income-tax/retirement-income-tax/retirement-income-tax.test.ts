import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trustOf, UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import {
  type RetirementIncomeTax,
  type RetirementIncomeTaxInput,
  retirementIncomeTax,
} from './retirement-income-tax.ts'

type Case = Omit<RetirementIncomeTaxInput, 'paidOn'> &
  Pick<RetirementIncomeTax, 'taxable' | 'incomeTax' | 'residentTax'> & { source: string }

test.each(casesOf<Case>(import.meta.url))('$source', ({ taxable, incomeTax, residentTax, source, ...facts }) => {
  for (const paidOn of ['2026-06-30', '2026-12-31', '2027-01-01']) {
    expect(retirementIncomeTax({ ...facts, paidOn }), source).toMatchObject({ taxable, incomeTax, residentTax })
  }
})

const good = {
  paidOn: '2026-06-30',
  pay: 10_000_000,
  yearsOfService: 17,
  kind: 'general',
  declaration: true,
  causedByDisability: false,
} as const

test('the explanation names the article, and from 2027 the defence surtax', () => {
  const { because } = retirementIncomeTax({ ...good, paidOn: '2027-01-01' })
  expect(because.map(({ from }) => from)).toContain('2027-01-01')
  expect(trustOf(because)).toBe('V')
  expect(() => retirementIncomeTax({ ...good, paidOn: '2021-12-31' })).toThrow(UnknownLawError)
  expect(() => retirementIncomeTax({ ...good, paidOn: '2028-01-01' })).toThrow(UnknownLawError)
})

test('taxes never fall as the pay rises, and a further year of service never raises them', () => {
  fc.assert(
    fc.property(fc.nat(120_000_000), fc.nat(1_000_000), fc.integer({ min: 1, max: 45 }), (pay, more, years) => {
      const taxes = (amount: number, yearsOfService: number) =>
        retirementIncomeTax({ ...good, pay: amount, yearsOfService })
      const [now, later, longer] = [taxes(pay, years), taxes(pay + more, years), taxes(pay, years + 1)]
      expect(later.incomeTax).toBeGreaterThanOrEqual(now.incomeTax)
      expect(later.residentTax).toBeGreaterThanOrEqual(now.residentTax)
      expect(longer.incomeTax).toBeLessThanOrEqual(now.incomeTax)
    }),
  )
})

test.each([
  ['paidOn', { paidOn: '2026-02-31' }],
  ['pay', { pay: -1 }],
  ['yearsOfService', { yearsOfService: 0 }],
  ['yearsOfService', { yearsOfService: 16.5 }],
  ['yearsOfService', { yearsOfService: 6, kind: 'short' }],
  ['yearsOfService', { yearsOfService: 6, kind: 'officer' }],
  ['kind', { kind: 'director' }],
  ['declaration', { declaration: undefined }],
  ['causedByDisability', { causedByDisability: 'no' }],
])('bad input names the field %s', (field, change) => {
  // as: what comes from outside may be anything
  const facts = { ...good, ...change } as RetirementIncomeTaxInput
  expect(() => retirementIncomeTax(facts)).toThrow(expect.objectContaining({ name: 'InvalidInputError', field }))
})
