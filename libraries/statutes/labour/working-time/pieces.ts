import { dateOfDayNumber } from '../../calendar/days.ts'
import type { NightHours } from './law.ts'

/** A stretch of time in minutes since 1970-01-01 0:00, the end not included. */
export type Stretch = { from: number; to: number }

/** A stretch of work that lies in one calendar day and wholly inside or outside the night. */
export type WorkPiece = Stretch & { calendarDate: string; isNight: boolean }

export const minutesOfDay = 1440

export const lengthOf = (parts: readonly Stretch[]): number => parts.reduce((sum, { from, to }) => sum + to - from, 0)

/** Cuts stretches at midnight and where the night begins and ends. */
export function piecesOf(stretches: readonly Stretch[], night: NightHours): WorkPiece[] {
  return stretches.flatMap(({ from, to }) => {
    const pieces: WorkPiece[] = []
    for (let begins = from; begins < to; ) {
      const day = Math.floor(begins / minutesOfDay)
      const minute = begins - day * minutesOfDay
      const end = [night.toMinute, night.fromMinute, minutesOfDay].find((boundary) => boundary > minute) ?? minutesOfDay
      const ends = Math.min(to, day * minutesOfDay + end)
      const isNight = minute < night.toMinute || minute >= night.fromMinute
      pieces.push({ from: begins, to: ends, calendarDate: dateOfDayNumber(day), isNight })
      begins = ends
    }
    return pieces
  })
}

/** Takes a break without a time off the earliest minutes: first outside the night before midnight, then outside the night, then anywhere. */
export function withoutUnplacedBreak(pieces: readonly WorkPiece[], minutes: number): WorkPiece[] {
  const firstDate = pieces[0]?.calendarDate
  const rank = (piece: WorkPiece) => (piece.isNight ? 2 : piece.calendarDate === firstDate ? 0 : 1)
  let left = minutes
  return pieces
    .toSorted((a, b) => rank(a) - rank(b))
    .map((piece) => {
      const taken = Math.min(left, piece.to - piece.from)
      left -= taken
      return { ...piece, from: piece.from + taken }
    })
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)
}

/** What of the stretches lies outside the pauses. */
export function withoutPauses(stretches: readonly Stretch[], pauses: readonly Stretch[]): Stretch[] {
  return pauses.reduce<Stretch[]>(
    (left, pause) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, pause.from) },
          { from: Math.max(from, pause.to), to },
        ].filter((part) => part.from < part.to),
      ),
    [...stretches],
  )
}
