import { describe, expect, test } from 'vitest'
import { addDays } from '../../calendar/days.ts'
import { UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { classifyWork, type WorkMinutes } from './classify-work.ts'
import { frameMinutes } from './overtime-steps.ts'
import type { WorkDay, WorkRule } from './work-rule.ts'

type Short = Partial<Record<keyof WorkMinutes extends `${infer Name}Minutes` ? Name : never, number>>
type Case = { name: string; rule: WorkRule; days: string[]; totals: Short; source: string }

const kinds = { w: 'workday', L: 'legal-rest-day', c: 'company-rest-day' } as const

function dayOf(line: string): WorkDay {
  const [date = '', kind = 'w', ...rest] = line.split(' ')
  const number = (sign: string) => Number(rest.find((word) => word.startsWith(sign))?.slice(1))
  const pairs = (words: string) => words.split(',').map((pair) => pair.split('-'))
  const punches = rest.find((word) => /^\d/.test(word))
  const breaks = rest.find((word) => word.startsWith('B'))?.slice(1)
  return {
    date,
    kind: kinds[kind as keyof typeof kinds],
    punches: punches ? pairs(punches).map(([start = '', end = '']) => ({ in: start, out: end })) : [],
    ...(breaks ? { breaks: pairs(breaks).map(([from = '', to = '']) => ({ from, to })) } : {}),
    ...(rest.some((word) => word.startsWith('b')) ? { breakMinutes: number('b') } : {}),
    ...(rest.some((word) => word.startsWith('p')) ? { plannedMinutes: number('p') } : {}),
  }
}

const april = { from: '2026-04-01', to: '2026-04-30' }
const classify = (rule: WorkRule, days: readonly string[], period = april) =>
  classifyWork({ rule, period, days: days.map(dayOf) })
const short = (minutes: WorkMinutes): Short =>
  Object.fromEntries(
    Object.entries(minutes).flatMap(([name, value]) => (value === 0 ? [] : [[name.replace('Minutes', ''), value]])),
  )
const everyDay = (from: string, many: number, line: string) =>
  Array.from({ length: many }, (_, index) => `${addDays(from, index)} ${line}`)

describe('労働時間の区分', () => {
  test.each(casesOf<Case>(import.meta.url))('$name', ({ rule, days, totals }) => {
    expect(short(classify(rule, days).totals)).toEqual(totals)
  })

  test.each([
    ['09:00-15:00', 0],
    ['09:00-15:01', 45],
    ['09:00-17:00', 45],
    ['09:00-17:01', 60],
  ])('休憩: %s needs %i minutes of break', (punch, required) => {
    const { days, findings } = classify({ kind: 'fixed' }, [`2026-04-06 w ${punch}`])
    expect(days[0]).toMatchObject({ breakMinutes: 0, requiredBreakMinutes: required, breakShortfallMinutes: required })
    expect(findings.filter(({ code }) => code === 'break-short')).toHaveLength(required > 0 ? 1 : 0)
  })

  test('a week that begins on Monday keeps Sunday’s work in the week before', () => {
    const days = [...everyDay('2026-04-05', 6, 'w 09:00-17:00 b0'), '2026-04-11 c']
    expect(classify({ kind: 'fixed' }, days).totals.overtimeMinutes).toBe(480)
    expect(classify({ kind: 'fixed', weekStartsOn: 'mon' }, days).totals.overtimeMinutes).toBe(0)
  })

  test('a week that began last month: its days count, and what is missing is told', () => {
    const inApril = ['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04'].map((date) => `${date} w 09:00-17:00`)
    const inMarch = ['2026-03-30', '2026-03-31'].map((date) => `${date} w 09:00-17:00`)
    const sunday = '2026-03-29 L'
    const whole = classify({ kind: 'fixed' }, [sunday, ...inMarch, ...inApril])
    expect(whole.days.map(({ date, overtimeMinutes }) => [date, overtimeMinutes])).toEqual([
      ['2026-04-01', 0],
      ['2026-04-02', 0],
      ['2026-04-03', 0],
      ['2026-04-04', 480],
    ])
    expect(whole.findings.filter(({ code }) => code === 'week-incomplete')).toEqual([])
    expect(classify({ kind: 'fixed' }, inApril).findings).toContainEqual(
      expect.objectContaining({ code: 'week-incomplete', date: '2026-03-29' }),
    )
  })

  test('80 hours of overtime: 60 at the usual rate, 20 over 60, in order of time; legal rest days do not count', () => {
    const days = [...everyDay('2026-06-01', 26, 'w 09:00-22:00 B12:00-13:00')].map((line, index) =>
      index % 7 === 6 ? line.replace(' w ', ' L ') : index % 7 === 5 ? `${line.slice(0, 10)} c` : line,
    )
    const june = { from: '2026-06-01', to: '2026-06-30' }
    const { totals, days: classified } = classify({ kind: 'fixed' }, days, june)
    expect(totals).toMatchObject({ overtimeMinutes: 4800, over60Minutes: 1200, legalHolidayMinutes: 3 * 720 })
    expect(classified.at(-1)).toMatchObject({ date: '2026-06-26', over60Minutes: 240 })
    expect(classified.find(({ over60Minutes }) => over60Minutes > 0)?.date).toBe('2026-06-22')
    const more = classifyWork({
      rule: { kind: 'fixed' },
      period: june,
      days: days.map(dayOf),
      overtimeMinutesBefore: 1200,
    })
    expect(more.totals.over60Minutes).toBe(2400)
  })

  test('a day explains itself', () => {
    const { days, because } = classify({ kind: 'fixed' }, ['2026-04-06 w 09:00-23:00 b60'])
    expect(days[0]?.explanations.map(({ ja }) => ja)).toEqual(['1日の限度を超えた時間外：300分', '深夜：60分'])
    expect(because.map(({ statute }) => statute)).toContain('法定労働時間')
  })

  test('outside the known dates it refuses', () => {
    const period = { from: '2031-04-01', to: '2031-04-30' }
    expect(() => classify({ kind: 'fixed' }, [], period)).toThrow(UnknownLawError)
    expect(() => classifyWork({ rule: { kind: 'fixed' }, period, days: [] }, { preview: true })).not.toThrow()
  })
})

describe('1か月単位の変形労働時間制', () => {
  test.each([
    [28, 160.0, 176.0],
    [29, 165.7, 182.2],
    [30, 171.4, 188.5],
    [31, 177.1, 194.8],
  ])('the frame of %i days, cut off as the leaflet of the ministry does', (days, hours40, hours44) => {
    const tenths = (minutes: number) => Math.floor(minutes / 6) / 10
    expect(tenths(frameMinutes(2400, days, 7))).toBe(hours40)
    expect(tenths(frameMinutes(2640, days, 7))).toBe(hours44)
  })

  test('third count: every day and week within its limit, the period eight hours over its frame of 160', () => {
    const february = { from: '2027-02-01', to: '2027-02-28' }
    const heavy = everyDay('2027-02-01', 6, 'w 09:00-18:00 b60 p480')
    const light = ['2027-02-08', '2027-02-15', '2027-02-22'].flatMap((monday) => [
      ...everyDay(monday, 4, 'w 09:00-18:00 b60 p480'),
      `${addDays(monday, 4)} c 09:00-18:00 b60`,
    ])
    const {
      totals,
      days,
      frameMinutes: frame,
      findings,
    } = classify({ kind: 'monthly-variable', weekStartsOn: 'mon' }, [...heavy, ...light], february)
    expect(frame).toBe(9600)
    expect(totals).toMatchObject({ workedMinutes: 10_080, overtimeMinutes: 480, withinLegalMinutes: 960 })
    expect(days.at(-1)).toMatchObject({ date: '2027-02-26', overtimeBy: { day: 0, week: 0, period: 480 } })
    expect(findings).toEqual([])
  })

  test('a part of a week has 40 hours × days / 7: 1 to 4 April are four days, 22 hours 51 minutes', () => {
    const days = everyDay('2026-04-01', 4, 'w 09:00-16:00 b60 p300')
    expect(classify({ kind: 'monthly-variable' }, days).totals.overtimeMinutes).toBe(24 * 60 - 1371)
  })

  test('a plan beyond the frame is told', () => {
    const days = everyDay('2026-04-01', 30, 'w p480')
    expect(classify({ kind: 'monthly-variable' }, days).findings).toMatchObject([{ code: 'planned-over-frame' }])
  })
})
