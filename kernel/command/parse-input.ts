import type { z } from 'zod'
import type { Words } from './contract.ts'
import { Refusal } from './refusal.ts'

/** Lists and objects within each other, at most; what people enter stays far below. */
const deepest = 32

/** Parses what came from outside once, by its schema; refuses with the first wrong field and what to do. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const flaw = flawIn(given, [])
  if (flaw) throw refusalOf(flaw.path.join('.'), flaw.says)
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  const all = parsed.error.issues
    .slice(0, 10)
    .map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`.slice(0, 300))
    .join(' / ')
  throw refusalOf(first?.path.map(String).join('.') ?? '', { ja: all, en: all })
}

type Flaw = { readonly path: readonly string[]; readonly says: Words }

/** What no text of a database can hold, whatever the schema says: U+0000, half a surrogate pair; and bottomless nesting. */
function flawIn(value: unknown, path: readonly string[]): Flaw | undefined {
  if (typeof value === 'string') return isWritable(value) ? undefined : { path, says: unwritable }
  if (typeof value !== 'object' || value === null) return undefined
  if (path.length >= deepest) return { path: path.slice(0, 1), says: tooDeep }
  for (const [key, part] of Object.entries(value)) {
    const flaw = isWritable(key) ? flawIn(part, [...path, key]) : { path, says: unwritable }
    if (flaw) return flaw
  }
  return undefined
}

const isWritable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

const unwritable: Words = {
  ja: '記録できない文字（U+0000 か、片方だけのサロゲート）が含まれています。',
  en: 'It holds a character that cannot be recorded (U+0000 or half a surrogate pair).',
}

const tooDeep: Words = {
  ja: `入れ子が深すぎます（${deepest}段まで）。`,
  en: `It is nested too deeply (at most ${deepest} levels).`,
}

function refusalOf(field: string, says: Words): Refusal {
  return new Refusal({
    kind: 'bad-input',
    code: 'kernel.bad-input',
    what: {
      ja: field ? `「${field}」の値を受け付けられません。` : '送られた内容を受け付けられません。',
      en: field ? `The value of "${field}" cannot be accepted.` : 'The input cannot be accepted.',
    },
    field,
    rule: { says },
    todo: { ja: '値を直して、もう一度お送りください。', en: 'Correct the value and send it again.' },
  })
}
