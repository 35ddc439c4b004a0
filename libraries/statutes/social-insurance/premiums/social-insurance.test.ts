import { describe, expect, test } from 'vitest'
import { trustOf, UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { chargedIn } from './insured-person.ts'
import { insuranceInvoice } from './premium.ts'
import { type SocialInsuranceInput, socialInsurance } from './social-insurance.ts'

type Case = {
  name: string
  facts: SocialInsuranceInput
  expected: { health: number[]; levy: number[]; pension: number[]; contribution: number }
}

const tokyo = { standardMonthly: 300_000, prefecture: '13' }
const premiumsOn = (insuredMonth: string, birthDate: string) => {
  const { health, pension } = socialInsurance({ ...tokyo, insuredMonth, birthDate })
  return { health: health.employee, pension: pension.employee }
}

describe('一か月の社会保険料', () => {
  test.each(casesOf<Case>(import.meta.url))('$name', ({ facts, expected }) => {
    const found = socialInsurance(facts)
    expect({
      health: [found.health.employee, found.health.employer],
      levy: [found.childSupportLevy.employee, found.childSupportLevy.employer],
      pension: [found.pension.employee, found.pension.employer],
      contribution: found.childContribution.employer,
    }).toEqual(expected)
  })

  test('the care within health, the sums and the laws it rests on', () => {
    const found = socialInsurance({
      insuredMonth: '2026-04',
      standardMonthly: 410_000,
      birthDate: '1980-01-15',
      prefecture: '13',
    })
    expect(found.careInHealth).toEqual({ employee: 3_321, employer: 3_321 })
    expect(found.total).toEqual({ employee: 23_513 + 471 + 37_515, employer: 23_514 + 472 + 37_515 + 1_476 })
    expect(found.notCharged).toEqual([])
    expect(found.because.map(({ statute }) => statute)).toContain('協会けんぽの介護保険料率')
    expect(trustOf(found.because)).toBe('S')
  })
})

describe('twelve months around each change of rate: Tokyo, 300,000 yen, 45 years', () => {
  const r7 = { health: 17_250, levy: 0 }
  const r8March = { health: 17_205, levy: 0 }
  const r8 = { health: 17_205, levy: 345 }
  test.each([
    ...['2025-10', '2025-11', '2025-12', '2026-01', '2026-02'].map((month) => ({ month, ...r7 })),
    { month: '2026-03', ...r8March },
    ...['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2027-01', '2027-02'].map((month) => ({
      month,
      ...r8,
    })),
    ...['2025-03', '2025-04'].map((month) => ({ month, ...r7 })),
  ])('$month: health and care $health, levy $levy', ({ month, health, levy }) => {
    const found = socialInsurance({ ...tokyo, insuredMonth: month, birthDate: '1981-01-01' })
    expect([found.health.employee, found.childSupportLevy.employee]).toEqual([health, levy])
  })

  test('before and after the known rates it refuses; a preview goes on as a guess', () => {
    const person = { ...tokyo, birthDate: '1981-01-01' }
    expect(() => socialInsurance({ ...person, insuredMonth: '2025-02' })).toThrow(UnknownLawError)
    expect(() => socialInsurance({ ...person, insuredMonth: '2027-03' })).toThrow('協会けんぽの都道府県単位保険料率')
    const guessed = socialInsurance({ ...person, insuredMonth: '2027-09', standardMonthly: 680_000 }, { preview: true })
    expect(guessed.pensionStandardMonthly).toBe(680_000)
    expect(trustOf(guessed.because)).toBe('M')
  })
})

describe('ages are attained on the day before the birthday', () => {
  test.each([
    ['1986-05-01', '2026-03', 14_775],
    ['1986-05-01', '2026-04', 17_205],
    ['1986-05-02', '2026-04', 14_775],
    ['1986-05-02', '2026-05', 17_205],
    ['1986-04-30', '2026-04', 17_205],
    ['1961-05-01', '2026-03', 17_205],
    ['1961-05-01', '2026-04', 14_775],
    ['1961-05-02', '2026-04', 17_205],
    ['1961-05-02', '2026-05', 14_775],
    ['1961-04-30', '2026-04', 14_775],
  ])('born %s: health with care in %s is %i (40 and 65)', (birthDate, month, health) => {
    expect(premiumsOn(month, birthDate).health).toBe(health)
  })

  test.each([
    ['1956-05-01', '2026-03', 27_450],
    ['1956-05-01', '2026-04', 0],
    ['1956-05-02', '2026-04', 27_450],
    ['1956-05-02', '2026-05', 0],
    ['1956-02-29', '2026-01', 27_450],
    ['1956-02-29', '2026-02', 0],
    ['1956-03-01', '2026-02', 0],
    ['1956-03-02', '2026-02', 27_450],
  ])('born %s: the pension in %s is %i (70)', (birthDate, month, pension) => {
    expect(premiumsOn(month, birthDate).pension).toBe(pension)
  })

  test.each([
    ['1951-05-01', '2026-04', 14_775],
    ['1951-05-01', '2026-05', 0],
    ['1951-05-31', '2026-04', 14_775],
    ['1951-05-31', '2026-05', 0],
    ['1951-06-01', '2026-05', 14_775],
  ])('born %s: health in %s is %i (lost on the 75th birthday itself, 健康保険法36条)', (birthDate, month, health) => {
    expect(premiumsOn(month, birthDate).health).toBe(health)
  })

  test.each([
    ['1986-02-28', '2026-02', true],
    ['1984-02-29', '2024-01', false],
    ['1984-02-29', '2024-02', true],
    ['1984-03-01', '2024-02', true],
    ['1984-03-02', '2024-02', false],
    ['1986-03-01', '2026-02', true],
    ['1944-04-01', '2009-02', true],
    ['1944-04-01', '2009-03', false],
  ])('born %s: care in %s is %s', (birthDate, month, care) => {
    expect(chargedIn({ birthDate }, month, 'month', {}).care).toBe(care)
  })

  // A published example: born 1944-04-01, care lost 2009-03-31, pension 2014-03-31, health 2019-04-01 (freee 社会保険料の対象年齢).
  test('born on the first of a month', () => {
    const of = (month: string) => chargedIn({ birthDate: '1944-04-01' }, month, 'month', {})
    expect([of('2014-02').pension, of('2014-03').pension]).toEqual([true, false])
    expect([of('2019-03').health, of('2019-04').health]).toEqual([true, false])
  })

  test('what is not charged says why', () => {
    const found = socialInsurance({ ...tokyo, insuredMonth: '2026-05', birthDate: '1951-05-01' })
    expect(found.notCharged.map(({ premium, code }) => `${premium} ${code}`)).toEqual([
      'health age-75-attained',
      'care age-75-attained',
      'pension age-70-attained',
    ])
    expect(found.notCharged[0]?.ja).toContain('75歳の誕生日')
  })
})

describe('a society’s own rates and other roundings', () => {
  const society = { rate: { parts: 95, over: 1_000 }, care: { parts: 180, over: 10_000 } }
  const person = { insuredMonth: '2026-04', standardMonthly: 410_000, birthDate: '1980-01-15' }

  test('9.5 % and care 1.8 % in halves: 410,000 × 11.3 % ÷ 2', () => {
    expect(socialInsurance({ ...person, health: society }).health).toEqual({ employee: 23_165, employer: 23_165 })
  })
  test('the employee bears 4 % and 0.8 %: 410,000 × 4.8 %, of 46,330', () => {
    const employeeShare = { rate: { parts: 40, over: 1_000 }, care: { parts: 8, over: 1_000 } }
    expect(socialInsurance({ ...person, health: { ...society, employeeShare } }).health).toEqual({
      employee: 19_680,
      employer: 26_650,
    })
  })
  test.each([
    ['half-down', 23_513],
    ['half-up', 23_514],
    ['floor', 23_513],
  ] as const)('the employee’s part by %s is %i', (employeeRounding, employee) => {
    const found = socialInsurance({ ...person, prefecture: '13', employeeRounding })
    expect(found.health).toEqual({ employee, employer: 47_027 - employee })
  })
  // 410,000 × 11.70 % ÷ 2 = 23,985 exactly, one yen more than 23,513 + 471 (Q&A of 2026-02-12: rates added before halving).
  test.each([
    ['health-and-care', 23_513 + 471],
    ['health-care-and-levy', 23_985],
    ['each', 20_192 + 3_321 + 471],
  ] as const)('rounded as one by %s: health and levy are %i', (roundedAsOne, employee) => {
    const found = socialInsurance({ ...person, prefecture: '13', roundedAsOne })
    expect(found.health.employee + found.childSupportLevy.employee).toBe(employee)
  })

  test('the company’s invoice adds the exact premiums and drops the fraction once', () => {
    const of = (standardMonthly: number) =>
      socialInsurance({ insuredMonth: '2026-04', standardMonthly, birthDate: '1980-01-15', prefecture: '13' })
    // Tokyo table: health and care 6,652.6 + 7,799.6, levy 133.4 + 156.4, pension 16,104.0 × 2; contribution 88,000 × 0.36 % × 2.
    expect(insuranceInvoice([of(58_000), of(68_000)])).toEqual({
      health: 14_742,
      childSupportLevy: 289,
      pension: 32_208,
      childContribution: 633,
      total: 47_583,
      because: of(58_000).because,
    })
  })
})

describe('a wrong input is named', () => {
  const good = { insuredMonth: '2026-04', standardMonthly: 300_000, birthDate: '1980-01-15', prefecture: '13' }
  const half = { parts: 95, over: 1_000 }
  test.each([
    ['insuredMonth', { ...good, insuredMonth: '2026-13' }],
    ['insuredMonth', { ...good, insuredMonth: '2026-04-01' }],
    ['standardMonthly', { ...good, standardMonthly: 353_000 }],
    ['standardMonthly', { ...good, standardMonthly: -300_000 }],
    ['birthDate', { ...good, birthDate: '1980-02-31' }],
    ['birthDate', { ...good, birthDate: '2026-05-01' }],
    ['prefecture', { ...good, prefecture: '48' }],
    ['prefecture', { ...good, prefecture: '東京都' }],
    ['prefecture', { insuredMonth: '2026-04', standardMonthly: 300_000, birthDate: '1980-01-15' }],
    ['health', { ...good, health: { rate: half, care: half } }],
    ['health.rate', { ...good, prefecture: undefined, health: { rate: { parts: 9.5, over: 100 }, care: half } }],
    [
      'health.employeeShare.rate',
      { ...good, prefecture: undefined, health: { rate: half, care: half, employeeShare: { rate: half, care: half } } },
    ],
    ['lostOn', { ...good, acquiredOn: '2026-04-10', lostOn: '2026-04-10' }],
    ['birthDate', { ...good, acquiredOn: '1979-01-01' }],
    ['leaves[0].to', { ...good, leaves: [{ kind: 'maternity', from: '2026-04-10', to: '2026-04-09' }] }],
  ] as [string, SocialInsuranceInput][])('%s in %o', (field, input) => {
    expect(() => socialInsurance(input)).toThrow(new RegExp(`^${field.replace(/[[\].]/g, '\\$&')}に`))
  })
})
