import { wholeOf } from './file-bytes.ts'
import { textOf } from './interned-texts.ts'

const tab = 9
const space = 32
const quote = 34
const apostrophe = 39
const dash = 45
const slash = 47
const less = 60
const equals = 61
const greater = 62
const question = 63
const exclamation = 33
const openBracket = 91
const closeBracket = 93

/** A tag, comment or text longer than this is one that never closes; it is passed over. */
const longestToken = 4_000_000

/** So many broken places are quoted; a file of nothing else must not take long. */
const mostQuoted = 100

/** The opening tag just read, as places in `bytes`; the scanner fills the same one again for each tag. */
export interface XmlTag {
  bytes: Uint8Array
  nameFrom: number
  nameTo: number
  /** `<name/>`: no closing tag follows. */
  isClosed: boolean
  attributeCount: number
  /** Four places for each attribute: name from, name to, value from, value to. */
  attributes: Int32Array
}

export interface XmlHandler {
  open(tag: XmlTag): void
  close(bytes: Uint8Array, nameFrom: number, nameTo: number): void
  /** Text between tags; a handler without it is spared the bytes. */
  text?(bytes: Uint8Array, from: number, to: number): void
  broken(text: string): void
}

/**
 * Reads XML from pieces of UTF-8 bytes and hands on its tags. A DOCTYPE is passed over unread, so that no entity is ever
 * expanded and no file ever fetched; comments and processing instructions are passed over. What is no XML is reported and
 * skipped to the next place where a tag may start; each byte is looked at a bounded number of times.
 */
export class XmlScanner {
  readonly #handler: XmlHandler
  readonly #tag: XmlTag
  #rest: Uint8Array = new Uint8Array(0)
  #brokenCount = 0

  constructor(handler: XmlHandler) {
    this.#handler = handler
    const none = { nameFrom: 0, nameTo: 0, isClosed: false, attributeCount: 0 }
    this.#tag = { bytes: this.#rest, ...none, attributes: new Int32Array(64) }
  }

  take(piece: Uint8Array) {
    const bytes = this.#rest.length === 0 ? plainBytes(piece) : wholeOf([this.#rest, piece])
    const from = this.#scan(bytes)
    this.#rest = bytes.slice(from)
    if (this.#rest.length <= longestToken) return
    this.#handler.broken(`longer than ${longestToken} bytes: ${lenient.decode(bytes.subarray(from, from + 60))}`)
    this.#rest = new Uint8Array(0)
  }

  /** Ends the file; what is left over of a tag is reported. */
  finish() {
    if (this.#rest.some((code) => code > space))
      this.#handler.broken(`the file ends inside ${lenient.decode(this.#rest.subarray(0, 60))}`)
  }

  #scan(bytes: Uint8Array): number {
    const { length } = bytes
    let place = 0
    for (;;) {
      let start = place
      while (start < length && bytes[start] !== less) start += 1
      if (start === length) return this.#handler.text ? place : length
      if (start > place) this.#handler.text?.(bytes, place, start)
      const next = this.#token(bytes, start)
      if (next < 0) return start
      place = next
    }
  }

  /** Reads the tag that starts here and returns the place after it, or −1 when it is not wholly here yet. */
  #token(bytes: Uint8Array, start: number): number {
    const next = bytes[start + 1]
    if (next === undefined) return -1
    if (next === slash) {
      const end = bytes.indexOf(greater, start + 2)
      if (end < 0) return -1
      let nameTo = end
      while (nameTo > start + 2 && (bytes[nameTo - 1] ?? 0) <= space) nameTo -= 1
      this.#handler.close(bytes, start + 2, nameTo)
      return end + 1
    }
    if (next === question) return afterPair(bytes, start + 2, question)
    return next === exclamation ? this.#declaration(bytes, start) : this.#opening(bytes, start)
  }

