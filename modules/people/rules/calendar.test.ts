import { expect, test } from 'vitest'
import { calendarDaysOf } from './calendar.ts'

// 暦要項 2026年: 8月11日 山の日, 11月3日 文化の日, 11月23日 勤労感謝の日 (国立天文台)
test('夏季休業の週と、振替出勤の土曜日', () => {
  const days = calendarDaysOf(
    {
      weeklyRest: ['sat', 'sun'],
      closedOnHolidays: true,
      days: new Map([
        ['2026-08-13', { kind: 'closed', reason: '夏季休業' }],
        ['2026-08-15', { kind: 'open', reason: '棚卸のため出勤' }],
      ]),
    },
    '2026-08-10',
    '2026-08-16',
  )
  expect(
    days.map((day) => `${day.on} ${day.open ? '営業' : '休み'} ${day.because} ${day.name} ${day.bankOpen}`),
  ).toEqual([
    '2026-08-10 営業 usual  true',
    '2026-08-11 休み holiday 山の日 false',
    '2026-08-12 営業 usual  true',
    '2026-08-13 休み closed 夏季休業 true',
    '2026-08-14 営業 usual  true',
    '2026-08-15 営業 open 棚卸のため出勤 false',
    '2026-08-16 休み weekly-rest  false',
  ])
})

test('a shop that works on holidays and rests on Wednesdays', () => {
  const days = calendarDaysOf(
    { weeklyRest: ['wed'], closedOnHolidays: false, days: new Map() },
    '2026-11-03',
    '2026-11-04',
  )
  expect(days.map((day) => [day.open, day.name])).toEqual([
    [true, '文化の日'],
    [false, ''],
  ])
})

test('a year that is not announced yet is marked as a guess', () => {
  const [day] = calendarDaysOf({ weeklyRest: [], closedOnHolidays: true, days: new Map() }, '2040-11-23', '2040-11-23')
  expect(day).toMatchObject({ because: 'holiday', guess: true })
})
