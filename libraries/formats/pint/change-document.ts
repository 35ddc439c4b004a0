import { childrenOf, type XmlElement } from './xml/element.ts'
import { readXml } from './xml/read-xml.ts'

/**
 * One change to a document of the case table, in words: `remove P`, `twice P`, `empty P`, `hollow P` (its children go), `set P=text`,
 * `noattr P@name`, `attr P@name=text`. P is a path below the root: `cac:InvoiceLine[2]/cbc:ID`, where `[1]` may be left out.
 */
export function changedDocument(xml: string, change: string): string {
  const { root } = readXml(xml)
  const [, verb = '', path = '', attribute, , text = ''] = /^(\w+) ([^@=]+)(?:@(\w+))?(=(.*))?$/s.exec(change) ?? []
  const found = path.split('/').reduce<XmlElement | undefined>((element, step) => {
    const [, name = '', index = '1'] = /^(.+?)(?:\[(\d+)\])?$/.exec(step) ?? []
    return element && childrenOf(element, name)[Number(index) - 1]
  }, root)
  if (found?.parent === undefined) throw new Error(`no such element: ${change}`)
  return `<?xml version="1.0" encoding="UTF-8"?>${written(root, (element) => {
    if (element !== found) return undefined
    if (verb === 'remove') return ''
    if (verb === 'twice') return written(element) + written(element)
    if (verb === 'empty' || verb === 'hollow') return written({ ...element, children: [], text: '' })
    if (verb === 'set') return written({ ...element, text })
    if (verb === 'noattr' || verb === 'attr')
      return written({ ...element, attributes: withAttribute(element, attribute ?? '', verb, text) })
    throw new Error(`no such change: ${change}`)
  })}`
}

const withAttribute = ({ attributes }: XmlElement, name: string, verb: string, text: string): Map<string, string> => {
  const changed = new Map(attributes)
  if (verb === 'attr') changed.set(name, text)
  else changed.delete(name)
  return changed
}

const namespaces = (name: string): string =>
  name === 'Invoice' || name === 'CreditNote'
    ? ` xmlns="urn:oasis:names:specification:ubl:schema:xsd:${name}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"`
    : ''

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function written(element: XmlElement, instead?: (element: XmlElement) => string | undefined): string {
  const other = instead?.(element)
  if (other !== undefined) return other
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
  const inner =
    escaped(element.text.trim() === '' ? '' : element.text) +
    element.children.map((child) => written(child, instead)).join('')
  return `<${element.name}${namespaces(element.name)}${attributes}>${inner}</${element.name}>`
}
