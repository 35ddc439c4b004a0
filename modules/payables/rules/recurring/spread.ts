import type { LocalDate } from '@ennoshita/kernel'
import { addMonths } from '@ennoshita/statutes'

/** The first days of the months from one to another, both included. */
export function monthsThrough(from: LocalDate, until: LocalDate): LocalDate[] {
  const months: LocalDate[] = []
  for (let month = from; month <= until; month = addMonths(month, 1)) months.push(month)
  return months
}

/**
 * Parts of whole yen in proportion to the weights that sum to the amount exactly: each is floored, and what remains goes yen by yen to
 * those with the largest remainder (最大剰余法), the earlier first among equals. An amount below zero is parted as its opposite.
 * `amount` is a safe integer; weights are whole numbers of 0 or more, not all 0.
 */
export function partsOf(amount: number, weights: readonly number[]): number[] {
  if (amount < 0) return partsOf(-amount, weights).map((part) => (part === 0 ? 0 : -part))
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum <= 0n) throw new RangeError('Parts need a weight above zero.')
  const shares = weights.map((weight, place) => {
    const product = BigInt(amount) * BigInt(weight)
    return { place, part: Number(product / sum), rest: product % sum }
  })
  const left = amount - shares.reduce((all, { part }) => all + part, 0)
  const lucky = [...shares]
    .sort((one, other) => (one.rest === other.rest ? one.place - other.place : one.rest > other.rest ? -1 : 1))
    .slice(0, left)
  for (const share of lucky) share.part += 1
  return shares.map(({ part }) => part)
}

/** 前払費用: the share of each month of a line that becomes cost from one month to another, equal but for the remainder. */
export function spreadOf(
  cost: number,
  from: LocalDate,
  until: LocalDate,
): { readonly month: LocalDate; readonly amount: number }[] {
  const months = monthsThrough(from, until)
  const parts = partsOf(
    cost,
    months.map(() => 1),
  )
  return months.map((month, place) => ({ month, amount: parts[place] ?? 0 }))
}
