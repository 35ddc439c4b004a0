import { addDays, daysBetween } from '../calendar/days.ts'
import { day, wholeNumber } from '../core/input.ts'
import type { Statute } from '../core/statute.ts'
import { statutesByFamily } from './every-statute.ts'

export type EndingStatute = { family: string; statute: Statute<unknown>; daysLeft: number }

/** Statutes whose checked period has ended or ends within so many days of a date, the first to end first. */
export function statutesEnding(on: string, withinDays = 90): EndingStatute[] {
  const through = addDays(day('on', on), wholeNumber('withinDays', withinDays, 0, 3_660))
  return [...statutesByFamily]
    .flatMap(([family, statutes]) => statutes.map((statute) => ({ family, statute })))
    .filter(({ statute }) => statute.checkedThrough <= through)
    .map((found) => ({ ...found, daysLeft: daysBetween(on, found.statute.checkedThrough) }))
    .sort((one, other) => one.daysLeft - other.daysLeft)
}

/** The report as lines of text, Japanese with English beside. */
export function lawReport(on: string, withinDays = 90): string[] {
  const ending = statutesEnding(on, withinDays)
  if (ending.length === 0)
    return [
      `${on} から ${withinDays} 日以内に確認の期限が来る法令はありません。 / Nothing ends within ${withinDays} days.`,
    ]
  return [
    `${on} から ${withinDays} 日以内に確認の期限が来る法令 ${ending.length} 件 / ${ending.length} statutes whose checked period ends:`,
    ...ending.map(
      ({ family, statute, daysLeft }) =>
        `${statute.checkedThrough}  ${daysLeft < 0 ? `${-daysLeft}日過ぎ` : `あと${daysLeft}日`}  ${statute.name} / ${statute.nameEn}  (${family})`,
    ),
  ]
}
