import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { companyCalendar } from '../calendar/business-days.ts'
import { weekdays } from '../calendar/days.ts'
import { UnknownLawError } from '../core/statute.ts'
import { describeDueRule } from './describe-due-rule.ts'
import { dueAfter, dueDates, dueOccurrences } from './due-dates.ts'
import type { DueRule } from './due-rule.ts'
import { parseDueRule } from './parse-due-rule.ts'

const year2026 = { from: '2026-01-01', to: '2026-12-31' }

describe('when work is due', () => {
  test('25th, earlier on days off, by the banks (paydays of 2026)', () => {
    expect(dueDates({ kind: 'monthly', day: 25, shift: 'previous', calendar: 'bank' }, year2026)).toEqual([
      '2026-01-23', '2026-02-25', '2026-03-25', '2026-04-24', '2026-05-25', '2026-06-25',
      '2026-07-24', '2026-08-25', '2026-09-25', '2026-10-23', '2026-11-25', '2026-12-25',
    ]) // biome-ignore format: a year by quarters
  })
  test('withheld tax on the 10th of the following month moves to the next day offices are open (国税通則法10条2項)', () => {
    const rule: DueRule = { kind: 'monthly', day: 10, monthsLater: 1, shift: 'next', calendar: 'public-office' }
    expect(dueOccurrences(rule, { from: '2026-10-01', to: '2026-11-30' })).toEqual([
      { dueOn: '2026-10-13', nominalOn: '2026-10-10', period: '2026-09' },
      { dueOn: '2026-11-10', nominalOn: '2026-11-10', period: '2026-10' },
    ])
  })
  test('a move across the edge of the window belongs to the window it lands in', () => {
    const rule: DueRule = { kind: 'monthly', day: 1, shift: 'previous' }
    expect(dueDates(rule, { from: '2026-07-20', to: '2026-07-31' })).toEqual(['2026-07-31'])
    expect(dueDates(rule, { from: '2026-08-01', to: '2026-08-31' })).toEqual([])
    const later: DueRule = { kind: 'monthly', day: 'end', shift: 'next' }
    expect(dueDates(later, { from: '2026-06-01', to: '2026-06-29' })).toEqual(['2026-06-01'])
  })
  test('31st in short months, the end, the third and the last business day', () => {
    const window = { from: '2026-02-01', to: '2026-05-31' }
    expect(dueDates({ kind: 'monthly', day: 31 }, window)).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ])
    expect(dueDates({ kind: 'monthly', day: { businessDay: 3 } }, window)).toEqual([
      '2026-02-04',
      '2026-03-04',
      '2026-04-03',
      '2026-05-08',
    ])
    expect(dueDates({ kind: 'monthly', day: { businessDay: -1 } }, window)).toEqual([
      '2026-02-27',
      '2026-03-31',
      '2026-04-30',
      '2026-05-29',
    ])
  })
  test('daily over the silver week; every other Monday', () => {
    expect(dueDates({ kind: 'daily' }, { from: '2026-09-18', to: '2026-09-25' })).toEqual([
      '2026-09-18',
      '2026-09-24',
      '2026-09-25',
    ])
    const rule: DueRule = { kind: 'weekly', weekdays: ['mon'], everyWeeks: 2, startsOn: '2026-11-02', shift: 'next' }
    expect(dueDates(rule, { from: '2026-11-01', to: '2026-12-15' })).toEqual([
      '2026-11-02',
      '2026-11-16',
      '2026-11-30',
      '2026-12-14',
    ])
  })
  test('weekly on a holiday moves to the next day', () => {
    expect(
      dueDates({ kind: 'weekly', weekdays: ['mon'], shift: 'next' }, { from: '2026-11-20', to: '2026-11-30' }),
    ).toEqual(['2026-11-24', '2026-11-30'])
  })
  test('quarters follow the fiscal year', () => {
    const end: DueRule = { kind: 'quarterly', monthOfQuarter: 3, day: 'end' }
    expect(dueDates(end, year2026)).toEqual(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'])
    expect(dueDates(end, { ...year2026, fiscalYearStart: 2 })).toEqual([
      '2026-01-31',
      '2026-04-30',
      '2026-07-31',
      '2026-10-31',
    ])
    expect(
      dueOccurrences({ kind: 'quarterly', monthOfQuarter: 4, day: 15 }, { from: '2026-07-01', to: '2026-09-30' }),
    ).toEqual([{ dueOn: '2026-07-15', nominalOn: '2026-07-15', period: '2026-04' }])
  })
  test('yearly in named months', () => {
    const rule: DueRule = { kind: 'yearly', months: [1, 7], day: 10, shift: 'next', calendar: 'public-office' }
    expect(dueDates(rule, year2026)).toEqual(['2026-01-13', '2026-07-10'])
  })
  test('as needed has no dates, an empty window neither', () => {
    expect(dueDates({ kind: 'as-needed' }, year2026)).toEqual([])
    expect(dueDates({ kind: 'daily' }, { from: '2026-11-20', to: '2026-11-19' })).toEqual([])
  })
  test('the company’s own calendar decides', () => {
    const calendar = companyCalendar({ extraClosed: ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'] })
    expect(
      dueDates({ kind: 'monthly', day: { businessDay: -1 } }, { from: '2026-12-01', to: '2026-12-31', calendar }),
    ).toEqual(['2026-12-25'])
  })
  test('to the end of the announced years; beyond them only as a preview', () => {
    const rule: DueRule = { kind: 'monthly', day: 25, shift: 'previous' }
    expect(dueDates(rule, { from: '2027-12-01', to: '2027-12-31' })).toEqual(['2027-12-24'])
    expect(() => dueDates(rule, { from: '2028-01-01', to: '2028-01-31' })).toThrow(UnknownLawError)
    expect(dueDates(rule, { from: '2028-01-01', to: '2028-01-31', preview: true })).toEqual(['2028-01-25'])
    expect(() => dueDates(rule, { from: '9999-12-01', to: '9999-12-31' })).toThrow(/^fromに/)
    expect(() => dueDates(rule, { from: '2027-12-01', to: '2027-12-32' })).toThrow(/^toに/)
  })
})

describe('after an occasion', () => {
  test('five days from 1 April: the first day is not counted (民法140条), or is', () => {
    const rule = { kind: 'after-occasion', occasion: 'joined', length: 5, unit: 'calendar-days' } as const
    expect(dueAfter(rule, '2026-04-01')).toBe('2026-04-06')
    expect(dueAfter({ ...rule, firstDay: 'included' }, '2026-04-01')).toBe('2026-04-05')
    expect(dueAfter({ ...rule, firstDay: 'included', shift: 'next', calendar: 'public-office' }, '2026-04-01')).toBe(
      '2026-04-06',
    )
  })
  test('business days skip the silver week', () => {
    expect(dueAfter({ kind: 'after-occasion', length: 2, unit: 'business-days' }, '2026-09-18')).toBe('2026-09-25')
  })
  test('two months from the end of a month end at the end of a month (民法143条2項)', () => {
    const rule = { kind: 'after-occasion', length: 2, unit: 'months' } as const
    expect(dueAfter(rule, '2026-03-31')).toBe('2026-05-31')
    expect(dueAfter(rule, '2026-12-30')).toBe('2027-02-28')
    expect(dueAfter(rule, '2026-06-15')).toBe('2026-08-15')
    expect(dueAfter({ ...rule, length: -3 }, '2027-03-31')).toBe('2026-12-31')
  })
  test('the 10th of the month after joining', () => {
    const rule = {
      kind: 'month-after-occasion',
      occasion: 'joined',
      monthsLater: 1,
      day: 10,
      shift: 'next',
      calendar: 'public-office',
    } as const
    expect(dueAfter(rule, '2026-09-01')).toBe('2026-10-13')
    expect(dueDates(rule, { ...year2026, occasions: ['2026-04-01', '2026-04-15', '2026-09-01'] })).toEqual([
      '2026-05-11',
      '2026-10-13',
    ])
  })
})

type Case = { text: string; rule?: DueRule; assumed?: boolean }
const cases: Case[] = parse(readFileSync(new URL('./cases.yaml', import.meta.url), 'utf8'))

describe('reading what inventories say', () => {
  test.each(cases.filter((one) => one.rule))('$text', ({ text, rule, assumed }) => {
    const reading = parseDueRule(text)
    expect(reading).toMatchObject({ ok: true })
    if (!reading.ok) return
    expect(reading.rule).toEqual(rule)
    expect(reading.assumed !== undefined).toBe(assumed ?? false)
  })
  test.each(cases.filter((one) => !one.rule))('「$text」 is kept as text', ({ text }) => {
    expect(parseDueRule(text)).toMatchObject({
      ok: false,
      text,
      message: expect.stringContaining('読み取れませんでした'),
    })
  })
  test('any text is answered, quickly', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        (text) => typeof parseDueRule(text).ok === 'boolean',
      ),
    )
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9月日週年末翌の・,()（）営業から]{0,120}$/),
        (text) => typeof parseDueRule(text).ok === 'boolean',
      ),
    )
  })
})

