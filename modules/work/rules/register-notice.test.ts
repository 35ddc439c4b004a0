import { companyCalendar } from '@ennoshita/statutes'
import { describe, expect, test } from 'vitest'
import { nextTerm, noticeDate, readNoticePeriod } from './register-notice.ts'
import { registerTasks, selfRenewedTerms } from './register-tasks.ts'

const calendar = companyCalendar()

describe('a notice period as the paper says it', () => {
  test.each([
    ['3か月前', 3, 'months'],
    ['３ヶ月前まで', 3, 'months'],
    ['六か月前', undefined, undefined],
    ['90日前', 90, 'days'],
    ['２週間前までに', 2, 'weeks'],
    ['1年前', 1, 'years'],
    ['６０日以上前', 60, 'days'],
    ['0日前', undefined, undefined],
    ['すぐに', undefined, undefined],
  ])('%s', (text, amount, unit) => {
    expect(readNoticePeriod(text)).toEqual(amount === undefined ? undefined : { amount, unit })
  })

  test.each([
    ['2027-03-31', '3か月前', '2026-12-31'],
    ['2027-05-31', '3か月前', '2027-02-28'],
    ['2028-05-31', '3か月前', '2028-02-29'],
    ['2027-02-28', '3か月前', '2026-11-28'],
    ['2027-03-31', '90日前', '2026-12-31'],
    ['2027-03-31', '2週間前', '2027-03-17'],
    ['2028-02-29', '1年前', '2027-02-28'],
  ])('ends on %s, %s: by %s', (endsOn, text, expected) => {
    const period = readNoticePeriod(text)
    expect(period && noticeDate(endsOn, period)).toBe(expected)
  })

  test('the next term begins the day after; what ended with a month ends with one', () => {
    expect(nextTerm('2027-03-31', 12)).toEqual({ startsOn: '2027-04-01', endsOn: '2028-03-31' })
    expect(nextTerm('2027-02-28', 12)).toEqual({ startsOn: '2027-03-01', endsOn: '2028-02-29' })
    expect(nextTerm('2027-06-14', 6)).toEqual({ startsOn: '2027-06-15', endsOn: '2027-12-14' })
  })
})

describe('the tasks that dates ask for', () => {
  const lease = {
    name: 'コピー機リース',
    counterpart: '株式会社青空',
    endsOn: '2027-03-31',
    noticeOn: '2026-12-31',
    renews: 'auto' as const,
    leadDays: 30,
  }

  test('a notice is a task of its own, due on the business day before a day off', () => {
    expect(registerTasks(lease, '2026-11-30', calendar)).toEqual([])
    const cinema = { ...lease, noticeOn: '2027-01-01' } // 元日, a Friday
    expect(registerTasks(cinema, '2026-12-02', calendar)).toEqual([
      {
        about: 'notice',
        on: '2027-01-01',
        dueOn: '2026-12-31',
        title: '「コピー機リース」（株式会社青空）を続けるか決めて知らせる（通知期限 2027年1月1日）',
      },
    ])
  })

  test('what renews by itself asks at its notice date only; without one, before its end', () => {
    expect(registerTasks(lease, '2027-03-20', calendar).map((task) => task.about)).toEqual(['notice'])
    const silent = { ...lease, noticeOn: null }
    expect(registerTasks(silent, '2027-03-01', calendar).map((task) => task.title)).toEqual([
      '「コピー機リース」（株式会社青空）の自動更新の前に内容を確かめる（2027年3月31日まで）',
    ])
  })

  test('what must be renewed by hand, or simply ends, asks before its end, also when that has passed', () => {
    const inspection = { ...lease, name: '車検', counterpart: '', noticeOn: null, renews: 'by-hand' as const }
    expect(registerTasks(inspection, '2027-04-02', calendar).map((task) => task.title)).toEqual([
      '「車検」を更新する（期限 2027年3月31日）',
    ])
    const ending = { ...lease, renews: 'none' as const }
    expect(registerTasks(ending, '2027-03-05', calendar).map((task) => task.about)).toEqual(['notice', 'end'])
  })

  test('years without the program are caught up term by term', () => {
    expect(selfRenewedTerms('2025-03-31', 12, '3か月前', '2026-11-20')).toEqual([
      { startsOn: '2025-04-01', endsOn: '2026-03-31', noticeOn: '2025-12-31' },
      { startsOn: '2026-04-01', endsOn: '2027-03-31', noticeOn: '2026-12-31' },
    ])
    expect(selfRenewedTerms('2026-11-20', 12, '', '2026-11-20')).toEqual([])
  })
})
