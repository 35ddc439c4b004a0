import { addDays, dayAfterMonths, daysBetween } from '../../calendar/days.ts'
import { day, oneOf, record, records } from '../../core/input.ts'
import { allBecause, type Because, lawOn } from '../../core/statute.ts'
import { fiveDayDutyLaw, overlappingDuty } from './law.ts'
import { halves, type LeaveGranted, readGrants } from './leave-input.ts'

/** Two base days within one year: one common period with days pro rata (施行規則24条の5第2項), or each period on its own. */
export type OverlapRule = 'pro-rata' | 'each'

export type FiveDayDutyInput = {
  grants: readonly LeaveGranted[]
  /** Days and half days taken; leave by the hour and special leave do not count. */
  uses: readonly { on: string; days: number }[]
  /** Uses up to this day count; later ones are only planned. */
  on: string
  overlap?: OverlapRule
}

export type FiveDayDuty = {
  from: string
  to: string
  /** Days to be taken, rounded up to half a day: enough where the worker wants half days. */
  requiredDays: number
  /** The same rounded up to a whole day: without half days. */
  requiredWholeDays: number
  takenDays: number
  missingDays: number
  state: 'met' | 'running' | 'missed'
  because: Because[]
}

/** A base day; `countsFrom` is earlier where parts were granted ahead of it. */
type BaseDay = { on: string; countsFrom: string }

/**
 * 年5日の時季指定義務: for every grant of ten days or more, five days within one year of it (労働基準法39条7項・8項), whatever
 * the year the days taken were granted in. Where a second such grant falls within that year, five days per twelve months of the
 * period from the first to one year after the second. Parts of the first grant given ahead count as one on the day on which they
 * reach ten days, and what was taken before counts too (施行規則24条の5第4項). Throws InvalidInputError naming the field.
 */
export function fiveDayDuty(input: FiveDayDutyInput): FiveDayDuty[] {
  record('input', input)
  const on = day('on', input.on)
  const overlap = oneOf('overlap', input.overlap ?? 'pro-rata', ['pro-rata', 'each'])
  const uses = records('uses', input.uses, 10_000, 0).map((use, index) => ({
    on: day(`uses[${index}].on`, use.on),
    days: halves(`uses[${index}].days`, use.days, 0.5, 1),
  }))
  const takenBetween = (from: string, to: string): number =>
    uses.reduce((sum, use) => (use.on >= from && use.on <= to && use.on <= on ? sum + use.days : sum), 0)
  const found: FiveDayDuty[] = []
  const bases = baseDays(readGrants(input.grants))
  for (let at = 0; at < bases.length; at += 1) {
    const base = bases[at]
    if (base === undefined) break
    const { value, because } = lawOn(fiveDayDutyLaw, base.on, { preview: true })
    const yearPassedOn = dayAfterMonths(base.on, value.months)
    const next = bases[at + 1]
    const isShared = overlap === 'pro-rata' && next !== undefined && next.on < yearPassedOn
    const to = addDays(isShared ? dayAfterMonths(next.on, value.months) : yearPassedOn, -1)
    const required = isShared ? proRata(base.on, to, value.days) : { halfDays: value.days * 2, wholeDays: value.days }
    const takenDays = takenBetween(base.countsFrom, to)
    const requiredDays = required.halfDays / 2
    found.push({
      from: base.on,
      to,
      requiredDays,
      requiredWholeDays: required.wholeDays,
      takenDays,
      missingDays: Math.max(0, requiredDays - takenDays),
      state: takenDays >= requiredDays ? 'met' : to < on ? 'missed' : 'running',
      because: allBecause(because, isShared ? lawOn(overlappingDuty, base.on, { preview: true }).because : []),
    })
    if (isShared) at += 1
  }
  return found
}

function baseDays(grants: readonly LeaveGranted[]): BaseDay[] {
  const since = fiveDayDutyLaw.versions[0]?.from ?? ''
  let parts = 0
  let firstPartOn: string | undefined
  return grants.flatMap(({ on, days, isPart }) => {
    if (on < since) return []
    const { grantedDays } = lawOn(fiveDayDutyLaw, on, { preview: true }).value
    if (!isPart) return days >= grantedDays ? [{ on, countsFrom: on }] : []
    firstPartOn ??= on
    parts += days
    if (parts < grantedDays) return []
    const base = { on, countsFrom: firstPartOn }
    parts = 0
    firstPartOn = undefined
    return [base]
  })
}

/** Months of the period, a rest of days over the days of its last month, times five twelfths; rounded up to halves and to wholes. */
function proRata(from: string, to: string, daysOfYear: number): { halfDays: number; wholeDays: number } {
  const { monthsOfYear } = lawOn(overlappingDuty, from, { preview: true }).value
  const end = addDays(to, 1)
  let months = 0
  while (dayAfterMonths(from, months + 1) <= end) months += 1
  const begun = dayAfterMonths(from, months)
  const monthDays = daysBetween(begun, dayAfterMonths(from, months + 1))
  const dividend = daysOfYear * (months * monthDays + daysBetween(begun, end))
  const divisor = monthsOfYear * monthDays
  return { halfDays: Math.ceil((dividend * 2) / divisor), wholeDays: Math.ceil(dividend / divisor) }
}
