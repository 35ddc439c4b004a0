import { describe, expect, test } from 'vitest'
import { trustOf, UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { type RetentionPeriodInput, retentionPeriod } from './retention-period.ts'

type Case = RetentionPeriodInput & { years: number; keepUntil: string; source: string }

describe('保存期間', () => {
  test.each(casesOf<Case>(import.meta.url))('$kind from $startsOn until $keepUntil', (each) => {
    const { kind, startsOn, payDay, years, keepUntil } = each
    const input = { kind, startsOn, ...(payDay === undefined ? {} : { payDay }) }
    expect(retentionPeriod(input)).toMatchObject({ years, keepUntil })
  })

  test('the answer says that it rests on a copy of the law', () => {
    expect(trustOf(retentionPeriod({ kind: 'wage-ledger', startsOn: '2026-03-31' }).because)).toBe('S')
  })

  test('before the rule it refuses', () => {
    expect(() => retentionPeriod({ kind: 'wage-ledger', startsOn: '2020-03-31' })).toThrow(UnknownLawError)
    expect(retentionPeriod({ kind: 'wage-ledger', startsOn: '2020-04-01' }).keepUntil).toBe('2023-03-31')
  })

  test.each<[string, object]>([
    ['kind', { kind: 'diary' }],
    ['startsOn', { startsOn: '2026-02-31' }],
    ['payDay', { payDay: '2026-02-31' }],
  ])('refused by its field: %s', (field, wrong) => {
    const input = { kind: 'wage-ledger' as const, startsOn: '2026-03-31', ...wrong }
    expect(() => retentionPeriod(input)).toThrow(expect.objectContaining({ field }))
  })
})
