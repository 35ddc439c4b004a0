import { type Reading, valueOf } from './reading.ts'

export function readAmount(_text: string): Reading<number> {
  throw new Error('not written yet')
}
export function parseAmount(text: string): number {
  return valueOf(readAmount(text))
}
export function formatYen(
  _amount: number,
  _options: { negative?: '▲' | '−' | '-'; unit?: '円' | '¥' | '' } = {},
): string {
  throw new Error('not written yet')
}
