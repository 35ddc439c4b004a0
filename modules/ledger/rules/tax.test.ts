import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readyChart } from './ready-chart.ts'
import {
  outOfScope,
  type TaxClass,
  taxClassFault,
  taxClassName,
  taxClassOf,
  taxInvoices,
  taxKeyOf,
  taxNatures,
  taxRateClasses,
  taxSides,
  taxUses,
} from './tax-class.ts'
import { splitTax } from './tax-split.ts'

const sale: TaxClass = { ...outOfScope, side: 'sale', nature: 'taxable', rateClass: 'standard' }
const purchase: TaxClass = { ...sale, side: 'purchase', use: 'taxable-only', invoice: 'qualified' }
const unregistered: TaxClass = { ...purchase, invoice: 'transitional' }

describe('内税・外税', () => {
  // 消費税法30条, 平成28年改正法附則52条・53条 as amended by 令和8年法律第12号: 80 % until 2026-09-30, 70 % from 2026-10-01.
  test.each([
    ['適格請求書 10 %', purchase, 'included', 110_000, '2026-10-05', 100_000, 10_000],
    ['免税事業者から、70 % の初日の後', unregistered, 'included', 110_000, '2026-10-05', 103_000, 7_000],
    ['免税事業者から、80 % の最終日', unregistered, 'included', 110_000, '2026-09-30', 102_000, 8_000],
    ['免税事業者から、外税', unregistered, 'added', 100_000, '2026-10-01', 103_000, 7_000],
    ['控除しない仕入', { ...purchase, invoice: 'none' }, 'included', 110_000, '2026-10-05', 110_000, 0],
    ['軽減 8 %', { ...purchase, rateClass: 'reduced' }, 'included', 1_080, '2026-11-20', 1_000, 80],
    ['売上、外税', sale, 'added', 12_345, '2026-11-20', 12_345, 1_234],
    ['売上、内税、端数切捨て', sale, 'included', 1_000, '2026-11-20', 910, 90],
    ['8 % の頃の標準税率', sale, 'included', 1_080, '2019-09-30', 1_000, 80],
    ['1円', sale, 'included', 1, '2026-11-20', 1, 0],
  ] as const)('%s', (_, taxClass, is, amount, on, base, tax) => {
    expect(splitTax(amount, taxClass, is, on, 'floor')).toEqual({ base, tax })
  })

  test('round as the company does, but never up for a purchase', () => {
    expect(splitTax(1_000, sale, 'included', '2026-11-20', 'half-up')).toEqual({ base: 909, tax: 91 })
    expect(splitTax(999, sale, 'added', '2026-11-20', 'ceiling')).toEqual({ base: 999, tax: 100 })
    expect(splitTax(999, purchase, 'added', '2026-11-20', 'ceiling')).toEqual({ base: 999, tax: 99 })
  })

  test('are refused where no tax is in the amount, and where the law of the day is not known', () => {
    expect(splitTax(100, outOfScope, 'included', '2026-11-20', 'floor')).toHaveProperty('fault')
    const later = splitTax(100, { ...sale, rateClass: 'reduced' }, 'included', '2027-04-01', 'floor')
    expect('fault' in later && later.fault.ja).toContain('2027年4月1日の時点では確認できていません')
    const before = splitTax(100, { ...sale, rateClass: 'reduced' }, 'included', '2019-09-30', 'floor')
    expect('fault' in before && before.fault.en).toContain('2019-09-30')
  })

  test('included, price and tax are the amount, whatever it is', () => {
    const on = fc.constantFrom('2023-10-01', '2026-09-30', '2026-10-01', '2030-09-30')
    const amount = fc.integer({ min: 1, max: 100_000_000 })
    fc.assert(
      fc.property(amount, on, fc.constantFrom(sale, purchase, unregistered), (amount, on, taxClass) => {
        const split = splitTax(amount, taxClass, 'included', on, 'floor')
        expect('base' in split && split.base + split.tax).toBe(amount)
      }),
    )
  })
})

