import { addMonths } from '../../calendar/days.ts'
import { flag, InvalidInputError, month, oneOf, records, wholeNumber, yen } from '../../core/input.ts'
import { type Because, lawOn, type Preview } from '../../core/statute.ts'
import { baseDays, validity } from './law.ts'

/**
 * One month’s pay as paid in that month (報酬, in yen, all allowances and commuting included, no bonuses). `retroactivePay` is the part of `pay`
 * for other months (遡及差額、遅配), which is left out. `isPartial` marks a month without a full month’s pay: joined midway, reduced
 * pay during leave of absence, strike.
 */
export type PaidMonth = { month: string; baseDays: number; pay: number; retroactivePay?: number; isPartial?: boolean }

/**
 * `full-time` 一般の被保険者; `part-time` 短時間就労者 with three quarters of the hours or more; `short-time` 短時間労働者 of a 特定適用事業所.
 */
export type InsuredWorker = 'full-time' | 'part-time' | 'short-time'

/** Why, as a word for programs and a sentence for people. */
export type Reason<Code extends string> = { code: Code; ja: string; en: string }

export const nextMonth = (yearMonth: string, months: number): string => addMonths(`${yearMonth}-01`, months).slice(0, 7)

export const shown = (amount: number): string => amount.toLocaleString('en')

/** The months as given, each of the expected ones and in their order; throws InvalidInputError naming the field. */
export function parseMonths(given: readonly PaidMonth[], expected: readonly string[], all: boolean): PaidMonth[] {
  const count = Array.isArray(given) ? given.length : 0
  if (count === 0 || count > expected.length || (all && count < expected.length)) {
    throw new InvalidInputError('months', Array.isArray(given) ? count : given, {
      ja: `${expected.join('、')}の各月の報酬を指定してください。`,
      en: `Give the pay of the months ${expected.join(', ')}.`,
    })
  }
  return records('months', given, expected.length).map((each, index) => {
    const path = `months[${index}]`
    const before = index === 0 ? '' : (given[index - 1]?.month ?? '')
    const at = oneOf(
      `${path}.month`,
      month(`${path}.month`, each.month),
      all ? expected.slice(index, index + 1) : expected,
    )
    if (at <= before) {
      throw new InvalidInputError(`${path}.month`, at, {
        ja: '月を古い順に、重複なく指定してください。',
        en: 'Give the months in ascending order, each once.',
      })
    }
    const pay = yen(`${path}.pay`, each.pay)
    return {
      month: at,
      baseDays: wholeNumber(`${path}.baseDays`, each.baseDays, 0, 31),
      pay,
      retroactivePay: wholeNumber(`${path}.retroactivePay`, each.retroactivePay ?? 0, 0, pay),
      isPartial: flag(`${path}.isPartial`, each.isPartial),
    }
  })
}

export const leastDaysOf = (worker: InsuredWorker, rule: { ordinary: number; shortTime: number }): number =>
  worker === 'short-time' ? rule.shortTime : rule.ordinary

/** Months that count for an average: with enough base days; for part-timers without any such month, those with 15 days. */
export function qualifyingMonths(
  months: readonly PaidMonth[],
  worker: InsuredWorker,
  on: string,
  options: Preview,
): { months: PaidMonth[]; leastDays: number; because: Because[] } {
  const { value: rule, because } = lawOn(baseDays, on, options)
  const leastDays = leastDaysOf(worker, rule)
  const full = months.filter(({ isPartial }) => !isPartial)
  const enough = full.filter((each) => each.baseDays >= leastDays)
  if (enough.length > 0 || worker !== 'part-time') return { months: enough, leastDays, because }
  return { months: full.filter((each) => each.baseDays >= rule.partTime), leastDays: rule.partTime, because }
}

/** The average monthly pay, fraction of a yen dropped. */
export function averagePay(months: readonly PaidMonth[]): number {
  const sum = months.reduce((total, { pay, retroactivePay = 0 }) => total + pay - retroactivePay, 0)
  return (sum - (sum % months.length)) / months.length
}

/** The last month for which a revised standard holds (健康保険法43条2項), or one determined on acquisition (42条2項). */
export function validUntil(
  from: string,
  by: 'revision' | 'acquisition',
  options: Preview,
): { month: string; because: Because[] } {
  const { value: rule, because } = lawOn(validity, `${from}-01`, options)
  const lastMonth = by === 'revision' ? rule.revisedThrough : rule.acquiredThrough
  const august = `${from.slice(0, 4)}-${rule.until}`
  return { month: from.slice(5) <= lastMonth ? august : nextMonth(august, 12), because }
}
