import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trustOf, UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { type WithholdingMonthlyInput, withholdingMonthly } from './withholding-monthly.ts'

type Case = WithholdingMonthlyInput & { source: string; tax: number }

test.each(casesOf<Case>(import.meta.url))(
  '$source: $payDate $taxablePay $dependents $column → $tax',
  ({ tax, source, ...facts }) => {
    expect(withholdingMonthly(facts).tax, source).toBe(tax)
  },
)

test('the example of the face: by table 3,090, by formula 3,100', () => {
  const facts = { payDate: '2026-05-25', taxablePay: 255_930, dependents: 2, column: 'kou' } as const
  expect(withholdingMonthly({ ...facts, method: 'table' }).tax).toBe(3_090)
  expect(withholdingMonthly({ ...facts, method: 'formula' }).tax).toBe(3_100)
  expect(withholdingMonthly(facts).method).toBe('table')
})

/** 国税庁 令和8年分 電算機計算の特例 (denshi_01.pdf), worked values. */
test.each([
  [175_000, 2, 210],
  [255_930, 2, 3_100],
  [300_000, 1, 6_300],
  [500_000, 1, 21_480],
  [740_000, 0, 71_680],
])('by the formula of 2026, %i yen with %i dependents is taxed %i', (taxablePay, dependents, tax) => {
  expect(
    withholdingMonthly({ payDate: '2026-01-31', taxablePay, dependents, column: 'kou', method: 'formula' }).tax,
  ).toBe(tax)
})

test('the 192 values worked out from the tables of the notice', () => {
  const payDates: Record<string, string> = { r07: '2025-12-31', r08: '2026-01-01', r09: '2027-01-01' }
  const lines = readFileSync(new URL('formula-cases.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  expect(lines).toHaveLength(192)
  for (const line of lines) {
    const [year = '', taxablePay, dependents, tax] = line.split(',')
    const facts = { payDate: payDates[year] ?? '', taxablePay: Number(taxablePay), dependents: Number(dependents) }
    expect(withholdingMonthly({ ...facts, column: 'kou', method: 'formula' }).tax, line).toBe(Number(tax))
  }
})

test('with more than seven dependents the formula goes on by itself: 令和8年分 600,000 with 9', () => {
  // 600,000 − 151,667 − 48,334 − 31,667×9 = 114,996; × 5.105 % = 5,870.5 → 5,870
  const facts = { payDate: '2026-06-25', taxablePay: 600_000, dependents: 9, column: 'kou' } as const
  expect(withholdingMonthly({ ...facts, method: 'formula' }).tax).toBe(5_870)
})

test('in each of the twelve months around a change the table of the month of payment applies', () => {
  const months = (year: number) =>
    Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}-25`)
  const taxes = (year: number) =>
    months(year).map(
      (payDate) => withholdingMonthly({ payDate, taxablePay: 300_000, dependents: 1, column: 'kou' }).tax,
    )
  expect(new Set(taxes(2025))).toEqual(new Set([6_740]))
  expect(new Set(taxes(2026))).toEqual(new Set([6_320]))
  expect(new Set(taxes(2027))).toEqual(new Set([6_150]))
})

/** By hand from 別表第一〜第四: 300,000 − 96,667 − 基礎控除 − 31,667 leaves 131,666, 123,332 and 119,999. */
test.each([
  ['2025-12-31', 6_740, 6_720],
  ['2026-01-01', 6_320, 6_300],
  ['2026-12-31', 6_320, 6_300],
  ['2027-01-01', 6_150, 6_130],
])('on %s 300,000 yen with one dependent is taxed %i by table and %i by formula', (payDate, table, formula) => {
  const facts = { payDate, taxablePay: 300_000, dependents: 1, column: 'kou' } as const
  expect(withholdingMonthly(facts).tax).toBe(table)
  expect(withholdingMonthly({ ...facts, method: 'formula' }).tax).toBe(formula)
})

test('the printed table is sure; where a fraction of a yen is dropped the answer is as sure as that rule', () => {
  const facts = { payDate: '2026-06-25', dependents: 0, column: 'kou' } as const
  expect(trustOf(withholdingMonthly({ ...facts, taxablePay: 739_999 }).because)).toBe('V')
  expect(trustOf(withholdingMonthly({ ...facts, taxablePay: 740_000 }).because)).toBe('S')
})

test('before 2020 and after 2027 it refuses; a preview goes on with the last table, marked', () => {
  const facts = { taxablePay: 300_000, dependents: 0, column: 'kou' } as const
  expect(() => withholdingMonthly({ ...facts, payDate: '2019-12-31' })).toThrow(UnknownLawError)
  expect(() => withholdingMonthly({ ...facts, payDate: '2028-01-01' })).toThrow(UnknownLawError)
  const guessed = withholdingMonthly({ ...facts, payDate: '2028-01-01' }, { preview: true })
  expect(guessed).toMatchObject({ tax: 7_760, because: [{ guess: true }] })
})

const payDate = fc.constantFrom('2025-12-25', '2026-06-25', '2027-06-25')
const method = fc.constantFrom('table' as const, 'formula' as const)

test('within a column the tax never falls as pay rises, and never rises with a further dependent', () => {
  fc.assert(
    fc.property(
      payDate,
      method,
      fc.integer({ min: 0, max: 4_000_000 }),
      fc.integer({ min: 0, max: 5_000 }),
      fc.integer({ min: 0, max: 10 }),
      (date, how, pay, more, dependents) => {
        const tax = (taxablePay: number, people: number) =>
          withholdingMonthly({ payDate: date, taxablePay, dependents: people, column: 'kou', method: how }).tax
        const otsu = (taxablePay: number) => withholdingMonthly({ payDate: date, taxablePay, column: 'otsu' }).tax
        expect(tax(pay + more, dependents)).toBeGreaterThanOrEqual(tax(pay, dependents))
        expect(tax(pay, dependents)).toBeGreaterThanOrEqual(tax(pay, dependents + 1))
        expect(otsu(pay + more)).toBeGreaterThanOrEqual(otsu(pay))
      },
    ),
    { numRuns: 2_000 },
  )
})

const good = { payDate: '2026-05-25', taxablePay: 255_930, dependents: 2, column: 'kou' } as const
test.each([
  ['payDate', { payDate: '2026-02-31' }],
  ['taxablePay', { taxablePay: -1 }],
  ['taxablePay', { taxablePay: 100.5 }],
  ['taxablePay', { taxablePay: Number.NaN }],
  ['dependents', { dependents: -1 }],
  ['dependents', { dependents: undefined }],
  ['column', { column: 'hei' }],
  ['method', { method: 'computer' }],
  ['method', { column: 'otsu', method: 'formula' }],
])('bad input names the field %s', (field, change) => {
  // as: what comes from outside may be anything
  const facts = { ...good, ...change } as WithholdingMonthlyInput
  expect(() => withholdingMonthly(facts)).toThrow(expect.objectContaining({ name: 'InvalidInputError', field }))
})
