/** A fraction in lowest effort form; the denominator is positive. Amounts are computed in these, never in floats. */
export type Fraction = { over: bigint; under: bigint }

const scales: Record<string, bigint> = {
  千: 1_000n,
  万: 10_000n,
  百万: 1_000_000n,
  億: 100_000_000n,
  兆: 1_000_000_000_000n,
}
const literal = /^(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d+))?(百万|千万|千|万|億|兆)?/
const deepest = 20

const add = (one: Fraction, other: Fraction): Fraction => ({
  over: one.over * other.under + other.over * one.under,
  under: one.under * other.under,
})
const negate = (one: Fraction): Fraction => ({ over: -one.over, under: one.under })

const scaleOf = (unit: string): bigint => (unit === '千万' ? 10_000_000n : (scales[unit] ?? 1n))

type Cursor = { text: string; at: number; depth: number }

/** One number with its unit, or several in falling order (1億2,000万); undefined when there is none. */
const readLiteral = (cursor: Cursor): Fraction | undefined => {
  let sum: Fraction | undefined
  let lastScale: bigint | undefined
  for (;;) {
    const match = literal.exec(cursor.text.slice(cursor.at))
    const [whole = '', integer, decimals = '', unit = ''] = match ?? []
    if (integer === undefined && decimals === '') return sum
    const scale = scaleOf(unit)
    if (lastScale !== undefined && scale >= lastScale) return undefined
    const under = 10n ** BigInt(decimals.length)
    const value = { over: BigInt((integer ?? '0').replaceAll(',', '') + decimals) * scale, under }
    sum = sum === undefined ? value : add(sum, value)
    cursor.at += whole.length
    if (unit === '') return sum
    lastScale = scale
  }
}

const readFactor = (cursor: Cursor): Fraction | undefined => {
  const sign = cursor.text[cursor.at]
  if (sign === '-' || sign === '+') {
    cursor.at += 1
    const value = cursor.text[cursor.at] === '-' || cursor.text[cursor.at] === '+' ? undefined : readFactor(cursor)
    return value && (sign === '-' ? negate(value) : value)
  }
  if (sign !== '(') return readLiteral(cursor)
  cursor.at += 1
  cursor.depth += 1
  const value = cursor.depth > deepest ? undefined : readSum(cursor)
  cursor.depth -= 1
  if (cursor.text[cursor.at] !== ')') return undefined
  cursor.at += 1
  return value
}

const readProduct = (cursor: Cursor): Fraction | undefined => {
  let value = readFactor(cursor)
  while (value !== undefined && (cursor.text[cursor.at] === '*' || cursor.text[cursor.at] === '/')) {
    const isProduct = cursor.text[cursor.at] === '*'
    cursor.at += 1
    const next = readFactor(cursor)
    if (next === undefined || (!isProduct && next.over === 0n)) return undefined
    const [over, under] = isProduct ? [next.over, next.under] : [next.under, next.over]
    const turn = under < 0n ? -1n : 1n
    value = { over: value.over * over * turn, under: value.under * under * turn }
  }
  return value
}

function readSum(cursor: Cursor): Fraction | undefined {
  let value = readProduct(cursor)
  while (value !== undefined && (cursor.text[cursor.at] === '+' || cursor.text[cursor.at] === '-')) {
    const isSum = cursor.text[cursor.at] === '+'
    cursor.at += 1
    const next = readProduct(cursor)
    if (next === undefined) return undefined
    value = add(value, isSum ? next : negate(next))
  }
  return value
}

/** Computes a sum of numbers with + - * / and brackets exactly; undefined when the text is not one. */
export function computeExactly(text: string): Fraction | undefined {
  const cursor: Cursor = { text, at: 0, depth: 0 }
  const value = readSum(cursor)
  return cursor.at === text.length ? value : undefined
}
