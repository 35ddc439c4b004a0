import { describe, expect, test } from 'vitest'
import { isPaidWith } from '../payment/withheld-tax.ts'
import { codes, facts, line, reckon, registered, unregistered } from './invoice-case.ts'
import type { VendorFacts } from './invoice-facts.ts'
import type { ForeignAmount } from './invoice-form.ts'

const person: VendorFacts = { ...registered, isIndividual: true }
const apart = (base: number) => ({
  total: base,
  lines: [{ ...line, amount: base }],
  taxes: [{ taxKind: 'standard', base, tax: base / 11 }] as const,
})

/** 所得税法205条, 所得税基本通達205-1: 同一人に対し1回に支払われるべき金額; 所得税法施行令322条: 外交員は月12万円, 司法書士は1回1万円. */
describe('一度に支払う報酬の源泉徴収', () => {
  const judicial: VendorFacts = { ...person, withholdingKind: 'judicial-scrivener' }
  const agent: VendorFacts = { ...person, withholdingKind: 'sales-agent' }
  const general: VendorFacts = { ...person, withholdingKind: 'general' }
  const withheld = (base: number, vendor: VendorFacts, feesBefore: number) =>
    reckon(apart(base), vendor, { feesBefore }).withholding

  test('司法書士: 10,000 is deducted once from two invoices of one payment: 4,084 and then 5,105', () => {
    expect(withheld(55_000, judicial, 0)).toBe(4_084) // (50,000 − 10,000) × 10.21 %
    expect(withheld(55_000, judicial, 50_000)).toBe(5_105) // 50,000 × 10.21 %: nothing is left to deduct
  })
  test('外交員: 120,000 is deducted once a month: 0 of the first 100,000, 8,168 with the second', () => {
    expect(withheld(110_000, agent, 0)).toBe(0)
    expect(withheld(110_000, agent, 100_000)).toBe(8_168) // (200,000 − 120,000) × 10.21 %
  })
  test('the step of 1,000,000 counts once: 61,260 and then 81,680 of twice 600,000', () => {
    expect(withheld(660_000, general, 0)).toBe(61_260) // 600,000 × 10.21 %
    expect(withheld(660_000, general, 600_000)).toBe(81_680) // 1,200,000: 102,100 + 200,000 × 20.42 % = 142,940
  })
  test('says with what it was reckoned, and what of 外交員 it cannot know', () => {
    expect(codes(reckon(apart(110_000), general, { feesBefore: 1 }))).toEqual(['warning withheld-together'])
    expect(codes(reckon(apart(110_000), agent))).toEqual(['warning salary-unknown'])
    expect(codes(reckon({}, general))).toContain('warning fee-with-tax')
  })
  test('a credit note takes back what it takes from the payment', () => {
    const note = { ...apart(220_000), kind: 'credit-note' } as const
    expect(reckon(note, general, { feesBefore: 1_200_000 }).withholding).toBe(40_840) // 200,000 × 20.42 %
    expect(reckon(note, general).withholding).toBe(20_420)
  })
  test('is paid together on one day, of 外交員 in one month; of ホステス by the days of each period alone', () => {
    const kinds = ['general', 'sales-agent', 'hostess'] as const
    expect(kinds.map((kind) => isPaidWith(kind, '2026-11-30', '2026-11-30'))).toEqual([true, true, false])
    expect(kinds.map((kind) => isPaidWith(kind, '2026-11-10', '2026-11-30'))).toEqual([false, true, false])
    expect(isPaidWith('sales-agent', '2026-11-30', '2026-12-01')).toBe(false)
  })
  test('ホステス: a period of more days than a month is refused, not cut', () => {
    const hostess: VendorFacts = { ...person, withholdingKind: 'hostess' }
    const period = { ...apart(330_000), serviceFrom: '2026-09-16', serviceUntil: '2026-10-15' }
    expect(reckon(period, hostess).withholding).toBe(15_315) // (300,000 − 5,000 × 30) × 10.21 %
    expect(codes(reckon({ ...period, serviceFrom: '2026-09-01' }, hostess))).toContain('mistake law')
  })
})

