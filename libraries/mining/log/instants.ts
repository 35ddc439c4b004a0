const dateTime =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/
const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(.*)$/
const eraDate = /^(令和|平成|昭和|R|H|S)\s*(元|\d{1,2})[年./-](\d{1,2})[月./-](\d{1,2})日?(.*)$/
const kanjiDate = /^(\d{4})年(\d{1,2})月(\d{1,2})日(.*)$/

const eraYearZero: Record<string, number> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 }

export const tokyoOffsetMinutes = 540
const millisecondsPerMinute = 60_000
export const millisecondsPerDay = 86_400_000

/**
 * The instant of a stamp in milliseconds since 1970 (UTC), or NaN where the text is no stamp (2026-02-30 is none).
 * Reads ISO 8601, 2026/11/20, dd.mm.yyyy, 2026年11月20日 and 和暦. A stamp without an offset is Japan time (+09:00);
 * a date without a time is its midnight. Fractions of a second beyond the microsecond are dropped.
 */
export function instantOf(stamp: string | number): number {
  if (typeof stamp === 'number') return stamp
  const quick = quickInstantOf(stamp)
  if (quick !== undefined) return quick
  const match = dateTime.exec(isoShapeOf(stamp.trim()))
  if (!match) return Number.NaN
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = match
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day))
  const isReal = new Date(midnight).getUTCDate() === Number(day) && Number(month) <= 12
  if (!isReal || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return Number.NaN
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  const milliseconds = Number(fraction.slice(0, 6).padEnd(6, '0')) / 1000
  return midnight + seconds * 1000 + milliseconds - offsetMinutesOf(zone) * millisecondsPerMinute
}

/**
 * The same for the shape nearly every file has, 2026-11-20T09:00:00.000+09:00, read digit by digit; nothing where the shape
 * differs or a part is outside what every month and day has, so that the slower way decides.
 */
function quickInstantOf(stamp: string): number | undefined {
  if (stamp.length !== 29 || stamp[4] !== '-' || stamp[7] !== '-' || stamp[10] !== 'T') return undefined
  if (stamp[13] !== ':' || stamp[16] !== ':' || stamp[19] !== '.' || stamp[26] !== ':') return undefined
  const sign = stamp[23] === '+' ? 1 : stamp[23] === '-' ? -1 : Number.NaN
  const [month, day, hour, minute, second] = [
    pair(stamp, 5),
    pair(stamp, 8),
    pair(stamp, 11),
    pair(stamp, 14),
    pair(stamp, 17),
  ]
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour < 24 && minute < 60 && second < 60)) return undefined
  const milliseconds = pair(stamp, 20) * 10 + pair(`0${stamp[22]}`, 0)
  const offset = sign * (pair(stamp, 24) * 60 + pair(stamp, 27))
  const instant =
    Date.UTC(pair(stamp, 0) * 100 + pair(stamp, 2), month - 1, day) +
    ((hour * 60 + minute - offset) * 60 + second) * 1000 +
    milliseconds
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
  if (kanji) return `${kanji[1]}-${kanji[2]}-${kanji[3]}${kanji[4]}`
  const era = eraDate.exec(text)
  if (!era) return text
  const year = (eraYearZero[era[1] ?? ''] ?? 0) + (era[2] === '元' ? 1 : Number(era[2]))
  return `${year}-${era[3]}-${era[4]}${era[5]}`
}

function offsetMinutesOf(zone: string | undefined): number {
  if (zone === undefined) return tokyoOffsetMinutes
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
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
