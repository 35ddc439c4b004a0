import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '../../core/input.ts'
import { UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import type { StatementKind } from './law.ts'
import { type LegalStatementsInput, legalStatements } from './legal-statements.ts'

type ThresholdCase = {
  name: string
  payer?: LegalStatementsInput['payer']
  judgedBy?: LegalStatementsInput['judgedBy']
  kind: StatementKind
  payee: 'individual' | 'corporation'
  amount: number
  tax?: number
  largest?: number
  required: boolean
}

describe('提出範囲 (国税庁 No.7431, No.7441)', () => {
  test.each(casesOf<ThresholdCase>(import.meta.url))('$name', (each) => {
    const { statements } = legalStatements({
      year: 2026,
      payer: each.payer ?? 'corporation',
      ...(each.judgedBy === undefined ? {} : { judgedBy: each.judgedBy }),
      payments: [
        {
          kind: each.kind,
          payee: each.payee,
          amountIncludingTax: each.amount,
          ...(each.tax === undefined ? {} : { shownTax: each.tax }),
          ...(each.largest === undefined ? {} : { largestPayment: each.largest }),
        },
      ],
    })
    expect(statements[0]?.required).toBe(each.required)
  })
})

const none = { payer: 'corporation', payments: [] } as const

test('the due date is 31 January, or the next day the tax office is open', () => {
  expect(legalStatements({ ...none, year: 2026 }).dueOn).toBe('2027-02-01')
  expect(legalStatements({ ...none, year: 2025 }).dueOn).toBe('2026-02-02')
  expect(legalStatements({ ...none, year: 2024 }).dueOn).toBe('2025-01-31')
})

describe('electronic filing by the sheets of the year before the last', () => {
  const sheets = (year: number, fees: number) =>
    legalStatements({ ...none, year, sheetsInBaseYear: { fees } }).electronicFiling
  test('100 sheets for what is filed in 2026, 30 from 2027-01-01', () => {
    expect(sheets(2025, 99)).toEqual({ baseYear: 2024, sheetsLeast: 100, requiredForms: [] })
    expect(sheets(2025, 100).requiredForms).toEqual(['fees'])
    expect(sheets(2026, 29)).toEqual({ baseYear: 2025, sheetsLeast: 30, requiredForms: [] })
    expect(sheets(2026, 30).requiredForms).toEqual(['fees'])
  })
  test('each form is judged by itself', () => {
    const { electronicFiling } = legalStatements({
      ...none,
      year: 2026,
      sheetsInBaseYear: { fees: 40, 'real-estate-rent': 5 },
    })
    expect(electronicFiling.requiredForms).toEqual(['fees'])
  })
})

test('rent and key money to one landlord are judged together and make one sheet', () => {
  const landlord = { payee: 'individual', payeeId: 'L-1' } as const
  const { statements, sheets } = legalStatements({
    year: 2026,
    payer: 'corporation',
    payments: [
      { ...landlord, kind: 'real-estate-rent', amountIncludingTax: 100_000 },
      { ...landlord, kind: 'real-estate-premium', amountIncludingTax: 60_000 },
      { kind: 'real-estate-rent', payee: 'individual', amountIncludingTax: 100_000 },
    ],
  })
  expect(statements.map(({ required, judgedAmount }) => [required, judgedAmount])).toEqual([
    [true, 160_000],
    [true, 160_000],
    [false, 100_000],
  ])
  expect(sheets).toEqual({ 'real-estate-rent': 1 })
})

test('a year whose holidays or rules are not known is refused', () => {
  expect(() => legalStatements({ ...none, year: 2028 })).toThrow(UnknownLawError)
  expect(() => legalStatements({ ...none, year: 2022 })).toThrow(UnknownLawError)
})

const payment = { kind: 'professional-fee', payee: 'individual', amountIncludingTax: 1 }
test.each([
  [{ ...none, year: 2026.5 }, 'year'],
  [{ ...none, year: 2026, payer: 'shop' }, 'payer'],
  [{ ...none, year: 2026, payments: {} }, 'payments'],
  [{ ...none, year: 2026, payments: [{ ...payment, kind: 'salary' }] }, 'payments[0].kind'],
  [
    { ...none, year: 2026, payments: [payment, { ...payment, amountIncludingTax: -1 }] },
    'payments[1].amountIncludingTax',
  ],
  [{ ...none, year: 2026, payments: [{ ...payment, shownTax: 2 }] }, 'payments[0].shownTax'],
  [{ ...none, year: 2026, payments: [{ ...payment, kind: 'racing-prize' }] }, 'payments[0].largestPayment'],
  [{ ...none, year: 2026, sheetsInBaseYear: { salary: 3 } }, 'sheetsInBaseYear'],
])('%o names the field %s', (input, field) => {
  expect(() => legalStatements(input as LegalStatementsInput)).toThrow(InvalidInputError)
  expect(() => legalStatements(input as LegalStatementsInput)).toThrow(expect.objectContaining({ field }))
})
