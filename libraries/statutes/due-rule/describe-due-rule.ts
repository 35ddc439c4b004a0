import type { DueRule } from './due-rule.ts'

export function describeDueRule(_rule: DueRule, _language: 'ja' | 'en' = 'ja'): string {
  throw new Error('not written yet')
}
