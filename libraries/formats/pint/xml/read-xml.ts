import type { PintDocumentError } from '../pint-document-error.ts'
import { decodeXml, xmlFault } from './decode-xml.ts'
import type { XmlElement } from './element.ts'

const deepest = 40
const mostElements = 1_500_000
/** Genuine documents spend over 20 characters on an element; a flood of empty tags would cost far more memory than its size. */
const fewestCharactersPerElement = 8
const mostAttributes = 40

const roots: Record<string, string> = {
  Invoice: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  CreditNote: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
}
const prefixes: Record<string, string> = {
  'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2': 'cbc:',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2': 'cac:',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2': 'ext:',
}
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const reference = /&(?:#([0-9]{1,7})|#x([0-9a-fA-F]{1,6})|([^;&\s]{0,40}))(;?)/g
const forbidden = /(?![\t\n\r\x7f-\x9f])[\p{Cc}\ufffe\uffff]/u
const qualifiedName = /^[\p{L}_][\p{L}\p{N}\p{M}._·-]*(:[\p{L}_][\p{L}\p{N}\p{M}._·-]*)?$/u

/** Namespaces in force, and the names already resolved under them. */
type Scope = { uris: ReadonlyMap<string, string>; names: Map<string, string> }
type Cursor = { readonly text: string; at: number; elements: number }

const noAttributes: ReadonlyMap<string, string> = new Map()
const noChildren: XmlElement[] = []

const lineAt = (text: string, at: number): number => {
  let line = 1
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) line += 1
  return line
}

/** The tree, and the line of the file (from 1) on which an element begins. */
export type XmlDocument = { root: XmlElement; lineOf: (element: XmlElement) => number }

