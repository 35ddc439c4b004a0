import { addDays, dayAfterMonths, daysBetween } from '../../calendar/days.ts'
import { day, InvalidInputError, oneOf, records, wholeNumber } from '../../core/input.ts'
import { type Because, lawOn, type Preview } from '../../core/statute.ts'
import { leaveExemption } from './law.ts'

/**
 * 産前産後休業 (`maternity`) or 育児休業等 (`childcare`), first and last day included. `workedDays` are the days worked under
 * an agreement during 出生時育児休業, which do not count towards the 14 days. Leaves with only days off or paid leave between them
 * are one leave (令和4年8月9日保保発0809第2号): give them as one.
 */
export type InsuranceLeave = { kind: 'maternity' | 'childcare'; from: string; to: string; workedDays?: number }

/** Whether the premiums of the month, and of a bonus paid in it, are exempt, and by which leave. */
export type LeaveExemption = {
  month?: 'maternity' | 'childcare'
  bonus?: 'maternity' | 'childcare'
  because: Because[]
}

const monthOf = (date: string): string => date.slice(0, 7)

const mostLeaves = 100

function parsed(leaves: readonly InsuranceLeave[]): Required<InsuranceLeave>[] {
  return records('leaves', leaves, mostLeaves, 0).map((leave, index) => {
    const path = `leaves[${index}]`
    const kind = oneOf(`${path}.kind`, leave.kind, ['maternity', 'childcare'])
    const from = day(`${path}.from`, leave.from)
    const to = day(`${path}.to`, leave.to)
    if (to < from) {
      throw new InvalidInputError(`${path}.to`, to, {
        ja: `休業の開始日（${from}）以後の日を指定してください。`,
        en: `Give a day not before the first day of the leave (${from}).`,
      })
    }
    return { kind, from, to, workedDays: wholeNumber(`${path}.workedDays`, leave.workedDays ?? 0, 0, 31) }
  })
}

/** First and last day, and the days worked between them. */
type LeaveSpan = Pick<Required<InsuranceLeave>, 'from' | 'to' | 'workedDays'>

/** Leaves that follow each other without a gap, or overlap, are one (健康保険法159条2項). */
function joined(leaves: readonly Required<InsuranceLeave>[]): LeaveSpan[] {
  const spans: LeaveSpan[] = []
  for (const { from, to, workedDays } of [...leaves].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = spans.at(-1)
    if (last && from <= addDays(last.to, 1)) {
      last.to = to > last.to ? to : last.to
      last.workedDays += workedDays
    } else spans.push({ from, to, workedDays })
  }
  return spans
}

/** From the month of the first day to the month before that of the day after the last. */
const spansMonth = ({ from, to }: { from: string; to: string }, month: string): boolean =>
  monthOf(from) <= month && month < monthOf(addDays(to, 1))

/**
 * Exemption of an insured month by leave (健康保険法159条, 159条の3; 厚生年金保険法81条の2, 81条の2の2): the months from that
 * of the first day to the one before that of the day after the last; childcare leave of 14 days or more that begins and ends
 * within one month, leaves that follow each other being one; for bonuses childcare leave must exceed one month, counted by the
 * calendar.
 */
export function exemptionByLeave(
  leaves: readonly InsuranceLeave[],
  month: string,
  options: Preview = {},
): LeaveExemption {
  const all = parsed(leaves)
  if (all.length === 0) return { because: [] }
  const { value: rule, because } = lawOn(leaveExemption, `${month}-01`, options)
  if (all.some((leave) => leave.kind === 'maternity' && spansMonth(leave, month))) {
    return { month: 'maternity', bonus: 'maternity', because }
  }
  const spans = joined(all.filter(({ kind }) => kind === 'childcare'))
  const span = spans.find((each) => spansMonth(each, month))
  if (span) {
    const isLong = span.to >= dayAfterMonths(span.from, rule.bonusBeyondMonths)
    return { month: 'childcare', ...(isLong ? { bonus: 'childcare' } : {}), because }
  }
  const daysWithin = spans
    .filter(({ from, to }) => monthOf(from) === month && monthOf(to) === month)
    .reduce((sum, { from, to, workedDays }) => sum + daysBetween(from, to) + 1 - workedDays, 0)
  return daysWithin >= rule.daysWithinMonth ? { month: 'childcare', because } : { because: [] }
}
