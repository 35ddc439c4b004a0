import { expect, test } from 'vitest'
import { writeIcs } from './write-ics.ts'

const madeAt = '2026-11-20T01:00:00Z'
const textOf = (...parameters: Parameters<typeof writeIcs>) => new TextDecoder().decode(writeIcs(...parameters))

test('an all-day deadline ends on the day after, as RFC 5545 has it', () => {
  expect(
    textOf([{ id: 'task-1@example', title: '源泉所得税の納付', startsOn: '2026-12-10', alarmMinutesBefore: 60 }], {
      name: '期限',
      madeAt,
    }),
  ).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Ennoshita//formats//JA',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:期限',
      'BEGIN:VEVENT',
      'UID:task-1@example',
      'DTSTAMP:20261120T010000Z',
      'DTSTART;VALUE=DATE:20261210',
      'DTEND;VALUE=DATE:20261211',
      'TRANSP:TRANSPARENT',
      'SUMMARY:源泉所得税の納付',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:源泉所得税の納付',
      'TRIGGER:-PT60M',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('the end of the year, and a meeting with instants', () => {
  expect(textOf([{ id: '1', title: '大掃除', startsOn: '2026-12-30', endsOn: '2026-12-31' }], { madeAt })).toContain(
    'DTEND;VALUE=DATE:20270101',
  )
  const meeting = textOf(
    [{ id: '2', title: '会議', startsAt: '2026-11-24T01:00:00Z', endsAt: '2026-11-24T02:00:00Z' }],
    { madeAt },
  )
  expect(meeting).toContain('DTSTART:20261124T010000Z\r\nDTEND:20261124T020000Z')
})

test('long Japanese lines are folded at 75 octets, never inside a character, and unfold to the same text', () => {
  const title = '年末調整の書類を回収する、部門ごとの締切は異なります; 髙橋\\𠮷田'.repeat(5)
  const text = textOf([{ id: '3', title, startsOn: '2026-11-20' }], { madeAt })
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(text).not.toContain('\ufffd')
  const summary = /SUMMARY:(.*)\r\n/.exec(text.replaceAll('\r\n ', ''))?.[1]
  expect(summary?.replace(/\\([\\;,])/g, '$1')).toBe(title)
})

test('line breaks cannot bring in further properties', () => {
  expect(textOf([{ id: '4', title: 'a\r\nATTENDEE:b', startsOn: '2026-11-20' }], { madeAt })).toContain(
    'SUMMARY:a\\nATTENDEE:b\r\n',
  )
})

test('impossible dates are refused', () => {
  expect(() => writeIcs([{ id: '5', title: 'x', startsOn: '2026-02-30' }], { madeAt })).toThrow('2026-02-30')
  expect(() => writeIcs([{ id: '5', title: 'x', startsOn: '2026-11-20', endsOn: '2026-11-19' }], { madeAt })).toThrow(
    RangeError,
  )
  expect(() => writeIcs([{ id: '5', title: 'x', startsAt: '2026-11-20 10:00', endsAt: madeAt }], { madeAt })).toThrow(
    'UTC',
  )
})
