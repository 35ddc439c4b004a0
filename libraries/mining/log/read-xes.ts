import { instantOfBytes } from './byte-instants.ts'
import { ByteTable, notKept } from './byte-table.ts'
import { entry } from './column.ts'
import { type EventLog, emptyCells, LogBuilder, type LogSource } from './event-log.ts'
import { textOf } from './interned-texts.ts'
import { type XmlHandler, XmlScanner, type XmlTag, xmlText } from './xml-scanner.ts'

/** The attributes of an event that the columns keep, by their XES name; those of `ennoshita:` are what XES has no word for. */
export const xesKeys = {
  activity: 'concept:name',
  at: 'time:timestamp',
  actor: 'org:resource',
  role: 'org:role',
  department: 'org:group',
  lifecycle: 'lifecycle:transition',
  endedAt: 'ennoshita:endedAt',
  actorKind: 'ennoshita:actorKind',
  cause: 'ennoshita:cause',
  touchSeconds: 'ennoshita:touchSeconds',
} as const
type Field = keyof typeof xesKeys
const fields = Object.keys(xesKeys) as Field[] // as: the keys of the object just written

const encoded = (text: string) => new TextEncoder().encode(text)

/** A table that knows texts by their place in a list. */
function tableOf(texts: readonly string[]): ByteTable {
  const table = new ByteTable()
  for (const [place, text] of texts.entries()) {
    const bytes = encoded(text)
    table.find(bytes, 0, bytes.length)
    table.keep(bytes, 0, bytes.length, place)
  }
  return table
}

const elements = ['other', 'log', 'trace', 'event', 'global', 'classifier', 'extension']
const inLog = 1
const inTrace = 2
const inEvent = 3
const classifier = 5
const extension = 6
/** How `key` and `value` begin. */
const letterK = 107
const letterV = 118
const colon = 58
/** Of so many different names of elements, further ones are taken for one. */
const mostElements = 1000

/**
 * Reads XES (IEEE 1849-2016, §4: log, trace, event, attribute) tag by tag; only attributes that stand directly in a trace
 * or an event count, so nested and global ones are passed over. Traces of the same name stay separate cases, `name #2`, and
 * one without a name bears its place in the file, `trace 3`. With the name
 * of a classifier the activity is the values of its keys, joined by + as XES writes them.
 */
export class XesReader implements XmlHandler {
  readonly #log = new LogBuilder()
  readonly #xml = new XmlScanner(this)
  readonly #names = tableOf(elements)
  readonly #keys = tableOf(fields.map((field) => xesKeys[field]))
  readonly #open: number[] = []
  readonly #seen = new Map<string, number>()
  #traceCount = 0
  readonly #event = emptyCells()
  readonly #classifiers: NonNullable<LogSource['classifiers']> = []
  readonly #extensions: NonNullable<LogSource['extensions']> = []
  readonly #classifier: string | undefined
  #classKeys: readonly string[] = []
  /** The values of an event by their keys, kept only where a classifier is asked for. */
  #parts: Map<string, string> | undefined
  readonly #nameTexts = [...elements]
  /** The case of the open trace, −1 until its first event; its name, known or not. */
  #case = -1
  #caseName = ''
  #hasStamp = false
  #hasLog = false
  readonly #read = (bytes: Uint8Array, from: number, to: number) =>
    xmlText(bytes, from, to, (text) => this.broken(text))

  constructor(classifierName?: string) {
    this.#classifier = classifierName
  }

  take(piece: Uint8Array) {
    this.#xml.take(piece)
  }

