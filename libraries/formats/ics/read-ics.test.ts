import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readIcs } from './read-ics.ts'
import { type IcsEvent, writeIcs } from './write-ics.ts'

const calendar = (...lines: readonly string[]) =>
  readIcs(new TextEncoder().encode(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n')))
const entry = (...lines: readonly string[]) => calendar('BEGIN:VEVENT', 'UID:1', 'SUMMARY:会議', ...lines, 'END:VEVENT')

describe('times as calendars write them', () => {
  test.each<[string, string[], Partial<Record<'startsOn' | 'endsOn' | 'startsAt' | 'endsAt', string>>]>([
    ['a day', ['DTSTART;VALUE=DATE:20261120'], { startsOn: '2026-11-20' }],
    ['a day with its end', ['DTSTART;VALUE=DATE:20261120', 'DTEND;VALUE=DATE:20261121'], { startsOn: '2026-11-20' }],
    [
      'days over the leap day and the end of a year',
      ['DTSTART;VALUE=DATE:20271231', 'DTEND;VALUE=DATE:20280301'],
      { startsOn: '2027-12-31', endsOn: '2028-02-29' },
    ],
    [
      'two days as a duration',
      ['DTSTART;VALUE=DATE:20261120', 'DURATION:P2D'],
      { startsOn: '2026-11-20', endsOn: '2026-11-21' },
    ],
    [
      'instants in UTC',
      ['DTSTART:20261120T010000Z', 'DTEND:20261120T023000Z'],
      { startsAt: '2026-11-20T01:00:00Z', endsAt: '2026-11-20T02:30:00Z' },
    ],
    [
      'a time in Japan before nine is the day before in UTC',
      ['DTSTART;TZID=Asia/Tokyo:20270101T083000', 'DTEND;TZID="Tokyo Standard Time":20270101T093000'],
      { startsAt: '2026-12-31T23:30:00Z', endsAt: '2027-01-01T00:30:00Z' },
    ],
    [
      'without a zone, with a duration',
      ['DTSTART:20261120T100000', 'DURATION:PT1H30M'],
      { startsAt: '2026-11-20T01:00:00Z', endsAt: '2026-11-20T02:30:00Z' },
    ],
    ['a moment', ['DTSTART:20261120T010000Z'], { startsAt: '2026-11-20T01:00:00Z', endsAt: '2026-11-20T01:00:00Z' }],
  ])('%s', (_name, lines, times) => {
    expect(entry(...lines)).toEqual({ name: '', faults: [], events: [{ id: '1', title: '会議', ...times }] })
  })
  test.each([
    ['DTSTART;TZID=America/New_York:20261120T100000'],
    ['DTSTART;VALUE=DATE:20260230'],
    ['DTSTART:20261120T250000Z'],
    ['DTSTART:20261120T010000Z\r\nDTEND:20261120T000000Z'],
    ['DTSTART;VALUE=DATE:20261120\r\nDTEND:20261120T000000Z'],
    ['DTSTART:20261120T010000Z\r\nDURATION:1H'],
    ['DTSTAMP:20261120T010000Z'],
  ])('%s cannot be told and is said', (lines) => {
    const { events, faults } = entry(lines)
    expect(events).toEqual([])
    expect(faults).toMatchObject([{ message: expect.stringContaining('日時を読めません') }])
  })
})

describe('what else a calendar holds', () => {
  const day = 'DTSTART;VALUE=DATE:20261120'
  test('folded lines, escapes, parameters with signs in quotation marks, the name', () => {
    const { name, events, faults } = calendar(
      ...['X-WR-CALNAME:総務\\, 経理', 'BEGIN:VEVENT', 'UID:a', day, 'SUMMARY;LANGUAGE="ja:;":年末', ' 調整\\; 締切'],
      ...['DESCRIPTION:一行目\\n二行目\\\\n', 'LOCATION:第一会議室', 'URL:https://example.jp/a?b=1,2', 'END:VEVENT'],
    )
    expect({ name, faults }).toEqual({ name: '総務, 経理', faults: [] })
    expect(events).toEqual([
      {
        ...{ id: 'a', title: '年末調整; 締切', startsOn: '2026-11-20', description: '一行目\n二行目\\n' },
        ...{ location: '第一会議室', url: 'https://example.jp/a?b=1,2' },
      },
    ])
  })
  test('what recurs is read once and said; a cancelled entry is left out; other components are passed over', () => {
    const { events, faults } = calendar(
      ...[
        'BEGIN:VTIMEZONE',
        'TZID:Asia/Tokyo',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'END:STANDARD',
        'END:VTIMEZONE',
      ],
      ...['BEGIN:VEVENT', 'UID:1', day, 'RRULE:FREQ=MONTHLY', 'END:VEVENT'],
      ...['BEGIN:VEVENT', 'UID:2', day, 'STATUS:CANCELLED', 'END:VEVENT', 'BEGIN:VTODO', 'UID:3', 'END:VTODO'],
    )
    expect(events.map(({ id }) => id)).toEqual(['1'])
    expect(faults).toMatchObject([{ line: 8, message: expect.stringContaining('くり返し') }])
  })
  test('an alarm before the start is read, others are said', () => {
    const alarm = (trigger: string) => entry(day, 'BEGIN:VALARM', 'ACTION:DISPLAY', trigger, 'END:VALARM')
    expect(alarm('TRIGGER:-PT1H30M').events[0]?.alarmMinutesBefore).toBe(90)
    expect(alarm('TRIGGER:-P1D').events[0]?.alarmMinutesBefore).toBe(1440)
    for (const trigger of ['TRIGGER:PT15M', 'TRIGGER;RELATED=END:-PT15M', 'TRIGGER;VALUE=DATE-TIME:20261120T010000Z']) {
      expect(alarm(trigger)).toMatchObject({ faults: [{ line: 8, message: expect.stringContaining('何分前') }] })
      expect(alarm(trigger).events[0]).not.toHaveProperty('alarmMinutesBefore')
    }
  })
  test.each<[string, string, string]>([
    ['another file', 'a,b\n1,2\n', 'ではありません'],
    ['nothing', '', 'ではありません'],
    ['cut off', `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n${day}\n`, '途中で終わって'],
    ['an END that does not match', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n', 'BEGIN と合いません'],
    ['no UID', `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${day}\nEND:VEVENT\nEND:VCALENDAR\n`, 'UIDがない'],
    ['a line without a colon', 'BEGIN:VCALENDAR\nVERSION\nEND:VCALENDAR\n', '「:」のない'],
  ])('%s', (_name, text, sentence) => {
    const { events, faults } = readIcs(new TextEncoder().encode(text))
    expect(events).toEqual([])
    expect(faults).toMatchObject([{ message: expect.stringContaining(sentence) }])
  })
  test('too much', () => {
    expect(readIcs(new Uint8Array(10_000_001)).faults).toMatchObject([{ message: expect.stringContaining('10 MB') }])
  })
})

test('what is written is read back', () => {
  const text = fc.string({ unit: fc.constantFrom(...'年末,;:\\n"=\n 髙𠮷aZ'), maxLength: 90 })
  const date = (min: string) =>
    fc.date({ min: new Date(min), max: new Date('2099-12-30'), noInvalidDate: true }).map((one) => one.toISOString())
  const times = fc.oneof(
    fc.tuple(date('1980-01-01'), fc.integer({ min: 1, max: 400 }), fc.boolean()).map(([at, days, hasEnd]) => ({
      startsOn: at.slice(0, 10),
      ...(hasEnd ? { endsOn: new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 10) } : {}),
    })),
    fc.tuple(date('1980-01-01'), fc.integer({ min: 0, max: 90_000 })).map(([at, seconds]) => {
      const startsAt = at.replace(/\.\d+/, '')
      return { startsAt, endsAt: new Date(Date.parse(startsAt) + seconds * 1000).toISOString().replace('.000', '') }
    }),
  )
  const event: fc.Arbitrary<IcsEvent> = fc
    .tuple(
      fc.record(
        {
          id: text.filter((one) => one.trim() !== ''),
          title: text,
          description: text.filter((one) => one !== ''),
          location: text.filter((one) => one !== ''),
          url: fc.constantFrom('https://example.jp/a?b=c;d,e', 'https://example.jp/%E6%97%A5'),
          alarmMinutesBefore: fc.nat(100_000),
        },
        { requiredKeys: ['id', 'title'] },
      ),
      times,
    )
    .map(([rest, when]) => ({ ...rest, ...when }))
  fc.assert(
    fc.property(fc.array(event, { maxLength: 4 }), text, (events, name) => {
      const read = readIcs(writeIcs(events, { name, madeAt: '2026-11-20T00:00:00Z' }))
      expect(read).toEqual({ name, events, faults: [] })
    }),
    { numRuns: 300 },
  )
})
