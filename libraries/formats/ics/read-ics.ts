import { megabyte } from '../tables/table.ts'
import { decodeText } from '../text/decode-text.ts'
import { type ContentLine, contentLines, plainText } from './content-lines.ts'
import { dayAfter, durationIn, instantOf, timeIn } from './read-times.ts'
import type { IcsEvent } from './write-ics.ts'

/** What is wrong in a calendar file, at which line (from 1), and what to do. */
export type IcsFault = { line?: number; message: string; messageEn: string }

const maxBytes = 10 * megabyte
const mostFaults = 1_000

/** An entry as it is gathered: the first property of each name, and the first alarm. */
type Draft = { line: number; properties: Map<string, ContentLine>; triggers: ContentLine[] }

type Reading = { events: IcsEvent[]; faults: IcsFault[]; name: string }

const tell = ({ faults }: Reading, line: number, message: string, messageEn: string): void => {
  if (faults.length < mostFaults) {
    faults.push({ line, message: `${line}行目：${message}`, messageEn: `Line ${line}: ${messageEn}` })
  } else if (faults.length === mostFaults) {
    faults.push({
      message: `誤りが${mostFaults.toLocaleString('en-US')}件を超えました。ここまでを直してから読み直してください。`,
      messageEn: `There are more than ${mostFaults.toLocaleString('en-US')} faults. Correct these and read the file again.`,
    })
  }
}

type Times = { startsOn: string; endsOn?: string } | { startsAt: string; endsAt: string }

/** The end is DTEND (of days, the day after the last), or DTSTART and DURATION; without either a day or a moment. */
const timesOf = ({ properties }: Draft): Times | undefined => {
  const [startLine, endLine, lengthLine] = ['DTSTART', 'DTEND', 'DURATION'].map((name) => properties.get(name))
  const start = startLine && timeIn(startLine)
  const end = endLine && timeIn(endLine)
  const length = lengthLine && durationIn(lengthLine.value)
  if (start === undefined || (endLine && end === undefined) || (lengthLine && length === undefined)) return undefined
  if ('date' in start) {
    if (end !== undefined && !('date' in end)) return undefined
    const after = end?.date ?? dayAfter(start.date, Math.max(1, Math.ceil((length ?? 0) / 86_400)))
    const last = dayAfter(after, -1)
    return last > start.date ? { startsOn: start.date, endsOn: last } : { startsOn: start.date }
  }
  if (end !== undefined && !('seconds' in end)) return undefined
  const seconds = end?.seconds ?? start.seconds + (length ?? 0)
  return seconds < start.seconds ? undefined : { startsAt: instantOf(start.seconds), endsAt: instantOf(seconds) }
}

const alarmOf = (reading: Reading, { triggers, line }: Draft): number | undefined => {
  const [first] = triggers
  if (first === undefined) return undefined
  const seconds = durationIn(first.value)
  if (triggers.length > 1) {
    tell(reading, line, '通知は最初の一つだけを読みました。', 'only the first alarm was read.')
  }
  if (seconds !== undefined && seconds <= 0 && seconds % 60 === 0 && first.parameters.get('RELATED') !== 'END') {
    return seconds === 0 ? 0 : -seconds / 60
  }
  tell(
    reading,
    first.line,
    `通知「${first.value.slice(0, 30)}」は開始の何分前かではないため、読みませんでした。`,
    `the alarm "${first.value.slice(0, 30)}" is not a number of minutes before the start and was not read.`,
  )
  return undefined
}

