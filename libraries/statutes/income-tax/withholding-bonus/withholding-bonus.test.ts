import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trustOf, UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { type WithholdingBonus, type WithholdingBonusInput, withholdingBonus } from './withholding-bonus.ts'

type Case = WithholdingBonusInput & Pick<WithholdingBonus, 'tax' | 'rule'> & { source: string }

test.each(casesOf<Case>(import.meta.url))('$source → $tax', ({ tax, rule, source, ...facts }) => {
  expect(withholdingBonus(facts), source).toMatchObject({ tax, rule })
})

const good = {
  payDate: '2026-06-30',
  bonusAfterInsurance: 500_000,
  lastMonthPayAfterInsurance: 250_000,
  dependents: 1,
  column: 'kou',
} as const

test('the rate table of 2027 is not known: refused, and a preview says that it guesses', () => {
  const next = { ...good, payDate: '2027-01-01' }
  expect(() => withholdingBonus(next)).toThrow(UnknownLawError)
  expect(() => withholdingBonus(next)).toThrow('賞与に対する源泉徴収税額の算出率の表')
  expect(withholdingBonus(next, { preview: true })).toMatchObject({ tax: 20_420, because: [{ guess: true }] })
})

test('the rates of 2026 are confirmed twice, those before by one transcription', () => {
  expect(trustOf(withholdingBonus(good).because)).toBe('V')
  expect(trustOf(withholdingBonus({ ...good, payDate: '2025-12-31' }).because)).toBe('S')
})

test('by the rate table the tax never falls as bonus or last pay rises, and never rises with a further dependent', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4_000_000 }),
      fc.integer({ min: 0, max: 400_000 }),
      fc.integer({ min: 0, max: 9 }),
      (pay, more, dependents) => {
        const tax = (lastMonthPayAfterInsurance: number, people: number, bonusAfterInsurance = pay) =>
          withholdingBonus({ ...good, bonusAfterInsurance, lastMonthPayAfterInsurance, dependents: people }).tax
        expect(tax(pay + more, dependents)).toBeGreaterThanOrEqual(tax(pay, dependents))
        expect(tax(pay, dependents, pay + more)).toBeGreaterThanOrEqual(tax(pay, dependents))
        expect(tax(pay, dependents)).toBeGreaterThanOrEqual(tax(pay, dependents + 1))
      },
    ),
    { numRuns: 1_000 },
  )
})

test.each([
  ['payDate', { payDate: '2026-02-31' }],
  ['bonusAfterInsurance', { bonusAfterInsurance: -1 }],
  ['lastMonthPayAfterInsurance', { lastMonthPayAfterInsurance: -1 }],
  ['dependents', { dependents: -1 }],
  ['column', { column: 'hei' }],
  ['calculationMonths', { calculationMonths: 0 }],
  ['method', { column: 'otsu', lastMonthPayAfterInsurance: 0, method: 'formula' }],
])('bad input names the field %s', (field, change) => {
  // as: what comes from outside may be anything
  const facts = { ...good, ...change } as WithholdingBonusInput
  expect(() => withholdingBonus(facts)).toThrow(expect.objectContaining({ name: 'InvalidInputError', field }))
})