  /** A comment, a CDATA section or a DOCTYPE with what stands in its brackets. */
  #declaration(bytes: Uint8Array, start: number): number {
    if (start + 3 >= bytes.length) return -1
    if (bytes[start + 2] === dash) return afterMark(bytes, start + 4, dash)
    if (bytes[start + 2] === openBracket) {
      const end = afterMark(bytes, start + 9, closeBracket)
      if (end > 0) this.#handler.text?.(bytes, start + 9, end - 3)
      return end
    }
    let [depth, inQuote] = [0, 0]
    for (let place = start + 2; place < bytes.length; place++) {
      const code = bytes[place] ?? 0
      if (inQuote > 0) inQuote = code === inQuote ? 0 : inQuote
      else if (code === quote || code === apostrophe) inQuote = code
      else if (code === openBracket) depth += 1
      else if (code === closeBracket) depth -= 1
      else if (code === greater && depth <= 0) {
        this.#handler.broken('a DOCTYPE is not read: its entities stay as they are written')
        return place + 1
      }
    }
    return -1
  }

  #opening(bytes: Uint8Array, start: number): number {
    const tag = this.#tag
    const { length } = bytes
    let place = nameEnd(bytes, start + 1)
    if (place === start + 1) return this.#skipBroken(bytes, start)
    tag.bytes = bytes
    tag.nameFrom = start + 1
    tag.nameTo = place
    tag.isClosed = false
    tag.attributeCount = 0
    for (;;) {
      while (place < length && isSpace(bytes[place])) place += 1
      if (place >= length) return -1
      const code = bytes[place]
      if (code === greater) break
      if (code === slash) {
        if (place + 1 >= length) return -1
        if (bytes[place + 1] !== greater) return this.#skipBroken(bytes, place)
        tag.isClosed = true
        place += 1
        break
      }
      const end = this.#attribute(bytes, place)
      if (end === incomplete) return -1
      if (end === noAttribute) return this.#skipBroken(bytes, place)
      place = end
    }
    this.#handler.open(tag)
    return place + 1
  }

  /** Reads name="value" into the tag and returns the place after it. */
  #attribute(bytes: Uint8Array, from: number): number {
    const { length } = bytes
    const nameTo = nameEnd(bytes, from)
    let place = nameTo
    while (place < length && isSpace(bytes[place])) place += 1
    if (place >= length) return incomplete
    if (bytes[place] !== equals || nameTo === from) return noAttribute
    place += 1
    while (place < length && isSpace(bytes[place])) place += 1
    if (place >= length) return incomplete
    const mark = bytes[place]
    if (mark !== quote && mark !== apostrophe) return noAttribute
    let valueTo = place + 1
    while (valueTo < length && bytes[valueTo] !== mark) valueTo += 1
    if (valueTo >= length) return incomplete
    const tag = this.#tag
    const at = tag.attributeCount * 4
    if (at + 4 > tag.attributes.length) tag.attributes = widened(tag.attributes)
    tag.attributes[at] = from
    tag.attributes[at + 1] = nameTo
    tag.attributes[at + 2] = place + 1
    tag.attributes[at + 3] = valueTo
    tag.attributeCount += 1
    return valueTo + 1
  }

  #skipBroken(bytes: Uint8Array, place: number): number {
    this.#brokenCount += 1
    this.#handler.broken(this.#brokenCount > mostQuoted ? '' : lenient.decode(bytes.subarray(place, place + 80)))
    const next = bytes.indexOf(less, place + 1)
    return next < 0 ? bytes.length : next
  }
}

const incomplete = -1
const noAttribute = -2
const lenient = new TextDecoder()

function isSpace(code: number | undefined): boolean {
  return code !== undefined && code <= space && code >= tab
}

/** 1 at each byte that ends a name. */
const endsName = Uint8Array.from({ length: 256 }, (_, code) =>
  code <= space || code === slash || code === greater || code === equals || code === less ? 1 : 0,
)

function nameEnd(bytes: Uint8Array, from: number): number {
  let place = from
  while (place < bytes.length && endsName[bytes[place] ?? 0] === 0) place += 1
  return place
}

/** The place after `?>`, or −1. */
function afterPair(bytes: Uint8Array, from: number, mark: number): number {
  for (let end = bytes.indexOf(greater, from); end >= 0; end = bytes.indexOf(greater, end + 1))
    if (bytes[end - 1] === mark) return end + 1
  return -1
}

/** The place after `-->` or `]]>`, or −1. */
function afterMark(bytes: Uint8Array, from: number, mark: number): number {
  for (let end = bytes.indexOf(greater, from); end >= 0; end = bytes.indexOf(greater, end + 1))
    if (end >= from + 2 && bytes[end - 1] === mark && bytes[end - 2] === mark) return end + 1
  return -1
}

/** A plain view of what may be a Buffer, so that the loops over bytes stay one fast machine path. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

function widened(narrow: Int32Array): Int32Array {
  const wide = new Int32Array(narrow.length * 2)
  wide.set(narrow)
  return wide
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * The text of a value in XML: the five entities of XML and numbers of characters are resolved, every other entity and a bare
 * & are told to `broken` and stay as they are written. Throws WrongEncoding where the bytes are not UTF-8.
 */
export function xmlText(bytes: Uint8Array, from: number, to: number, broken?: (text: string) => void): string {
  const text = textOf(bytes, from, to)
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6});|#(\d{1,7});|(\w{1,32});)?/g, (whole, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(String(hex), 16)
    const known = code <= 0x10ffff ? String.fromCodePoint(code) : entities[String(name)]
    if (known === undefined) broken?.(`unknown entity ${whole} in ${text.slice(0, 60)}`)
    return known ?? whole
  })
}
