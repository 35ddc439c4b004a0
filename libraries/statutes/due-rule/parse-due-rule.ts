import type { DueRule } from './due-rule.ts'

/** `assumed` says what the text left open and how it was filled. */
export type DueRuleReading =
  | { ok: true; rule: DueRule; assumed?: { message: string; messageEn: string } }
  | { ok: false; text: string; message: string; messageEn: string }

export function parseDueRule(_text: string): DueRuleReading {
  throw new Error('not written yet')
}
