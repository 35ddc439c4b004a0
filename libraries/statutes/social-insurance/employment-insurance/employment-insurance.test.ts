import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { trustOf, UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { type EmploymentInsuranceInput, employmentInsurance } from './employment-insurance.ts'

type Case = { name: string; facts: EmploymentInsuranceInput; employee: number; employer: number }

describe('雇用保険料', () => {
  test.each(casesOf<Case>(import.meta.url))('$name', ({ facts, employee, employer }) => {
    expect(employmentInsurance(facts)).toMatchObject({ employee, employer })
  })

  test('the two programmes are borne by the employer alone: 3.5 of 8.5 ‰', () => {
    const found = employmentInsurance({ closingDate: '2026-05-31', wages: 1_000_000, business: 'general' })
    expect(found).toMatchObject({ employee: 5_000, employer: 8_500, twoProgrammes: 3_500 })
    expect(trustOf(found.because)).toBe('S')
  })

  const months = (from: number, to: number, year: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `${year}-${String(from + index).padStart(2, '0')}-20`)
  test.each([
    ...months(4, 12, 2025).map((day) => [day, 5_500]),
    ...months(1, 3, 2026).map((day) => [day, 5_500]),
    ...months(4, 12, 2026).map((day) => [day, 5_000]),
    ...months(1, 3, 2027).map((day) => [day, 5_000]),
  ] as [string, number][])('closed on %s: %i of 1,000,000', (closingDate, employee) => {
    expect(employmentInsurance({ closingDate, wages: 1_000_000, business: 'general' }).employee).toBe(employee)
  })

  test('outside the announced years it refuses', () => {
    const on = (closingDate: string) => employmentInsurance({ closingDate, wages: 1, business: 'general' })
    expect(() => on('2025-03-31')).toThrow(UnknownLawError)
    expect(() => on('2027-04-01')).toThrow(UnknownLawError)
  })

  test('half a yen in whole numbers, for any wages', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (wages) => {
        const fiveHundredths = BigInt(wages) * 5n
        const expected = fiveHundredths / 1_000n + ((fiveHundredths % 1_000n) * 2n > 1_000n ? 1n : 0n)
        const found = employmentInsurance({ closingDate: '2026-05-31', wages, business: 'general' })
        return found.employee === Number(expected)
      }),
    )
  })
})

test.each([
  ['wages', { wages: -1 }],
  ['wages', { wages: 300_000.5 }],
  ['closingDate', { closingDate: '2026-06-31' }],
  ['business', { business: 'office' }],
  ['collected', { collected: 'bank' }],
] as [string, Partial<EmploymentInsuranceInput>][])('a wrong %s is named', (field, facts) => {
  expect(() =>
    employmentInsurance({ closingDate: '2026-05-31', wages: 300_000, business: 'general', ...facts }),
  ).toThrow(new RegExp(`^${field}に`))
})
