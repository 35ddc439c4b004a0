import { expect, test } from 'vitest'
import { endingSoon, lawOn, type Statute, UnknownLawError } from './statute.ts'

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
  expect(() => lawOn(rate, '2027-04-01')).toThrow('確認済みの期間は2025-04-01から2027-03-31まで')
  expect(() => lawOn(rate, '2025-03-31', { preview: true })).toThrow(UnknownLawError)
})

test('a preview goes on with the last version and says that it is a guess', () => {
  expect(lawOn(rate, '2027-04-01', { preview: true })).toMatchObject({ value: 70, because: [{ guess: true }] })
})

test('which statutes end soon', () => {
  expect(endingSoon([rate], '2027-01-10', '2027-04-10')).toEqual([rate])
  expect(endingSoon([rate], '2026-11-20', '2027-02-18')).toEqual([])
})
