import { expect, test } from 'vitest'
import { allBecause, lawOn, type Statute, trustOf, UnknownLawError } from './statute.ts'

const source = { law: '試験法', article: '1条', url: 'https://example.jp/', trust: 'V' } as const
const rate: Statute<number> = {
  name: '試験率',
  nameEn: 'Trial rate',
  keyedBy: 'pay-date',
  checkedThrough: '2027-03-31',
  versions: [
    { from: '2025-04-01', value: 80, source },
    { from: '2026-10-01', value: 70, source },
  ],
}

test('the version in force on a date, on both sides of the change', () => {
  expect(lawOn(rate, '2026-09-30').value).toBe(80)
  expect(lawOn(rate, '2026-10-01').value).toBe(70)
  expect(lawOn(rate, '2026-10-01').because).toEqual([{ statute: '試験率', from: '2026-10-01', source }])
})

test('outside what is known it refuses, naming the statute and what is known', () => {
  expect(() => lawOn(rate, '2025-03-31')).toThrow(UnknownLawError)
  expect(() => lawOn(rate, '2027-04-01')).toThrow('確認済みの期間は2025年4月1日から2027年3月31日まで')
  expect(() => lawOn(rate, '2025-03-31', { preview: true })).toThrow(UnknownLawError)
})

test('a preview goes on with the last version and says that it is a guess', () => {
  expect(lawOn(rate, '2027-04-01', { preview: true })).toMatchObject({ value: 70, because: [{ guess: true }] })
})

test('what nobody has checked is refused like the unknown, and only a preview uses it, marked', () => {
  const fromMemory: Statute<number> = {
    ...rate,
    versions: [{ from: '2025-04-01', value: 1, source: { ...source, trust: 'M' } }],
  }
  expect(() => lawOn(fromMemory, '2026-01-01')).toThrow(UnknownLawError)
  const { because } = lawOn(fromMemory, '2026-01-01', { preview: true })
  expect(because).toMatchObject([{ guess: true }])
  expect(trustOf(because)).toBe('M')
})

test('a result is as sure as the least sure law it rests on, and names each law once', () => {
  const sure = lawOn(rate, '2026-10-01').because
  const less = lawOn(
    {
      ...rate,
      name: '別の率',
      versions: [{ ...rate.versions[0], from: '2025-04-01', value: 1, source: { ...source, trust: 'S' } }],
    },
    '2026-10-01',
  ).because
  expect(trustOf(sure)).toBe('V')
  expect(trustOf(allBecause(sure, less, sure))).toBe('S')
  expect(allBecause(sure, less, sure)).toHaveLength(2)
})
