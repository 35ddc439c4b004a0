import { childrenOf, pathOf, type XmlElement } from '../xml/element.ts'
import {
  type Codec,
  fault,
  leafText,
  noteUnread,
  type Part,
  type ReadingContext,
  refuse,
  type WritingContext,
  writeElement,
  writeLeaf,
} from './codec.ts'

const at = <Value>(context: WritingContext, step: string, write: () => Value): Value => {
  const outer = context.path
  context.path = outer === '' || step.startsWith('[') ? `${outer}${step}` : `${outer}.${step}`
  const value = write()
  context.path = outer
  return value
}

/** Elements that stand in a wrapper, one in each. */
const unwrapped = (element: XmlElement, path: readonly string[], context: ReadingContext): readonly XmlElement[] => {
  const [name = '', ...rest] = path
  const found = childrenOf(element, name)
  if (rest.length === 0) return found
  return found.flatMap((wrapper) => {
    noteOthers(wrapper, new Set(rest.slice(0, 1)), context)
    return unwrapped(wrapper, rest, context)
  })
}

const noteOthers = (element: XmlElement, known: ReadonlySet<string>, context: ReadingContext): void => {
  for (const child of element.children) if (!known.has(child.name)) noteUnread(pathOf(child), context)
  for (const name of element.attributes.keys()) noteUnread(`${pathOf(element)}/@${name}`, context)
}

const writeWrapped = (path: readonly string[], context: WritingContext, write: (name: string) => void): void => {
  const [name = '', ...rest] = path
  if (rest.length === 0) write(name)
  else writeElement(name, context, () => writeWrapped(rest, context, write))
}

const onlyOne = (found: readonly XmlElement[], context: ReadingContext): XmlElement | undefined => {
  const [first, second] = found
  if (second === undefined) return first
  return fault(
    second,
    context,
    '一つだけ書ける要素が二つあります。送り手に確かめてください。',
    'This element may stand only once. Ask the sender.',
  )
}

const missing = (element: XmlElement, path: string, context: ReadingContext): undefined =>
  fault(
    element,
    context,
    `必要な要素 ${path} がありません。送り手に作り直しを頼んでください。`,
    `The required element ${path} is missing. Ask the sender for a new file.`,
  )

/** The parts that make up an object of one type. */
export type Parts<Whole> = {
  /** A value that may be absent. */
  one: <Key extends keyof Whole & string>(key: Key, path: string, codec: Codec<NonNullable<Whole[Key]>>) => Part<Whole>
  /** A value that must be there. */
  required: <Key extends keyof Whole & string>(
    key: Key,
    path: string,
    codec: Codec<NonNullable<Whole[Key]>>,
  ) => Part<Whole>
  /** Any number of values; an absent list and an empty one are written alike. */
  many: <Key extends keyof Whole & string, Item>(
    key: Whole[Key] extends readonly Item[] | undefined ? Key : never,
    path: string,
    codec: Codec<Item>,
  ) => Part<Whole>
  /** An element whose parts belong to the same object. */
  inside: (name: string, parts: readonly Part<Whole>[]) => Part<Whole>
}

const single = <Whole, Key extends keyof Whole & string>(
  key: Key,
  path: string,
  codec: Codec<NonNullable<Whole[Key]>>,
  isRequired: boolean,
): Part<Whole> => {
  const steps = path.split('/')
  return {
    name: steps[0] ?? '',
    read: (element, into, context) => {
      const before = context.faults.length
      const found = onlyOne(unwrapped(element, steps, context), context)
      const value = found === undefined ? undefined : codec.read(found, context)
      if (value !== undefined) into[key] = value
      else if (isRequired && context.faults.length === before) missing(element, path, context)
    },
    write: (from, context) => {
      const value = from[key]
      if (value === undefined || value === null) {
        if (isRequired)
          at(context, key, () => refuse(context, '必要な項目がありません。', 'A required field is missing.'))
        return
      }
      at(context, key, () => writeWrapped(steps, context, (name) => codec.write(name, value, context)))
    },
  }
}

export const partsOf = <Whole>(): Parts<Whole> => ({
  one: (key, path, codec) => single(key, path, codec, false),
  required: (key, path, codec) => single(key, path, codec, true),
  many: (key, path, codec) => {
    const steps = path.split('/')
    return {
      name: steps[0] ?? '',
      read: (element, into, context) => {
        const values = unwrapped(element, steps, context).flatMap((found) => codec.read(found, context) ?? [])
        if (values.length > 0) Object.assign(into, { [key]: values })
      },
      write: (from, context) => {
        const values = from[key]
        if (!Array.isArray(values)) return
        at(context, key, () => {
          for (const [index, value] of values.entries()) {
            at(context, `[${index}]`, () => writeWrapped(steps, context, (name) => codec.write(name, value, context)))
          }
        })
      },
    }
  },
  inside: (name, parts) => ({
    name,
    read: (element, into, context) => {
      const found = onlyOne(childrenOf(element, name), context)
      if (found !== undefined) readParts(found, parts, into, context)
      else if (childrenOf(element, name).length === 0)
        for (const part of parts) part.read({ ...element, children: [] }, into, context)
    },
    write: (from, context) =>
      writeElement(name, context, () => {
        for (const part of parts) part.write(from, context)
      }),
  }),
})

const readParts = <Whole>(
  element: XmlElement,
  parts: readonly Part<Whole>[],
  into: Partial<Whole>,
  context: ReadingContext,
): void => {
  noteOthers(element, new Set(parts.map(({ name }) => name)), context)
  for (const part of parts) part.read(element, into, context)
}

/** An object whose parts stand in one element, in the order in which UBL wants them. */
export const structure = <Whole extends object>(parts: readonly Part<Whole>[]): Codec<Whole> => ({
  read: (element, context) => {
    const whole: Partial<Whole> = {}
    const before = context.faults.length
    readParts(element, parts, whole, context)
    if (context.faults.length > before || Object.keys(whole).length === 0) return undefined
    return whole as Whole // as: every required part was read, or there would be a fault
  },
  write: (name, value, context) =>
    writeElement(name, context, () => {
      for (const part of parts) part.write(value, context)
    }),
})

/** An element that always says the same, such as the tax scheme. */
export const always = <Whole>(path: string, text: string): Part<Whole> => {
  const steps = path.split('/')
  return {
    name: steps[0] ?? '',
    read: (element, _, context) => {
      for (const found of unwrapped(element, steps, context)) {
        const each = leafText(found, context)?.trim()
        if (each !== text) {
          fault(
            found,
            context,
            `${text} だけが使えます。送り手に確かめてください。`,
            `Only ${text} is allowed. Ask the sender.`,
          )
        }
      }
    },
    write: (_, context) => writeWrapped(steps, context, (name) => writeLeaf(name, text, context)),
  }
}
