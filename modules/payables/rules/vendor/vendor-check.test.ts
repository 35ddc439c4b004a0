import { expect, test } from 'vitest'
import { isRegisteredOn } from '../invoice/registration.ts'
import { smallAmountFault, smallAmountStanding } from '../invoice/small-amount.ts'
import { protectionOf } from './protection.ts'
import { checkVendor, type VendorToCheck } from './vendor-check.ts'

/** 資本金 1,000万円超, 60 people: the sample company. */
const own = { capital: 30_000_000, employees: 60, officers: 4 }
const plain: VendorToCheck = {
  lawClass: 'none',
  commissionKind: null,
  isIndividual: false,
  capital: null,
  employees: null,
  officers: null,
  corporateNumber: null,
  registrationNumber: null,
  registeredFrom: null,
  registeredUntil: null,
  postalCode: null,
  terms: null,
  feeBearer: 'us',
  withholdingKind: null,
  withholdingGroup: null,
}
const small: VendorToCheck = { ...plain, commissionKind: 'manufacturing', capital: 10_000_000, employees: 12 }
const check = (vendor: VendorToCheck) => checkVendor(vendor, own, '2026-11-20')
const fieldOf = (vendor: VendorToCheck) => {
  const checked = check(vendor)
  return checked.ok ? checked.warnings.map(({ field }) => field) : `refused ${checked.fault.field}`
}

test('登録番号: the form refuses, the check digit of a company warns, a person has another number', () => {
  expect(check({ ...plain, registrationNumber: 'Ｔ７０００ ０１２０ ５０００２' })).toMatchObject({
    ok: true,
    numbers: { registrationNumber: 'T7000012050002' },
    warnings: [],
  })
  expect(fieldOf({ ...plain, registrationNumber: 'T1234567890123' })).toEqual(['registrationNumber'])
  expect(fieldOf({ ...plain, registrationNumber: 'T1234567890123', isIndividual: true })).toEqual([])
  for (const registrationNumber of ['7000012050002', 'T700001205000', 'T70000120500021', 'JPT7000012050002'])
    expect(fieldOf({ ...plain, registrationNumber })).toBe('refused registrationNumber')
  expect(fieldOf({ ...plain, corporateNumber: '1234567890123' })).toBe('refused corporateNumber')
  expect(fieldOf({ ...plain, corporateNumber: '1180301018771', registrationNumber: 'T7000012050002' })).toEqual([
    'registrationNumber',
  ])
})

test('登録の有無 is asked by the date: from 登録年月日 to the day before 失効', () => {
  const registration = {
    registrationNumber: 'T7000012050002',
    registeredFrom: '2026-10-01',
    registeredUntil: '2027-03-31',
  }
  expect(
    ['2026-09-30', '2026-10-01', '2027-03-31', '2027-04-01'].map((on) => isRegisteredOn(registration, on)),
  ).toEqual([false, true, true, false])
  expect(isRegisteredOn({ ...registration, registrationNumber: null }, '2026-11-20')).toBe(false)
  expect(fieldOf({ ...plain, registeredFrom: '2026-10-01' })).toBe('refused registrationNumber')
  expect(fieldOf({ ...plain, ...registration, registeredUntil: '2026-09-30' })).toBe('refused registeredUntil')
})

test('支払条件: 月末締め翌々月末 is past the 60 days of 取適法3条, 翌月末 is not; a day before the closing is refused', () => {
  const terms = (monthsLater: number, day: number | 'month-end' = 'month-end') => ({
    closing: { day: 'month-end' as const },
    payment: { monthsLater, day, shift: 'previous' as const },
  })
  expect(fieldOf({ ...small, lawClass: 'toritekihou', terms: terms(2) })).toEqual(['terms'])
  expect(fieldOf({ ...small, lawClass: 'toritekihou', terms: terms(1) })).toEqual([])
  expect(fieldOf({ ...plain, terms: terms(2) })).toEqual([])
  expect(fieldOf({ ...plain, terms: terms(0, 10) })).toBe('refused terms')
})

