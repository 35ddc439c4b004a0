import { InvalidInputError, largestYen, wholeNumber } from '../core/input.ts'

/** Whole yen of either sign (a return is negative); throws InvalidInputError naming the field. */
export function signedYen(field: string, given: unknown): number {
  return wholeNumber(field, given, -largestYen, largestYen)
}

/** The sum of amounts, refused when it leaves what is calculated with; throws InvalidInputError naming the field. */
export function summed(field: string, amounts: readonly number[]): number {
  const sum = amounts.reduce((total, amount) => total + BigInt(amount), 0n)
  if (sum >= -BigInt(largestYen) && sum <= BigInt(largestYen)) return Number(sum)
  throw new InvalidInputError(field, sum, {
    ja: `合計が±${largestYen.toLocaleString('ja')}円を超えています。分けて計算してください。`,
    en: `The sum exceeds ±${largestYen.toLocaleString('en')} yen. Calculate in parts.`,
  })
}
