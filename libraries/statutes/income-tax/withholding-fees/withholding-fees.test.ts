import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trustOf, UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { type WithholdingFeesInput, withholdingFees } from './withholding-fees.ts'

type Case = WithholdingFeesInput & { source: string; tax: number }

test.each(casesOf<Case>(import.meta.url))('$source: $fee → $tax', ({ tax, source, ...facts }) => {
  expect(withholdingFees(facts).tax, source).toBe(tax)
})

test('from 2027 the tax is the same and the explanation names the defence surtax', () => {
  const facts = { fee: 1_500_000, kind: 'general' } as const
  expect(withholdingFees({ ...facts, paidOn: '2026-12-31' }).because[0]?.from).toBe('2013-01-01')
  expect(withholdingFees({ ...facts, paidOn: '2027-01-01' })).toMatchObject({
    tax: 204_200,
    because: [{ from: '2027-01-01' }],
  })
  expect(trustOf(withholdingFees({ ...facts, paidOn: '2027-01-01' }).because)).toBe('S')
  expect(() => withholdingFees({ ...facts, paidOn: '2012-12-31' })).toThrow(UnknownLawError)
  expect(() => withholdingFees({ ...facts, paidOn: '2028-01-01' })).toThrow(UnknownLawError)
})

test('the tax never falls as the fee rises and never exceeds it', () => {
  fc.assert(
    fc.property(fc.nat(5_000_000), fc.nat(10_000), (fee, more) => {
      const tax = (amount: number) => withholdingFees({ paidOn: '2026-06-30', fee: amount, kind: 'general' }).tax
      expect(tax(fee + more)).toBeGreaterThanOrEqual(tax(fee))
      expect(tax(fee)).toBeLessThanOrEqual(fee)
    }),
  )
})

const good = { paidOn: '2026-06-30', fee: 100_000, kind: 'general' } as const
test.each([
  ['paidOn', { paidOn: '2026-02-31' }],
  ['fee', { fee: -1 }],
  ['kind', { kind: 'lawyer' }],
  ['payee', { payee: 'company' }],
  ['days', { kind: 'hostess' }],
  ['days', { days: 30 }],
  ['salaryInMonth', { kind: 'sales-agent', salaryInMonth: -1 }],
  ['salaryInMonth', { salaryInMonth: 50_000 }],
])('bad input names the field %s', (field, change) => {
  // as: what comes from outside may be anything
  const facts = { ...good, ...change } as WithholdingFeesInput
  expect(() => withholdingFees(facts)).toThrow(expect.objectContaining({ name: 'InvalidInputError', field }))
})
