import { readdirSync, readFileSync } from 'node:fs'
import { type DueRule, dueAfter, dueDates } from '@ennoshita/statutes'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const folder = new URL('./', import.meta.url)

const occasions = [
  'joined', 'left', 'moved', 'married', 'child-born', 'address-changed', 'vendor-added', 'contract-signed', 'accident',
  'visitor', 'phone-call', 'mail-arrived', 'supply-short', 'pc-needed', 'account-needed', 'inquiry', 'order-received',
  'quote-requested', 'complaint', 'board-meeting', 'audit',
] as const // biome-ignore format: a list of words

const text = z.string().trim().min(1).max(200)
const occasion = z.enum(occasions)
const day = z.union([z.int().min(1).max(31), z.literal('end'), z.strictObject({ businessDay: z.int() })])
const shift = {
  shift: z.enum(['previous', 'next', 'none']).optional(),
  calendar: z.enum(['company', 'bank', 'public-office']).optional(),
}
const weekday = z.enum(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'])
const dueRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('daily'), calendar: shift.calendar }),
  z.strictObject({ kind: z.literal('weekly'), weekdays: z.array(weekday).min(1), ...shift }),
  z.strictObject({ kind: z.literal('monthly'), day, monthsLater: z.int().min(1).max(2).optional(), ...shift }),
  z.strictObject({ kind: z.literal('quarterly'), monthOfQuarter: z.int().min(1).max(6), day, ...shift }),
  z.strictObject({ kind: z.literal('yearly'), months: z.array(z.int().min(1).max(12)).min(1), day, ...shift }),
  z.strictObject({
    kind: z.literal('after-occasion'),
    occasion,
    length: z.int(),
    unit: z.enum(['calendar-days', 'business-days', 'months']),
    ...shift,
  }),
  z.strictObject({
    kind: z.literal('month-after-occasion'),
    occasion,
    monthsLater: z.int().min(1),
    day,
    ...shift,
  }),
])
const law = z.strictObject({
  name: text,
  article: text,
  deadline: text,
  url: z.url({ protocol: /^https$/ }).optional(),
  trust: z.enum(['V', 'S', 'M']),
})
const readyKind = z.strictObject({
  key: text.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: text,
  nameEn: text.regex(/^[\x20-\x7e]+$/),
  major: z.enum(['経理', '財務', '人事', '労務', '総務', '法務', '情シス', '営業事務', '経営企画']),
  middle: text,
  department: text,
  timing: z.enum(['day', 'week', 'month', 'quarter', 'year', 'occasion']),
  due: dueRule.nullable(),
  followsFiscalYear: z.literal(true).optional(),
  usualMinutes: z.int().min(1),
  difficulty: z.int().min(1).max(3),
  law: law.optional(),
  papers: z.array(text).min(1),
  systems: z.array(text).min(1),
  steps: z.array(text).min(3).max(7),
  goesWrong: text,
  unsung: z.boolean(),
})
const keyOrder = Object.keys(readyKind.shape)

const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
const rawKindsOf = (file: string) =>
  z.array(z.record(z.string(), z.unknown())).parse(parse(readFileSync(new URL(file, folder), 'utf8')))
const kinds = files.flatMap((file) => rawKindsOf(file).map((raw) => readyKind.parse(raw)))

const kind = (key: string) => {
  const found = kinds.find((candidate) => candidate.key === key)
  if (!found) throw new Error(`no ready kind "${key}"`)
  return found
}
const ruleOf = (key: string): DueRule => kind(key).due ?? { kind: 'as-needed' }
const fiscalYear2026 = { from: '2026-04-01', to: '2027-03-31' }
const datesOf = (key: string) => dueDates(ruleOf(key), fiscalYear2026)
const dateAfter = (key: string, occasionOn: string) => {
  const rule = ruleOf(key)
  if (rule.kind !== 'after-occasion' && rule.kind !== 'month-after-occasion') throw new Error(`${key} has no occasion`)
  return dueAfter(rule, occasionOn)
}
const twice = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at)

describe('the ready kinds of work as data', () => {
  test('one file per department, every one read', () => {
    expect(files.toSorted()).toEqual([
      'accounting.yaml', 'finance.yaml', 'general-affairs.yaml', 'it.yaml', 'labour.yaml', 'legal.yaml',
      'personnel.yaml', 'planning.yaml', 'sales-support.yaml',
    ]) // biome-ignore format: a list of files
  })
  test('at least 150, no key and no name twice', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(150)
    expect(twice(kinds.map(({ key }) => key))).toEqual([])
    expect(twice(kinds.map(({ name }) => name))).toEqual([])
    expect(twice(kinds.map(({ nameEn }) => nameEn))).toEqual([])
  })
  test.each(readyKind.shape.major.options)('%s has at least eight', (major) => {
    expect(kinds.filter((each) => each.major === major).length).toBeGreaterThanOrEqual(8)
  })
  test.each(files)('%s keeps the order of keys and one department', (file) => {
    const raw = rawKindsOf(file)
    for (const each of raw) expect(Object.keys(each)).toEqual(keyOrder.filter((key) => key in each))
    expect(new Set(raw.map(({ major }) => major)).size).toBe(1)
  })
  test('sentences end as sentences, steps do not', () => {
    expect(kinds.filter(({ goesWrong }) => !goesWrong.endsWith('。')).map(({ key }) => key)).toEqual([])
    expect(kinds.filter(({ steps }) => steps.some((step) => step.endsWith('。'))).map(({ key }) => key)).toEqual([])
  })
  test('the work that no system records is among them', () => {
    const unsung = kinds.filter((each) => each.unsung).map(({ key }) => key)
    expect(unsung).toEqual(
      expect.arrayContaining(['main-telephone', 'visitor-reception', 'serving-tea', 'supplies-order']),
    )
    expect(unsung.length).toBeGreaterThanOrEqual(20)
  })
})

