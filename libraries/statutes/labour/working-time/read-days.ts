import { addDays, dayNumber } from '../../calendar/days.ts'
import { day, InvalidInputError, oneOf, records, wholeNumber } from '../../core/input.ts'
import type { NightHours } from './law.ts'
import {
  lengthOf,
  minutesOfDay,
  piecesOf,
  type Stretch,
  type WorkPiece,
  withoutPauses,
  withoutUnplacedBreak,
} from './pieces.ts'
import type { ClassifyWorkInput, WorkDay, WorkDayKind } from './work-rule.ts'

export type DayRead = {
  /** Where the day stands in the input, for what is said about it later. */
  at: string
  date: string
  kind: WorkDayKind
  plannedMinutes: number | undefined
  /** Work without breaks, in order of time. */
  worked: WorkPiece[]
  breakMinutes: number
}

/** Flex over three months, and the days beside it that a week needs. */
const mostDays = 120
const mostStretches = 100

/** Checks every day, and that no two shifts overlap; in order of dates. */
export function readDays(input: ClassifyWorkInput, night: NightHours): DayRead[] {
  const days = records('days', input.days, mostDays, 0).map((given, index) => readDay(given, `days[${index}]`, night))
  days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const kinds = new Map<string, WorkDayKind>()
  let busyUntil = Number.NEGATIVE_INFINITY
  for (const read of days) {
    const { at } = read
    if (kinds.has(read.date)) throw twice(`${at}.date`, read.date)
    kinds.set(read.date, read.kind)
    const begins = read.worked[0]?.from
    if (begins !== undefined && begins < busyUntil) throw overlapping(`${at}.punches[0].in`, read.date)
    busyUntil = read.worked.at(-1)?.to ?? busyUntil
  }
  for (const each of days) refuseUnknownNextDay(each, kinds)
  return days
}

function readDay(given: WorkDay, at: string, night: NightHours): DayRead {
  const date = day(`${at}.date`, given.date)
  const kind = oneOf(`${at}.kind`, given.kind, ['workday', 'legal-rest-day', 'company-rest-day'])
  const plannedMinutes =
    given.plannedMinutes === undefined
      ? undefined
      : wholeNumber(`${at}.plannedMinutes`, given.plannedMinutes, 0, kind === 'workday' ? minutesOfDay : 0)
  const midnight = dayNumber(date) * minutesOfDay
  const punches = stretches(
    `${at}.punches`,
    records(`${at}.punches`, given.punches, mostStretches, 0).map((punch) => [punch.in, punch.out] as const),
    ['in', 'out'],
    midnight,
  )
  if ((punches[0]?.from ?? midnight) >= midnight + minutesOfDay)
    throw tomorrow(`${at}.punches[0].in`, given.punches[0]?.in)
  const presence = (punches.at(-1)?.to ?? 0) - (punches[0]?.from ?? 0)
  const worked = withoutUnplacedBreak(
    piecesOf(presentWithoutPauses(given, at, punches, midnight), night),
    unplacedBreak(given, at, punches),
  )
  return { at, date, kind, plannedMinutes, worked, breakMinutes: presence - lengthOf(worked) }
}

function unplacedBreak({ breaks, breakMinutes }: WorkDay, at: string, punches: readonly Stretch[]): number {
  if (breaks === undefined || breakMinutes === undefined) {
    return wholeNumber(`${at}.breakMinutes`, breakMinutes ?? 0, 0, lengthOf(punches))
  }
  throw new InvalidInputError(`${at}.breakMinutes`, breakMinutes, {
    ja: '休憩は時刻（breaks）か分数（breakMinutes）のどちらか一方で指定してください。',
    en: 'Give the breaks either by the clock (breaks) or in minutes (breakMinutes), not both.',
  })
}

function presentWithoutPauses(given: WorkDay, at: string, punches: readonly Stretch[], midnight: number): Stretch[] {
  const times = records(`${at}.breaks`, given.breaks ?? [], mostStretches, 0).map(({ from, to }) => [from, to] as const)
  const pauses = stretches(`${at}.breaks`, times, ['from', 'to'], midnight)
  pauses.forEach((pause, index) => {
    if (punches.some(({ from, to }) => pause.from >= from && pause.to <= to)) return
    throw new InvalidInputError(`${at}.breaks[${index}].from`, times[index]?.[0], {
      ja: '勤務時間の中にある休憩を指定してください。',
      en: 'Give a break that lies within the working time.',
    })
  })
  return withoutPauses(punches, pauses)
}

function stretches(
  field: string,
  given: readonly (readonly [string, string])[],
  [start, end]: readonly [string, string],
  midnight: number,
): Stretch[] {
  let busyUntil = Number.NEGATIVE_INFINITY
  return given.map(([from, to], index) => {
    const begins = midnight + minuteOf(`${field}[${index}].${start}`, from)
    const ends = midnight + minuteOf(`${field}[${index}].${end}`, to)
    if (ends <= begins) throw backwards(`${field}[${index}].${end}`, to, from)
    if (begins < busyUntil) throw overlapping(`${field}[${index}].${start}`, from)
    busyUntil = ends
    return { from: begins, to: ends }
  })
}

/** Minutes of the work date of a time written 'HH:MM', up to '48:00'; throws InvalidInputError naming the field. */
function minuteOf(field: string, given: unknown): number {
  const match = typeof given === 'string' ? /^(\d{1,2}):([0-5]\d)$/.exec(given) : null
  const minute = match === null ? -1 : Number(match[1]) * 60 + Number(match[2])
  if (minute >= 0 && minute <= 2 * minutesOfDay) return minute
  throw new InvalidInputError(field, given, {
    ja: '時刻を09:00の形で、00:00から48:00まで（翌日の1時半は25:30）で指定してください。',
    en: 'Give a time written like 09:00, from 00:00 to 48:00 (half past one the next morning is 25:30).',
  })
}

function refuseUnknownNextDay({ at, date, worked }: DayRead, kinds: ReadonlyMap<string, WorkDayKind>): void {
  const next = addDays(date, 1)
  if (kinds.has(next) || (worked.at(-1)?.to ?? 0) <= dayNumber(next) * minutesOfDay) return
  throw new InvalidInputError(`${at}.punches`, date, {
    ja: `勤務が翌日（${next}）に及ぶので、翌日も days に加え、区分（kind）を指定してください。`,
    en: `The work runs into the next day (${next}). Add that day to days with its kind.`,
  })
}

const twice = (field: string, date: string) =>
  new InvalidInputError(field, date, {
    ja: '同じ日が2度あります。1日は1つにまとめてください。',
    en: 'This day is given twice. Put one day into one entry.',
  })

const backwards = (field: string, to: string, from: string) =>
  new InvalidInputError(field, to, {
    ja: `開始（${from}）より後の時刻を指定してください。翌日に及ぶときは25:30のように書きます。`,
    en: `Give a time after the start (${from}). Past midnight it is written like 25:30.`,
  })

const overlapping = (field: string, given: string) =>
  new InvalidInputError(field, given, {
    ja: '前の時間帯と重なっています。打刻と休憩は早い順に、重ならないように指定してください。',
    en: 'This overlaps the time before it. Give punches and breaks in order, without overlap.',
  })

const tomorrow = (field: string, given: unknown) =>
  new InvalidInputError(field, given, {
    ja: '24:00以後に始まる勤務は、翌日の勤務として指定してください。',
    en: 'A shift that begins at 24:00 or later belongs to the next day.',
  })
