import { addDays, dateOf, dateParts, dayAfterMonths, lastDayOfMonths } from '../../calendar/days.ts'
import { day, oneOf, record } from '../../core/input.ts'
import { type Because, lawOn, type Preview } from '../../core/statute.ts'
import { type RetentionStart, retentionRules } from './law.ts'

/** A kind of book or document; what its period counts from stands beside it. */
export type RetentionKind = keyof typeof retentionRules

export type RetentionPeriodInput = {
  kind: RetentionKind
  /**
   * `workers-roster`, `hiring-and-leaving`: the day of leaving, dismissal or death. `wage-ledger`: the last entry.
   * `accident-compensation`: its end. `attendance-and-other-labour`: the day the paper is complete. `paid-leave-ledger`: the last
   * day of the leave year. `working-hours-record`: the day it was made. `withholding-records`: any day of the year they are for.
   * `corporate-tax-books…`: the due day of the return. `consumption-tax-invoices`: the last day of the tax period.
   * `accounting-books`: the closing of the books. `financial-statements`, `subcontract-records`: the day they were made.
   */
  startsOn: string
  /** For `wage-ledger` and `attendance-and-other-labour`: the pay day, which counts where it is later (施行規則56条2項). */
  payDay?: string
}

export type RetentionPeriod = {
  years: number
  /** The first day that counts. */
  countsFrom: string
  /** The last day on which it must still be there. */
  keepUntil: string
  because: Because[]
}

/**
 * 保存期間: until when a book or document must be kept, by its kind and the day its period starts from.
 * Labour records: five years by the text, three for the time being (労働基準法109条, 附則143条). Throws InvalidInputError naming
 * the field, UnknownLawError for days before the rule or after it was checked.
 */
export function retentionPeriod(input: RetentionPeriodInput, options: Preview = {}): RetentionPeriod {
  record('input', input)
  const kind = oneOf('kind', input.kind, kinds)
  const startsOn = day('startsOn', input.startsOn)
  const payDay = input.payDay === undefined ? startsOn : day('payDay', input.payDay)
  const from = countsPayDay.includes(kind) && payDay > startsOn ? payDay : startsOn
  const { value, because } = lawOn(retentionRules[kind], from, options)
  const countsFrom = firstDay(value.start, from)
  return { years: value.years, countsFrom, keepUntil: lastDayOfMonths(countsFrom, value.years * 12), because }
}

const kinds = Object.keys(retentionRules) as RetentionKind[] // as: the keys of a literal object are exactly its kinds

const countsPayDay: readonly RetentionKind[] = ['wage-ledger', 'attendance-and-other-labour']

function firstDay(start: RetentionStart, from: string): string {
  switch (start) {
    case 'that-day':
      return from
    case 'next-day':
      return addDays(from, 1)
    case 'january-11-next-year':
      return dateOf(dateParts(from).year + 1, 1, 11)
    case 'two-months-after':
      return dayAfterMonths(addDays(from, 1), 2)
  }
}
