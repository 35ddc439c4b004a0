import { randomUUID } from 'node:crypto'
import { z } from 'zod'

/** The part of JSON Schema that the contracts use. */
export type Schema = {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  additionalProperties?: Schema | boolean
  minItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  minLength?: number
  minimum?: number
  pattern?: string
}

/** Values that stand for a property of that name wherever it holds a text or a number. */
export type Known = Readonly<Record<string, unknown>>

/** An input that the contract's shape accepts, made of its JSON schema: required fields only, ids that exist nowhere. */
export function plausible(input: z.ZodType): unknown {
  return inputOf(schemaOf(input), '')
}

/** The JSON schema of what a caller gives. */
export function schemaOf(input: z.ZodType): Schema {
  return JSON.parse(JSON.stringify(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })))
}

/** A value that the schema accepts, of a property of that name. */
export function inputOf(schema: Schema, name: string, known: Known = {}): unknown {
  if (schema.const !== undefined) return schema.const
  const [choice] = schema.enum ?? []
  if (choice !== undefined) return choice
  const [branch] = schema.anyOf ?? schema.oneOf ?? []
  if (branch) return inputOf(branch, name, known)
  if (schema.type === 'object' || schema.properties) {
    return Object.fromEntries(
      (schema.required ?? []).map((key) => [key, inputOf(schema.properties?.[key] ?? {}, key, known)]),
    )
  }
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => inputOf(schema.items ?? {}, name, known))
  if (schema.type === 'boolean') return false
  if (schema.type === 'null') return null
  if (Object.hasOwn(known, name)) return known[name]
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1)
  return textOf(schema, name)
}

function textOf(schema: Schema, name: string): string {
  if (schema.format === 'uuid') return randomUUID()
  if (schema.format === 'date') return '2026-11-20'
  if (schema.format === 'date-time') return '2026-11-20T09:00:00+09:00'
  if (schema.format === 'email') return 'someone@example.jp'
  if (name === 'currency') return 'USD'
  if (/(on|from|to|month|until|date)$/i.test(name)) return '2026-11-20'
  if (/[a-z]At$|^at$/.test(name)) return '2026-11-20T09:00:00+09:00'
  return '試し'.padEnd(schema.minLength ?? 0, 'し')
}
