import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UnknownLawError } from '../../core/statute.ts'
import { type BonusInsuranceInput, bonusInsurance } from './bonus-insurance.ts'

const young = { birthDate: '1990-06-15', prefecture: '13' }

describe('賞与の社会保険料（東京、令和8年度）', () => {
  // Vectors of a public suite; the contribution there is 4,442.4 before the company’s total is rounded.
  test('1,234,567 yen under 40', () => {
    const found = bonusInsurance({
      paidOn: '2026-06-30',
      bonus: 1_234_567,
      ...young,
      priorStandardBonusInFiscalYear: 0,
    })
    expect(found).toMatchObject({
      standardBonus: { health: 1_234_000, pension: 1_234_000 },
      health: { employee: 60_774, employer: 60_775 },
      childSupportLevy: { employee: 1_419, employer: 1_419 },
      pension: { employee: 112_911, employer: 112_911 },
      childContribution: { employer: 4_442 },
    })
    expect(found.exactSen.childContribution).toBe(444_240)
  })

  test('2,000,000 yen under 40: the pension is capped at 1,500,000', () => {
    expect(bonusInsurance({ paidOn: '2026-06-30', bonus: 2_000_000, ...young })).toMatchObject({
      standardBonus: { health: 2_000_000, pension: 1_500_000 },
      health: { employee: 98_500, employer: 98_500 },
      childSupportLevy: { employee: 2_300, employer: 2_300 },
      pension: { employee: 137_250, employer: 137_250 },
      childContribution: { employer: 5_400 },
    })
  })

  test.each([
    ['under 1,000 yen', 999, 0, { health: 0, pension: 0 }, 0],
    ['exactly 1,000', 1_000, 0, { health: 1_000, pension: 1_000 }, 1_000],
    ['just the cap of the year', 5_730_999, 0, { health: 5_730_000, pension: 1_500_000 }, 5_730_000],
    ['over it', 5_731_000, 0, { health: 5_730_000, pension: 1_500_000 }, 5_730_000],
    ['730,000 left', 1_000_000, 5_000_000, { health: 730_000, pension: 1_000_000 }, 5_730_000],
    ['nothing left', 1_000_000, 5_730_000, { health: 0, pension: 1_000_000 }, 5_730_000],
    ['more than the cap given', 1_000_000, 6_000_000, { health: 0, pension: 1_000_000 }, 6_000_000],
  ])('%s', (_, bonus, prior, standardBonus, next) => {
    expect(
      bonusInsurance({ paidOn: '2026-12-10', bonus, ...young, priorStandardBonusInFiscalYear: prior }),
    ).toMatchObject({ standardBonus, standardBonusInFiscalYear: next })
  })

  test('three bonuses of a fiscal year, and April begins anew', () => {
    const paid = (paidOn: string, priorStandardBonusInFiscalYear: number) =>
      bonusInsurance({ paidOn, bonus: 2_500_000, ...young, priorStandardBonusInFiscalYear })
    const [summer, winter] = [paid('2026-06-30', 0), paid('2026-12-10', 2_500_000)]
    const spring = bonusInsurance({
      ...young,
      paidOn: '2027-02-28',
      bonus: 2_500_000,
      priorStandardBonusInFiscalYear: winter.standardBonusInFiscalYear,
    })
    expect([summer, winter, spring].map(({ standardBonus }) => standardBonus.health)).toEqual([
      2_500_000, 2_500_000, 730_000,
    ])
    expect(spring.health.employee).toBe(35_952)
    expect(paid('2026-04-01', 0).standardBonus.health).toBe(2_500_000)
  })

  test('the levy begins with bonuses of April 2026, the rates of R8 with those of March', () => {
    const of = (paidOn: string) => bonusInsurance({ paidOn, bonus: 1_000_000, ...young })
    expect([of('2026-02-28').health.employee, of('2026-03-01').health.employee]).toEqual([49_550, 49_250])
    expect([of('2026-03-31').childSupportLevy.employee, of('2026-04-01').childSupportLevy.employee]).toEqual([0, 1_150])
    expect(() => of('2025-02-28')).toThrow(UnknownLawError)
    expect(() => of('2027-03-01')).toThrow(UnknownLawError)
  })
})

