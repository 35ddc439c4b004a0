import { type Reading, valueOf } from './reading.ts'

export function readDate(_text: string, _options: { near?: string } = {}): Reading<string> {
  throw new Error('not written yet')
}
export function parseDate(text: string, options: { near?: string } = {}): string {
  return valueOf(readDate(text, options))
}
export function formatWareki(_date: string): string {
  throw new Error('not written yet')
}