const shiftOf = fc.constantFrom(
  {},
  { shift: 'previous' } as const,
  { shift: 'next' } as const,
  { shift: 'next', calendar: 'bank' } as const,
  { shift: 'next', calendar: 'public-office' } as const,
)
const plainDay = fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant('end' as const))
const businessDay = fc.constantFrom({ businessDay: 1 }, { businessDay: 5 }, { businessDay: -1 }, { businessDay: -3 })
const anyRule: fc.Arbitrary<DueRule> = fc.oneof(
  fc.constant<DueRule>({ kind: 'as-needed' }),
  fc.constantFrom<DueRule>({ kind: 'daily' }, { kind: 'daily', calendar: 'bank' }),
  fc
    .tuple(fc.subarray([...weekdays.slice(1), weekdays[0]], { minLength: 1 }), shiftOf)
    .map(([days, shift]): DueRule => ({ kind: 'weekly', weekdays: days, ...shift })),
  fc
    .tuple(plainDay, fc.constantFrom(1, 2, 3), shiftOf)
    .map(([day, monthsLater, shift]): DueRule => ({ kind: 'monthly', day, monthsLater, ...shift })),
  businessDay.map((day): DueRule => ({ kind: 'monthly', day })),
  fc
    .tuple(plainDay, fc.constantFrom(1, 2, 3, 4, 5), shiftOf)
    .map(([day, monthOfQuarter, shift]): DueRule => ({ kind: 'quarterly', day, monthOfQuarter, ...shift })),
  fc
    .tuple(plainDay, fc.subarray([1, 3, 6, 7, 10, 12], { minLength: 1 }), shiftOf)
    .map(([day, months, shift]): DueRule => ({ kind: 'yearly', day, months, ...shift })),
  fc
    .tuple(
      fc.integer({ min: 1, max: 90 }),
      fc.constantFrom('calendar-days' as const, 'months' as const, 'business-days' as const),
      shiftOf,
    )
    .map(
      ([length, unit, shift]): DueRule => ({
        kind: 'after-occasion',
        occasion: '受領',
        length,
        unit,
        ...(unit === 'business-days' ? {} : shift),
      }),
    ),
  fc.tuple(plainDay, fc.constantFrom(1, 2), shiftOf).map(
    ([day, monthsLater, shift]): DueRule => ({
      kind: 'month-after-occasion',
      occasion: 'left',
      day,
      monthsLater,
      ...shift,
    }),
  ),
)

