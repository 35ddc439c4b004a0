import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trustOf, UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { type WithholdingDailyInput, withholdingDaily } from './withholding-daily.ts'

type Case = WithholdingDailyInput & { source: string; tax: number }

test.each(casesOf<Case>(import.meta.url))('$source: $taxablePay → $tax', ({ tax, source, ...facts }) => {
  expect(withholdingDaily(facts).tax, source).toBe(tax)
})

test('only 2026 is known, from one transcription', () => {
  const facts = { taxablePay: 12_000, column: 'hei' } as const
  expect(trustOf(withholdingDaily({ ...facts, payDate: '2026-01-01' }).because)).toBe('S')
  expect(() => withholdingDaily({ ...facts, payDate: '2025-12-31' })).toThrow(UnknownLawError)
  expect(() => withholdingDaily({ ...facts, payDate: '2027-01-01' })).toThrow(UnknownLawError)
})

test('in every column the tax never falls as pay rises', () => {
  const column = fc.constantFrom('kou' as const, 'otsu' as const, 'hei' as const)
  fc.assert(
    fc.property(column, fc.nat(130_000), fc.nat(500), fc.nat(9), (which, pay, more, dependents) => {
      const tax = (taxablePay: number) =>
        withholdingDaily({ payDate: '2026-06-01', taxablePay, dependents, column: which }).tax
      expect(tax(pay + more)).toBeGreaterThanOrEqual(tax(pay))
    }),
    { numRuns: 2_000 },
  )
})

const good = { payDate: '2026-05-25', taxablePay: 11_633, dependents: 0, column: 'kou' } as const
test.each([
  ['payDate', { payDate: '2026-04-31' }],
  ['taxablePay', { taxablePay: -1 }],
  ['dependents', { dependents: -1 }],
  ['column', { column: 'tei' }],
])('bad input names the field %s', (field, change) => {
  // as: what comes from outside may be anything
  const facts = { ...good, ...change } as WithholdingDailyInput
  expect(() => withholdingDaily(facts)).toThrow(expect.objectContaining({ name: 'InvalidInputError', field }))
})
