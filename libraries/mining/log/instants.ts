const dateTime =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\s*(午前|午後)?\s*(\d{1,2})[:時](?:(\d{1,2})(?:[:分](?:(\d{1,2})(?:[.,](\d{1,9}))?秒?)?)?)?(?:\s*([AP]M))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i
const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(.*)$/
const eraDate = /^(令和|平成|昭和|R|H|S)\s*(元|0?[1-9]|[1-9]\d)[年./-](\d{1,2})[月./-](\d{1,2})日?(.*)$/
const kanjiDate = /^(\d{4})年(\d{1,2})月(\d{1,2})日(.*)$/
/** 20261120, 202611200930, 20261120T093000: ISO 8601 basic format, and what older systems write. */
const compact = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?)?(Z|[+-]\d{2}:?\d{2})?$/
/** (金), （月・祝）, 金曜日. */
const weekday = /\s*(?:\([日月火水木金土](?:・?祝)?\)|[日月火水木金土]曜日?)\s*/

const eraYearZero: Record<string, number> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 }

export const tokyoOffsetMinutes = 540
const millisecondsPerMinute = 60_000
export const millisecondsPerDay = 86_400_000
/** What four digits of a year can tell, with a day to spare for every offset: 2 January 1 to 30 December 9999. */
const [earliest, latest] = [-62_135_510_400_000, 253_402_128_000_000]

/**
 * The instant of a stamp in milliseconds since 1970 (UTC), or NaN where the text is no stamp (2026-02-30 is none) or the
 * number lies outside the years 1 to 9999. Reads ISO 8601, 2026/11/20, 2026.11.20, 20261120, dd.mm.yyyy, 2026年11月20日
 * and 和暦, each with or without its weekday. A stamp without an offset is Japan time (+09:00); a date without a time is its
 * midnight. Fractions of a second beyond the microsecond are dropped.
 */
export function instantOf(stamp: string | number): number {
  if (typeof stamp === 'number') return stamp >= earliest && stamp <= latest ? stamp : Number.NaN
  const quick = quickInstantOf(stamp)
  if (quick !== undefined) return quick
  const match = dateTime.exec(isoShapeOf(stamp.normalize('NFKC').replace(weekday, ' ').trim()))
  if (!match) return Number.NaN
  const [, year, month, day, before, clock, minute = '0', second = '0', fraction = '', after, zone] = match
  const half = before ?? after?.toUpperCase()
  const hour = hourOf(Number(clock ?? 0), half)
  if (hour > 24 || (hour === 24 && Number(minute) + Number(second) > 0)) return Number.NaN
  if (Number(minute) > 59 || Number(second) > 60 || (clock === undefined && zone?.length === 3)) return Number.NaN
  if (before !== undefined && after !== undefined) return Number.NaN
  const midnight = dayNumberOf(Number(year), Number(month), Number(day)) * millisecondsPerDay
  const seconds = hour * 3600 + Number(minute) * 60 + Number(second)
  const milliseconds = Number(fraction.slice(0, 6).padEnd(6, '0')) / 1000
  return midnight + seconds * 1000 + milliseconds - offsetMinutesOf(zone) * millisecondsPerMinute
}

/** The hour of the day; NaN where a half of the day is told with an hour beyond twelve. */
function hourOf(clock: number, half: string | undefined): number {
  if (half === undefined) return clock
  return clock > 12 ? Number.NaN : (clock % 12) + (half === '午後' || half === 'PM' ? 12 : 0)
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days from 1970-01-01 to a day of the Gregorian calendar, NaN where there is no such day. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const length = month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0)
  if (!(day >= 1 && day <= length)) return Number.NaN
  // In a year that begins on 1 March the leap day comes last.
  const marchYear = month > 2 ? year : year - 1
  const century = Math.floor(marchYear / 100)
  const leapDays = Math.floor(marchYear / 4) - century + Math.floor(century / 4)
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return marchYear * 365 + leapDays + dayOfYear - 719_468
}

/**
 * The same for the shape nearly every file has, 2026-11-20T09:00:00.000+09:00, read digit by digit; nothing where the shape
 * differs or a part is none, so that the slower way decides.
 */
function quickInstantOf(stamp: string): number | undefined {
  if (stamp.length !== 29 || stamp[4] !== '-' || stamp[7] !== '-' || stamp[10] !== 'T') return undefined
  if (stamp[13] !== ':' || stamp[16] !== ':' || stamp[19] !== '.' || stamp[26] !== ':') return undefined
  const sign = stamp[23] === '+' ? 1 : stamp[23] === '-' ? -1 : Number.NaN
  const [hour, minute, second] = [pair(stamp, 11), pair(stamp, 14), pair(stamp, 17)]
  if (!(hour < 24 && minute < 60 && second < 60)) return undefined
  const day = dayNumberOf(pair(stamp, 0) * 100 + pair(stamp, 2), pair(stamp, 5), pair(stamp, 8))
  const milliseconds = pair(stamp, 20) * 10 + pair(`0${stamp[22]}`, 0)
  const offset = sign * (pair(stamp, 24) * 60 + pair(stamp, 27))
  const instant = day * millisecondsPerDay + ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds
  return Number.isNaN(instant) ? undefined : instant
}

/** Two digits as a number, NaN where they are none. */
function pair(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48]
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

function isoShapeOf(text: string): string {
  const european = dayFirst.exec(text)
  if (european) return `${european[3]}-${european[2]}-${european[1]}${european[4]}`
  const kanji = kanjiDate.exec(text)
  if (kanji) return `${kanji[1]}-${kanji[2]}-${kanji[3]} ${kanji[4]?.trim()}`.trim()
  const [, year, month, day, hour, minute, second = '00', zone = ''] = compact.exec(text) ?? []
  if (year) return `${year}-${month}-${day}${hour ? ` ${hour}:${minute}:${second}` : ''}${zone}`
  const era = eraDate.exec(text)
  if (!era) return text
  const ofEra = (eraYearZero[era[1] ?? ''] ?? 0) + (era[2] === '元' ? 1 : Number(era[2]))
  return `${ofEra}-${era[3]}-${era[4]} ${era[5]?.trim()}`.trim()
}

function offsetMinutesOf(zone: string | undefined): number {
  if (zone === undefined) return tokyoOffsetMinutes
  if (zone.toUpperCase() === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + (zone.length > 3 ? Number(zone.slice(-2)) : 0)
  return zone.startsWith('-') ? -minutes : minutes
}

/** The day in Japan of an instant, as a count of days since 1970-01-01. */
export function tokyoDayNumber(instant: number): number {
  return Math.floor((instant + tokyoOffsetMinutes * millisecondsPerMinute) / millisecondsPerDay)
}

/** The date in Japan of an instant, 'YYYY-MM-DD'. */
export function tokyoDateOf(instant: number): string {
  return new Date(tokyoDayNumber(instant) * millisecondsPerDay).toISOString().slice(0, 10)
}

/** The instant a number of calendar months before another, in Japan time; the day is cut to the length of the month. */
export function monthsBefore(instant: number, months: number): number {
  const local = new Date(instant + tokyoOffsetMinutes * millisecondsPerMinute)
  const lastDay = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - months + 1, 0)).getUTCDate()
  const day = Math.min(local.getUTCDate(), lastDay)
  const timeOfDay = local.getTime() - Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate())
  const then = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - months, day)
  return then + timeOfDay - tokyoOffsetMinutes * millisecondsPerMinute
}