describe('saying a rule in words', () => {
  test.each<[DueRule, string, string]>([
    [
      { kind: 'monthly', day: 10, monthsLater: 1, shift: 'previous' },
      '翌月10日（休日なら前営業日）',
      'the 10th of the following month (otherwise the previous business day)',
    ],
    [{ kind: 'monthly', day: 'end' }, '毎月末日', 'the last day of every month'],
    [{ kind: 'monthly', day: { businessDay: 3 } }, '毎月第3営業日', 'the 3rd business day of every month'],
    [{ kind: 'weekly', weekdays: ['fri', 'mon'] }, '毎週月・金曜日', 'every Monday and Friday'],
    [
      { kind: 'yearly', months: [1, 7], day: 10, shift: 'next', calendar: 'public-office' },
      '毎年1・7月の10日（閉庁日なら翌開庁日）',
      'the 10th of January and July every year (otherwise the next day on which public offices are open)',
    ],
    [
      { kind: 'quarterly', monthOfQuarter: 4, day: 'end' },
      '四半期終了の翌月末日',
      'the last day of the following month after each quarter',
    ],
    [
      { kind: 'after-occasion', occasion: 'joined', length: 5, unit: 'calendar-days' },
      '入社から5日以内',
      'within 5 days after joining',
    ],
    [{ kind: 'after-occasion', length: 2, unit: 'months' }, '発生から2か月以内', 'within 2 months after the occasion'],
    [{ kind: 'daily' }, '毎営業日', 'every business day'],
  ])('%j', (rule, japanese, english) => {
    expect(describeDueRule(rule)).toBe(japanese)
    expect(describeDueRule(rule, 'en')).toBe(english)
  })
  test('the Japanese words are read back as the same rule', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(parseDueRule(describeDueRule(rule))).toEqual({ ok: true, rule })
      }),
      { numRuns: 500 },
    )
  })
})
