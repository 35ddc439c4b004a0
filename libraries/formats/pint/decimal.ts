/** A decimal number, exactly: `units` × 10^−`scale`. */
export type Decimal = { readonly units: bigint; readonly scale: number }

export const zero: Decimal = { units: 0n, scale: 0 }
const longest = 60

/** Reads the digits of XML Schema's `decimal` (a sign, digits, one point); undefined for anything else or over 60 characters. */
export function decimalOf(text: string | undefined): Decimal | undefined {
  const match = /^[ \t\r\n]*([+-]?)(\d*)(?:\.(\d*))?[ \t\r\n]*$/.exec(text ?? '')
  if (!match || (text ?? '').length > longest) return undefined
  const [, sign, whole = '', fraction = ''] = match
  if (whole === '' && fraction === '') return undefined
  const units = BigInt(whole + fraction)
  return { units: sign === '-' ? -units : units, scale: fraction.length }
}

const unitsAt = ({ units, scale }: Decimal, wanted: number): bigint => units * 10n ** BigInt(wanted - scale)

export function plus(one: Decimal, other: Decimal): Decimal {
  const scale = Math.max(one.scale, other.scale)
  return { units: unitsAt(one, scale) + unitsAt(other, scale), scale }
}

export const minus = (one: Decimal, other: Decimal): Decimal => plus(one, { units: -other.units, scale: other.scale })

export const times = (one: Decimal, other: Decimal): Decimal => ({
  units: one.units * other.units,
  scale: one.scale + other.scale,
})

/** Below zero, zero or above zero, as `one` is smaller, equal or greater. */
export function compared(one: Decimal, other: Decimal): number {
  const { units } = minus(one, other)
  return units < 0n ? -1 : units > 0n ? 1 : 0
}

const floorDivided = (dividend: bigint, divisor: bigint): bigint => {
  const whole = dividend / divisor
  return dividend % divisor < 0n ? whole - 1n : whole
}

/** The greatest whole number that is not greater (towards −∞). */
export const floorOf = ({ units, scale }: Decimal): Decimal => ({
  units: floorDivided(units, 10n ** BigInt(scale)),
  scale: 0,
})

export const ceilingOf = ({ units, scale }: Decimal): Decimal => ({
  units: -floorDivided(-units, 10n ** BigInt(scale)),
  scale: 0,
})

/** XPath's `round` to `places` decimals: a half goes up, towards +∞ (−2.5 becomes −2). */
export function roundedHalfUp({ units, scale }: Decimal, places: number): Decimal {
  if (scale <= places) return { units, scale }
  const by = 10n ** BigInt(scale - places)
  return { units: floorDivided(2n * units + by, 2n * by), scale: places }
}