describe('課税区分', () => {
  test.each([
    [sale, '2026-11-20', '課税売上10%'],
    [{ ...sale, isReturn: true }, '2026-11-20', '課税売返10%'],
    [{ ...purchase, rateClass: 'reduced' }, '2026-11-20', '課対仕入8%（軽）'],
    [{ ...purchase, rateClass: 'old-8', use: 'common' }, '2026-11-20', '共対仕入8%（旧）'],
    [unregistered, '2026-09-30', '課対仕入（控80）10%'],
    [unregistered, '2026-10-01', '課対仕入（控70）10%'],
    [{ ...unregistered, percent: 80 }, '2026-10-31', '課対仕入（控80）10%'],
    [{ ...outOfScope, side: 'sale', nature: 'exempt' }, '2026-11-20', '非課税売上'],
    [{ ...outOfScope, side: 'sale', nature: 'export' }, '2026-11-20', '輸出売上'],
    [outOfScope, '2026-11-20', '対象外'],
    [{ ...sale, rateClass: 'reduced' }, '2030-01-01', '課税売上？%（軽）'],
  ] as const)('%# is called by clerks %3$s', (taxClass, on, name) => {
    expect(taxClassName(taxClass, on)).toBe(name)
  })

  test('is a word in the database and the same class again', () => {
    expect(taxKeyOf(unregistered)).toBe('purchase/taxable/standard/taxable-only/transitional/-')
    const part = <Name extends string>(names: readonly Name[]) => fc.constantFrom(null, ...names)
    const anyClass = fc.record({
      side: fc.constantFrom(...taxSides),
      nature: part(taxNatures),
      rateClass: part(taxRateClasses),
      use: part(taxUses),
      invoice: part(taxInvoices),
      isReturn: fc.boolean(),
      percent: fc.constantFrom(undefined, 80, 70),
    })
    fc.assert(
      fc.property(anyClass, (given) => {
        if (taxClassFault(given) === undefined) expect(taxClassOf(taxKeyOf(given))).toEqual(given)
      }),
      { numRuns: 2_000 },
    )
  })

  test.each([
    [{ ...purchase, use: null }, 'use'],
    [{ ...purchase, invoice: null }, 'invoice'],
    [{ ...sale, rateClass: null }, 'rateClass'],
    [{ ...sale, use: 'common' }, 'use'],
    [{ ...purchase, nature: 'export' }, 'nature'],
    [{ ...outOfScope, nature: 'taxable' }, 'nature'],
    [{ ...outOfScope, isReturn: true }, 'isReturn'],
    [{ ...purchase, percent: 80 }, 'percent'],
  ] as const)('%# lacks or has too much: %2$s', (given, part) => {
    expect(taxClassFault(given)?.part).toBe(part)
  })
})

describe('標準の勘定科目', () => {
  test('has codes, names and kana, each once, in the order of the statements, with classes that exist', () => {
    expect(readyChart.length).toBeGreaterThan(150)
    for (const key of ['code', 'name', 'kana'] as const)
      expect(new Set(readyChart.map((account) => account[key])).size, key).toBe(readyChart.length)
    expect(readyChart.map(({ code }) => code)).toEqual(readyChart.map(({ code }) => code).toSorted())
    for (const account of readyChart) {
      expect(account.kana, account.name).toMatch(/^[ァ-ヶー]+$/)
      expect(taxClassFault(account.taxClass), account.name).toBeUndefined()
    }
    const named = (name: string) => readyChart.find((account) => account.name === name)
    expect(named('貸倒引当金')).toMatchObject({ division: 'current-assets', side: 'credit' })
    expect(named('支払利息')).toMatchObject({ taxClass: { side: 'purchase', nature: 'exempt' } })
    expect(named('給料手当')).toMatchObject({ taxClass: outOfScope })
    expect(readyChart.flatMap(({ purpose }) => purpose ?? [])).toEqual([
      'tax-paid',
      'tax-received',
      'retained-earnings',
    ])
  })
})
