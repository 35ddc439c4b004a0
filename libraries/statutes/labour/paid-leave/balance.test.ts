import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../calendar/days.ts'
import { casesOf } from '../../core/testing.ts'
import { type PaidLeaveBalanceInput, paidLeaveBalance } from './balance.ts'
import { fiveDayDuty } from './five-day-duty.ts'

type DutyCase = { name: string; grants: string[]; expected: string[] }
const cases = casesOf<never>(import.meta.url) as unknown as { duty: DutyCase[] }
const granted = (line: string) => ({ on: line.slice(0, 10), days: Number(line.slice(11)) })
const twoGrants = [granted('2026-10-01 10'), granted('2027-10-01 11')]
const balanceOn = (on: string, more: Partial<PaidLeaveBalanceInput> = {}) =>
  paidLeaveBalance({ grants: twoGrants, uses: [], on, ...more })
const days = (from: string, many: number) =>
  Array.from({ length: many }, (_, index) => ({ on: addDays(from, index), days: 1 }))

describe('残日数', () => {
  test('ten days that nobody took are gone two years after their grant, not a day earlier', () => {
    expect(balanceOn('2028-09-30').balance).toEqual({ days: 21, minutes: 0 })
    expect(balanceOn('2028-10-01').balance).toEqual({ days: 11, minutes: 0 })
    expect(balanceOn('2028-10-01').expired).toEqual({ days: 10, minutes: 0 })
  })

  test('a grant on 29 February can be used through 28 February two years later', () => {
    const grants = [granted('2028-02-29 10')]
    expect(balanceOn('2030-02-28', { grants }).balance.days).toBe(10)
    expect(balanceOn('2030-03-01', { grants }).balance.days).toBe(0)
  })

  test('twelve days taken in the second year: the oldest first leaves 9 new days, the newest first loses 9 old ones', () => {
    const uses = days('2027-11-01', 12)
    const oldest = balanceOn('2028-10-01', { uses })
    expect([oldest.balance.days, oldest.expired.days]).toEqual([9, 0])
    const newest = balanceOn('2028-10-01', { uses, order: 'newest-first' })
    expect([newest.balance.days, newest.expired.days]).toEqual([0, 9])
  })

  test('every change is told, with the grant it concerns and the balance after it', () => {
    const uses = [{ on: '2027-10-01', days: 0.5 }]
    expect(balanceOn('2028-10-01', { uses }).entries).toEqual([
      {
        on: '2026-10-01',
        kind: 'grant',
        amount: { days: 10, minutes: 0 },
        of: [{ grantedOn: '2026-10-01', amount: { days: 10, minutes: 0 } }],
        balance: { days: 10, minutes: 0 },
      },
      {
        on: '2027-10-01',
        kind: 'grant',
        amount: { days: 11, minutes: 0 },
        of: [{ grantedOn: '2027-10-01', amount: { days: 11, minutes: 0 } }],
        balance: { days: 21, minutes: 0 },
      },
      {
        on: '2027-10-01',
        kind: 'use',
        amount: { days: 0.5, minutes: 0 },
        of: [{ grantedOn: '2026-10-01', amount: { days: 0.5, minutes: 0 } }],
        balance: { days: 20.5, minutes: 0 },
      },
      {
        on: '2028-10-01',
        kind: 'expiry',
        amount: { days: 9.5, minutes: 0 },
        of: [{ grantedOn: '2026-10-01', amount: { days: 9.5, minutes: 0 } }],
        balance: { days: 11, minutes: 0 },
      },
    ])
  })

  test('a use before the first grant, or of more than there is, is not paid leave and changes nothing', () => {
    const uses = [{ on: '2026-09-30', days: 1 }, ...days('2026-11-01', 11)]
    const { balance, notCovered } = balanceOn('2027-01-01', { uses })
    expect(balance.days).toBe(0)
    expect(notCovered.map(({ index, reason }) => [index, reason])).toEqual([
      [0, 'no-balance'],
      [11, 'no-balance'],
    ])
  })
})

describe('時間単位年休', () => {
  const hours = (from: string, many: number, hoursOfDay: number) =>
    Array.from({ length: many }, (_, index) => ({ on: addDays(from, index), hours: hoursOfDay }))

  test('a day of 7 h 30 min counts as 8 hours: 3 hours taken leave 9 days and 5 hours', () => {
    const { balance } = balanceOn('2026-12-31', { uses: hours('2026-12-01', 1, 3), dailyMinutes: 450 })
    expect(balance).toEqual({ days: 9, minutes: 300 })
  })

  test('at most five days of one year by the hour, and anew from the next grant', () => {
    const uses = [...hours('2026-11-01', 11, 4), ...hours('2027-11-01', 1, 4)]
    const { balance, notCovered, fiveDayDuty: duty } = balanceOn('2027-12-31', { uses, dailyMinutes: 480 })
    expect(notCovered).toEqual([
      { index: 10, on: '2026-11-11', amount: { days: 0, minutes: 240 }, reason: 'hourly-limit' },
    ])
    expect(balance).toEqual({ days: 15, minutes: 240 })
    expect(duty.map(({ takenDays }) => takenDays)).toEqual([0, 0])
  })
})

