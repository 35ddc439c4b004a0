/**
 * One element of a UBL document. Names are written with the usual prefixes whatever the file calls them (`cbc:ID`, `cac:Party`, `Invoice`);
 * a name of another namespace is `{uri}local`. `text` is the element's own text, `at` the place of its `<` in the file.
 */
export type XmlElement = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  children: XmlElement[]
  text: string
  readonly parent: XmlElement | undefined
  readonly at: number
}

const none: readonly XmlElement[] = []
const manyChildren = 50
const grouped = new WeakMap<XmlElement, Map<string, XmlElement[]>>()

/** An invoice can have thousands of lines: its children are grouped once, so that asking for one is not a walk over all. */
const groupsOf = (element: XmlElement): Map<string, XmlElement[]> => {
  const known = grouped.get(element)
  if (known !== undefined) return known
  const groups = new Map<string, XmlElement[]>()
  for (const child of element.children) {
    const same = groups.get(child.name)
    if (same === undefined) groups.set(child.name, [child])
    else same.push(child)
  }
  grouped.set(element, groups)
  return groups
}

/** The children of that name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  const { children } = element
  if (children.length > manyChildren) return groupsOf(element).get(name) ?? none
  let found: XmlElement[] | undefined
  for (const child of children) {
    if (child.name !== name) continue
    if (found === undefined) found = [child]
    else found.push(child)
  }
  return found ?? none
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined
  if (element.children.length > manyChildren) return groupsOf(element).get(name)?.[0]
  for (const child of element.children) if (child.name === name) return child
  return undefined
}

const steps = new Map<string, readonly string[]>()
const stepsOf = (path: string): readonly string[] => {
  const known = steps.get(path)
  if (known !== undefined) return known
  const split = path.split('/')
  if (steps.size < 1_000) steps.set(path, split)
  return split
}

/** Every element reached by a path of child names, in the order of the document. */
export function reached(from: XmlElement | undefined, path: string): readonly XmlElement[] {
  if (from === undefined) return none
  let found: readonly XmlElement[] = [from]
  for (const name of stepsOf(path)) {
    const [first, second] = found
    if (first === undefined) return none
    found = second === undefined ? childrenOf(first, name) : found.flatMap((element) => childrenOf(element, name))
  }
  return found
}

/** All text within, as XPath's `string()` has it. */
export const stringOf = (element: XmlElement): string =>
  element.children.length === 0 ? element.text : element.text + element.children.map(stringOf).join('')

/** XML's white space only: the ideographic space (U+3000) is a character like any other. */
export const normalized = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')

const nameShown = (element: XmlElement): string => {
  const same = element.parent === undefined ? [] : childrenOf(element.parent, element.name)
  return same.length > 1 ? `${element.name}[${same.indexOf(element) + 1}]` : element.name
}

/** Where an element stands: `/Invoice/cac:InvoiceLine[3]/cac:Price`; counted from 1 where there are several. */
export function pathOf(element: XmlElement): string {
  const steps: string[] = []
  for (let each: XmlElement | undefined = element; each !== undefined; each = each.parent) steps.push(nameShown(each))
  return `/${steps.reverse().join('/')}`
}