/** Counts the lines once, and only when a line is asked for. */
const lineFinder = (text: string): ((element: XmlElement) => number) => {
  let ends: number[] | undefined
  return ({ at }) => {
    ends ??= [...text.matchAll(/\n/g)].map(({ index }) => index)
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}

const broken = ({ text, at }: Cursor, what: string, whatEn: string): PintDocumentError =>
  xmlFault(
    `XMLとして読めません：${what}。送り手に作り直しを頼んでください。`,
    `This is not well-formed XML: ${whatEn}. Ask the sender for a new file.`,
    lineAt(text, at),
  )

const characterOf = (cursor: Cursor, code: number): string => {
  const character =
    code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || code === 0 ? '\0' : String.fromCodePoint(code)
  if (forbidden.test(character))
    throw broken(cursor, '使えない文字の番号があります', 'a character reference is not allowed')
  return character
}

/** Only the five entities of XML itself and character references; a file defines none of its own. */
const unescaped = (cursor: Cursor, text: string): string =>
  text.includes('&')
    ? text.replace(reference, (_, decimal?: string, hex?: string, name?: string, end?: string) => {
        if (end !== ';') throw broken(cursor, '& は &amp; と書きます', 'write & as &amp;')
        if (decimal !== undefined) return characterOf(cursor, Number.parseInt(decimal, 10))
        if (hex !== undefined) return characterOf(cursor, Number.parseInt(hex, 16))
        const character = Object.hasOwn(entities, name ?? '') ? entities[name ?? ''] : undefined
        if (character === undefined)
          throw broken(cursor, `実体参照 &${name}; は使えません`, `the entity &${name}; is not allowed`)
        return character
      })
    : text

/** The usual name of what is called `local` in a namespace; attributes without a prefix are in none. */
const usualName = (uri: string, local: string, isAttribute: boolean): string => {
  if (uri === '') return isAttribute ? local : `{}${local}`
  if (Object.hasOwn(roots, local) && roots[local] === uri) return local
  return Object.hasOwn(prefixes, uri) ? `${prefixes[uri]}${local}` : `{${uri}}${local}`
}

const resolved = (cursor: Cursor, scope: Scope, name: string, isAttribute: boolean): string => {
  const key = isAttribute ? `@${name}` : name
  const known = scope.names.get(key)
  if (known !== undefined) return known
  if (!qualifiedName.test(name))
    throw broken(cursor, `「${name.slice(0, 40)}」は名前ではありません`, 'a name is malformed')
  const colon = name.indexOf(':')
  const prefix = colon === -1 ? '' : name.slice(0, colon)
  const declared = prefix === 'xml' ? xmlNamespace : (scope.uris.get(prefix) ?? '')
  if (prefix !== '' && declared === '') {
    throw broken(cursor, `接頭辞「${prefix}」が宣言されていません`, `the prefix “${prefix}” is not declared`)
  }
  const usual = usualName(prefix === '' && isAttribute ? '' : declared, name.slice(colon + 1), isAttribute)
  scope.names.set(key, usual)
  return usual
}

const attributePattern = /\s+([^\s=<>"'/]{1,200})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const tagEnd = /\s*(\/?)>/y
const namePattern = /[^\s=<>"'/&]{1,200}/y

const matched = (pattern: RegExp, cursor: Cursor): RegExpExecArray | null => {
  pattern.lastIndex = cursor.at
  const match = pattern.exec(cursor.text)
  if (match) cursor.at = pattern.lastIndex
  return match
}

/** Attributes as written, by their written names; refuses one that stands twice. */
const readAttributes = (cursor: Cursor): Map<string, string> | undefined => {
  let found: Map<string, string> | undefined
  for (let match = matched(attributePattern, cursor); match; match = matched(attributePattern, cursor)) {
    found ??= new Map()
    const [, name = '', double, single] = match
    if (found.has(name) || found.size >= mostAttributes)
      throw broken(cursor, '属性が重なっています', 'an attribute stands twice')
    found.set(name, unescaped(cursor, (double ?? single ?? '').replace(/[\t\n]/g, ' ')))
  }
  return found
}

const scopeWithin = (outer: Scope, attributes: ReadonlyMap<string, string> | undefined): Scope => {
  const declared = [...(attributes ?? [])].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (declared.length === 0) return outer
  const uris = new Map(outer.uris)
  for (const [name, uri] of declared) uris.set(name.slice('xmlns:'.length), uri)
  return { uris, names: new Map() }
}

const namedAttributes = (cursor: Cursor, scope: Scope, written: Map<string, string> | undefined) => {
  if (written === undefined) return noAttributes
  const named = new Map<string, string>()
  for (const [name, value] of written) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) named.set(resolved(cursor, scope, name, true), value)
  }
  return named.size === 0 ? noAttributes : named
}

type Open = { element: XmlElement; name: string; scope: Scope }

/** Reads a start tag at the cursor; answers the element, and its scope when it stays open. */
const readStart = (cursor: Cursor, parent: Open | undefined): Open & { isEmpty: boolean } => {
  const at = cursor.at
  cursor.at += 1
  const name = matched(namePattern, cursor)?.[0]
  if (name === undefined)
    throw broken(cursor, '「<」の後に名前がありません（文字の < は &lt; と書きます）', 'a < is not followed by a name')
  const written = readAttributes(cursor)
  const end = matched(tagEnd, cursor)
  if (end === null) throw broken(cursor, `タグ「${name.slice(0, 40)}」が閉じていません`, 'a tag is not closed')
  const scope = scopeWithin(parent?.scope ?? { uris: new Map(), names: new Map() }, written)
  const element: XmlElement = {
    name: resolved(cursor, scope, name, false),
    attributes: namedAttributes(cursor, scope, written),
    children: noChildren,
    text: '',
    parent: parent?.element,
    at,
  }
  cursor.elements += 1
  if (
    cursor.elements > mostElements ||
    (cursor.elements > 1_000 && cursor.at < cursor.elements * fewestCharactersPerElement)
  ) {
    throw broken(cursor, '要素が多すぎます', 'there are too many elements')
  }
  if (parent) {
    if (parent.element.children === noChildren) parent.element.children = [element]
    else parent.element.children.push(element)
  }
  return { element, name, scope, isEmpty: end[1] === '/' }
}

const readEnd = (cursor: Cursor, open: Open | undefined): void => {
  cursor.at += 2
  const name = matched(namePattern, cursor)?.[0]
  const end = matched(tagEnd, cursor)
  if (open === undefined || name !== open.name || end === null || end[1] === '/') {
    throw broken(
      cursor,
      `終わりのタグ「${name?.slice(0, 40) ?? ''}」が始まりと合いません`,
      'an end tag does not match its start',
    )
  }
}

/** Skips a comment or an instruction, takes in CDATA; a document type is refused, since it could define entities. */
const readMarkup = (cursor: Cursor, open: Open | undefined): void => {
  const { text } = cursor
  const [start, end] = text.startsWith('<!--', cursor.at)
    ? ['<!--', '-->']
    : text.startsWith('<![CDATA[', cursor.at)
      ? ['<![CDATA[', ']]>']
      : text.startsWith('<?', cursor.at)
        ? ['<?', '?>']
        : ['', '']
  if (start === '') {
    throw broken(
      cursor,
      '文書型宣言（DOCTYPE）や実体の定義は受け付けません',
      'document types and entity definitions are refused',
    )
  }
  const closing = text.indexOf(end, cursor.at + start.length)
  if (closing === -1) throw broken(cursor, `「${start}」が閉じていません`, `${start} is not closed`)
  if (start === '<![CDATA[') {
    if (open === undefined) throw broken(cursor, '文字が要素の外にあります', 'text stands outside the root element')
    open.element.text += text.slice(cursor.at + start.length, closing)
  }
  cursor.at = closing + end.length
}

const takeText = (cursor: Cursor, until: number, open: Open | undefined): void => {
  const text = cursor.text.slice(cursor.at, until)
  if (text === '') return
  const isBlank = /^[ \t\n]*$/.test(text)
  if (open === undefined) {
    if (!isBlank) throw broken(cursor, '文字が要素の外にあります', 'text stands outside the root element')
  } else if (!isBlank || open.element.children.length === 0) open.element.text += unescaped(cursor, text)
  cursor.at = until
}

/**
 * Reads an XML document into a tree with its namespaces resolved. Throws PintDocumentError for what is not well-formed, for document types
 * and entities of the file's own, and beyond 60 MB, 40 levels or 1.5 million elements.
 */
export function readXml(xml: string | Uint8Array): XmlDocument {
  const decoded = decodeXml(xml)
  const cursor: Cursor = {
    text: decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded,
    at: 0,
    elements: 0,
  }
  const { text } = cursor
  if (forbidden.test(text) || !text.isWellFormed()) {
    throw broken(cursor, '制御文字など、XMLで使えない文字があります', 'it holds characters that XML does not allow')
  }
  const open: Open[] = []
  let root: XmlElement | undefined
  for (let next = text.indexOf('<'); next !== -1; next = text.indexOf('<', cursor.at)) {
    takeText(cursor, next, open.at(-1))
    cursor.at = next
    const sign = text[next + 1]
    if (sign === '/') readEnd(cursor, open.pop())
    else if (sign === '!' || sign === '?') readMarkup(cursor, open.at(-1))
    else {
      if (root !== undefined && open.length === 0)
        throw broken(cursor, '根の要素が二つあります', 'there are two root elements')
      const started = readStart(cursor, open.at(-1))
      root ??= started.element
      if (!started.isEmpty) open.push(started)
      if (open.length > deepest) throw broken(cursor, '要素の入れ子が深すぎます', 'elements are nested too deeply')
    }
  }
  takeText(cursor, text.length, open.at(-1))
  if (root === undefined || open.length > 0) throw broken(cursor, '途中で終わっています', 'it ends too early')
  return { root, lineOf: lineFinder(text) }
}
