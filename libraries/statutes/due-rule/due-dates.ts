import type { BusinessCalendar } from '../calendar/business-days.ts'
import type { DueRule } from './due-rule.ts'

/** `period` is the month ('2026-11') the work is about; `nominalOn` the date before it was moved off a day off. */
export type DueOccurrence = { dueOn: string; nominalOn: string; period: string }

export type DueDatesOptions = {
  /** First and last due date wanted, both included. */
  from: string
  to: string
  /** The company's calendar; Saturdays, Sundays and national holidays when absent. */
  calendar?: BusinessCalendar
  /** First month of the fiscal year, 1–12; 4 when absent. */
  fiscalYearStart?: number
  /** Dates of the occasion, for 'after-occasion'. */
  occasions?: readonly string[]
  /** Allow holidays that are not announced yet. */
  preview?: boolean
}

export function dueOccurrences(_rule: DueRule, _options: DueDatesOptions): DueOccurrence[] {
  throw new Error('not written yet')
}

export function dueDates(rule: DueRule, options: DueDatesOptions): string[] {
  return dueOccurrences(rule, options).map((occurrence) => occurrence.dueOn)
}
