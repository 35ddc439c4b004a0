import { isCalendarDate } from '../../amounts-and-dates/day-numbers.ts'
import { childOf, normalized, reached, stringOf, type XmlElement } from '../xml/element.ts'

/** Standard (適格請求書), self-billing (仕入明細書) and non-tax-registered (免税事業者の請求書): the three specifications of JP PINT. */
export type PintKind = 'standard' | 'self-billing' | 'non-tax-registered'

/** A document under check: its root, its currency, and every element by name. */
export type Checked = {
  readonly root: XmlElement
  readonly currencies: readonly string[]
  readonly named: (name: string) => readonly XmlElement[]
}

type Sentence = { readonly message: string; readonly messageEn: string }
export type Assertion = Sentence & {
  readonly id: string
  readonly holds: (element: XmlElement, document: Checked) => boolean
}

/** What must hold for elements of these names (`*` is any). Of the rules in one pattern only the first that applies to an element is tried. */
export type Rule = {
  readonly on: readonly string[]
  readonly when?: (element: XmlElement, document: Checked) => boolean
  readonly asserts: readonly Assertion[]
}

/** A business term in both languages, with its number in PINT. */
export type Term = readonly [ja: string, en: string, number: string]

export const must = (id: string, holds: Assertion['holds'], message: string, messageEn: string): Assertion => ({
  id,
  holds,
  message,
  messageEn,
})

const missing = ([ja, en, number]: Term): [string, string] => [
  `${ja}（${number}）がありません。書き加えてください。`,
  `The ${en} (${number}) is missing. Add it.`,
]

/** At least one element at the path. */
export const present = (id: string, path: string, term: Term): Assertion =>
  must(id, (element) => reached(element, path).length > 0, ...missing(term))

/** An element at the path that is not blank. */
export const filled = (id: string, path: string, term: Term): Assertion =>
  must(id, (element) => reached(element, path).some((found) => normalized(stringOf(found)) !== ''), ...missing(term))

export const hasAttribute = (id: string, name: string, term: Term): Assertion =>
  must(id, ({ attributes }) => attributes.has(name), ...missing(term))

export const atMost = (id: string, most: number, path: string, [ja, en, number]: Term): Assertion =>
  must(
    id,
    (element) => reached(element, path).length <= most,
    `${ja}（${number}）は${most}つまでです。余りを消してください。`,
    `At most ${most} ${en} (${number}) may be given. Remove the rest.`,
  )

export const once = (id: string, path: string, term: Term): Assertion => atMost(id, 1, path, term)

const isListed = (list: ReadonlySet<string>, text: string | undefined): boolean => list.has(normalized(text ?? ''))

const notListed = (list: string, [ja, en, number]: Term): [string, string] => [
  `${ja}（${number}）が ${list} のコードではありません。表にあるコードに直してください。`,
  `The ${en} (${number}) is not a code of ${list}. Use one that is listed.`,
]

/** The element's text is a code of the list. */
export const listed = (id: string, codes: ReadonlySet<string>, list: string, term: Term): Assertion =>
  must(id, (element) => isListed(codes, stringOf(element)), ...notListed(list, term))

export const listedAttribute = (
  id: string,
  name: string,
  codes: ReadonlySet<string>,
  list: string,
  term: Term,
): Assertion => must(id, ({ attributes }) => isListed(codes, attributes.get(name)), ...notListed(list, term))

export const parentIs =
  (...names: string[]) =>
  ({ parent }: XmlElement): boolean =>
    names.includes(parent?.name ?? '')

/** The names of the parent, its parent and so on, nearest first. */
export const within =
  (...names: string[]) =>
  (element: XmlElement): boolean => {
    let each = element.parent
    for (const name of names) {
      if (each?.name !== name) return false
      each = each.parent
    }
    return true
  }

export const isRoot = ({ parent, name }: XmlElement): boolean =>
  parent === undefined && (name === 'Invoice' || name === 'CreditNote')

export const isInside = (element: XmlElement, ...names: string[]): boolean => {
  for (let each = element.parent; each !== undefined; each = each.parent) if (names.includes(each.name)) return true
  return false
}

/** XPath's boolean of an element: undefined when its text is none. */
const indicatorOf = (element: XmlElement): boolean | undefined => {
  const text = normalized(stringOf(childOf(element, 'cbc:ChargeIndicator') ?? element))
  return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined
}

export const isCharge = (element: XmlElement): boolean =>
  childOf(element, 'cbc:ChargeIndicator') !== undefined && indicatorOf(element) === true
export const isAllowance = (element: XmlElement): boolean =>
  childOf(element, 'cbc:ChargeIndicator') !== undefined && indicatorOf(element) === false

export const textAt = (element: XmlElement | undefined, path: string): string | undefined => {
  const [first] = reached(element, path)
  return first === undefined ? undefined : stringOf(first)
}

/** A tax category whose scheme is VAT (消費税), as the Japanese rules look for it. */
export const isVat = (category: XmlElement): boolean =>
  reached(category, 'cac:TaxScheme').some(
    (scheme) => normalized((textAt(scheme, 'cbc:ID') ?? '').toUpperCase()) === 'VAT',
  )

/** The day of an XML Schema `date`, which may carry a time zone; undefined when it is none. */
export function dayOf(text: string | undefined): string | undefined {
  const day = /^\s*(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?\s*$/.exec(text ?? '')?.[1]
  return day !== undefined && isCalendarDate(day) ? day : undefined
}

/** A reference to what is invoiced (ibt-018, ibt-128): document type 130. */
export const isInvoicedObject = (reference: XmlElement): boolean =>
  reached(reference, 'cbc:DocumentTypeCode').some((code) => stringOf(code) === '130')
