/** A rate as a whole number over a stated base: 10.21 % is `{ over: 10_000, parts: 1_021 }`. */
export type Rate = { readonly parts: number; readonly over: number }

/**
 * How a fraction of the unit is treated, named as the law names it:
 * `floor` 切捨て, `ceil` 切上げ, `half-up` 四捨五入 (50銭以上切上げ), `half-down` 五捨六入 (50銭以下切捨て).
 */
export type Rounding = 'floor' | 'ceil' | 'half-up' | 'half-down'

/** `dividend / divisor` rounded to a whole number, exactly, for a dividend of 0 or more that is a safe integer or a bigint. */
export function divided(dividend: number | bigint, divisor: number, rounding: Rounding): number {
  const exact = BigInt(dividend)
  const by = BigInt(divisor)
  const whole = exact / by
  const twiceRest = (exact % by) * 2n
  const goesUp =
    rounding === 'ceil'
      ? twiceRest > 0n
      : rounding === 'half-up'
        ? twiceRest >= by
        : rounding === 'half-down' && twiceRest > by
  return Number(goesUp ? whole + 1n : whole)
}

/** An amount times a rate, rounded to whole yen, exactly whatever the size. */
export function atRate(amount: number, rate: Rate, rounding: Rounding): number {
  const product = amount * rate.parts
  if (!Number.isSafeInteger(product)) return divided(BigInt(amount) * BigInt(rate.parts), rate.over, rounding)
  const rest = product % rate.over
  const whole = (product - rest) / rate.over
  if (rest === 0 || rounding === 'floor') return whole
  if (rounding === 'ceil') return whole + 1
  return rest * 2 > rate.over || (rounding === 'half-up' && rest * 2 === rate.over) ? whole + 1 : whole
}

/** The amount without what is below the unit: `downTo(1_000, 5_234_567)` is 5,234,000. */
export function downTo(unit: number, amount: number): number {
  return amount - (amount % unit)
}
