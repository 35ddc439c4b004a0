import { expect, test } from 'vitest'
import { balanceOf, emptyRow, emptySlip, linesOfSlip, type SlipRow, withDifference } from './slip.ts'

const supplies = 'purchase/taxable/standard/taxable-only/qualified/-'
const row = (some: Partial<SlipRow>): SlipRow => ({ ...emptyRow(), ...some })
const slip = (...rows: SlipRow[]) => ({ ...emptySlip('2026-11-20'), rows })

test('内税: 11,000円の消耗品は税1,000円を含み、金額のない行に差額11,000円が入る', () => {
  const written = slip(
    row({ place: 'supplies', debit: 11_000, taxKey: supplies, tax: 'included' }),
    row({ place: 'cash' }),
  )
  expect(balanceOf(written, 'floor')).toMatchObject({
    ...{ debit: 11_000, credit: 0, tax: 1_000 },
    open: { at: 1, side: 'credit', amount: 11_000 },
  })
  expect(withDifference(written, 'floor').rows[1]).toMatchObject({ debit: null, credit: 11_000 })
})

test('外税: 10,000円は税を足した11,000円で貸借を比べる', () => {
  const written = slip(
    row({ place: 'supplies', debit: 10_000, taxKey: supplies, tax: 'added' }),
    row({ place: 'cash' }),
  )
  expect(balanceOf(written, 'floor')).toMatchObject({ debit: 11_000, tax: 1_000, open: { amount: 11_000 } })
})

test('金額のない行が二つあるときは、どちらにも入れない', () => {
  const written = slip(row({ place: 'supplies', debit: 500 }), row({ place: 'cash' }), row({ place: 'bank' }))
  expect(balanceOf(written, 'floor').open).toBeNull()
  expect(withDifference(written, 'floor')).toBe(written)
})

test('空の行は送らず、補助科目と行の場所は残る', () => {
  const written = slip(
    row({ id: 'first', place: 'bank mizuho', debit: 500, note: '入金' }),
    emptyRow(),
    row({ id: 'last', place: 'cash', credit: 500 }),
  )
  expect(linesOfSlip(written)).toEqual({
    lines: [
      {
        ...{ accountId: 'bank', subAccountId: 'mizuho', departmentId: null },
        ...{ note: '入金', side: 'debit', amount: 500, tax: 'apart' },
      },
      {
        ...{ accountId: 'cash', subAccountId: null, departmentId: null },
        ...{ note: '', side: 'credit', amount: 500, tax: 'apart' },
      },
    ],
    rowIds: ['first', 'last'],
  })
})
