import { type EventLog, type EventRow, LogBuilder } from './event-log.ts'

const space = 32
const slash = 47
const greater = 62
const equals = 61

/** A tag longer than this is a quote or bracket that never closes. */
const longestTag = 4_000_000

/** The attributes of an event that the columns keep, by their XES name. */
const eventFields: Record<string, 'activity' | 'at' | 'actor' | 'role' | 'department' | 'lifecycle'> = {
  'concept:name': 'activity',
  'time:timestamp': 'at',
  'org:resource': 'actor',
  'org:role': 'role',
  'org:group': 'department',
  'lifecycle:transition': 'lifecycle',
}

/**
 * Reads XES (IEEE 1849-2016, §4: log, trace, event, attribute) tag by tag; only attributes that stand directly in a trace
 * or an event count, so nested and global ones are passed over. Traces of the same name stay separate cases.
 */
export class XesReader {
  readonly #log = new LogBuilder()
  readonly #open: string[] = []
  readonly #seen = new Map<string, number>()
  #text = ''
  #caseId = ''
  #events: EventRow[] = []
  #event: EventRow | undefined

  take(piece: string) {
    this.#text += piece
    let from = 0
    for (;;) {
      const next = this.#tag(from)
      if (next < 0) break
      from = next
    }
    if (this.#text.length - from > longestTag) from = this.#skipBroken(from + 1)
    this.#text = this.#text.slice(from)
  }

  finish(): EventLog {
    if (this.#text.trim() !== '' || this.#open.length > 0) {
      this.#log.report('broken-file', `the file ends inside <${this.#open.at(-1) ?? this.#text.slice(0, 40)}>`)
      this.#closeTrace()
    }
    return this.#log.build()
  }

  /** Reads the next tag and returns the place after it, or −1 when it is not wholly here yet. */
  #tag(from: number): number {
    const text = this.#text
    const start = text.indexOf('<', from)
    if (start < 0) return -1
    if (text.startsWith('<?', start)) return after(text, '?>', start)
    if (text.startsWith('<!--', start)) return after(text, '-->', start)
    if (text.startsWith('<!', start)) return after(text, '>', start)
    if (text.charCodeAt(start + 1) === slash) {
      const end = after(text, '>', start)
      if (end > 0) this.#close(text.slice(start + 2, end - 1).trim())
      return end
    }
    return this.#opening(start)
  }

  #opening(start: number): number {
    const text = this.#text
    let place = nameEnd(text, start + 1)
    const name = text.slice(start + 1, place)
    let key = ''
    let value = ''
    for (;;) {
      while (text.charCodeAt(place) <= space) place += 1
      if (place >= text.length) return -1
      const code = text.charCodeAt(place)
      if (code === greater) break
      if (code === slash) {
        if (place + 1 >= text.length) return -1
        this.#attribute(name, key, value)
        return place + 2
      }
      const at = nameEnd(text, place)
      const quote = text[at + 1]
      if (quote === undefined) return -1
      if (text.charCodeAt(at) !== equals || (quote !== '"' && quote !== "'")) return this.#skipBroken(place)
      const end = text.indexOf(quote, at + 2)
      if (end < 0) return -1
      const attribute = text.slice(place, at)
      if (attribute === 'key') key = text.slice(at + 2, end)
      else if (attribute === 'value') value = text.slice(at + 2, end)
      place = end + 1
    }
    this.#attribute(name, key, value)
    this.#open.push(name)
    if (name === 'trace') {
      this.#caseId = ''
      this.#events = []
    } else if (name === 'event' && this.#open.at(-2) === 'trace') this.#event = { caseId: '', activity: '' }
    return place + 1
  }

  /** Passes over what is no tag, to the next place where one may start. */
  #skipBroken(place: number): number {
    this.#log.report('broken-file', this.#text.slice(place, place + 80))
    const next = this.#text.indexOf('<', place)
    return next < 0 ? this.#text.length : next
  }

  #attribute(element: string, key: string, value: string) {
    const parent = this.#open.at(-1)
    if (key === '' || element === 'global' || element === 'classifier') return
    if (parent === 'event' && this.#event) {
      const field = eventFields[key]
      if (field) this.#event[field] = plain(value)
    } else if (parent === 'trace' && key === 'concept:name') this.#caseId = plain(value)
  }

  #close(name: string) {
    if (this.#open.at(-1) !== name) {
      const opened = this.#open.lastIndexOf(name)
      this.#log.report('broken-file', `</${name.slice(0, 40)}> closes <${this.#open.at(-1) ?? ''}>`)
      if (opened < 0) return
      this.#open.length = opened + 1
    }
    this.#open.pop()
    if (name === 'event' && this.#event) {
      this.#events.push(this.#event)
      this.#event = undefined
    } else if (name === 'trace') this.#closeTrace()
  }

  #closeTrace() {
    const name = this.#caseId === '' ? `trace ${this.#seen.size + 1}` : this.#caseId
    const times = (this.#seen.get(name) ?? 0) + 1
    this.#seen.set(name, times)
    for (const event of this.#events) {
      event.caseId = times === 1 ? name : `${name} #${times}`
      this.#log.add(event)
    }
    this.#events = []
  }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length
}

function nameEnd(text: string, from: number): number {
  let place = from
  for (; place < text.length; place++) {
    const code = text.charCodeAt(place)
    if (code <= space || code === slash || code === greater || code === equals) break
  }
  return place
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plain(value: string): string {
  if (!value.includes('&')) return value
  return value.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[String(name)] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