describe('two bonuses in one month are added first', () => {
  test('600 yen and 600 yen make one standard bonus of 1,000', () => {
    expect(bonusInsurance({ paidOn: '2026-06-30', bonus: 600, ...young, earlierBonusInMonth: 600 })).toMatchObject({
      standardBonus: { health: 1_000, pension: 1_000 },
      health: { employee: 49, employer: 49 },
    })
  })

  test('1,000,000 after 1,000,000: the pension has 500,000 left in the month', () => {
    expect(
      bonusInsurance({ paidOn: '2026-06-30', bonus: 1_000_000, ...young, earlierBonusInMonth: 1_000_000 }),
    ).toMatchObject({
      pension: { employee: 45_750 },
      health: { employee: 49_250 },
      childContribution: { employer: 1_800 },
    })
  })

  test('however a bonus is split within the month, both together bear what one would', () => {
    const amount = fc.nat(4_000_000)
    fc.assert(
      fc.property(amount, amount, fc.nat(5_730), (first, second, priorThousands) => {
        const month = { ...young, birthDate: '1980-01-15', priorStandardBonusInFiscalYear: priorThousands * 1_000 }
        const whole = bonusInsurance({ ...month, paidOn: '2026-06-30', bonus: first + second })
        const parts = [
          bonusInsurance({ ...month, paidOn: '2026-06-10', bonus: first }),
          bonusInsurance({ ...month, paidOn: '2026-06-30', bonus: second, earlierBonusInMonth: first }),
        ]
        expect(parts.reduce((sum, { total }) => sum + total.employee, 0)).toBe(whole.total.employee)
        expect(parts.reduce((sum, { total }) => sum + total.employer, 0)).toBe(whole.total.employer)
      }),
    )
  })
})

describe('ages, losing and leave', () => {
  const bonus = (facts: Partial<BonusInsuranceInput>) =>
    bonusInsurance({ paidOn: '2026-06-10', bonus: 1_000_000, ...young, ...facts })
  test.each([
    ['under 40', '1990-06-15', 49_250, 91_500],
    ['40 on 30 June, paid before the birthday', '1986-07-01', 57_350, 91_500],
    ['40 on 1 July', '1986-07-02', 49_250, 91_500],
    ['65 in June', '1961-06-20', 49_250, 91_500],
    ['70 in June, paid before', '1956-06-20', 49_250, 0],
    ['75 in June, paid before', '1951-06-20', 0, 0],
  ])('%s', (_, birthDate, health, pension) => {
    const found = bonus({ birthDate })
    expect([found.health.employee, found.pension.employee]).toEqual([health, pension])
  })

  test('in the month of loss no premium, but the cap counts it', () => {
    const found = bonus({ lostOn: '2026-06-30' })
    expect(found.total.employee).toBe(0)
    expect(found.standardBonusInFiscalYear).toBe(1_000_000)
  })
  test('after the loss it is no bonus of an insured person', () => {
    expect(bonus({ lostOn: '2026-06-01' }).standardBonusInFiscalYear).toBe(0)
    expect(bonus({ acquiredOn: '2026-06-11' }).total.employee).toBe(0)
  })
  test('left on the last day of the month: charged', () => {
    expect(bonus({ lostOn: '2026-07-01' }).health.employee).toBe(49_250)
  })
  test.each([
    ['maternity leave of any length over the end of the month', 'maternity', '2026-06-30', '2026-07-01', 0],
    ['childcare leave of exactly one month', 'childcare', '2026-06-15', '2026-07-14', 49_250],
    ['childcare leave of more than one month', 'childcare', '2026-06-15', '2026-07-15', 0],
    ['childcare leave of 14 days within the month', 'childcare', '2026-06-01', '2026-06-20', 49_250],
  ] as const)('%s', (_, kind, from, to, health) => {
    expect(bonus({ leaves: [{ kind, from, to }] }).health.employee).toBe(health)
  })
})

test.each([
  ['paidOn', { paidOn: '2026-02-31' }],
  ['bonus', { bonus: -1 }],
  ['bonus', { bonus: 0.5 }],
  ['priorStandardBonusInFiscalYear', { priorStandardBonusInFiscalYear: 1_234_567 }],
  ['earlierBonusInMonth', { earlierBonusInMonth: -1 }],
  ['prefecture', { prefecture: '00' }],
  ['birthDate', { birthDate: '2026-07-01' }],
])('a wrong %s is named', (field, facts) => {
  expect(() => bonusInsurance({ paidOn: '2026-06-10', bonus: 1, ...young, ...facts })).toThrow(
    new RegExp(`^${field}に`),
  )
})