/** 平成28年改正法附則52条3項・53条: 1億円 a year from one supplier for periods from 2026-10-01, 10億円 before. */
describe('一の相手先からの上限', () => {
  const company = { ...facts(unregistered).company, fiscalStart: { month: 10, day: 1 } }
  const deducted = (bought: [string, number][]) =>
    reckon({}, unregistered, { company, bought: new Map(bought) }).lines.map(({ deductible }) => deductible)

  test('what is bought in the period beyond the cap is not deducted; purchases of another period do not count', () => {
    expect(deducted([['2026-10-01', 99_890_000]])).toEqual([7_000])
    expect(deducted([['2026-10-01', 99_945_000]])).toEqual([3_500])
    expect(deducted([['2026-10-01', 100_000_000]])).toEqual([0])
    expect(deducted([['2025-10-01', 999_000_000]])).toEqual([7_000])
  })
  test('what goes back is taken off what is above the cap first', () => {
    const back = (sum: number) =>
      reckon({ kind: 'credit-note' }, unregistered, { company, bought: new Map([['2026-10-01', sum]]) }).lines[0]
    expect(back(100_110_000)?.deductible).toBe(0)
    expect(back(100_055_000)?.deductible).toBe(3_500)
    expect(back(60_000_000)?.deductible).toBe(7_000)
  })
  test('lines of two periods are counted each in its own', () => {
    const lines = [
      { ...line, amount: 44_000, serviceFrom: '2026-09-21', serviceUntil: '2026-09-30' },
      { ...line, amount: 66_000, serviceFrom: '2026-10-01', serviceUntil: '2026-10-20' },
    ]
    const form = { serviceFrom: '2026-09-21', serviceUntil: '2026-10-20', lines }
    const bought = new Map([
      ['2025-10-01', 999_999_999],
      ['2026-10-01', 0],
    ])
    const { lines: told } = reckon(form, unregistered, { company, bought })
    expect(told.map(({ deductible }) => deductible)).toEqual([0, 4_200])
  })
})

test('少額特例: the sales that were told for another tax period are asked about', () => {
  const company = { ...facts(unregistered).company, basePeriodSales: 1 }
  const small = { total: 9_900, lines: [{ ...line, amount: 9_900 }] }
  const told = (salesToldOn: string) => codes(reckon(small, unregistered, { company: { ...company, salesToldOn } }))
  expect(told('2026-04-01')).toEqual([])
  expect(told('2026-03-31')).toEqual(['warning sales-of-other-period'])
})