describe('when the ready kinds are due', () => {
  test('the timing says what the rule says', () => {
    const timings = {
      daily: 'day', weekly: 'week', monthly: 'month', quarterly: 'quarter', yearly: 'year',
      'after-occasion': 'occasion', 'month-after-occasion': 'occasion',
    } // biome-ignore format: a table
    for (const { key, timing, due } of kinds) expect([key, timing]).toEqual([key, due ? timings[due.kind] : 'occasion'])
  })
  test('every rule with dates of its own gives them in the fiscal year 2026', () => {
    const silent = kinds.filter(({ key, timing }) => timing !== 'occasion' && datesOf(key).length === 0)
    expect(silent.map(({ key }) => key)).toEqual([])
    for (const { key, due } of kinds) {
      if (due?.kind === 'monthly') expect([key, datesOf(key).length >= 11]).toEqual([key, true])
      if (due?.kind === 'quarterly') expect([key, datesOf(key).length]).toEqual([key, 4])
      if (due?.kind === 'yearly') expect([key, datesOf(key).length]).toEqual([key, due.months.length])
    }
  })
  test('every rule after an occasion gives a date for the occasion', () => {
    for (const { key, due } of kinds) {
      if (due?.kind === 'after-occasion' || due?.kind === 'month-after-occasion') {
        expect(dateAfter(key, '2026-06-15')).toMatch(/^2026-\d\d-\d\d$/)
      }
    }
  })
})

describe('legal deadlines, checked against the calendar', () => {
  test('withheld income tax: the 10th of the following month, the next open day on days off (所得税法183条・204条)', () => {
    expect(datesOf('withholding-tax-payment')).toEqual([
      '2026-04-10', '2026-05-11', '2026-06-10', '2026-07-10', '2026-08-10', '2026-09-10',
      '2026-10-13', '2026-11-10', '2026-12-10', '2027-01-12', '2027-02-10', '2027-03-10',
    ]) // biome-ignore format: a year by halves
  })
  test('the special schedule: 10 July and 20 January', () => {
    expect(datesOf('withholding-tax-first-half')).toEqual(['2026-07-10'])
    expect(datesOf('withholding-tax-second-half')).toEqual(['2027-01-20'])
  })
  test('定時決定 by 10 July (健康保険法41条)', () => {
    expect(datesOf('standard-remuneration')).toEqual(['2026-07-10'])
    expect(kind('standard-remuneration').law).toMatchObject({ name: '健康保険法', article: '41条', trust: 'V' })
  })
  test('slips of 2026 are due on Monday, 1 February 2027 (所得税法225条・226条; 国税通則法10条2項)', () => {
    expect(datesOf('statutory-slips')).toEqual(['2027-02-01'])
    expect(datesOf('payroll-report')).toEqual(['2027-02-01'])
  })
  test('depreciable assets by 31 January, a Sunday in 2027 (地方税法383条)', () => {
    expect(datesOf('depreciable-asset-return')).toEqual(['2027-02-01'])
    expect(kind('depreciable-asset-return').law).toMatchObject({ name: '地方税法', article: '383条', trust: 'S' })
  })
  test('資格取得届 within five days of joining: 1 April 2026 gives Monday the 6th (健康保険法42条, unverified)', () => {
    expect(dateAfter('acquire-insurance', '2026-04-01')).toBe('2026-04-06')
    expect(kind('acquire-insurance').law).toMatchObject({ article: '42条', trust: 'M' })
  })
  test('離職証明書 within ten days; the silver week of 2026 moves it to the 24th', () => {
    expect(dateAfter('separation-certificate', '2026-09-10')).toBe('2026-09-24')
  })
  test('雇用保険の取得届: the 10th of the month after joining, a Sunday in May 2026', () => {
    expect(dateAfter('acquire-employment-insurance', '2026-04-01')).toBe('2026-05-11')
  })
  test('the article 36 agreement is filed before the agreement year begins (労働基準法36条)', () => {
    expect(datesOf('agreement-36')).toEqual(['2027-03-15'])
    expect(kind('agreement-36').law).toMatchObject({ article: '36条', trust: 'S' })
  })
  test('five days of leave within a year of the grant (労働基準法39条7項)', () => {
    expect(kind('paid-leave-five-days').law).toMatchObject({ article: '39条7項', trust: 'S' })
    expect(kind('paid-leave-five-days').law?.deadline).toContain('1年以内に5日')
  })
  test('payment within 60 days of receipt (取適法3条)', () => {
    expect(kind('payment-plan').law).toMatchObject({ article: '3条', trust: 'S' })
    expect(kind('payment-plan').law?.deadline).toContain('60日以内')
  })
})
