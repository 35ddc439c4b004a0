import { describe, expect, test } from 'vitest'
import { casesOf } from './core/testing.ts'
import * as statutes from './index.ts'
import { InvalidInputError } from './index.ts'

type Case = { calculator: string; of?: string; free?: string[]; input: Record<string, unknown> }
type Path = readonly (string | number)[]

/** Calculators that take their input in several parts. */
const inParts: Record<string, (input: Record<string, unknown>) => readonly unknown[]> = {
  insuranceInvoice: ({ premiums }) => [premiums],
  closingPeriod: ({ on, closing }) => [on, closing],
  paymentDay: ({ receivedOn, ...terms }) => [receivedOn, terms],
}

const exported: Record<string, unknown> = { ...statutes }

function calculate(calculator: string, input: unknown): unknown {
  const found = exported[calculator]
  if (typeof found !== 'function') throw new Error(`${calculator} is not exported`)
  const parts = inParts[calculator]
  // as: a case of a calculator in parts is a mapping of them
  return parts ? found(...parts(input as Record<string, unknown>)) : found(input)
}

const strangeValues: readonly unknown[] = [
  ...[undefined, null, Number.NaN, Number.POSITIVE_INFINITY, -1, 1.5, 2 ** 60, 1n, true],
  ...['', 'x', '2026-02-30', '２０２６-０４-０１', 'constructor', '__proto__', 'x'.repeat(100_000)],
  ...[[], [[]], {}, { x: 1 }, Object.create(null), Symbol('x'), () => 1],
]

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Every field of an input, nested ones and the places of lists too. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  const inside = !isObject(value)
    ? []
    : Array.isArray(value)
      ? value.flatMap((each, index) => pathsOf(each, [...path, index]))
      : Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...path, key]))
  return path.length === 0 ? inside : [path, ...inside]
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inside, key) => (isObject(inside) ? inside[key] : undefined), value)

/** A copy with one field replaced, or left out by `isLeftOut`. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown, isLeftOut = false): unknown {
  if (key === undefined) return by
  if (Array.isArray(value))
    return value.map((each, index) => (index === key ? replaced(each, rest, by, isLeftOut) : each))
  if (!isObject(value)) return value
  const { [key]: inside, ...others } = value
  return isLeftOut && rest.length === 0 ? others : { ...others, [key]: replaced(inside, rest, by, isLeftOut) }
}

const written = (path: Path): string =>
  path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key), '')

/** The field itself, one inside it, or the one around it. */
const names = (field: string, path: string): boolean =>
  field === path ||
  [field, path].some((one, at) => [path, field][at]?.startsWith(`${one}.`) || [path, field][at]?.startsWith(`${one}[`))

/** What of an answer is no answer: undefined, NaN, infinity. */
function senseless(value: unknown, path = 'result'): string[] {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return [`${path} is ${value}`]
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, each]) => senseless(each, `${path}.${key}`))
}

type Outcome = { result: unknown } | { error: unknown }

function outcomeOf(calculator: string, input: unknown): Outcome {
  try {
    return { result: calculate(calculator, input) }
  } catch (error) {
    return { error }
  }
}

/** Values at the ends of what their kind can be. */
function extremesOf(usual: unknown): readonly unknown[] {
  if (typeof usual === 'number') return [0, 1, 99, 2_100, 999_999_999_999]
  if (typeof usual === 'boolean') return [!usual]
  if (typeof usual !== 'string') return []
  if (/^\d{4}-\d{2}-\d{2}$/.test(usual)) return ['0001-01-01', '1800-01-01', '2028-02-29', '2999-12-31', '9999-12-31']
  return /^\d{4}-\d{2}$/.test(usual) ? ['0001-01', '1800-01', '2999-12', '9999-12'] : []
}

/** What is wrong with the answer to an input with one strange field; undefined where nothing is. */
function complaint({ calculator, input, free = [] }: Case, path: Path, strange: unknown): string | undefined {
  const outcome = outcomeOf(calculator, replaced(input, path, strange))
  const isMissing = strange === undefined || strange === null
  const usual = valueAt(input, path)
  const isEmptyOfItsKind = isObject(usual) && isObject(strange) && Array.isArray(usual) === Array.isArray(strange)
  if ('error' in outcome) {
    const { error } = outcome
    if (!(error instanceof InvalidInputError)) return `throws ${error}`
    return isMissing || isEmptyOfItsKind || names(error.field, written(path))
      ? undefined
      : `names ${error.field} instead`
  }
  const [nonsense] = senseless(outcome.result)
  if (nonsense !== undefined) return nonsense
  if (isMissing) {
    const without = outcomeOf(calculator, replaced(input, path, undefined, true))
    return 'result' in without && JSON.stringify(without.result) === JSON.stringify(outcome.result)
      ? undefined
      : 'is not taken as left out'
  }
  const isFree = free.includes(path.filter((key) => typeof key === 'string').join('.'))
  return isEmptyOfItsKind || (typeof usual === typeof strange && (isFree || typeof usual === 'boolean'))
    ? undefined
    : 'is accepted'
}

const cases = casesOf<Case>(import.meta.url, 'bad-input.cases.yaml')
const shown = (value: unknown): string => (isObject(value) ? JSON.stringify(value) : String(value).slice(0, 20))

describe.each(cases.map((each) => ({ ...each, title: `${each.calculator} ${each.of ?? ''}` })))('$title', (each) => {
  test('answers the valid input with its reasons', () => {
    const result = calculate(each.calculator, each.input)
    expect(senseless(result)).toEqual([])
  })

  test('refuses whatever a field cannot be, and names the field', () => {
    const found = pathsOf(each.input).flatMap((path) =>
      strangeValues.flatMap((strange) => {
        const wrong = complaint(each, path, strange)
        return wrong === undefined ? [] : [`${written(path)} = ${shown(strange)}: ${wrong}`]
      }),
    )
    expect(found).toEqual([])
  })

  test('answers or refuses aloud at the ends of what a field can be', () => {
    const found = pathsOf(each.input).flatMap((path) =>
      extremesOf(valueAt(each.input, path)).flatMap((extreme) => {
        const outcome = outcomeOf(each.calculator, replaced(each.input, path, extreme))
        const wrong =
          'result' in outcome
            ? senseless(outcome.result)
            : outcome.error instanceof InvalidInputError || outcome.error instanceof statutes.UnknownLawError
              ? []
              : [`throws ${outcome.error}`]
        return wrong.map((each) => `${written(path)} = ${shown(extreme)}: ${each}`)
      }),
    )
    expect(found).toEqual([])
  })

  if (inParts[each.calculator] !== undefined) return // it takes its parts one by one, which are replaced above
  test('refuses what is no input at all', () => {
    for (const strange of strangeValues.filter((value) => !isObject(value) || Array.isArray(value))) {
      expect(() => calculate(each.calculator, strange), shown(strange)).toThrow(InvalidInputError)
    }
  })
})

test('every calculator stands in the table', () => {
  const notCalculators =
    /^(Invalid|Unknown)|Calendar$|^(add|is|next|previous|shift|national|holiday|statute|law|due|describe|parse|page|trust)|^(dateOf|dateParts|daysBetween|lastDayOfMonth|monthEnd|weekdayOf|businessDaysBetween)/
  const names = Object.keys(exported).filter(
    (name) => typeof exported[name] === 'function' && !notCalculators.test(name),
  )
  expect([...new Set(cases.map(({ calculator }) => calculator))].sort()).toEqual(names.sort())
})
