import { type Reading, valueOf } from './reading.ts'

export function readMinutes(_text: string): Reading<number> {
  throw new Error('not written yet')
}
export function parseMinutes(text: string): number {
  return valueOf(readMinutes(text))
}
export function formatMinutes(_minutes: number, _language: 'ja' | 'en' = 'ja'): string {
  throw new Error('not written yet')
}
