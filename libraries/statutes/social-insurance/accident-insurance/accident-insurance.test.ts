import { describe, expect, test } from 'vitest'
import { UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { accidentInsurance } from './accident-insurance.ts'
import { accidentClasses, accidentRateTable2024 } from './rate-table-2024.ts'

const classes = casesOf<{ code: string; business: string; perMille: number }>(import.meta.url, 'classes.yaml')
const of = (wages: number, businessClass = '94', closingDate = '2026-05-31') =>
  accidentInsurance({ closingDate, wages, businessClass })

describe('労災保険率', () => {
  test('has 53 classes, 林業 under two numbers', () => {
    expect(classes).toHaveLength(53)
    expect([...accidentClasses(accidentRateTable2024).keys()].sort()).toEqual(
      [...classes.map(({ code }) => code), '03'].sort(),
    )
  })
  test.each(classes)('$code $business $perMille ‰', ({ code, business, perMille }) => {
    expect(of(1_000_000, code)).toMatchObject({ employer: perMille * 1_000, business })
  })
  test('forestry is 02 or 03', () => expect(of(1_000_000, '03').employer).toBe(52_000))
})

test.each([
  [353_000, 1_059],
  [410_000, 1_230],
  [300_000, 900],
  [286_364, 859],
])('an office with wages of %i bears %i (vectors of a public suite)', (wages, employer) => {
  expect(of(wages).employer).toBe(employer)
})

test('the general contribution is 0.02 ‰: 1 yen for each 50,000 of wages', () => {
  expect([of(49_999), of(50_000), of(10_000_000)].map((each) => each.generalContribution)).toEqual([0, 1, 200])
})

test('known from April 2024 to March 2027', () => {
  expect(of(300_000, '94', '2024-04-01').employer).toBe(900)
  expect(of(300_000, '94', '2027-03-31').employer).toBe(900)
  expect(() => of(300_000, '94', '2024-03-31')).toThrow(UnknownLawError)
  expect(() => of(300_000, '94', '2027-04-01')).toThrow(UnknownLawError)
})

test('a wrong input is named', () => {
  expect(() => of(-1)).toThrow(/^wagesに/)
  expect(() => of(1, '01')).toThrow(/^businessClassに「01」/)
  expect(() => of(1, '94', '2026-02-31')).toThrow(/^closingDateに/)
})
