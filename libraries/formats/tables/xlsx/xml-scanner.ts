import { brokenArchive } from '../../zip/open-zip.ts'
import { UnreadableFileError } from '../table.ts'

/** What a document says as it is scanned; names come without their namespace prefix. */
export type XmlHandlers = {
  open?: (name: string, attribute: (name: string) => string | undefined) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

const longestToken = 1_000_000
const mostMarkup = 15_000_000
const namedEntities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Resolves the five named entities and character references; any other entity stays as written (none is ever defined). */
function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{1,5}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return namedEntities[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10)
    return code > 0x10ffff || code === 0 ? '\ufffd' : String.fromCodePoint(code)
  })
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Attributes are searched only when asked for; most of a sheet's are never read. */
const attributeReader =
  (tag: string) =>
  (name: string): string | undefined => {
    for (let at = tag.indexOf(name); at !== -1; at = tag.indexOf(name, at + 1)) {
      const before = tag[at - 1] ?? ''
      const rest = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag.slice(at + name.length, at + name.length + 2000))
      if (/[\s:]/.test(before) && rest) return unescapeXml(rest[1] ?? rest[2] ?? '')
    }
    return undefined
  }

/** The position of the `>` that ends a tag, skipping quoted attribute values, or −1. */
const tagEnd = (text: string, start: number): number => {
  let at = start
  while (at < text.length) {
    const character = text[at]
    if (character === '>') return at
    if (character === '"' || character === "'") {
      at = text.indexOf(character, at + 1)
      if (at === -1) return -1
    }
    at += 1
  }
  return -1
}

/** What follows a `<`: the position after it, or −1 when the piece ends inside. */
const scanMarkup = (text: string, start: number, handlers: XmlHandlers): number => {
  if (text.startsWith('<!--', start)) {
    const end = text.indexOf('-->', start + 4)
    return end === -1 ? -1 : end + 3
  }
  if (text.startsWith('<![CDATA[', start)) {
    const end = text.indexOf(']]>', start + 9)
    if (end !== -1) handlers.text?.(text.slice(start + 9, end))
    return end === -1 ? -1 : end + 3
  }
  if (text.length - start < 9) {
    const end = tagEnd(text, start + 1)
    if (end === -1) return -1
  }
  if (text.startsWith('<!', start)) throw brokenArchive()
  const end = tagEnd(text, start + 1)
  if (end === -1) return -1
  if (text[start + 1] === '?') return end + 1
  if (text[start + 1] === '/') {
    handlers.close?.(localName(text.slice(start + 2, end).trim()))
    return end + 1
  }
  const isEmpty = text[end - 1] === '/'
  const tag = text.slice(start + 1, isEmpty ? end - 1 : end)
  const nameEnd = tag.search(/[\s/]/)
  const name = localName(nameEnd === -1 ? tag : tag.slice(0, nameEnd))
  handlers.open?.(name, attributeReader(tag))
  if (isEmpty) handlers.close?.(name)
  return end + 1
}

const tooMuchMarkup = (): UnreadableFileError =>
  new UnreadableFileError(
    'シートの中身が多すぎます。使っていない行や列、書式だけのセルを削除してください。',
    'The sheet holds too much. Delete unused rows and columns and cells that only have a format.',
  )

/**
 * Scans an XML document given in pieces; keeps no tree, so nesting costs nothing. Document types and entity definitions are
 * refused. Throws UnreadableFileError for a token that never ends and beyond 15 million tags.
 */
export function xmlScanner(handlers: XmlHandlers): (piece: string) => void {
  let rest = ''
  let markupCount = 0
  return (piece) => {
    const text = rest + piece
    let at = 0
    for (;;) {
      const opening = text.indexOf('<', at)
      if (opening === -1) break
      if (opening > at) handlers.text?.(unescapeXml(text.slice(at, opening)))
      markupCount += 1
      if (markupCount > mostMarkup) throw tooMuchMarkup()
      const next = scanMarkup(text, opening, handlers)
      at = next === -1 ? opening : next
      if (next === -1) break
    }
    rest = text.slice(at)
    if (rest.length > longestToken) throw brokenArchive()
  }
}
