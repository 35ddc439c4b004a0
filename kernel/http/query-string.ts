import type { z } from 'zod'

/**
 * The query string as the contract's input: lists and objects are written as JSON, a repeated name is a list, and a text
 * that the schema refuses is read as JSON (`3`, `true`, `null`) before it is refused for good.
 */
export function inputOfQueryString(schema: z.ZodType, given: unknown): Record<string, unknown> {
  const raw: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(isRecord(given) ? given : {}))
    raw[name] = typeof value === 'string' && /^\s*[[{]/.test(value) ? (readJson(value) ?? value) : value
  const parsed = schema.safeParse(raw)
  if (parsed.success) return raw
  for (const issue of parsed.error.issues) {
    const name = issue.path[0]
    if (typeof name !== 'string' || !Object.hasOwn(raw, name)) continue
    const value = raw[name]
    if (issue.path.length === 1 && issue.code === 'invalid_type' && issue.expected === 'array' && !Array.isArray(value))
      raw[name] = [value]
    else if (typeof value === 'string') raw[name] = readJson(value) ?? (value === 'null' ? null : value)
  }
  return raw
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not JSON: it stays the text that it is
  }
}
