import { addDays, type LocalDate } from '@ennoshita/kernel'

/** A stretch of days, both ends included; without an end it goes on. */
export type Period = { readonly fromOn: LocalDate; readonly untilOn: LocalDate | null }

/** Whether the day lies in the period. */
export function covers(period: Period, on: LocalDate): boolean {
  return period.fromOn <= on && (period.untilOn === null || on <= period.untilOn)
}

/** Whether the two periods share a day. */
export function overlap(one: Period, other: Period): boolean {
  return (
    (other.untilOn === null || one.fromOn <= other.untilOn) && (one.untilOn === null || other.fromOn <= one.untilOn)
  )
}

/** The last day without a gap that the periods cover from a day on; undefined when they do not cover that day, null when they never end. */
export function coveredThrough(periods: readonly Period[], fromOn: LocalDate): LocalDate | null | undefined {
  let through: LocalDate | undefined
  let next = fromOn
  for (;;) {
    const period = periods.find((each) => covers(each, next))
    if (!period) return through
    if (period.untilOn === null) return null
    through = period.untilOn
    next = addDays(through, 1)
  }
}

/** Whether every day of the stretch is covered. */
export function coversAll(periods: readonly Period[], stretch: Period): boolean {
  const through = coveredThrough(periods, stretch.fromOn)
  return through === null || (through !== undefined && stretch.untilOn !== null && stretch.untilOn <= through)
}

/**
 * The periods after a change from a day on. A later period takes the new value too where it still had the old one, and keeps
 * what was entered for it. Undefined when no period covers the day.
 */
export function changedFrom<Dated extends Period>(
  periods: readonly Dated[],
  fromOn: LocalDate,
  change: Partial<Dated>,
  fields: readonly Exclude<keyof Dated, keyof Period>[],
): Dated[] | undefined {
  const before = periods.find((period) => covers(period, fromOn))
  if (!before) return undefined
  const still = new Set(fields.filter((field) => change[field] !== undefined))
  const changed = (period: Dated): Dated => {
    for (const field of still) if (period[field] !== before[field]) still.delete(field)
    const taken = Object.fromEntries([...still].map((field) => [field, change[field]]))
    return { ...period, ...taken }
  }
  return [...periods]
    .sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1))
    .flatMap((period) => {
      if (period.fromOn > fromOn) return [changed(period)]
      if (period !== before) return [period]
      if (period.fromOn === fromOn) return [changed(period)]
      return [{ ...period, untilOn: addDays(fromOn, -1) }, changed({ ...period, fromOn })]
    })
}

/** The periods when the last day is given; undefined when no period covers that day. */
export function closedAfter<Dated extends Period>(periods: readonly Dated[], untilOn: LocalDate): Dated[] | undefined {
  if (!periods.some((period) => covers(period, untilOn))) return undefined
  return periods
    .filter((period) => period.fromOn <= untilOn)
    .map((period) => (covers(period, untilOn) ? { ...period, untilOn } : period))
}
