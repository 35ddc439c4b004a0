import type { LocalDate } from '@ennoshita/kernel'
import { type Because, type Duty, duties, monthEnd } from '@ennoshita/statutes'
import type { WithholdingGroup } from './payment-form.ts'

/** A period for which tax withheld is paid in one sum. */
export type WithholdingPeriod = {
  readonly period: 'month' | 'half-year'
  readonly group: WithholdingGroup
  readonly from: LocalDate
  readonly until: LocalDate
}

/** The period in which a payment of a day falls: half a year for 士業 with 納期の特例 (所得税法216条), else the month. */
export function withholdingPeriodOf(
  paidOn: LocalDate,
  group: WithholdingGroup,
  isHalfYearly: boolean,
): WithholdingPeriod {
  const year = paidOn.slice(0, 4)
  if (group !== 'professional' || !isHalfYearly)
    return { period: 'month', group, from: `${paidOn.slice(0, 7)}-01`, until: monthEnd(paidOn) }
  return paidOn.slice(5) < '07'
    ? { period: 'half-year', group, from: `${year}-01-01`, until: `${year}-06-30` }
    : { period: 'half-year', group, from: `${year}-07-01`, until: `${year}-12-31` }
}

/** The last day to pay the tax of a period, moved over days off, and the law that says so. Holidays not announced yet are guessed. */
export function withholdingDue({ period, until }: WithholdingPeriod): { dueOn: LocalDate; law: Because['source'] } {
  const legal = legalDueOn(period, until)
  const year = Number(legal.slice(0, 4))
  const found = yearsDuties(year, period === 'half-year').find(
    ({ duty, legalDueOn: on }) => on === legal && duty.startsWith('源泉所得税の納付'),
  )
  const source = found?.because[0]?.source
  if (!found || !source) throw new Error(`No duty to pay tax withheld on ${legal}.`)
  return { dueOn: found.dueOn, law: source }
}

/** 翌月10日; 納期の特例: 7月10日, 翌年1月20日. */
function legalDueOn(period: 'month' | 'half-year', until: LocalDate): LocalDate {
  const [year, month] = [Number(until.slice(0, 4)), Number(until.slice(5, 7))]
  if (period === 'half-year') return month === 6 ? `${year}-07-10` : `${year + 1}-01-20`
  return month === 12 ? `${year + 1}-01-10` : `${year}-${String(month + 1).padStart(2, '0')}-10`
}

const known = new Map<string, readonly Duty[]>()

function yearsDuties(year: number, withholdingHalfYearly: boolean): readonly Duty[] {
  const key = `${year} ${withholdingHalfYearly}`
  const before = known.get(key)
  if (before) return before
  const found = duties({ company: { fiscalYearEnd: '03-31', withholdingHalfYearly }, year }, { preview: true })
  known.set(key, found)
  return found
}
