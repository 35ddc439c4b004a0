import { dayNumberOf, millisecondsPerDay, tokyoOffsetMinutes } from './instants.ts'

const zero = 48
const nine = 57
const dash = 45
const slash = 47
const colon = 58
const dot = 46
const plus = 43
const space = 32
const bigT = 84
const bigZ = 90

/**
 * The instant of a stamp in the shapes nearly every file has, 2026-11-20T09:00:00.000+09:00 with or without its fraction
 * and offset, read digit by digit from its bytes; NaN where the shape differs, so that `instantOf` decides. Equal to
 * `instantOf` wherever it is a number.
 */
export function instantOfBytes(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from
  const mark = bytes[from + 4]
  if (length < 10 || (mark !== dash && mark !== slash) || bytes[from + 7] !== mark) return Number.NaN
  const year = pairAt(bytes, from) * 100 + pairAt(bytes, from + 2)
  const midnight = dayNumberOf(year, pairAt(bytes, from + 5), pairAt(bytes, from + 8)) * millisecondsPerDay
  if (length === 10) return midnight - tokyoOffsetMinutes * 60_000
  const between = bytes[from + 10]
  if (length < 16 || (between !== bigT && between !== space) || bytes[from + 13] !== colon) return Number.NaN
  const hour = pairAt(bytes, from + 11)
  const minute = pairAt(bytes, from + 14)
  let second = 0
  let milliseconds = 0
  let place = from + 16
  if (bytes[place] === colon) {
    second = pairAt(bytes, place + 1)
    place += 3
    if (bytes[place] === dot) {
      let microseconds = 0
      let digits = 0
      for (place += 1; isDigit(bytes[place]) && place < to; place++, digits++)
        if (digits < 6) microseconds = microseconds * 10 + (bytes[place] ?? 0) - zero
      if (digits === 0 || digits > 9) return Number.NaN
      for (; digits < 6; digits++) microseconds *= 10
      milliseconds = microseconds / 1000
    }
  }
  if (!(hour < 24 && minute < 60 && second < 60) || place > to) return Number.NaN
  const offset = offsetAt(bytes, place, to)
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds - offset * 60_000
}

function offsetAt(bytes: Uint8Array, place: number, to: number): number {
  if (place === to) return tokyoOffsetMinutes
  const sign = bytes[place]
  if (sign === bigZ && place + 1 === to) return 0
  if ((sign !== plus && sign !== dash) || place + 6 !== to || bytes[place + 3] !== colon) return Number.NaN
  const minutes = pairAt(bytes, place + 1) * 60 + pairAt(bytes, place + 4)
  return sign === plus ? minutes : -minutes
}

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= zero && code <= nine
}

/** Two digits as a number, NaN where they are none. */
function pairAt(bytes: Uint8Array, place: number): number {
  const tens = bytes[place]
  const ones = bytes[place + 1]
  if (tens === undefined || ones === undefined || tens < zero || tens > nine || ones < zero || ones > nine)
    return Number.NaN
  return (tens - zero) * 10 + ones - zero
}
