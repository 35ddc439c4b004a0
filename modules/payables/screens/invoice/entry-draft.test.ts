import { describe, expect, test } from 'vitest'
import { change, emptyDraft, fillIn, formOf, isUntouched, newLine, rowIdAt } from './entry-draft.ts'
import { restAfter } from './entry-queue.ts'

const empty = emptyDraft('2026-11-04', null)

describe('what follows while an invoice is being entered', () => {
  test('the last day of the service and the booking month follow its first day, until someone writes them', () => {
    const begun = change(empty, { serviceFrom: '2026-10-15' })
    expect([begun.serviceUntil, begun.bookingMonth]).toEqual(['2026-10-15', '2026-10-01'])
    const period = change(begun, { serviceUntil: '2026-11-14' })
    expect(period.bookingMonth).toBe('2026-11-01')
    const late = change(period, { bookingMonth: '2026-12-01' })
    expect(change(late, { serviceFrom: '2026-09-01' }).bookingMonth).toBe('2026-12-01')
  })
  test('the total makes the first line, and an only line follows it', () => {
    const one = change(empty, { total: 110_000 })
    expect(one.lines.map(({ amount }) => amount)).toEqual([110_000])
    expect(change(one, { total: 55_000 }).lines.map(({ amount }) => amount)).toEqual([55_000])
  })
  test('lines that someone has divided stay as they are', () => {
    const two = change(empty, { total: 110_000, lines: [newLine([], { amount: 60_000 })] })
    expect(change(two, { total: 99_000 }).lines.map(({ amount }) => amount)).toEqual([60_000])
  })
  test('lines take the department of the order, unless they have another', () => {
    const lines = [newLine([], { amount: 1 }), newLine([], { amount: 2, departmentId: 'sales' })]
    const ordered = change(change(empty, { lines }), { departmentId: 'affairs' })
    expect(ordered.lines.map(({ departmentId }) => departmentId)).toEqual(['affairs', 'sales'])
  })
  test('a proposal never writes over what a person wrote', () => {
    const written = change(empty, { dueOn: '2026-11-30' })
    expect(fillIn(written, { dueOn: '2026-12-31', departmentId: 'affairs' })).toMatchObject({
      dueOn: '2026-11-30',
      departmentId: 'affairs',
    })
  })
})

test('empty lines are not sent, and a complaint about a line finds its row', () => {
  const first = newLine([])
  const second = newLine([first], { amount: 500, taxKind: null })
  const draft = change(empty, { lines: [first, second] })
  expect(formOf(draft).lines).toMatchObject([{ amount: 500, taxKind: 'standard', description: '' }])
  expect(rowIdAt(draft, 0)).toBe(second.rowId)
  expect([isUntouched(empty), isUntouched(draft)]).toEqual([true, false])
})

test('the queue goes on after the invoice at hand', () => {
  expect(restAfter(['a', 'b', 'c'], 'b')).toEqual(['c'])
  expect(restAfter(['a', 'b'], 'x')).toEqual([])
})
