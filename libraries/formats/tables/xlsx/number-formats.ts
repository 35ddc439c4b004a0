import { dateOfDayNumber } from '../../amounts-and-dates/day-numbers.ts'

/** Zeros that a number is filled up with, and hyphens between them (000-0000), for whole numbers up to `most`. */
type PaddedDigits = { most: number; digits: string }

/** How a number of a sheet is meant: a date, a time of day, a duration, padded with zeros, or just a number. */
export type NumberKind = 'number' | 'date' | 'time' | 'duration' | readonly PaddedDigits[]

/** Formats that files name only by number, ECMA-376 18.8.30 with the Japanese ones (27–36, 50–58). */
const builtinKinds = new Map<number, NumberKind>([
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map(
    (id) => [id, 'date'] as const,
  ),
  ...[18, 19, 20, 21, 32, 33, 45, 47].map((id) => [id, 'time'] as const),
  [46, 'duration'],
])

/** 000, 000-0000 and Excel's own 郵便番号, [<=999]000;[<=9999]000-00;000-0000. */
const paddedSection = /^(?:\[<=(\d{1,15})\])?(0{2,30}|0{1,10}(?:-0{1,10}){1,3})$/

const paddedDigits = (code: string): PaddedDigits[] =>
  code.split(';').flatMap((section) => {
    const [, most, digits] = paddedSection.exec(section) ?? []
    return digits === undefined ? [] : [{ most: most === undefined ? Number.POSITIVE_INFINITY : Number(most), digits }]
  })

const textOfPadded = (number: string, { digits }: PaddedDigits): string => {
  let left = number.padStart(digits.replaceAll('-', '').length, '0')
  const parts: string[] = []
  for (const part of digits.split('-').slice(1).reverse()) {
    parts.unshift(left.slice(-part.length))
    left = left.slice(0, -part.length)
  }
  return [left, ...parts].join('-')
}

/** The kind that a format code means; quoted text, colours and conditions do not count. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtinKinds.get(id) ?? 'number'
  const first = code.split(';')[0] ?? ''
  if (paddedSection.test(first)) return paddedDigits(code)
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
  if (typeof kind === 'object') {
    const padded = Number.isInteger(number) && number >= 0 ? kind.find(({ most }) => number <= most) : undefined
    return padded === undefined ? numberText(number, written) : textOfPadded(numberText(number, written), padded)
  }
  const isSerial = number >= 0 && number <= lastSerial
  if (kind === 'date' && isSerial && number >= 1) return dateText(number, is1904)
  if ((kind === 'time' || kind === 'date') && isSerial)
    return clock(Math.round((number % 1) * secondsPerDay) % secondsPerDay)
  if (kind === 'duration' && isSerial) return clock(Math.round(number * secondsPerDay))
  return numberText(number, written)
}