describe('日付の抜け道', () => {
  test('a vendor that is registered, or no longer, within the period of a line: the line is to be split there', () => {
    const period = { serviceFrom: '2026-10-01', serviceUntil: '2026-10-31', taxes: apart(110_000).taxes }
    const split = (vendor: Partial<VendorFacts>) =>
      reckon(period, { ...registered, ...vendor }).findings.filter(({ code }) => code === 'split-needed')
    expect(split({})).toEqual([])
    expect(split({ registeredFrom: '2026-10-01' })).toEqual([])
    expect(split({ registeredFrom: '2026-10-15' })[0]?.says.ja).toContain(
      '途中の2026年10月15日に、控除できる割合が変わります',
    )
    expect(split({ registeredUntil: '2026-10-14' })[0]?.says.ja).toContain('途中の2026年10月15日に')
  })
  test('a paper that adds no tax is told to be entered as with tax', () => {
    const told = reckon({ includesTax: false, total: 110_000 }).findings.find(({ code }) => code === 'total-differs')
    expect(told?.todo.ja).toContain('「税込」にして入力してください')
  })
  test('an invoice below zero is told to be a credit note', () => {
    const minus = reckon({ total: 0, lines: [{ ...line, amount: -110_000 }] }, registered)
    expect(minus.findings.find(({ code }) => code === 'total-differs')?.todo.ja).toContain('返還請求書')
  })
  test('a line dated outside the service of the invoice would choose its own law', () => {
    for (const on of ['2026-09-30', '2023-09-30', '2026-10-06'])
      expect(codes(reckon({ lines: [{ ...line, serviceFrom: on, serviceUntil: on }] }))).toContain(
        'mistake outside-period',
      )
  })
  test('a wrong year is asked about; a booking a year ahead is refused', () => {
    const far = (dueOn: string) => codes(reckon({ dueOn, taxes: apart(110_000).taxes }, registered))
    expect(far('2027-11-21')).toEqual([])
    expect(far('2027-11-22')).toEqual(['warning far-date'])
    expect(far('2062-11-30')).toEqual(['mistake far-date'])
    expect(far('9999-12-31')).toEqual(['mistake far-date'])
    expect(codes(reckon({ receivedOn: '2062-11-01' }, registered))).toContain('warning far-date')
    expect(codes(reckon({ bookingMonth: '2027-10-01' }, registered))).not.toContain('mistake booked-too-far')
    expect(codes(reckon({ bookingMonth: '2027-11-01' }, registered))).toContain('mistake booked-too-far')
  })
})

/** 取適法3条: 60 days from the first day of the service; フリーランス法4条. */
describe('支払期日と法律、入力のとき', () => {
  const small: VendorFacts = { ...registered, lawClass: 'toritekihou' }
  test('a due day past day 60 is told when it is entered; within it nothing is said', () => {
    const { taxes } = apart(110_000)
    expect(codes(reckon({ dueOn: '2026-12-03', taxes }, small))).toEqual([])
    const late = reckon({ dueOn: '2026-12-04', taxes }, small).findings
    expect(late.map(({ level, code, field }) => `${level} ${code} ${field}`)).toEqual(['warning due-too-late dueOn'])
    expect(late[0]?.todo.ja).toBe('2026年12月3日までに支払ってください。')
    expect(codes(reckon({ dueOn: '2026-12-04', taxes, kind: 'credit-note' }, small))).toEqual([])
  })
  test('whether a law protects the vendor is asked where its facts are missing', () => {
    const unknown: VendorFacts = { ...registered, commissionKind: 'service' }
    expect(codes(reckon({ taxes: apart(110_000).taxes }, unknown))).toEqual(['warning protection-unknown'])
  })
})

describe('紙の税額と外貨', () => {
  test('taxes that nobody compared with the paper are told as such', () => {
    const taxes = [{ taxKind: 'standard', base: 110_000, tax: 10_000 }] as const
    expect(codes(reckon({ taxes, areTaxesStated: false }, registered))).toEqual(['warning tax-not-compared'])
    expect(codes(reckon({ taxes }, registered))).toEqual([])
  })
  test('a currency that is none, and a rate of a day to come, are refused', () => {
    const dollars: ForeignAmount = {
      ...{ currency: 'USD', amountMinor: 100_000, rateMillionths: 110_000_000 },
      ...{ rateOn: '2026-10-31', rateSource: '三菱UFJ銀行 TTM' },
    }
    expect(codes(reckon({ foreign: dollars, taxes: apart(110_000).taxes }, registered))).toEqual([])
    const of = (more: Partial<ForeignAmount>) =>
      codes(reckon({ foreign: { ...dollars, ...more }, taxes: apart(110_000).taxes }, registered))
    expect(of({ currency: 'ABC' })).toEqual(['mistake currency-unknown'])
    expect(of({ rateOn: '2026-11-21' })).toEqual(['mistake rate-to-come'])
    expect(of({ rateMillionths: 111_000_000 })).toEqual(['mistake foreign-total'])
  })
})