const keep = (reading: Reading, draft: Draft): void => {
  const { properties, line } = draft
  const text = (name: string): string => plainText(properties.get(name)?.value ?? '')
  if (text('STATUS').toUpperCase() === 'CANCELLED') return
  const [id, times] = [text('UID'), timesOf(draft)]
  if (id === '') {
    tell(reading, line, '予定にUIDがないため、読みませんでした。', 'an entry has no UID and was not read.')
    return
  }
  if (times === undefined) {
    tell(
      reading,
      properties.get('DTSTART')?.line ?? line,
      '予定の日時を読めません。日付、UTC（末尾Z）、日本時間（Asia/Tokyo）で書き出してください。',
      'the times of an entry cannot be read. Export days, UTC (ending in Z) or times of Japan (Asia/Tokyo).',
    )
    return
  }
  if (['RRULE', 'RDATE', 'RECURRENCE-ID'].some((name) => properties.has(name))) {
    tell(
      reading,
      line,
      'くり返しの予定です。書かれている一回だけを読みました。',
      'this entry recurs; only the occurrence that is written was read.',
    )
  }
  const alarmMinutesBefore = alarmOf(reading, draft)
  const [description, location, url] = [text('DESCRIPTION'), text('LOCATION'), properties.get('URL')?.value ?? '']
  reading.events.push({
    ...{ id, title: text('SUMMARY'), ...times },
    ...(description === '' ? {} : { description }),
    ...(location === '' ? {} : { location }),
    ...(url === '' ? {} : { url }),
    ...(alarmMinutesBefore === undefined ? {} : { alarmMinutesBefore }),
  })
}

/** Puts a property where its component wants it; other components (VTODO, VTIMEZONE …) are passed over. */
const take = (reading: Reading, path: string, draft: Draft | undefined, line: ContentLine): void => {
  const { name, value } = line
  if (path === 'VCALENDAR' && name === 'X-WR-CALNAME') reading.name = plainText(value)
  if (draft === undefined) return
  if (path === 'VCALENDAR/VEVENT' && !draft.properties.has(name)) draft.properties.set(name, line)
  if (path === 'VCALENDAR/VEVENT/VALARM' && name === 'TRIGGER') draft.triggers.push(line)
}

const readLines = (reading: Reading, lines: readonly ContentLine[]): void => {
  const open: string[] = []
  let draft: Draft | undefined
  for (const line of lines) {
    if (reading.faults.length > mostFaults) return
    const component = line.value.trim().toUpperCase()
    if (line.name === 'BEGIN') {
      open.push(component)
      if (open.join('/') === 'VCALENDAR/VEVENT') draft = { line: line.line, properties: new Map(), triggers: [] }
    } else if (line.name === 'END') {
      if (open.at(-1) !== component) {
        tell(
          reading,
          line.line,
          `END:${component.slice(0, 30)} が BEGIN と合いません。`,
          'an END does not match its BEGIN.',
        )
        return
      }
      if (open.join('/') === 'VCALENDAR/VEVENT' && draft !== undefined) keep(reading, draft)
      open.pop()
      if (open.length < 2) draft = undefined
    } else if (line.name === '') {
      tell(reading, line.line, '「:」のない行です。', 'the line has no colon.')
    } else if (open.length <= 3) take(reading, open.join('/'), draft, line)
  }
  if (open.length > 0) {
    tell(
      reading,
      lines.at(-1)?.line ?? 1,
      '途中で終わっています。もう一度書き出してください。',
      'the file is cut off. Export it again.',
    )
  }
}

/**
 * Reads the entries (VEVENT) of an iCalendar file (RFC 5545), in the order of the file: days, or instants in UTC. Times without a zone are
 * taken for times in Japan; any other zone, what recurs and alarms that `IcsEvent` cannot hold are `faults`. Cancelled entries are left
 * out. Never throws for bad input. At most 10 MB.
 */
export function readIcs(bytes: Uint8Array): { name: string; events: IcsEvent[]; faults: IcsFault[] } {
  const reading: Reading = { events: [], faults: [], name: '' }
  if (bytes.length > maxBytes) {
    const message = 'カレンダーのファイルが大きすぎます（10 MBまで）。期間を分けて書き出してください。'
    return {
      ...reading,
      faults: [{ message, messageEn: 'The calendar file is too large (at most 10 MB). Export shorter periods.' }],
    }
  }
  const lines = contentLines(decodeText(bytes).text)
  if (lines[0]?.name !== 'BEGIN' || lines[0].value.trim().toUpperCase() !== 'VCALENDAR') {
    const message =
      'カレンダーのファイル（iCalendar、.ics）ではありません。カレンダーから書き出したファイルを選んでください。'
    return {
      ...reading,
      faults: [{ message, messageEn: 'This is not an iCalendar file (.ics). Choose one exported from a calendar.' }],
    }
  }
  readLines(reading, lines)
  return { name: reading.name, events: reading.events, faults: reading.faults }
}
