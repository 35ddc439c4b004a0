import { describe, expect, test } from 'vitest'
import { UnknownLawError } from '../../core/statute.ts'
import { type InsuranceQualificationInput, insuranceQualification } from './insurance-qualification.ts'

const hours = (weekly: number, monthlyDays: number) => ({ weeklyMinutes: weekly * 60, monthlyDays })
const of = (facts: Partial<InsuranceQualificationInput> = {}) =>
  insuranceQualification({
    on: '2026-11-20',
    birthDate: '1990-06-15',
    work: hours(24, 12),
    ordinary: hours(40, 20),
    monthlyPay: 100_000,
    companyInsured: 60,
    isOverTwoMonths: true,
    isOver31Days: true,
    isStudent: false,
    ...facts,
  })
const codeOf = (facts: Partial<InsuranceQualificationInput>, scheme = 'health') =>
  of(facts).notInsured.find((each) => each.scheme === scheme)?.code ?? 'insured'

describe('健康保険と厚生年金保険の適用', () => {
  test.each([
    ['full-time in a company of three', { work: hours(40, 20), companyInsured: 3 }, 'insured', 'full-time'],
    ['three quarters of both', { work: hours(30, 15), companyInsured: 3 }, 'insured', 'part-time'],
    ['three quarters of both, a student', { work: hours(30, 15), isStudent: true }, 'insured', 'part-time'],
    [
      'three quarters of the hours, not of the days',
      { work: hours(30, 14), companyInsured: 3 },
      'company-too-small',
      undefined,
    ],
    [
      '29 hours and 59 minutes',
      { work: { weeklyMinutes: 1_799, monthlyDays: 20 }, companyInsured: 3 },
      'company-too-small',
      undefined,
    ],
    ['20 hours in a company of 51', { work: hours(20, 12), companyInsured: 51 }, 'insured', 'short-time'],
    ['20 hours in a company of 50', { work: hours(20, 12), companyInsured: 50 }, 'company-too-small', undefined],
    ['a company of 50 that joined by choice', { companyInsured: 50, isVoluntary: true }, 'insured', 'short-time'],
    ['19 hours and 59 minutes', { work: { weeklyMinutes: 1_199, monthlyDays: 12 } }, 'too-few-hours', undefined],
    ['a student', { isStudent: true }, 'student', undefined],
    ['two months', { work: hours(40, 20), isOverTwoMonths: false }, 'two-months-or-less', undefined],
  ] as [string, Partial<InsuranceQualificationInput>, string, string | undefined][])('%s', (_, facts, code, worker) => {
    expect([codeOf(facts), of(facts).worker]).toEqual([code, worker])
  })

  test.each([
    ['2026-09-30', 87_999, 51, 'pay-too-low'],
    ['2026-09-30', 88_000, 51, 'insured'],
    ['2026-10-01', 87_999, 51, 'insured'],
    ['2027-09-30', 88_000, 36, 'company-too-small'],
    ['2027-10-01', 88_000, 36, 'insured'],
    ['2027-10-01', 88_000, 35, 'company-too-small'],
    ['2029-10-01', 88_000, 21, 'insured'],
    ['2032-10-01', 88_000, 11, 'insured'],
    ['2035-09-30', 88_000, 10, 'company-too-small'],
    ['2035-10-01', 88_000, 1, 'insured'],
  ])('on %s, %i yen a month, company of %i: %s', (on, monthlyPay, companyInsured, code) => {
    expect(codeOf({ on, monthlyPay, companyInsured })).toBe(code)
  })

  test.each([
    ['the day before the 70th birthday', '1956-11-21', true, false],
    ['two days before it', '1956-11-22', true, true],
    ['the 75th birthday', '1951-11-20', false, false],
    ['the day before it', '1951-11-21', true, false],
  ])('%s: health %s, pension %s', (_, birthDate, health, pension) => {
    expect(of({ birthDate })).toMatchObject({ health, pension })
  })
})

describe('雇用保険の適用', () => {
  test.each([
    ['20 hours', { work: hours(20, 12) }, 'insured'],
    ['19 hours', { work: hours(19, 12) }, 'too-few-hours'],
    ['19 hours from October 2028', { on: '2028-10-01', work: hours(19, 12) }, 'insured'],
    ['9 hours then', { on: '2028-10-01', work: hours(9, 12) }, 'too-few-hours'],
    ['30 days', { isOver31Days: false }, 'less-than-31-days'],
    ['a day student', { isStudent: true }, 'student'],
    ['70 years: insured all the same', { birthDate: '1950-01-01' }, 'insured'],
  ])('%s: %s', (_, facts, code) => expect(codeOf(facts, 'employment')).toBe(code))
})

test('outside what is known it refuses; a wrong input is named', () => {
  expect(() => of({ on: '2024-09-30' })).toThrow(UnknownLawError)
  expect(() => of({ on: '2026-02-31' })).toThrow(/^onに/)
  expect(() => of({ work: { weeklyMinutes: 1_200.5, monthlyDays: 12 } })).toThrow(/^work\.weeklyMinutesに/)
  expect(() => of({ monthlyPay: -1 })).toThrow(/^monthlyPayに/)
  expect(() => of({ birthDate: '2026-11-21' })).toThrow(/^birthDateに/)
  expect(() => of({ ordinary: hours(0, 20) })).toThrow(/^ordinary\.weeklyMinutesに/)
  expect(() => of({ ordinary: hours(40, 0) })).toThrow(/^ordinary\.monthlyDaysに/)
})