describe('年5日の時季指定義務', () => {
  test.each(cases.duty)('$name', ({ grants, expected }) => {
    const found = fiveDayDuty({ grants: grants.map(granted), uses: [], on: '2018-01-01' })
    expect(found.map((duty) => `${duty.from} ${duty.to} ${duty.requiredDays} ${duty.requiredWholeDays}`)).toEqual(
      expected,
    )
  })

  test('half days count as half, days from the year before count too, and the state follows the day', () => {
    const uses = [...days('2027-09-27', 4), { on: '2027-10-01', days: 0.5 }]
    const on = (day: string) => fiveDayDuty({ grants: twoGrants, uses, on: day })[0]
    expect(on('2027-09-29')).toMatchObject({ takenDays: 3, missingDays: 2, state: 'running' })
    expect(on('2027-10-01')).toMatchObject({ takenDays: 4, missingDays: 1, state: 'missed' })
    expect(fiveDayDuty({ grants: twoGrants, uses, on: '2027-10-01' })[1]).toMatchObject({ takenDays: 0.5 })
    expect(fiveDayDuty({ grants: twoGrants, uses: days('2027-01-04', 5), on: '2027-02-01' })[0]).toMatchObject({
      missingDays: 0,
      state: 'met',
    })
  })

  test('without the pro rata rule each of two overlapping years asks for its own five days', () => {
    const grants = [granted('2019-10-01 10'), granted('2020-04-01 11')]
    const found = fiveDayDuty({ grants, uses: [], on: '2019-10-01', overlap: 'each' })
    expect(found.map(({ from, to, requiredDays }) => [from, to, requiredDays])).toEqual([
      ['2019-10-01', '2020-09-30', 5],
      ['2020-04-01', '2021-03-31', 5],
    ])
  })

  test('five days at hiring and five later: the year begins when ten are reached, and days taken before count', () => {
    const grants = [
      { on: '2026-04-01', days: 5, isPart: true },
      { on: '2026-07-01', days: 5, isPart: true },
    ]
    const found = fiveDayDuty({ grants, uses: days('2026-05-11', 2), on: '2026-08-01' })
    expect(found).toMatchObject([{ from: '2026-07-01', to: '2027-06-30', takenDays: 2, missingDays: 3 }])
  })
})

test('whatever is granted and taken: never below zero, and granted − used − expired is what is left', () => {
  const offset = fc.integer({ min: 0, max: 1500 })
  const use = fc.oneof(
    fc.record({ on: offset, days: fc.constantFrom(0.5, 1) }),
    fc.record({ on: offset, hours: fc.integer({ min: 1, max: 7 }) }),
  )
  const at = (days: number) => addDays('2024-04-01', days)
  const inMinutes = ({ days, minutes }: { days: number; minutes: number }) => days * 420 + minutes
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ on: offset, days: fc.integer({ min: 0, max: 20 }) }), { selector: ({ on }) => on }),
      fc.uniqueArray(use, { selector: ({ on }) => on, maxLength: 60 }),
      fc.constantFrom('oldest-first' as const, 'newest-first' as const),
      offset,
      (grants, uses, order, on) => {
        const answer = paidLeaveBalance({
          grants: grants.map((grant) => ({ ...grant, on: at(grant.on) })),
          uses: uses.map((each) => ({ ...each, on: at(each.on) })),
          on: at(on),
          order,
          dailyMinutes: 420,
        })
        for (const { balance } of answer.entries) expect(inMinutes(balance)).toBeGreaterThanOrEqual(0)
        const refused = new Set(answer.notCovered.map(({ index }) => index))
        const taken = uses
          .filter((each, index) => each.on <= on && !refused.has(index))
          .reduce((sum, each) => sum + ('days' in each ? each.days * 420 : each.hours * 60), 0)
        const given = grants.filter((grant) => grant.on <= on).reduce((sum, grant) => sum + grant.days * 420, 0)
        expect(inMinutes(answer.used)).toBe(taken)
        expect(inMinutes(answer.granted)).toBe(given)
        expect(inMinutes(answer.balance)).toBe(given - taken - inMinutes(answer.expired))
        expect(inMinutes(answer.balance)).toBe(
          answer.byGrant.reduce((sum, { remaining }) => sum + inMinutes(remaining), 0),
        )
      },
    ),
  )
})

test.each<[string, object]>([
  ['on', { on: '2026-02-31' }],
  ['order', { order: 'random' }],
  ['grants[0].days', { grants: [{ on: '2026-10-01', days: -1 }] }],
  ['grants[0].days', { grants: [{ on: '2026-10-01', days: 10.3 }] }],
  ['uses[0].days', { uses: [{ on: '2026-10-01', days: 2 }] }],
  ['uses[0].on', { uses: [{ on: '2026-10-32', days: 1 }] }],
  [
    'uses[1].on',
    {
      uses: [
        { on: '2026-10-02', days: 1 },
        { on: '2026-10-02', days: 0.5 },
      ],
    },
  ],
  ['dailyMinutes', { uses: [{ on: '2026-10-02', hours: 2 }] }],
  ['uses[0].hours', { uses: [{ on: '2026-10-02', hours: 1.5 }], dailyMinutes: 480 }],
])('refused by its field: %s in %j', (field, wrong) => {
  expect(() => balanceOn('2026-12-31', wrong)).toThrow(expect.objectContaining({ field }))
})
