import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '../../core/input.ts'
import { UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { type DepreciationInput, depreciation } from './depreciation.ts'
import { ratesOf } from './rates.ts'
import { smallAssetChoice, threeYearParts } from './small-assets.ts'

type Case = Omit<DepreciationInput, 'fiscalYearEnd'> & {
  name: string
  source: string
  fiscalYearEnd?: string
  taken: number[]
}

const asset: DepreciationInput = {
  method: 'straight-line',
  cost: 1_000_000,
  usefulLifeYears: 10,
  inServiceOn: '2026-04-01',
  fiscalYearEnd: '03-31',
}

describe('減価償却', () => {
  test.each(casesOf<Case>(import.meta.url))('$name', ({ name, source, taken, ...facts }) => {
    const years = depreciation({ fiscalYearEnd: '03-31', ...facts })
    expect(years.map((year) => year.depreciation)).toEqual(taken)
    expect(years.at(-1)?.bookValue).toBe(1)
  })

  test('each year says when it ends and what is left', () => {
    expect(depreciation({ ...asset, inServiceOn: '2026-10-10' }).slice(0, 2)).toMatchObject([
      { fiscalYearEndsOn: '2027-03-31', depreciation: 50_000, bookValue: 950_000 },
      { fiscalYearEndsOn: '2028-03-31', depreciation: 100_000, bookValue: 850_000 },
    ])
    expect(depreciation(asset)[0]?.because).toMatchObject([{ statute: '減価償却資産の償却率', source: { trust: 'S' } }])
  })

  test('the end of February is the end of February in leap years too', () => {
    const years = depreciation({ ...asset, inServiceOn: '2026-03-01', fiscalYearEnd: '02-28' })
    expect(years.slice(0, 2).map((year) => year.fiscalYearEndsOn)).toEqual(['2027-02-28', '2028-02-29'])
  })

  test('every schedule ends at the memorandum yen, never rises again and sums to the cost', () => {
    const method = fc.constantFrom('straight-line' as const, 'declining-balance-200' as const)
    const rounding = fc.constantFrom('floor' as const, 'ceil' as const, 'half-up' as const)
    fc.assert(
      fc.property(
        method,
        rounding,
        fc.integer({ min: 2, max: 50 }),
        fc.integer({ min: 100_000, max: 9_999_999_999 }),
        fc.integer({ min: 1, max: 12 }),
        (how, rounded, usefulLifeYears, cost, month) => {
          const inServiceOn = `2026-${String(month).padStart(2, '0')}-15`
          const years = depreciation({ ...asset, method: how, rounding: rounded, cost, usefulLifeYears, inServiceOn })
          const total = years.reduce((sum, year) => sum + year.depreciation, 0)
          expect(years.every((year) => year.depreciation > 0)).toBe(true)
          expect([years.at(-1)?.bookValue, total]).toEqual([1, cost - 1])
          expect(years.length).toBeLessThanOrEqual(usefulLifeYears + 2)
        },
      ),
    )
  })

  test('the rates of the law: 定額 is 1/n rounded up, 定率 is 2/n rounded half up, three decimals', () => {
    for (let life = 2; life <= 50; life += 1) {
      expect(ratesOf('straight-line', life).rate.parts, `${life}年 定額`).toBe(Math.ceil(1000 / life) * 100)
      expect(ratesOf('declining-balance-200', life).rate.parts, `${life}年 定率`).toBe(Math.round(2000 / life) * 100)
    }
  })
})

/** 国税庁「耐用年数の適用等に関する取扱通達」付表7(2) 定率法未償却残額表（平成24年3月31日まで取得分）を加工して作成: rows of years gone by, columns of lives. */
const officialRatios = readFileSync(new URL('remaining-ratios-250.csv', import.meta.url), 'utf8')

test('250 %: the 1,272 remaining ratios of 付表7(2), to within 0.001', () => {
  const [lives = [], ...rows] = officialRatios
    .trim()
    .split('\n')
    .map((line) => line.split(',').slice(1))
  const cost = 100_000_000_000
  let compared = 0
  lives.map(Number).forEach((usefulLifeYears, column) => {
    const method = 'declining-balance-250'
    const years = depreciation({ ...asset, method, cost, usefulLifeYears, inServiceOn: '2008-04-01' })
    years.slice(0, usefulLifeYears).forEach(({ bookValue }, elapsed) => {
      const official = Math.round(Number(rows[elapsed]?.[column]) * 1000)
      const difference = Math.abs(Math.round((bookValue / cost) * 1000) - official)
      expect(difference, `${usefulLifeYears}年 ${elapsed + 1}年経過`).toBeLessThanOrEqual(1)
      compared += 1
    })
  })
  expect(compared).toBe(1272)
})

describe('what cannot be calculated', () => {
  test.each<[Partial<DepreciationInput>, string]>([
    [{ cost: 0 }, 'cost'],
    [{ cost: 1.5 }, 'cost'],
    [{ usefulLifeYears: 51 }, 'usefulLifeYears'],
    [{ inServiceOn: '2026-02-31' }, 'inServiceOn'],
    [{ fiscalYearEnd: '02-30' }, 'fiscalYearEnd'],
    [{ fiscalYearEnd: '2026-03-31' }, 'fiscalYearEnd'],
    [{ acquiredOn: '2026-04-02' }, 'acquiredOn'],
    [{ method: 'declining-balance-250', acquiredOn: '2012-04-01' }, 'method'],
    [{ method: 'declining-balance-200', inServiceOn: '2012-03-31' }, 'method'],
    [{ method: 'declining-balance-200', kind: 'building' }, 'method'],
    [{ method: 'declining-balance-200', kind: 'structure', inServiceOn: '2016-04-01' }, 'method'],
  ])('%j names %s', (change, field) => {
    expect(() => depreciation({ ...asset, ...change })).toThrow(InvalidInputError)
    expect(() => depreciation({ ...asset, ...change })).toThrow(new RegExp(`^${field}`))
  })

  test('a structure could be on the declining balance until March 2016', () => {
    const before: DepreciationInput = {
      ...asset,
      method: 'declining-balance-200',
      kind: 'structure',
      inServiceOn: '2016-03-31',
    }
    expect(depreciation(before)[0]?.depreciation).toBe(16_666)
  })

  test('before April 2007 another law applied', () => {
    expect(() => depreciation({ ...asset, inServiceOn: '2007-03-31' })).toThrow(UnknownLawError)
  })
})

describe('少額の資産', () => {
  const small = { isSmallBlueReturnCompany: true, employees: 50 }
  test.each<[string, number, string[]]>([
    ['2026-03-31', 299_999, ['small-company', 'depreciation']],
    ['2026-03-31', 300_000, ['depreciation']],
    ['2026-04-01', 399_999, ['small-company', 'depreciation']],
    ['2026-04-01', 400_000, ['depreciation']],
    ['2026-04-01', 199_999, ['small-company', 'three-years', 'depreciation']],
    ['2026-04-01', 99_999, ['expense', 'small-company', 'three-years', 'depreciation']],
  ])('%s %d円', (acquiredOn, cost, ways) => {
    expect(smallAssetChoice({ acquiredOn, cost, ...small }).ways).toEqual(ways)
  })

  test('the special rule ends at three million a year, at 400 employees, and for what is lent out', () => {
    const asked = { acquiredOn: '2026-04-01', cost: 350_000, ...small }
    expect(smallAssetChoice({ ...asked, usedThisYear: 2_650_000 }).ways).toContain('small-company')
    expect(smallAssetChoice({ ...asked, usedThisYear: 2_650_001 }).ways).not.toContain('small-company')
    expect(smallAssetChoice({ ...asked, usedThisYear: 1_200_000, fiscalYearMonths: 6 }).ways).not.toContain(
      'small-company',
    )
    expect(smallAssetChoice({ ...asked, employees: 401 }).ways).toEqual(['depreciation'])
    expect(smallAssetChoice({ ...asked, cost: 50_000, isLentOut: true }).ways).toEqual(['depreciation'])
  })

  test('three equal years, the last with the rest', () => {
    const acquiredOn = '2026-04-01'
    expect(threeYearParts({ acquiredOn, cost: 150_000 }).parts).toEqual([50_000, 50_000, 50_000])
    expect(threeYearParts({ acquiredOn, cost: 100_001 }).parts).toEqual([33_333, 33_333, 33_335])
    expect(threeYearParts({ acquiredOn, cost: 199_999 }).because).toMatchObject([{ from: '2026-04-01' }])
    expect(() => threeYearParts({ acquiredOn, cost: 200_000 })).toThrow(/^costに/)
    expect(() => threeYearParts({ acquiredOn: '2029-04-01', cost: 150_000 })).toThrow(UnknownLawError)
  })
})
