import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../calendar/days.ts'
import { UnknownLawError } from '../../core/statute.ts'
import { casesOf } from '../../core/testing.ts'
import { type PaidLeaveGrantsInput, paidLeaveGrants } from './grants.ts'

type GrantCase = PaidLeaveGrantsInput & { name: string; expected: string[]; source: string }
type UniformCase = {
  name: string
  hiredOn: string
  on: string
  first: 'six-months' | 'common-day' | 'on-hire'
  until: string
  expected: string[]
}

const cases = casesOf<never>(import.meta.url) as unknown as { grants: GrantCase[]; uniform: UniformCase[] }
const fullTime = { weeklyDays: 5, weeklyHours: 40 }
const lines = (input: PaidLeaveGrantsInput) => paidLeaveGrants(input).map(({ on, days }) => `${on} ${days}`)

describe('年次有給休暇の付与', () => {
  test.each(cases.grants)('$name ($hiredOn)', ({ name: _, expected, source: __, ...input }) => {
    expect(lines(input)).toEqual(expected)
  })

  test.each(cases.uniform)('斉一的取扱い: $name', ({ hiredOn, on, first, until, expected }) => {
    expect(lines({ hiredOn, ...fullTime, until, uniform: { on, first } })).toEqual(expected)
  })

  test('each grant says until when it can be used, whether the five days are owed, and on which law it rests', () => {
    const [first] = paidLeaveGrants({ hiredOn: '2026-04-01', ...fullTime, until: '2026-12-31' })
    expect(first).toMatchObject({
      expiresOn: '2028-09-30',
      serviceMonths: 6,
      kind: 'full',
      attendance: 'taken-as-met',
      dueOn: '2026-10-01',
      fallsUnderFiveDayDuty: true,
    })
    expect(first?.because.map(({ statute }) => statute)).toEqual([
      '年次有給休暇の付与日数',
      '年次有給休暇の時効',
      '年5日の時季指定義務',
    ])
  })

  test('79 % attended: nothing this time, but service goes on; exactly 80 % is enough', () => {
    const input = { hiredOn: '2025-04-01', ...fullTime, until: '2027-12-31' }
    const attended = (attendedDays: number) => ({
      ...input,
      attendance: [{ grantOn: '2026-10-01', workingDays: 240, attendedDays }],
    })
    expect(lines(attended(191))).toEqual(['2025-10-01 10', '2026-10-01 0', '2027-10-01 12'])
    expect(lines(attended(192))).toEqual(['2025-10-01 10', '2026-10-01 11', '2027-10-01 12'])
  })

  test('a period without any working day gives no right', () => {
    const attendance = [{ grantOn: '2025-10-01', workingDays: 0, attendedDays: 0 }]
    expect(lines({ hiredOn: '2025-04-01', ...fullTime, until: '2025-12-31', attendance })).toEqual(['2025-10-01 0'])
  })

  test('the contract of the grant day decides: three days until 2027-09-30, five days from 2027-10-01', () => {
    const change = { from: '2027-10-01', ...fullTime }
    const input = { hiredOn: '2026-04-01', weeklyDays: 3, weeklyHours: 18, until: '2027-12-31' }
    expect(lines({ ...input, contractChanges: [change] })).toEqual(['2026-10-01 5', '2027-10-01 11'])
    expect(lines({ ...input, contractChanges: [{ ...change, from: '2027-10-02' }] })).toEqual([
      '2026-10-01 5',
      '2027-10-01 6',
    ])
  })

  test('grants before 2001-04-01 followed another table: left out, and refused where they are asked for', () => {
    const input = { hiredOn: '1998-04-01', ...fullTime, until: '2002-12-31' }
    expect(lines(input)).toEqual(['2001-10-01 14', '2002-10-01 16'])
    expect(() => paidLeaveGrants({ ...input, from: '1999-01-01' })).toThrow(UnknownLawError)
  })

  test('what is granted after the checked period is a forecast and says so', () => {
    const grants = paidLeaveGrants({ hiredOn: '2026-04-01', ...fullTime, until: '2029-04-01' })
    expect(grants.map(({ because }) => because[0]?.guess)).toEqual([undefined, undefined, true])
  })
})

test('any hiring, any common day: in order, never later than the article, at most a year apart', () => {
  const hired = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2016-01-01', days))
  const commonDay = fc.constantFrom('01-01', '04-01', '10-01', '08-31')
  const firstGrant = fc.constantFrom('six-months' as const, 'common-day' as const, 'on-hire' as const)
  fc.assert(
    fc.property(hired, fc.option(commonDay, { nil: undefined }), firstGrant, (hiredOn, on, first) => {
      const uniform = on === undefined ? {} : { uniform: { on, first } }
      const grants = paidLeaveGrants({ hiredOn, ...fullTime, until: addDays(hiredOn, 3650), ...uniform })
      expect(grants.map(({ days }) => days)).toEqual(
        [10, 11, 12, 14, 16, 18, 20, 20, 20, 20, 20].slice(0, grants.length),
      )
      let before = hiredOn
      for (const [index, grant] of grants.entries()) {
        expect(grant.on <= grant.dueOn && (index === 0 || grant.on > before)).toBe(true)
        expect(daysBetween(before, grant.on)).toBeLessThanOrEqual(366)
        before = grant.on
      }
    }),
  )
})

describe('what cannot be calculated with is refused by its field', () => {
  const input = { hiredOn: '2026-04-01', ...fullTime, until: '2028-04-01' }
  test.each<[string, object]>([
    ['hiredOn', { hiredOn: '2026-02-31' }],
    ['until', { until: '2026-03-31' }],
    ['until', { until: '2026-13-01' }],
    ['weeklyHours', { weeklyHours: -1, weeklyDays: 3 }],
    ['weeklyHours', { weeklyHours: -40 }],
    ['weeklyHours', { weeklyHours: undefined, weeklyDays: 4 }],
    ['weeklyDays', { weeklyDays: 8 }],
    ['weeklyDays', { weeklyDays: 0 }],
    ['weeklyDays', { weeklyDays: 4.5 }],
    ['weeklyDays', { weeklyDays: undefined }],
    ['weeklyDays', { yearlyDays: 200 }],
    ['attendance[0].grantOn', { attendance: [{ grantOn: '2026-10-02', workingDays: 1, attendedDays: 1 }] }],
    ['attendance[0].attendedDays', { attendance: [{ grantOn: '2026-10-01', workingDays: 1, attendedDays: 2 }] }],
    ['contractChanges[0].from', { contractChanges: [{ from: '2026-04-31', ...fullTime }] }],
    ['uniform.on', { uniform: { on: '02-29', first: 'on-hire' } }],
    ['uniform.first', { uniform: { on: '04-01', first: 'soon' } }],
  ])('%s in %j', (field, wrong) => {
    expect(() => paidLeaveGrants({ ...input, ...wrong })).toThrow(expect.objectContaining({ field }))
  })
})
