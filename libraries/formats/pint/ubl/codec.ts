import { isCalendarDate } from '../../amounts-and-dates/day-numbers.ts'
import { decimalOf } from '../decimal.ts'
import type { PintAmount, PintIdentifier } from '../invoice.ts'
import type { PintFault } from '../pint-document-error.ts'
import { normalized, pathOf, type XmlElement } from '../xml/element.ts'

/** What reading gathers beside the values. */
export type ReadingContext = {
  currency: string
  faults: PintFault[]
  unread: string[]
  lineOf: (element: XmlElement) => number
}
/** What writing gathers; `path` is where in the invoice it stands. */
export type WritingContext = { currency: string; faults: PintFault[]; out: string[]; depth: number; path: string }

/** How a value stands in one element; it reads undefined for an element that is blank or faulty. */
export type Codec<Value> = {
  read: (element: XmlElement, context: ReadingContext) => Value | undefined
  write: (name: string, value: Value, context: WritingContext) => void
}

/** How a part of an object stands among the children of its element. */
export type Part<Whole> = {
  name: string
  read: (element: XmlElement, into: Partial<Whole>, context: ReadingContext) => void
  write: (from: Whole, context: WritingContext) => void
}

const mostFaults = 200

export function fault(element: XmlElement, context: ReadingContext, message: string, messageEn: string): undefined {
  if (context.faults.length < mostFaults) {
    context.faults.push({ path: pathOf(element), line: context.lineOf(element), message, messageEn })
  }
}

export function refuse(context: WritingContext, message: string, messageEn: string): void {
  if (context.faults.length < mostFaults) context.faults.push({ path: context.path, message, messageEn })
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }
const inAttributes: Record<string, string> = { ...escapes, '\n': '&#10;', '\t': '&#9;' }
const writable = /^(?:[\t\n\r\x7f-\x9f]|[^\p{Cc}\p{Cs}\ufffe\uffff])*$/u

