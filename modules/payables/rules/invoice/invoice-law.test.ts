import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { booked, codes, facts, line, reckon, registered, unregistered } from './invoice-case.ts'
import type { VendorFacts } from './invoice-facts.ts'
import { grounds, taxKinds } from './invoice-form.ts'
import { splitByPeriod } from './split-by-period.ts'

/** 平成28年改正法附則52条・53条（令和8年改正後）: 80 % through 2026-09-30, 70 % from 2026-10-01. */
describe('登録のない取引先', () => {
  test('110,000 on 2026-10-05: 仮払 7,000, cost 103,000', () => {
    expect(booked(reckon({}))).toEqual(['debit cost 103000', 'debit tax 7000', 'credit debt 110000'])
  })
  test('110,000 on 2026-09-30: 仮払 8,000, cost 102,000', () => {
    expect(booked(reckon({ serviceFrom: '2026-09-30', serviceUntil: '2026-09-30' }))).toEqual([
      'debit cost 102000',
      'debit tax 8000',
      'credit debt 110000',
    ])
  })
  test('9/21–10/20 is asked to be split; the parts keep 80 % and 70 %', () => {
    const period = { serviceFrom: '2026-09-21', serviceUntil: '2026-10-20' }
    expect(codes(reckon(period))).toContain('warning split-needed')
    const parts = splitByPeriod(110_000, { from: '2026-09-21', until: '2026-10-20' }, ['2026-10-01'])
    expect(parts).toEqual([
      { from: '2026-09-21', until: '2026-09-30', amount: 36_666 },
      { from: '2026-10-01', until: '2026-10-20', amount: 73_334 },
    ])
    const lines = [
      { ...line, amount: 44_000, serviceFrom: '2026-09-21', serviceUntil: '2026-09-30' },
      { ...line, amount: 66_000, serviceFrom: '2026-10-01', serviceUntil: '2026-10-20' },
    ]
    expect(reckon({ ...period, lines }).lines.map(({ percent, deductible }) => [percent, deductible])).toEqual([
      [80, 3_200],
      [70, 4_200],
    ])
  })
  test('少額特例 only where the settings allow it', () => {
    const small = { total: 9_900, lines: [{ ...line, amount: 9_900 }] }
    expect(reckon(small).lines[0]).toMatchObject({ kind: 'transitional', deductible: 630 })
    const company = { ...facts(unregistered).company, basePeriodSales: 100_000_000 }
    expect(reckon(small, unregistered, { company }).lines[0]).toMatchObject({ kind: 'small-amount', deductible: 900 })
  })
})

/** 国税庁 インボイスQ&A 問57: 10 % once 932; per line 930, which makes 1,854 in all, is not allowed. */
describe('税率ごとに一回の端数処理', () => {
  const amounts = [3_576, 2_285, 1_512, 1_947]
  const paper = (tax: number) =>
    reckon(
      {
        includesTax: false,
        total: 9_320 + tax,
        taxes: [{ taxKind: 'standard', base: 9_320, tax }],
        lines: amounts.map((amount) => ({ ...line, amount })),
      },
      registered,
    )
  test('932 is right; 930, rounded per line, is named as the fault', () => {
    expect(codes(paper(932))).toEqual([])
    expect(codes(paper(930))).toEqual(['mistake rounded-per-line'])
    expect(codes(paper(940))).toEqual(['mistake wrong-tax'])
  })
  test('a total that the lines do not give is told with the difference', () => {
    expect(codes(reckon({ total: 110_001 }, registered))).toContain('mistake total-differs')
  })
})

/** 所得税法204条・205条: 10.21 % of 100,000 where the tax is shown apart. */
describe('源泉徴収', () => {
  const designer: VendorFacts = { ...registered, isIndividual: true, withholdingKind: 'general' }
  const apart = { taxes: [{ taxKind: 'standard', base: 110_000, tax: 10_000 }] as const }
  test('110,000 with 10,000 tax apart: 10,210 withheld; without: 11,231', () => {
    expect(reckon(apart, designer)).toMatchObject({ withholding: 10_210, payable: 99_790 })
    expect(reckon({}, designer).withholding).toBe(11_231)
  })
  test('another amount needs a reason', () => {
    expect(codes(reckon({ ...apart, withholding: 10_000 }, designer))).toEqual(['mistake withholding-differs'])
    expect(
      codes(reckon({ ...apart, withholding: 10_000, withholdingReason: '取引先の計算に合わせた' }, designer)),
    ).toEqual([])
  })
})

test('a locked month names the next open one; the late invoice then needs its reason', () => {
  const lockedMonths = new Set(['2026-10-01'])
  const locked = reckon({}, registered, { lockedMonths }).findings.find(({ code }) => code === 'month-locked')
  expect(locked?.todo.ja).toContain('2026年11月')
  expect(codes(reckon({ bookingMonth: '2026-11-01' }, registered, { lockedMonths }))).toContain('mistake late-reason')
})

test('a credit note takes back: the sides exchanged, the class a return', () => {
  const journal = reckon({ kind: 'credit-note' }, registered).journal
  expect(journal?.lines.map(({ side, accountId, amount }) => `${side} ${accountId} ${amount}`)).toEqual([
    'debit debt 110000',
    'credit cost 100000',
    'credit tax 10000',
  ])
  expect(journal?.lines[1]?.taxClass?.isReturn).toBe(true)
})

test('every journal balances, whatever the lines, classes and rates; the parts of a period sum to the whole', () => {
  const anyLine = fc.record({
    amount: fc.integer({ min: -5_000_000, max: 50_000_000 }),
    taxKind: fc.constantFrom(...taxKinds.filter((kind) => !kind.startsWith('old'))),
    ground: fc.constantFrom(...grounds.filter((ground) => ground !== 'book-only')),
  })
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (given, includesTax, isRegistered, isReturn) => {
        const lines = given.map((each) => ({ ...line, ...each }))
        const kind = isReturn ? 'credit-note' : 'ordinary'
        const { journal, lines: reckoned } = reckon(
          { lines, includesTax, kind },
          isRegistered ? registered : unregistered,
        )
        const whole = reckoned.reduce((sum, each) => sum + each.whole, 0)
        expect(journal === null).toBe(whole <= 0)
        const sum = (side: string) =>
          journal?.lines.filter((each) => each.side === side).reduce((all, { amount }) => all + amount, 0)
        expect(sum('debit')).toBe(sum('credit'))
      },
    ),
  )
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (amount) => {
      const parts = splitByPeriod(amount, { from: '2026-09-21', until: '2028-10-20' }, ['2026-10-01', '2028-10-01'])
      expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount)
    }),
  )
})
