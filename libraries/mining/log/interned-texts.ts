import { ByteTable, notKept } from './byte-table.ts'

/** Each different text once, by a number that is its place in `texts`; −1 stands for no text. */
export class InternedTexts {
  readonly texts: string[] = []
  readonly #places = new Map<string, number>()
  readonly #bytes = new ByteTable()

  placeOf(text: string | undefined): number {
    if (text === undefined || text === '') return -1
    const known = this.#places.get(text)
    if (known !== undefined) return known
    this.#places.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }

  /** The place of a text that stands in a file as these bytes; `read` decodes them the first time. */
  placeOfBytes(bytes: Uint8Array, from: number, to: number, read: typeof textOf): number {
    if (from === to) return -1
    const known = this.#bytes.find(bytes, from, to)
    if (known !== notKept) return known
    const place = this.placeOf(read(bytes, from, to))
    this.#bytes.keep(bytes, from, to, place)
    return place
  }
}

/** The bytes are not in the encoding they were taken for. */
export class WrongEncoding extends Error {}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of UTF-8 bytes. Throws WrongEncoding where they are none. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  try {
    return strict.decode(bytes.subarray(from, to))
  } catch (error) {
    throw error instanceof TypeError ? new WrongEncoding('not UTF-8', { cause: error }) : error
  }
}
