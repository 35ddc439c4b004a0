import { cell } from './column.ts'

/** What `ByteTable.find` answers where the bytes are not kept. */
export const notKept = -2

/** A run of bytes longer than this is not kept, nor one that clashes with more than so many others. */
const longestKept = 4096
const mostProbes = 32

/** Whole numbers by runs of bytes, so that a text that comes again in a file is never decoded again. */
export class ByteTable {
  #slots = new Int32Array(512)
  #hashes = new Int32Array(256)
  #starts = new Int32Array(257)
  #values = new Int32Array(256)
  #bytes = new Uint8Array(4096)
  #count = 0
  /** Hash and slot that the last `find` ended with: `keep` follows it at once. */
  #hash = 0
  #slot = -1

  find(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to)
    const slots = this.#slots
    const mask = slots.length - 1
    this.#hash = hash
    let slot = hash & mask
    for (let probe = 0; probe < mostProbes; probe++) {
      const entry = (slots[slot] ?? 0) - 1
      if (entry < 0) {
        this.#slot = slot
        return notKept
      }
      if (this.#hashes[entry] === hash && this.#isSame(entry, bytes, from, to)) return this.#values[entry] ?? notKept
      slot = (slot + 1) & mask
    }
    this.#slot = -1
    return notKept
  }

  #isSame(entry: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#starts[entry] ?? 0
    if ((this.#starts[entry + 1] ?? 0) - start !== to - from) return false
    const kept = this.#bytes
    for (let place = from, other = start; place < to; place++, other++) if (bytes[place] !== kept[other]) return false
    return true
  }

  /** Keeps a number for the bytes that `find` has just not found. */
  keep(bytes: Uint8Array, from: number, to: number, value: number) {
    if (this.#slot < 0 || to - from > longestKept) return
    const entry = this.#count++
    if (entry === this.#values.length) this.#widen()
    const start = cell(this.#starts, entry)
    const end = start + to - from
    if (end > this.#bytes.length) this.#bytes = widened(this.#bytes, new Uint8Array(end * 2))
    this.#bytes.set(bytes.subarray(from, to), start)
    this.#starts[entry + 1] = end
    this.#hashes[entry] = this.#hash
    this.#values[entry] = value
    this.#slots[this.#slot] = entry + 1
    if (this.#count * 2 > this.#slots.length) this.#rehash()
  }

  #widen() {
    const room = this.#values.length * 2
    this.#values = widened(this.#values, new Int32Array(room))
    this.#hashes = widened(this.#hashes, new Int32Array(room))
    this.#starts = widened(this.#starts, new Int32Array(room + 1))
  }

  #rehash() {
    const slots = new Int32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    for (let entry = 0; entry < this.#count; entry++) {
      let slot = cell(this.#hashes, entry) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = entry + 1
    }
    this.#slots = slots
  }
}

function widened<T extends Uint8Array | Int32Array>(narrow: T, wide: T): T {
  wide.set(narrow)
  return wide
}

/** Of a long run only both ends are looked at: names and numbers differ there, and a clash only costs a comparison. */
const hashedEnd = 12

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from
  const isLong = hash > 2 * hashedEnd
  const first = isLong ? from + hashedEnd : to
  for (let place = from; place < first; place++) hash = Math.imul(hash ^ (bytes[place] ?? 0), 16_777_619)
  if (isLong)
    for (let place = to - hashedEnd; place < to; place++) hash = Math.imul(hash ^ (bytes[place] ?? 0), 16_777_619)
  return hash ^ (hash >>> 15)
}
