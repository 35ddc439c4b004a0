import { randomUUID } from 'node:crypto'
import { z } from 'zod'

type Schema = {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  minItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  minLength?: number
  minimum?: number
  pattern?: string
}

/** An input that the contract's shape accepts, made of its JSON schema: required fields only, ids that exist nowhere. */
export function plausible(input: z.ZodType): unknown {
  const schema: Schema = JSON.parse(JSON.stringify(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })))
  return inputOf(schema, '')
}

function inputOf(schema: Schema, name: string): unknown {
  if (schema.const !== undefined) return schema.const
  const [choice] = schema.enum ?? []
  if (choice !== undefined) return choice
  const [branch] = schema.anyOf ?? schema.oneOf ?? []
  if (branch) return inputOf(branch, name)
  if (schema.type === 'object' || schema.properties) {
    return Object.fromEntries((schema.required ?? []).map((key) => [key, inputOf(schema.properties?.[key] ?? {}, key)]))
  }
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => inputOf(schema.items ?? {}, name))
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1)
  if (schema.type === 'boolean') return false
  if (schema.type === 'null') return null
  return textOf(schema, name)
}

function textOf(schema: Schema, name: string): string {
  if (schema.format === 'uuid') return randomUUID()
  if (schema.format === 'date-time') return '2026-11-20T09:00:00+09:00'
  if (schema.format === 'email') return 'someone@example.jp'
  if (/(on|from|to|month|until|date)$/i.test(name)) return '2026-11-20'
  if (/[a-z]At$|^at$/.test(name)) return '2026-11-20T09:00:00+09:00'
  return '試し'.padEnd(schema.minLength ?? 0, 'し')
}
