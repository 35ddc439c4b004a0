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

test('a moment has no end: RFC 5545 wants an end later than its start', () => {
  const at = '2026-11-24T01:00:00Z'
  const text = textOf([{ id: '2', title: '締切', startsAt: at, endsAt: at }], { madeAt })
  expect(text).toContain('DTSTART:20261124T010000Z\r\nSUMMARY:締切')
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

test('an end before its start, and an alarm that is no whole minute, are refused', () => {
  const hours = { id: '6', title: 'x', startsAt: '2026-11-20T02:00:00Z', endsAt: '2026-11-20T01:00:00Z' }
  expect(() => writeIcs([hours], { madeAt })).toThrow('より前です')
  for (const alarmMinutesBefore of [-5, 1.5, Number.NaN]) {
    expect(() => writeIcs([{ id: '7', title: 'x', startsOn: '2026-11-20', alarmMinutesBefore }], { madeAt })).toThrow(
      RangeError,
    )
  }
})

test('an address holds no control characters', () => {
  const url = 'https://example.jp/\r\nX:1\0'
  expect(textOf([{ id: '8', title: 'x', startsOn: '2026-11-20', url }], { madeAt })).toContain(
    'URL:https://example.jp/X:1\r\n',
  )
})
