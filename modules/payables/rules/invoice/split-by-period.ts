import { addDays, daysBetween, tradeStatutes } from '@ennoshita/statutes'

/** A part of a service period with its share of the amount. */
export type PeriodPart = { readonly from: string; readonly until: string; readonly amount: number }

/**
 * Proposes how an amount over a period of service splits at days from which other law applies (such as 2026-10-01): by days,
 * each part rounded down towards zero and the rest in the last part, so that the parts sum to the amount exactly. `starts` are the first days of
 * the new parts; those outside the period split nothing.
 */
export function splitByPeriod(
  amount: number,
  { from, until }: { from: string; until: string },
  starts: readonly string[],
): PeriodPart[] {
  const cuts = [...new Set(starts)].filter((day) => day > from && day <= until).sort()
  const wholeDays = BigInt(daysBetween(from, until) + 1)
  const firsts = [from, ...cuts]
  let left = amount
  return firsts.map((first, place) => {
    const next = firsts[place + 1]
    const last = next === undefined ? until : addDays(next, -1)
    const share =
      next === undefined ? left : Number((BigInt(amount) * BigInt(daysBetween(first, last) + 1)) / wholeDays)
    left -= share
    return { from: first, until: last, amount: share }
  })
}

/** The first days on which the share for unregistered suppliers changes (平成28年改正法附則52条・53条, 令和8年改正), such as 2026-10-01. */
export const transitionStarts: readonly string[] = tradeStatutes
  .filter(({ nameEn }) => nameEn === 'Deductible share of purchases from unregistered suppliers')
  .flatMap(({ versions }) => versions.map(({ from }) => from))
