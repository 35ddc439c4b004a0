import { inputOf, type Known, type Schema, schemaOf } from '../permissions/plausible.ts'

/** One place in a contract's input, and the whole input with another value there. */
export type Place = {
  readonly path: string
  readonly schema: Schema
  readonly mayBeNull: boolean
  put(value: unknown): unknown
}

/** Every place of the input, lists and objects included, optional ones too; what several branches share stands once. */
export function placesOf(input: Parameters<typeof schemaOf>[0], known: Known): Place[] {
  const places = new Map<string, Place>()
  const walk = (at: Schema, path: readonly string[], put: (value: unknown) => unknown, mayBeNull = false) => {
    const branches = at.anyOf ?? at.oneOf ?? []
    const place = `${path.join('.')} ${branches.length > 0 ? '' : (at.type ?? '')}`
    if (path.length > 0 && !places.has(place)) places.set(place, { path: path.join('.'), schema: at, put, mayBeNull })
    const name = path.findLast((step) => step !== '0') ?? ''
    const nullable = branches.some((branch) => branch.type === 'null')
    for (const branch of branches) if (branch.type !== 'null') walk(branch, path, put, nullable)
    if (at.items) walk(at.items, [...path, '0'], (value) => put([value]))
    const base = at.properties ? objectOf(inputOf({ ...at, anyOf: [], oneOf: [] }, name, known)) : {}
    for (const [key, part] of Object.entries(at.properties ?? {}))
      walk(part, [...path, key], (value) => put({ ...base, [key]: value }))
  }
  walk(schemaOf(input), [], (value) => value)
  return [...places.values()]
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

const longText = 'あ'.repeat(34_000)
const deep = JSON.parse(`${'['.repeat(4_000)}${']'.repeat(4_000)}`)

/** Values that the place cannot take, whatever else stands in the input. */
export function wrongFor({ schema, mayBeNull }: Place): readonly (readonly [what: string, value: unknown])[] {
  const never = [
    ['a NUL character', 'a\u0000b'],
    ['half a surrogate pair', '\ud83d'],
    ['bottomless lists', deep],
  ] as const
  const absent = mayBeNull ? [] : ([['null', null]] as const)
  if (schema.anyOf || schema.oneOf) return never
  switch (schema.type) {
    case 'string':
      return [...never, ['a number', 42], ['a list', ['x']], ...absent, ['100 kB of text', longText]]
    case 'integer':
    case 'number':
      return [...never, ['a text', 'many'], ['an object', {}], ...absent]
    case 'boolean':
      return [...never, ['a text', 'perhaps'], ['a number', 7]]
    case 'array':
      return [...never, ['an object', { length: 1 }], ['a text', 'x'], ...absent]
    case 'object':
      return [
        ...never,
        ['a list', [1]],
        ['a bottomless part', { x: deep }],
        ['a name with NUL', { 'a\u0000': 1 }],
        ['a text', 'x'],
        ['a number', 42],
      ]
    default:
      return never
  }
}

/** Values at the edge: they may be taken or refused, but never break anything. */
export function oddFor({ schema }: Place): readonly (readonly [what: string, value: unknown])[] {
  if (schema.format === 'date')
    return [
      ['the first day of all', '0001-01-01'],
      ['the last day of all', '9999-12-31'],
    ]
  if (schema.format === 'date-time')
    return [
      ['the first instant', '0000-01-01T00:00:00Z'],
      ['the last instant', '9999-12-31T23:59:59+23:59'],
    ]
  if (schema.type === 'integer' || schema.type === 'number')
    return [
      ['the largest whole number', Number.MAX_SAFE_INTEGER],
      ['the smallest whole number', Number.MIN_SAFE_INTEGER],
      ['more than 32 bits', 2 ** 31],
      ['an immense number', 1e308],
    ]
  if (schema.type === 'array') return [['a thousand lists', Array.from({ length: 1_000 }, () => [])]]
  if (schema.type === 'object')
    return [['names of the language itself', { toString: 1, hasOwnProperty: null, length: -1 }]]
  if (schema.type === 'string')
    return [
      ['nothing', ''],
      ['blanks', '\u3000\t '],
      ['SQL', "'; drop table work.task; --"],
      ['a pattern', '%_\\'],
      ['signs that turn the direction', '\u202e\u2066\ufeff'],
    ]
  return []
}
