import { expect, test } from 'vitest'
import { z } from 'zod'
import { inputOfQueryString } from './query-string.ts'

const schema = z.strictObject({
  text: z.string().optional(),
  minutes: z.int().optional(),
  isDone: z.boolean().optional(),
  kinds: z.array(z.string()).optional(),
  period: z.object({ from: z.string() }).optional(),
  nobody: z.string().nullable().optional(),
  years: z.array(z.int()).optional(),
})

test.each([
  [{ text: '請求書' }, { text: '請求書' }],
  [{ text: '123' }, { text: '123' }],
  [{ text: 'true' }, { text: 'true' }],
  [{ minutes: '30' }, { minutes: 30 }],
  [{ minutes: '三十' }, { minutes: '三十' }],
  [{ isDone: 'false' }, { isDone: false }],
  [{ kinds: 'one' }, { kinds: ['one'] }],
  [{ kinds: ['one', 'two'] }, { kinds: ['one', 'two'] }],
  [{ kinds: '["one","two"]' }, { kinds: ['one', 'two'] }],
  [{ years: '[2025,2026]' }, { years: [2025, 2026] }],
  [{ period: '{"from":"2026-04-01"}' }, { period: { from: '2026-04-01' } }],
  [{ text: '[未決]' }, { text: '[未決]' }],
  [
    { minutes: '30', isDone: 'true', text: '9' },
    { minutes: 30, isDone: true, text: '9' },
  ],
])('%j is read as %j', (given, read) => {
  expect(inputOfQueryString(schema, given)).toEqual(read)
})
