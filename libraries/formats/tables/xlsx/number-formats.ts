import { dateOfDayNumber } from '../../amounts-and-dates/day-numbers.ts'

/** How a number of a sheet is meant: a date, a time of day, a duration, padded with zeros, or just a number. */
export type NumberKind = 'number' | 'date' | 'time' | 'duration' | { zeros: number }

/** Formats that files name only by number, ECMA-376 18.8.30 with the Japanese ones (27–36, 50–58). */
const builtinKinds = new Map<number, NumberKind>([
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map(
    (id) => [id, 'date'] as const,
  ),
  ...[18, 19, 20, 21, 32, 33, 45, 47].map((id) => [id, 'time'] as const),
  [46, 'duration'],
])

/** The kind that a format code means; quoted text, colours and conditions do not count. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtinKinds.get(id) ?? 'number'
  const first = code.split(';')[0] ?? ''
  const zeros = /^0{2,30}$/.exec(first)
  if (zeros) return { zeros: first.length }
  if (/^(general|標準|g\/標準)$/i.test(first)) return 'number'
  const bare = first.replace(/"[^"]*"?|\\.|_.|\*./g, '')
  if (/\[(h+|m+|s+)\]/i.test(bare)) return 'duration'
  const letters = bare
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[0#.]+e[+-][0#]+/gi, '')
    .replace(/am\/pm|a\/p/gi, 'h')
  if (/[yd]|g+|e/i.test(letters)) return 'date'
  if (/[hs]/i.test(letters)) return 'time'
  return /m/i.test(letters) ? 'date' : 'number'
}

const secondsPerDay = 86_400
const lastSerial = 2_958_465 // 9999-12-31

const two = (number: number): string => String(number).padStart(2, '0')

const clock = (seconds: number): string => {
  const rest = seconds % 60
  const minutes = Math.floor(seconds / 60)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}${rest === 0 ? '' : `:${two(rest)}`}`
}

/** Serial numbers count from 1900 with a 29 February 1900 that never was, or from 1904. */
const dateText = (serial: number, is1904: boolean): string => {
  const allSeconds = Math.round(serial * secondsPerDay)
  const days = Math.floor(allSeconds / secondsPerDay)
  const since1970 = is1904 ? days - 24_107 : days - (days < 60 ? 25_568 : 25_569)
  const seconds = allSeconds - days * secondsPerDay
  return seconds === 0 ? dateOfDayNumber(since1970) : `${dateOfDayNumber(since1970)} ${clock(seconds)}`
}

/** The 15 digits that spreadsheets keep, without an exponent where it can be avoided. */
const numberText = (number: number, written: string): string => {
  if (/^-?\d{1,15}$/.test(written)) return written
  const shortest = String(Number(number.toPrecision(15)))
  return /e/i.test(shortest) && Math.abs(number) < 1e21 && Number.isInteger(number) ? number.toFixed(0) : shortest
}

/** A number of a sheet as text: dates as 2026-11-20, times as 09:30, durations as 25:30, 1 formatted 000 as 001. */
export function textOfNumber(written: string, kind: NumberKind, is1904: boolean): string {
  const number = Number(written)
  if (written.trim() === '' || !Number.isFinite(number)) return written
  if (typeof kind === 'object' && Number.isInteger(number) && number >= 0)
    return numberText(number, written).padStart(kind.zeros, '0')
  const isSerial = number >= 0 && number <= lastSerial
  if (kind === 'date' && isSerial && number >= 1) return dateText(number, is1904)
  if ((kind === 'time' || kind === 'date') && isSerial)
    return clock(Math.round((number % 1) * secondsPerDay) % secondsPerDay)
  if (kind === 'duration' && isSerial) return clock(Math.round(number * secondsPerDay))
  return numberText(number, written)
}
