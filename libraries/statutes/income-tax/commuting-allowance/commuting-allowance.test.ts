import { expect, test } from 'vitest'
import { UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { type CommutingAllowanceInput, commutingAllowanceLimit } from './commuting-allowance.ts'

type Case = CommutingAllowanceInput & { source: string; limit: number; taxFree: number; allowance: number }

test.each(casesOf<Case>(import.meta.url))('$source → $limit', ({ limit, taxFree, source, ...facts }) => {
  const taxable = facts.allowance - taxFree
  expect(commutingAllowanceLimit(facts), source).toMatchObject({ limit, split: { taxFree, taxable } })
})

test('without an allowance only the limit is told', () => {
  expect(commutingAllowanceLimit({ payDate: '2026-05-25', oneWayKm: 20 }).split).toBeUndefined()
  expect(() => commutingAllowanceLimit({ payDate: '2015-12-31', oneWayKm: 20 })).toThrow(UnknownLawError)
})

test.each([
  ['payDate', { payDate: '2026-02-31' }],
  ['fare', { fare: -1 }],
  ['fare', { oneWayKm: undefined }],
  ['oneWayKm', { oneWayKm: -1 }],
  ['oneWayKm', { oneWayKm: Number.NaN }],
  ['parking', { parking: -1 }],
  ['allowance', { allowance: 0.5 }],
])('bad input names the field %s', (field, change) => {
  const facts = { payDate: '2026-05-25', oneWayKm: 20, ...change }
  expect(() => commutingAllowanceLimit(facts)).toThrow(expect.objectContaining({ name: 'InvalidInputError', field }))
})
