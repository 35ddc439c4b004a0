import type { z } from 'zod'
import { Refusal } from './refusal.ts'

/** Parses what came from outside once, by its schema; refuses with the first wrong field and what to do. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  const field = first?.path.map(String).join('.') ?? ''
  const all = parsed.error.issues.slice(0, 10).map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`)
  throw new Refusal({
    kind: 'bad-input',
    code: 'kernel.bad-input',
    what: {
      ja: field ? `「${field}」の値を受け付けられません。` : '送られた内容を受け付けられません。',
      en: field ? `The value of "${field}" cannot be accepted.` : 'The input cannot be accepted.',
    },
    field,
    rule: { says: { ja: all.join(' / '), en: all.join(' / ') } },
    todo: { ja: '値を直して、もう一度お送りください。', en: 'Correct the value and send it again.' },
  })
}
