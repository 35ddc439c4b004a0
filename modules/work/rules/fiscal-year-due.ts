import type { DueRule } from '@ennoshita/statutes'

/** The first day of a company's fiscal year (事業年度の始まる日): month 1–12, day 1–28. */
export type FiscalYearStart = { readonly month: number; readonly day: number }

/** What stands for a company that has not said when its year begins, and what the ready kinds are written for. */
export const aprilFirst: FiscalYearStart = { month: 4, day: 1 }

/**
 * The due rule of work that follows the end of the fiscal year (決算・申告・株主総会), written for a year that begins on
 * 1 April, moved to the company's own year. Where the year ends within a month (20日締め), the end of a month becomes
 * that day: two months after 20 March is 20 May. A named day such as the 10th stays. Rules that are not yearly stay.
 */
export function inFiscalYear(rule: DueRule, start: FiscalYearStart): DueRule {
  if (rule.kind !== 'yearly') return rule
  const closesAtMonthEnd = start.day === 1
  const later = start.month - aprilFirst.month + (closesAtMonthEnd ? 0 : 1)
  const months = rule.months.map((month) => ((month - 1 + later + 12) % 12) + 1).sort((one, other) => one - other)
  const day = rule.day === 'end' && !closesAtMonthEnd ? start.day - 1 : rule.day
  return { ...rule, months, day }
}
