import { expect, test } from 'vitest'
import { emptyDraft, formOf } from './entry-draft.ts'
import { type Readings, withReadings } from './entry-readings.ts'

const place = { page: 1, x: 0, y: 0, width: 1, height: 1 }
const read = <Value>(value: Value) => ({ value, place, words: '' })

const nothing: Readings = {
  source: 'text',
  ...{ vendor: null, vendorName: null, registrationNumber: null, vendorNumber: null, invoicedOn: null, dueOn: null },
  ...{ service: null, total: null, taxes: [], includesTax: null, withholding: null, lines: [], bankAccount: null },
  findings: [],
}

const formFrom = (some: Partial<Readings>) => {
  const { lines, taxes, includesTax, total } = formOf(
    withReadings(emptyDraft('2026-11-04', null), { ...nothing, ...some }),
  )
  return { total, includesTax, taxes, lines: lines?.map(({ amount, taxKind }) => [amount, taxKind]) }
}

test('a paper that states bases without tax is entered without tax, a line for each rate', () => {
  const taxes = [
    read({ taxKind: 'standard' as const, base: 100_000, tax: 10_000 }),
    read({ taxKind: 'reduced' as const, base: 5_000, tax: 400 }),
  ]
  expect(formFrom({ total: read(115_400), taxes, includesTax: false })).toEqual({
    total: 115_400,
    includesTax: false,
    taxes: taxes.map(({ value }) => value),
    lines: [
      [100_000, 'standard'],
      [5_000, 'reduced'],
    ],
  })
})

test('a paper that shows a total alone is entered with tax, on one line', () => {
  expect(formFrom({ total: read(110_000) })).toMatchObject({ includesTax: true, lines: [[110_000, 'standard']] })
})
