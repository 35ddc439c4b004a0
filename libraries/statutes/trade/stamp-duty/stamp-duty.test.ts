import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '../../core/input.ts'
import { trustOf, UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { type StampedDocument, stampedDocuments } from './law.ts'
import { type StampDutyInput, stampDuty } from './stamp-duty.ts'

type Table = {
  document: StampedDocument
  name: string
  none?: number
  duties: [number, number][]
  realEstate?: boolean
  construction?: boolean
}

const on = '2026-11-20'
const tables = casesOf<Table>(import.meta.url, 'tables.cases.yaml')

describe('every boundary of the published table', () => {
  test.each(tables)('$document $name', ({ document, none, duties, realEstate, construction }) => {
    const facts = {
      document,
      on,
      ...(realEstate === undefined ? {} : { realEstate }),
      ...(construction === undefined ? {} : { construction }),
    }
    expect(duties.map(([amount]) => [amount, stampDuty({ ...facts, amount }).duty])).toEqual(duties)
    if (none !== undefined) expect(stampDuty(facts).duty).toBe(none)
  })

  test('every number is in it', () => {
    expect([...new Set(tables.map(({ document }) => document))].sort()).toEqual([...stampedDocuments].sort())
  })
})

test.each(casesOf<{ name: string; input: StampDutyInput; expected: object }>(import.meta.url))(
  '$name',
  ({ input, expected }) => {
    expect(stampDuty(input)).toMatchObject(expected)
  },
)

describe('the relief ends with the documents of 2027-03-31', () => {
  const sale = { document: '1-1', amount: 30_000_000 } as const
  test('the last day still has it', () => {
    expect(stampDuty({ ...sale, on: '2027-03-31' })).toMatchObject({ duty: 10_000, relief: true })
  })
  test('the day after is refused: whether the relief is extended is not known', () => {
    expect(() => stampDuty({ ...sale, on: '2027-04-01' })).toThrow(UnknownLawError)
    expect(stampDuty({ ...sale, on: '2027-04-01' }, { preview: true }).because).toContainEqual(
      expect.objectContaining({ guess: true }),
    )
  })
  test('it began on 2014-04-01', () => {
    expect(stampDuty({ ...sale, on: '2014-04-01' }).duty).toBe(10_000)
    expect(() => stampDuty({ ...sale, on: '2014-03-31' })).toThrow(UnknownLawError)
  })
})

test('what it rests on is named: the table, the relief, the tax shown apart', () => {
  const { because } = stampDuty({ document: '2', construction: true, amount: 5_500_000, shownTax: 500_000, on })
  expect(because.map(({ statute }) => statute)).toEqual([
    '印紙税額の一覧表',
    '消費税等を区分記載した文書の記載金額',
    '不動産の譲渡・建設工事の請負に関する契約書に係る印紙税の軽減措置',
  ])
  expect(trustOf(because)).toBe('S')
})

test('duty never falls as the amount rises', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...stampedDocuments),
      fc.boolean(),
      fc.nat(2_000_000_000),
      fc.nat(10_000_000),
      (document, construction, amount, more) => {
        const duty = (of: number): number => stampDuty({ document, construction, amount: of, on }).duty
        expect(duty(amount + more)).toBeGreaterThanOrEqual(duty(amount))
      },
    ),
  )
})

test.each([
  [{ document: '21', on }, 'document'],
  [{ document: '17', on, amount: 1 }, 'document'],
  [{ document: '2', on: '2026-02-30' }, 'on'],
  [{ document: '2', on, amount: -1 }, 'amount'],
  [{ document: '2', on, amount: 1.5 }, 'amount'],
  [{ document: '2', on, amount: 100, shownTax: 101 }, 'shownTax'],
  [{ document: '4', on }, 'amount'],
  [{ document: '7', on, contract: { months: -1, renewable: false } }, 'contract.months'],
  [{ document: '2', on, construction: 'yes' }, 'construction'],
])('%o names the field %s', (input, field) => {
  expect(() => stampDuty(input as StampDutyInput)).toThrow(InvalidInputError)
  expect(() => stampDuty(input as StampDutyInput)).toThrow(expect.objectContaining({ field }))
})