test('振込手数料: refused for 取適法 by declaration or by the facts, even where nobody declared it, and while it is unknown', () => {
  expect(fieldOf({ ...plain, feeBearer: 'payee' })).toEqual([])
  expect(fieldOf({ ...plain, feeBearer: 'payee', lawClass: 'toritekihou' })).toBe('refused feeBearer')
  expect(fieldOf({ ...small, feeBearer: 'payee' })).toBe('refused feeBearer')
  expect(fieldOf({ ...small, capital: null, feeBearer: 'payee' })).toBe('refused feeBearer')
  expect(fieldOf({ ...small, capital: 10_000_001, feeBearer: 'payee' })).toEqual([])
  expect(fieldOf({ ...plain, isIndividual: true, feeBearer: 'payee', lawClass: 'freelance' })).toEqual(['feeBearer'])
})

test('取適法: 資本金 1,000万円 at the line is protected from a company of 3,000万円; one yen more is not', () => {
  const at = (capital: number) => protectionOf({ ...small, capital }, own, '2026-11-20').toriteki
  expect([at(10_000_000), at(10_000_001)]).toEqual([true, false])
  const person = { ...plain, commissionKind: 'service' as const, isIndividual: true, employees: 0 }
  expect(protectionOf(person, own, '2026-11-20')).toMatchObject({ toriteki: true, freelance: true })
  const smaller = { ...own, capital: 10_000_000 }
  expect(protectionOf(person, smaller, '2026-11-20')).toMatchObject({ toriteki: false, freelance: true })
  const unknown = { ...own, capital: null }
  expect(protectionOf(small, unknown, '2026-11-20')).toMatchObject({ toriteki: false, isUnknown: true })
  const declared = { ...small, lawClass: 'freelance' as const }
  expect(protectionOf(declared, unknown, '2026-11-20')).toMatchObject({ freelance: true, isUnknown: true })
  expect(protectionOf({ ...small, commissionKind: null }, own, '2026-11-20').isUnknown).toBe(false)
  expect(protectionOf(small, own, '1900-01-01')).toMatchObject({ toriteki: false, freelance: false })
})

test('源泉徴収: not from a corporation; 士業 follows from the kind, else it is asked', () => {
  expect(fieldOf({ ...plain, withholdingKind: 'general' })).toBe('refused withholdingKind')
  const person = { ...plain, isIndividual: true }
  expect(check({ ...person, withholdingKind: 'judicial-scrivener' })).toMatchObject({
    withholdingGroup: 'professional',
  })
  expect(check({ ...person, withholdingKind: 'general' })).toMatchObject({
    withholdingGroup: 'other',
    warnings: [{ field: 'withholdingGroup' }],
  })
  expect(check({ ...person, withholdingKind: 'general', withholdingGroup: 'professional' })).toMatchObject({
    withholdingGroup: 'professional',
    warnings: [],
  })
})

test('少額特例: 基準期間 1億円 and 特定期間 5,000万円 at the line hold, a yen more does not, and it ends after 2029-09-30', () => {
  const given = (basePeriodSales: number | null, specifiedPeriodSales: number | null) => ({
    ...{ usesSmallAmount: true, basePeriodSales, specifiedPeriodSales },
  })
  const applies = (base: number | null, specified: number | null, on = '2026-11-20') =>
    smallAmountStanding(given(base, specified), on).applies
  expect([applies(100_000_000, null), applies(100_000_001, null)]).toEqual([true, false])
  expect([applies(null, 50_000_000), applies(null, 50_000_001), applies(null, null)]).toEqual([true, false, false])
  expect([applies(1, null, '2029-09-30'), applies(1, null, '2029-10-01')]).toEqual([true, false])
  expect(smallAmountFault(given(100_000_001, null), '2026-11-20')).toMatchObject({ field: 'basePeriodSales' })
  expect(smallAmountFault({ ...given(1, null), usesSmallAmount: false }, '2026-11-20')).toBeUndefined()
})
