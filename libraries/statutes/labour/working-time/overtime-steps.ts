import { addDays, dayAfterMonths, daysBetween, weekdayOf, weekdays } from '../../calendar/days.ts'
import { divided } from '../../core/rounding.ts'
import type { WorkPiece } from './pieces.ts'

/** Which count made a piece overtime: over the day, the week, the month's average under flex, or the whole period. */
export type OvertimeStep = 'day' | 'week' | 'month' | 'period'

export type CountedPiece = WorkPiece & {
  /** The work date: a shift belongs to the day it begins. */
  date: string
  isLegalHoliday: boolean
  overtime: OvertimeStep | undefined
  isBeyondPlan: boolean
  isOver60: boolean
}

/**
 * Walks through pieces in order of time and marks, in each group, what lies beyond its limit; a piece in which the limit is
 * reached is cut there. Pieces without a group pass unmarked and uncounted.
 */
export function markBeyond(
  pieces: readonly CountedPiece[],
  groupOf: (piece: CountedPiece) => string | undefined,
  limitOf: (group: string) => number,
  mark: (piece: CountedPiece) => CountedPiece,
): CountedPiece[] {
  const counted = new Map<string, number>()
  return pieces.flatMap((piece) => {
    const group = groupOf(piece)
    if (group === undefined) return [piece]
    const before = counted.get(group) ?? 0
    const length = piece.to - piece.from
    counted.set(group, before + length)
    const room = Math.max(0, limitOf(group) - before)
    if (length <= room) return [piece]
    if (room === 0) return [mark(piece)]
    const cut = piece.from + room
    return [{ ...piece, to: cut }, mark({ ...piece, from: cut })]
  })
}

/** Marks as overtime what lies beyond the limit, among what is neither legal-holiday work nor overtime already. */
export function overtimeBeyond(
  pieces: readonly CountedPiece[],
  step: OvertimeStep,
  groupOf: (piece: CountedPiece) => string,
  limitOf: (group: string) => number,
): CountedPiece[] {
  return markBeyond(
    pieces,
    (piece) => (piece.isLegalHoliday || piece.overtime !== undefined ? undefined : groupOf(piece)),
    limitOf,
    (piece) => ({ ...piece, overtime: step }),
  )
}

/** The first day of the week in which a date lies. */
export function weekStart(date: string, startsOn: (typeof weekdays)[number]): string {
  const passed = (weekdays.indexOf(weekdayOf(date)) - weekdays.indexOf(startsOn) + 7) % 7
  return addDays(date, -passed)
}

/** 法定労働時間の総枠: weekly minutes × calendar days / 7, a part of a minute cut off. */
export function frameMinutes(weeklyMinutes: number, calendarDays: number, daysOfWeek: number): number {
  return divided(weeklyMinutes * calendarDays, daysOfWeek, 'floor')
}

/** A period in parts of one month each from its first day, the last as short as it is (労働基準法32条の3第2項). */
export function monthsOf(from: string, to: string): { from: string; to: string; days: number }[] {
  const parts: { from: string; to: string; days: number }[] = []
  for (let month = 0; ; month += 1) {
    const begins = dayAfterMonths(from, month)
    if (begins > to) return parts
    const passed = addDays(dayAfterMonths(from, month + 1), -1)
    const ends = passed < to ? passed : to
    parts.push({ from: begins, to: ends, days: daysBetween(begins, ends) + 1 })
  }
}
