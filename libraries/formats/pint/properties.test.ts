import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPintInvoice } from './check-pint-invoice.ts'
import { completePintInvoice } from './complete-pint-invoice.ts'
import type { PintInvoice, PintLine, PintTaxCategory } from './invoice.ts'
import { PintDocumentError } from './pint-document-error.ts'
import { readPintInvoice } from './read-pint-invoice.ts'
import { creditNoteSample, mixedRatesSample, nonTaxSample } from './sample-invoices.ts'
import { writePintInvoice } from './write-pint-invoice.ts'

/** Anything that XML can hold and that is not blank, with its spaces, signs and line ends. */
const text = fc
  .string({ unit: fc.constantFrom(...'髙𠮷ａ1 \t\n\r<>&"\']日本ｶﾞ　~é'), minLength: 1, maxLength: 12 })
  .filter((each) => /[^ \t\r\n]/.test(each))
const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, '0')}`)
const decimal = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 3 }))
  .map(([whole, fraction, places]) =>
    places === 0 ? `${whole}` : `${whole}.${String(fraction).padStart(3, '0').slice(0, places)}`,
  )
const yen = fc.integer({ min: 0, max: 10_000_000 })
const category: fc.Arbitrary<PintTaxCategory> = fc.constantFrom(
  { code: 'S', percent: '10' },
  { code: 'AA', percent: '8' },
  { code: 'AA', percent: '8.0' },
  { code: 'S', percent: '7.8' },
  { code: 'E', percent: '0' },
  { code: 'G', percent: '0' },
  { code: 'O' },
)
const adjustment = fc.record({ isCharge: fc.boolean(), reason: text, amount: yen })

const line: fc.Arbitrary<PintLine> = fc.record(
  {
    id: fc.stringMatching(/^[0-9A-Za-z-]{1,8}$/),
    note: text,
    quantity: fc.record({
      value: fc.tuple(fc.constantFrom('', '-'), decimal).map((parts) => parts.join('')),
      unit: fc.constantFrom('H87', 'KGM', 'HUR'),
    }),
    netAmount: fc.integer({ min: -10_000_000, max: 10_000_000 }),
    period: fc.record({ startsOn: date }),
    documents: fc.array(fc.record({ number: text }), { minLength: 1, maxLength: 2 }),
    allowancesAndCharges: fc.array(adjustment, { minLength: 1, maxLength: 2 }),
    item: fc.record({ name: text, tax: category, description: text }, { requiredKeys: ['name', 'tax'] }),
    price: fc.record({ amount: decimal }),
  },
  { requiredKeys: ['id', 'quantity', 'item', 'price'] },
)

const invoice: fc.Arbitrary<PintInvoice> = fc
  .record(
    {
      number: text,
      issuedOn: date,
      note: text,
      buyerReference: text,
      order: fc.record({ number: text }),
      precedingInvoices: fc.array(fc.record({ number: text, issuedOn: date }), { minLength: 1, maxLength: 2 }),
      allowancesAndCharges: fc.array(
        fc.tuple(adjustment, category).map(([each, tax]) => ({ ...each, tax })),
        { minLength: 1, maxLength: 3 },
      ),
      totals: fc.record({ prepaid: yen, rounding: fc.integer({ min: -9, max: 9 }) }, { requiredKeys: [] }),
      lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ['number', 'issuedOn', 'lines'] },
  )
  .map(({ totals, ...each }) => ({
    ...mixedRatesSample,
    period: { startsOn: '2026-10-01' },
    ...each,
    ...(totals === undefined ? {} : { totals }),
  }))

describe('invoices of all kinds', () => {
  test('what is written is read as it was, with its amounts completed, and breaks no rule', () => {
    fc.assert(
      fc.property(invoice, fc.constantFrom('floor', 'ceil', 'half-up'), (each, rounding) => {
        const xml = writePintInvoice(each, { rounding })
        expect(readPintInvoice(xml)).toEqual(completePintInvoice(each, { rounding }))
        expect(checkPintInvoice(xml)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('the totals add up, and each tax is within one yen of base × rate', () => {
    fc.assert(
      fc.property(invoice, (each) => {
        const { tax, totals } = completePintInvoice(each)
        const taxes = (tax?.subtotals ?? []).map((subtotal) => Number(subtotal.tax))
        expect(taxes.reduce((sum, one) => sum + one, 0)).toBe(tax?.total)
        expect(Number(totals?.withoutTax) + Number(tax?.total)).toBe(totals?.withTax)
        expect(Number(totals?.withTax) - Number(totals?.prepaid ?? 0) + Number(totals?.rounding ?? 0)).toBe(
          totals?.payable,
        )
        for (const {
          base,
          tax: amount,
          category: { percent = '0' },
        } of tax?.subtotals ?? []) {
          expect(Math.abs((Number(base) * Number(percent)) / 100 - Number(amount))).toBeLessThan(1.000001)
        }
      }),
      { numRuns: 300 },
    )
  })
})

const small = [mixedRatesSample, nonTaxSample, creditNoteSample].map((sample) =>
  new TextEncoder().encode(writePintInvoice({ ...sample, lines: sample.lines.slice(0, 1) })),
)

/** True when a document is read or refused in the one way; any other exception fails the property. */
const isAnswered = (bytes: Uint8Array): boolean => {
  checkPintInvoice(bytes)
  try {
    return readPintInvoice(bytes).lines.length >= 0
  } catch (error) {
    if (error instanceof PintDocumentError) return error.faults.length > 0
    throw error
  }
}

describe('no bytes make it crash', () => {
  test('10,000 invoices with bytes changed, cut out and put in', () => {
    const change = fc.record({
      at: fc.nat({ max: 4_000 }),
      removed: fc.nat({ max: 30 }),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 4 }),
        fc
          .constantFrom(
            '<',
            '>',
            '&',
            '"',
            '/>',
            '</',
            ']]>',
            '<![CDATA[',
            '<!--',
            '<!DOCTYPE',
            '&#0;',
            '9',
            '-',
            '.',
            '<cbc:ID>',
            'xmlns=""',
            '１',
          )
          .map((each) => new TextEncoder().encode(each)),
      ),
    })
    fc.assert(
      fc.property(fc.constantFrom(...small), fc.array(change, { minLength: 1, maxLength: 3 }), (document, changes) => {
        const changed = changes.reduce((bytes, { at, removed, put }) => {
          const start = at % Math.max(1, bytes.length)
          return new Uint8Array([...bytes.subarray(0, start), ...put, ...bytes.subarray(start + removed)])
        }, document)
        return isAnswered(changed)
      }),
      { numRuns: 10_000 },
    )
  }, 180_000)

  test('random bytes and random text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.string({ unit: 'binary', maxLength: 300 }).map((each) => new TextEncoder().encode(each)),
        ),
        isAnswered,
      ),
      { numRuns: 2_000 },
    )
  })
})
