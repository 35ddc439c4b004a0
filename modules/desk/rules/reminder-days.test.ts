import { companyCalendar } from '@ennoshita/statutes'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reminderDates, reminderDue } from './reminder-days.ts'
import { reminderText } from './reminder-text.ts'

const calendar = companyCalendar()

describe('reminder days', () => {
  // November 2026: Mon 23 is 勤労感謝の日; Fri 27 is the due date
  test('count business days over weekends and holidays', () => {
    expect(reminderDates('2026-11-27', [-4, 1, 4], calendar)).toEqual(['2026-11-20', '2026-11-30', '2026-12-03'])
  })

  test('count from the business day before a due date on a day off', () => {
    expect(reminderDates('2026-11-23', [-1, 0, 1], calendar)).toEqual(['2026-11-19', '2026-11-20', '2026-11-24'])
  })

  test.each([
    ['2026-11-24', undefined],
    ['2026-11-25', 1],
    ['2026-11-27', 1],
    ['2026-11-28', undefined], // Saturday
    ['2026-11-30', 2],
    ['2026-12-03', 3],
    ['2027-02-01', 3],
  ])('on %s the reminder due has the number %s', (today, number) => {
    expect(reminderDue('2026-11-27', [-2, 1, 4], today, calendar)).toBe(number)
  })

  test('without days nothing is ever due', () => {
    expect(reminderDue('2026-11-27', [], '2026-12-25', calendar)).toBeUndefined()
  })

  test('numbers never fall and never pass the count of days', () => {
    const days = fc
      .uniqueArray(fc.integer({ min: -20, max: 20 }), { maxLength: 3 })
      .map((list) => list.sort((a, b) => a - b))
    fc.assert(
      fc.property(days, (list) => {
        const dates = Array.from({ length: 28 }, (_, day) => `2027-02-${String(day + 1).padStart(2, '0')}`)
        const numbers = dates.flatMap((date) => reminderDue('2027-02-12', list, date, calendar) ?? [])
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
        expect(Math.max(0, ...numbers)).toBeLessThanOrEqual(list.length)
      }),
    )
  })
})

describe('the words of a reminder', () => {
  const collection = { title: '年末調整の書類', explanation: '扶養控除等申告書をお願いします。', dueOn: '2026-11-27' }
  const texts = [
    reminderText(collection, { number: 1, ofCount: 3, today: '2026-11-25' }),
    reminderText(collection, { number: 2, ofCount: 3, today: '2026-11-30' }),
    reminderText(collection, { number: 3, ofCount: 3, today: '2026-12-03' }),
  ]

  test('come from the product and say when it is the last', () => {
    expect(texts.map((text) => text.subject)).toEqual([
      '【縁の下】「年末調整の書類」は11月27日までです',
      '【縁の下】「年末調整の書類」をお待ちしています',
      '【縁の下】「年末調整の書類」をお待ちしています',
    ])
    expect(texts.map((text) => text.body.includes('このお知らせは今回で終わりです'))).toEqual([false, false, true])
  })

  test('blame nobody', () => {
    const blaming = /督促|催促|至急|早急|遅れ|遅延|滞納|未提出|未回答|忘れ|怠|まだ|必ず|厳守|ください！|迷惑/
    for (const { subject, body } of texts) expect(`${subject}${body}`).not.toMatch(blaming)
  })
})
