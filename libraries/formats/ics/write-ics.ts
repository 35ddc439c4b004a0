import { dateOfDayNumber, dayNumberOf, isCalendarDate } from '../amounts-and-dates/day-numbers.ts'

/** An all-day entry (`endsOn` is the last day, included), or one with instants in UTC ('2026-11-20T01:00:00Z'). */
export type IcsEvent = {
  /** The same id again replaces the entry in the calendar. */
  id: string
  title: string
  description?: string
  location?: string
  url?: string
  alarmMinutesBefore?: number
} & ({ startsOn: string; endsOn?: string } | { startsAt: string; endsAt: string })

const longestLineBytes = 75

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')

const bytesOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** RFC 5545 3.1: no line over 75 octets; a line that goes on begins with a space. Never cuts inside a character. */
const folded = (line: string): string => {
  const parts: string[] = []
  let part = ''
  let length = 0
  for (const character of line) {
    const bytes = bytesOf(character)
    if (length + bytes > longestLineBytes) {
      parts.push(part)
      part = ' '
      length = 1
    }
    part += character
    length += bytes
  }
  return [...parts, part].join('\r\n')
}

const day = (date: string): string => {
  if (!isCalendarDate(date)) throw new RangeError(`「${date}」は 2026-11-20 の形の日付ではありません。`)
  return date.replaceAll('-', '')
}

const instant = (at: string): string => {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d+)?Z$/.exec(at)
  if (!match) throw new RangeError(`「${at}」は 2026-11-20T01:00:00Z の形の時刻（UTC）ではありません。`)
  return `${day(match[1] ?? '')}T${match[2]}${match[3]}${match[4]}Z`
}

const times = (event: IcsEvent): string[] => {
  if ('startsAt' in event) {
    const [start, end] = [instant(event.startsAt), instant(event.endsAt)]
    if (end < start) throw new RangeError(`終了${event.endsAt}が開始${event.startsAt}より前です。`)
    return start === end ? [`DTSTART:${start}`] : [`DTSTART:${start}`, `DTEND:${end}`]
  }
  const last = event.endsOn ?? event.startsOn
  if (last < event.startsOn) throw new RangeError(`終了日${last}が開始日${event.startsOn}より前です。`)
  day(last)
  const end = dateOfDayNumber(dayNumberOf(last) + 1)
  return [`DTSTART;VALUE=DATE:${day(event.startsOn)}`, `DTEND;VALUE=DATE:${day(end)}`, 'TRANSP:TRANSPARENT']
}

const alarm = (minutes: number, title: string): string[] => {
  if (!Number.isSafeInteger(minutes) || minutes < 0)
    throw new RangeError(`通知は0以上の整数の分で指定します：${minutes}`)
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, `TRIGGER:-PT${minutes}M`, 'END:VALARM']
}

const eventLines = (event: IcsEvent, madeAt: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(event.id)}`,
  `DTSTAMP:${instant(madeAt)}`,
  ...times(event),
  `SUMMARY:${escaped(event.title)}`,
  ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
  ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
  ...(event.url ? [`URL:${event.url.replace(/\p{Cc}/gu, '')}`] : []),
  ...(event.alarmMinutesBefore === undefined ? [] : alarm(event.alarmMinutesBefore, event.title)),
  'END:VEVENT',
]

/**
 * Writes an iCalendar file (RFC 5545) in UTF-8: lines folded at 75 octets, CRLF, all-day entries with the day after as their end, a
 * moment without one (3.8.2.2: an end must be later). Throws RangeError for an impossible date, an end before its start, an instant that is not UTC or an alarm that is no whole minute from 0.
 */
export function writeIcs(events: readonly IcsEvent[], options: { name?: string; madeAt: string }): Uint8Array {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ennoshita//formats//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(options.name ? [`X-WR-CALNAME:${escaped(options.name)}`] : []),
    ...events.flatMap((event) => eventLines(event, options.madeAt)),
    'END:VCALENDAR',
  ]
  return new TextEncoder().encode(lines.map((line) => `${folded(line)}\r\n`).join(''))
}
