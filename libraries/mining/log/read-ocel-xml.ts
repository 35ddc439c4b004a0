import { textOf } from './interned-texts.ts'
import type { AttributeValue, LogObject, ObjectLog } from './object-log.ts'
import { ObjectLogBuilder } from './object-log-builder.ts'
import { type XmlHandler, XmlScanner, type XmlTag, xmlText } from './xml-scanner.ts'

type Said = ReadonlyMap<string, string>

/** Reads OCEL 2.0 XML (Berti et al., "OCEL (Object-Centric Event Log) 2.0 Specification", 2024, §7.2) tag by tag. */
class OcelXmlReader implements XmlHandler {
  readonly log = new ObjectLogBuilder()
  readonly #open: string[] = []
  /** The event or object that is open, its values, and the one value that is open. */
  #own: { kind: 'event' | 'object'; said: Said; values: { name: string; time: string; value: string }[] } | undefined
  #value: { name: string; time: string; value: string } | undefined

  open(tag: XmlTag) {
    const name = textOf(tag.bytes, tag.nameFrom, tag.nameTo)
    const parent = this.#open.at(-1)
    const said = this.#attributesOf(tag)
    const word = (key: string) => said.get(key) ?? ''
    if (!tag.isClosed) this.#open.push(name)
    if ((name === 'event' && parent === 'events') || (name === 'object' && parent === 'objects' && !this.#own)) {
      this.#own = { kind: name, said, values: [] }
      if (tag.isClosed) this.#endOwn()
    } else if (this.#own && name === 'attribute')
      this.#value = { name: word('name'), time: word('time'), value: word('value') }
    else if (this.#own && (name === 'relationship' || name === 'object')) {
      const id = this.#own.said.get('id') ?? ''
      const to = word('object-id') || word('id')
      if (this.#own.kind === 'event') this.log.relate(id, to, word('qualifier') || word('relationship'))
      else this.log.relateObjects(id, to, word('qualifier'))
    }
    if (tag.isClosed && name === 'attribute') this.#endValue()
  }

  text(bytes: Uint8Array, from: number, to: number) {
    if (this.#value) this.#value.value += this.#read(bytes, from, to)
  }

  close(bytes: Uint8Array, nameFrom: number, nameTo: number) {
    const name = textOf(bytes, nameFrom, nameTo)
    const opened = this.#open.lastIndexOf(name)
    if (opened !== this.#open.length - 1) this.broken(`</${name.slice(0, 40)}> closes <${this.#open.at(-1) ?? ''}>`)
    if (opened < 0) return
    this.#open.length = opened
    if (name === 'attribute') this.#endValue()
    else if (name === this.#own?.kind && this.#open.at(-1) === `${name}s` && this.#open.length === 2) this.#endOwn()
  }

  broken(text: string) {
    this.log.report('broken-file', 0, text)
  }

  finish(): ObjectLog {
    if (this.#open.length > 0) this.broken(`the file ends inside <${this.#open.at(-1) ?? ''}>`)
    return this.log.build()
  }

  #endValue() {
    if (this.#own && this.#value) this.#own.values.push(this.#value)
    this.#value = undefined
  }

  #endOwn() {
    const own = this.#own
    this.#own = undefined
    if (!own) return
    const [id, type] = [own.said.get('id') ?? '', own.said.get('type') ?? '']
    if (own.kind === 'event') {
      const attributes = own.values.map(({ name, value }): [string, AttributeValue] => [name, value])
      this.log.addEvent(id, type, own.said.get('time') ?? '', attributes)
    } else {
      const attributes = own.values.map(({ name, time, value }): NonNullable<LogObject['attributes']>[number] => ({
        ...{ name, at: time, value },
      }))
      this.log.addObject(id, type, attributes)
    }
  }

  #attributesOf({ bytes, attributes, attributeCount }: XmlTag): Said {
    const said = new Map<string, string>()
    for (let at = 0; at < attributeCount * 4; at += 4) {
      const [nameFrom = 0, nameTo = 0, from = 0, to = 0] = attributes.subarray(at, at + 4)
      said.set(textOf(bytes, nameFrom, nameTo), this.#read(bytes, from, to))
    }
    return said
  }

  readonly #read = (bytes: Uint8Array, from: number, to: number) =>
    xmlText(bytes, from, to, (text) => this.broken(text))
}

/** Reads OCEL 2.0 XML from UTF-8 bytes; what is no XML is reported and passed over. */
export function readOcelXml(bytes: Uint8Array): ObjectLog {
  const reader = new OcelXmlReader()
  const scanner = new XmlScanner(reader)
  scanner.take(bytes)
  scanner.finish()
  return reader.finish()
}