const escaped = (text: string): string => text.replace(/[&<>"\r]/g, (sign) => escapes[sign] ?? sign)
const attributeText = (attributes: Record<string, string | undefined>): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${value.replace(/[&<>"\r\n\t]/g, (sign) => inAttributes[sign] ?? sign)}"`],
    )
    .join('')

type Attributes = Record<string, string | undefined>

/** Writes one element with text; refuses text that is blank or that XML cannot hold. */
export function writeLeaf(name: string, text: string, context: WritingContext, attributes: Attributes = {}): void {
  if (normalized(text) === '') {
    refuse(context, '空です。値がなければ項目ごと除いてください。', 'This is empty. Leave the field out.')
  }
  if (![text, ...Object.values(attributes)].every((each) => each === undefined || writable.test(each))) {
    refuse(context, '制御文字など、XMLに書けない文字があります。', 'This holds characters that XML cannot hold.')
  }
  context.out.push(`${'  '.repeat(context.depth)}<${name}${attributeText(attributes)}>${escaped(text)}</${name}>\n`)
}

/** Writes an element round what `inner` writes; nothing when it writes nothing. */
export function writeElement(name: string, context: WritingContext, inner: () => void): void {
  const before = context.out.length
  context.out.push(`${'  '.repeat(context.depth)}<${name}>\n`)
  context.depth += 1
  inner()
  context.depth -= 1
  if (context.out.length === before + 1) context.out.pop()
  else context.out.push(`${'  '.repeat(context.depth)}</${name}>\n`)
}

/** The text of a leaf; attributes other than those known are told as unread. */
export function leafText(
  element: XmlElement,
  context: ReadingContext,
  known: readonly string[] = [],
): string | undefined {
  for (const name of element.attributes.keys()) {
    if (!known.includes(name)) noteUnread(`${pathOf(element)}/@${name}`, context)
  }
  if (element.children.length > 0) {
    return fault(
      element,
      context,
      '文字だけを書く要素に、別の要素が入っています。',
      'Only text may stand in this element.',
    )
  }
  return normalized(element.text) === '' ? undefined : element.text
}

export function noteUnread(path: string, context: ReadingContext): void {
  if (context.unread.length < mostFaults) context.unread.push(path)
}

const leaf = (
  parse: (text: string, element: XmlElement, context: ReadingContext) => string | undefined,
): Codec<string> => ({
  read: (element, context) => {
    const text = leafText(element, context)
    return text === undefined ? undefined : parse(text, element, context)
  },
  write: (name, value, context) => writeLeaf(name, value, context),
})

/** Text, kept as it is. */
export const text: Codec<string> = leaf((each) => each)

/** A code or number: blanks around it are no part of it. */
export const code: Codec<string> = {
  ...leaf(normalized),
  write: (name, value, context) => writeLeaf(name, value, context),
}

export const date: Codec<string> = {
  read: leaf((each, element, context) =>
    isCalendarDate(each.trim())
      ? each.trim()
      : fault(
          element,
          context,
          '暦にある日ではありません。2026-11-20 の形で書きます。',
          'This is no day of the calendar. Write it like 2026-11-20.',
        ),
  ).read,
  write: (name, value, context) => {
    if (!isCalendarDate(value)) {
      refuse(
        context,
        `「${value}」は 2026-11-20 の形の日付ではありません。`,
        `“${value}” is not a date like 2026-11-20.`,
      )
    }
    writeLeaf(name, value, context)
  },
}

const notNumber = (element: XmlElement, context: ReadingContext): undefined =>
  fault(
    element,
    context,
    '数字ではありません。1234 または 1234.5 の形で書きます。',
    'This is not a number. Write it like 1234 or 1234.5.',
  )

const writeNumber = (name: string, value: PintAmount, context: WritingContext, attributes: Attributes): void => {
  const isExact =
    typeof value === 'number' ? Number.isSafeInteger(value) : decimalOf(value) !== undefined && value === value.trim()
  if (!isExact) {
    refuse(
      context,
      `「${value}」は金額・数量として書けません。整数か、'12.5' のような文字にしてください。`,
      `“${value}” is no number to be written. Use an integer, or text like '12.5'.`,
    )
  }
  writeLeaf(name, Object.is(value, -0) ? '0' : String(value), context, attributes)
}

export const decimal: Codec<string> = {
  read: leaf((each, element, context) => (decimalOf(each) ? each.trim() : notNumber(element, context))).read,
  write: (name, value, context) => writeNumber(name, value, context, {}),
}

/** Yen without decimals become an integer; everything else stays the text it is. */
const amountFrom = (each: string, currency: string): PintAmount => {
  const whole = /^[+-]?0*(\d{1,15})(?:\.0*)?$/.test(each) && currency === 'JPY' ? Number(each) : undefined
  return whole === undefined ? each : whole === 0 ? 0 : whole
}

const amountText = (element: XmlElement, context: ReadingContext, currency: string): string | undefined => {
  const each = leafText(element, context, ['currencyID'])?.trim()
  if (each === undefined) return undefined
  if (element.attributes.get('currencyID') === currency) return decimalOf(each) ? each : notNumber(element, context)
  return fault(
    element,
    context,
    `金額の通貨（currencyID）が ${currency} ではありません。送り手に確かめてください。`,
    `The currency of the amount (currencyID) is not ${currency}. Ask the sender.`,
  )
}

/** An amount in the invoice's currency, or in the one named. */
export const amount = (fixed?: string): Codec<PintAmount> => ({
  read: (element, context) => {
    const currency = fixed ?? context.currency
    const each = amountText(element, context, currency)
    return each === undefined ? undefined : amountFrom(each, currency)
  },
  write: (name, value, context) => writeNumber(name, value, context, { currencyID: fixed ?? context.currency }),
})

/** A price: always decimal text. */
export const price: Codec<string> = {
  read: (element, context) => amountText(element, context, context.currency),
  write: (name, value, context) => writeNumber(name, value, context, { currencyID: context.currency }),
}

export const quantity: Codec<{ value: string; unit?: string }> = {
  read: (element, context) => {
    const value = leafText(element, context, ['unitCode'])?.trim()
    const unit = element.attributes.get('unitCode')
    if (value === undefined) return undefined
    return decimalOf(value) ? { value, ...(unit === undefined ? {} : { unit }) } : notNumber(element, context)
  },
  write: (name, { value, unit }, context) => writeNumber(name, value, context, { unitCode: unit }),
}

export const indicator: Codec<boolean> = {
  read: (element, context) => {
    const each = leafText(element, context)?.trim()
    if (each === undefined) return undefined
    if (each === 'true' || each === '1') return true
    return each === 'false' || each === '0'
      ? false
      : fault(element, context, 'true か false とします。', 'This must be true or false.')
  },
  write: (name, value, context) => writeLeaf(name, String(value), context),
}

export const identifier: Codec<PintIdentifier> = {
  read: (element, context) => {
    const value = leafText(element, context, ['schemeID'])
    const scheme = element.attributes.get('schemeID')
    return value === undefined ? undefined : { value, ...(scheme === undefined ? {} : { scheme }) }
  },
  write: (name, { value, scheme }, context) => writeLeaf(name, value, context, { schemeID: scheme }),
}