  finish(): EventLog {
    this.#xml.finish()
    if (!this.#hasLog) this.broken('no <log> in the file: it is no XES')
    if (this.#open.length > 0) {
      this.broken(`the file ends inside ${this.#open.length} open elements`)
      this.#closeTrace()
    }
    return {
      ...this.#log.build(),
      source: { format: 'xes', classifiers: this.#classifiers, extensions: this.#extensions },
    }
  }

  broken(text: string) {
    this.#log.report('broken-file', text)
  }

  open(tag: XmlTag) {
    const parent = this.#open[this.#open.length - 1]
    if (parent === inEvent && tag.isClosed) return this.#attribute(tag, parent)
    const name = this.#nameOf(tag.bytes, tag.nameFrom, tag.nameTo)
    if (parent === inEvent || parent === inTrace) this.#attribute(tag, parent)
    else if (parent === inLog && (name === classifier || name === extension)) this.#declaration(tag, name)
    if (name === inLog) this.#hasLog = true
    if (tag.isClosed) {
      if (name === inEvent && parent === inTrace) this.#log.leaveOut(this.#caseName || 'trace', '')
      return
    }
    this.#open.push(name)
    if (name === inTrace) this.#beginTrace()
    else if (name === inEvent && parent === inTrace) this.#beginEvent()
    else if (name === inEvent) this.#log.leaveOut('', 'an event outside every trace')
  }

  close(bytes: Uint8Array, nameFrom: number, nameTo: number) {
    const name = this.#nameOf(bytes, nameFrom, nameTo)
    if (this.#open.at(-1) !== name) {
      const opened = this.#open.lastIndexOf(name)
      const text = textOf(bytes, nameFrom, Math.min(nameTo, nameFrom + 40))
      this.broken(`</${text}> closes <${this.#nameTexts[this.#open.at(-1) ?? 0] ?? ''}>`)
      if (opened < 0) return
      if (this.#open.lastIndexOf(inEvent) > opened) this.#endEvent()
      this.#open.length = opened + 1
    }
    this.#open.pop()
    if (name === inEvent && this.#open.at(-1) === inTrace) this.#endEvent()
    else if (name === inTrace) this.#closeTrace()
  }

  /** The number of an element by its name without the prefix of its namespace. */
  #nameOf(bytes: Uint8Array, from: number, to: number): number {
    const known = this.#names.find(bytes, from, to)
    if (known !== notKept) return known
    const mark = bytes.subarray(from, to).lastIndexOf(colon)
    if (mark >= 0) return this.#nameOf(bytes, from + mark + 1, to)
    if (this.#nameTexts.length === mostElements) return 0
    this.#names.keep(bytes, from, to, this.#nameTexts.length)
    return this.#nameTexts.push(textOf(bytes, from, Math.min(to, from + 40))) - 1
  }

  #attribute({ bytes, attributes, attributeCount }: XmlTag, parent: number) {
    let keyFrom = 0
    let keyTo = 0
    let from = 0
    let to = 0
    for (let at = 0; at < attributeCount * 4; at += 4) {
      const nameFrom = attributes[at] ?? 0
      const length = (attributes[at + 1] ?? 0) - nameFrom
      if (length === 3 && bytes[nameFrom] === letterK) {
        keyFrom = attributes[at + 2] ?? 0
        keyTo = attributes[at + 3] ?? 0
      } else if (length === 5 && bytes[nameFrom] === letterV) {
        from = attributes[at + 2] ?? 0
        to = attributes[at + 3] ?? 0
      }
    }
    if (keyFrom === keyTo) return
    const key = this.#keys.find(bytes, keyFrom, keyTo)
    if (parent === inTrace) {
      if (key === 0) this.#caseName = this.#read(bytes, from, to)
      return
    }
    if (this.#parts) this.#parts.set(this.#read(bytes, keyFrom, keyTo), this.#read(bytes, from, to))
    if (key === 0 && this.#parts) return
    if (key !== notKept && from < to) this.#keep(entry(fields, key), bytes, from, to)
  }

  #keep(field: Field, bytes: Uint8Array, from: number, to: number) {
    const event = this.#event
    if (field === 'at' || field === 'endedAt') {
      const quick = instantOfBytes(bytes, from, to)
      event[field] = Number.isNaN(quick) ? this.#log.instant(this.#read(bytes, from, to), 1) : quick
      if (field === 'at') this.#hasStamp = true
    } else if (field === 'touchSeconds' || field === 'actorKind' || field === 'cause')
      event[field] = this.#log.value(field, this.#read(bytes, from, to), Number)
    else event[field] = this.#log.texts[field].placeOfBytes(bytes, from, to, this.#read)
  }

  #beginEvent() {
    const event = this.#event
    event.activity = event.actor = event.role = event.department = event.lifecycle = event.actorKind = event.cause = -1
    event.at = event.endedAt = event.touchSeconds = Number.NaN
    this.#hasStamp = false
    this.#parts?.clear()
  }

  #endEvent() {
    const event = this.#event
    const { caseId, activity } = this.#log.texts
    if (this.#parts) event.activity = activity.placeOf(this.#classKeys.map((key) => this.#parts?.get(key)).join('+'))
    if (event.activity < 0) return this.#log.leaveOut(this.#caseName || 'trace', '')
    if (this.#case < 0) this.#case = caseId.texts.push(this.#caseName) - 1
    event.caseId = this.#case
    this.#log.push(event, !this.#hasStamp)
  }

  #beginTrace() {
    this.#case = -1
    this.#caseName = ''
    if (this.#classifier === undefined || this.#parts) return
    const found = this.#classifiers.find(({ name }) => name === this.#classifier)
    const names = this.#classifiers.map(({ name }) => name).join(', ')
    if (!found) throw new RangeError(`分類 ${this.#classifier} はありません。/ No classifier of that name: ${names}`)
    this.#classKeys = found.keys
    this.#parts = new Map()
  }

  /** The case gets its name when its trace ends, since the name may stand behind the events; no two have the same. */
  #closeTrace() {
    this.#traceCount += 1
    const name = this.#caseName === '' ? `trace ${this.#traceCount}` : this.#caseName
    let times = (this.#seen.get(name) ?? 0) + 1
    let own = times === 1 ? name : `${name} #${times}`
    while (times > 1 && this.#seen.has(own)) own = `${name} #${++times}`
    this.#seen.set(own, 1).set(name, times)
    if (this.#case >= 0) this.#log.texts.caseId.texts[this.#case] = own
    this.#case = -1
  }

  #declaration({ bytes, attributes, attributeCount }: XmlTag, name: number) {
    const said = new Map<string, string>()
    for (let at = 0; at < attributeCount * 4; at += 4) {
      const [nameFrom, nameTo, from, to] = attributes.subarray(at, at + 4)
      said.set(textOf(bytes, nameFrom ?? 0, nameTo ?? 0), this.#read(bytes, from ?? 0, to ?? 0))
    }
    const word = (key: string) => said.get(key) ?? ''
    if (name === extension) this.#extensions.push({ name: word('name'), prefix: word('prefix'), uri: word('uri') })
    else this.#classifiers.push({ name: word('name'), keys: keysOf(word('keys')) })
  }
}

/** The keys of a classifier stand apart by spaces; one with a space in it stands in quotes. */
function keysOf(text: string): string[] {
  return [...text.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}
