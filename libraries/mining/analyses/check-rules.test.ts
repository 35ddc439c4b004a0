import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainOfficeHours } from '../log/business-time.ts'
import { type EventRow, logOf } from '../log/event-log.ts'
import { checkRules, type Rule } from './check-rules.ts'

/** One case per text; a letter is an activity, the letter after a dot who did it. */
const logFrom = (...ways: string[]) =>
  logOf(
    ways.flatMap((way, number) =>
      way.split(' ').map((step, hour): EventRow => {
        const [activity = '', actor] = step.split('.')
        return { caseId: `${number + 1}`, activity, actor, at: `2026-11-20T${String(9 + hour).padStart(2, '0')}:00` }
      }),
    ),
  )

const broken = (rule: Rule, ...ways: string[]) => checkRules(logFrom(...ways), [rule])[0]

test('response: every 申請 must be followed by a 承認', () => {
  const rule = { rule: 'response', activity: '申請', response: '承認' } as const
  expect(broken(rule, '申請 承認', '申請 承認 申請', '支払')).toEqual({
    ...{ rule, casesConcerned: 2, casesBroken: 1, cases: ['2'], casesUndecided: 0, unknownActivities: [] },
  })
})

test('precedence: no 支払 before the first 承認 (飛ばし承認)', () => {
  const rule = { rule: 'precedence', activity: '支払', needs: '承認' } as const
  expect(broken(rule, '承認 支払', '支払 承認', '支払', '承認')).toMatchObject({ casesConcerned: 3, cases: ['2', '3'] })
})

test('not-both: a case is either 却下 or 支払', () => {
  const rule = { rule: 'not-both', one: '却下', other: '支払' } as const
  expect(broken(rule, '却下', '支払', '却下 支払', '申請')).toMatchObject({ casesConcerned: 3, cases: ['3'] })
})

test('four eyes: nobody does both 起票 and 承認; a program is no person, a masked name decides nothing', () => {
  const rule = { rule: 'four-eyes', one: '起票', other: '承認' } as const
  const found = broken(
    rule,
    '起票.佐藤 承認.鈴木',
    '起票.佐藤 起票.鈴木 承認.鈴木',
    '起票.システム 承認.システム',
    '起票.佐藤 承認.UNKNOWN',
    '起票.佐藤 承認',
    '起票.佐藤',
  )
  expect(found).toMatchObject({ casesConcerned: 5, cases: ['2'], casesUndecided: 2 })
  const double = { rule: 'four-eyes', one: '承認', other: '承認' } as const
  expect(broken(double, '承認.佐藤 承認.鈴木', '承認.佐藤 承認.佐藤', '承認.佐藤 承認')).toMatchObject({
    cases: ['2'],
    casesUndecided: 1,
  })
})

test('within time: two hours from 申請 to 承認; what has not come is late once the limit is past, open before', () => {
  const rule = { rule: 'within-time', from: '申請', to: '承認', seconds: 7200 } as const
  const ways = ['申請 承認', '申請 a a 承認', '申請 a 承認', '申請', 'a a a 申請']
  expect(broken(rule, ...ways)).toMatchObject({ casesConcerned: 5, cases: ['2', '4'], casesUndecided: 1 })
  const log = logOf([
    { caseId: '1', activity: '申請', at: '2026-11-20T17:00' },
    { caseId: '1', activity: '承認', at: '2026-11-23T09:30' },
  ])
  expect(checkRules(log, [rule, { ...rule, calendar: plainOfficeHours }]).map((one) => one.casesBroken)).toEqual([1, 0])
})

test('max times: 差戻し at most once', () => {
  const rule = { rule: 'max-times', activity: '差戻し', times: 1 } as const
  expect(broken(rule, '差戻し', '差戻し a 差戻し', 'a')).toMatchObject({ casesConcerned: 2, cases: ['2'] })
})

test('limits that are none are refused', () => {
  const log = logOf([{ caseId: '1', activity: '申請', at: 0 }])
  for (const times of [-1, 1.5, Number.NaN])
    expect(() => checkRules(log, [{ rule: 'max-times', activity: '申請', times }])).toThrow('times')
  expect(() => checkRules(log, [{ rule: 'within-time', from: '申請', to: '承認', seconds: Number.NaN }])).toThrow(
    'seconds',
  )
})

test('an activity that never occurs is named, since a misspelt rule keeps every case', () => {
  expect(broken({ rule: 'max-times', activity: '差し戻し', times: 1 }, '差戻し')?.unknownActivities).toEqual([
    '差し戻し',
  ])
})

test('without times a time limit is undecided, and the other rules still judge', () => {
  const log = logOf(['申請', '承認'].map((activity) => ({ caseId: '1', activity })))
  const rules: Rule[] = [
    { rule: 'within-time', from: '申請', to: '承認', seconds: 60 },
    { rule: 'precedence', activity: '承認', needs: '申請' },
  ]
  expect(checkRules(log, rules).map((one) => [one.casesUndecided, one.casesBroken])).toEqual([
    [1, 0],
    [0, 0],
  ])
})

test('response and precedence agree with reading each case aloud', () => {
  const way = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(way, { minLength: 1, maxLength: 8 }), (ways) => {
      const log = logFrom(...ways.map((one) => one.join(' ')))
      const [response, precedence] = checkRules(log, [
        { rule: 'response', activity: 'a', response: 'b' },
        { rule: 'precedence', activity: 'b', needs: 'a' },
      ])
      const unanswered = ways.filter((one) =>
        one.some((step, place) => step === 'a' && !one.slice(place).includes('b')),
      )
      const early = ways.filter((one) => one.some((step, place) => step === 'b' && !one.slice(0, place).includes('a')))
      expect([response?.casesBroken, precedence?.casesBroken]).toEqual([unanswered.length, early.length])
    }),
  )
})
