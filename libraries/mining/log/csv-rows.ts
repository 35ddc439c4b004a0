const lineFeed = 10
const carriageReturn = 13
const space = 32
const quote = 34

/** A quoted cell longer than this is one whose quote never closes. */
const longestQuoted = 100_000

/** Finds the cells of one CSV row after another (RFC 4180) as places in bytes; spaces round a cell are left out. */
export class CsvRows {
  /** Two places for each cell of the row last found: from, to. */
  spans = new Int32Array(128)
  cellCount = 0
  /** Cells in which a doubled quote stands for one. */
  readonly doubled = new Set<number>()
  /** Line breaks in the row last found. */
  lineCount = 0

  /** The place after the row that starts here; `incomplete` while its end is not here, `unclosed` for a quote without end. */
  next(bytes: Uint8Array, from: number, separator: number, isLast: boolean): number {
    const { length } = bytes
    let place = from
    this.cellCount = 0
    this.lineCount = 0
    if (this.doubled.size > 0) this.doubled.clear()
    for (;;) {
      while (place < length && bytes[place] === space) place += 1
      if (bytes[place] === quote) {
        place = this.#quoted(bytes, place, isLast)
        if (place < 0) return place
        while (place < length && !isEnd(bytes[place], separator)) place += 1
      } else {
        const start = place
        while (place < length && !isEnd(bytes[place], separator)) place += 1
        let end = place
        while (end > start && (bytes[end - 1] ?? 0) <= space) end -= 1
        this.#add(start, end)
      }
      if (place >= length) return isLast ? length : incomplete
      if (bytes[place] === separator) {
        place += 1
        continue
      }
      this.lineCount += 1
      if (bytes[place] === lineFeed) return place + 1
      if (place + 1 >= length && !isLast) return incomplete
      return bytes[place + 1] === lineFeed ? place + 2 : place + 1
    }
  }

  #quoted(bytes: Uint8Array, from: number, isLast: boolean): number {
    const most = Math.min(bytes.length, from + longestQuoted)
    for (let place = from + 1; place < most; place++) {
      const code = bytes[place]
      if (code === lineFeed) this.lineCount += 1
      if (code !== quote) continue
      if (place + 1 >= bytes.length && !isLast) return incomplete
      if (bytes[place + 1] === quote) {
        this.doubled.add(this.cellCount)
        place += 1
        continue
      }
      let start = from + 1
      let end = place
      while (start < end && (bytes[start] ?? 0) <= space) start += 1
      while (end > start && (bytes[end - 1] ?? 0) <= space) end -= 1
      this.#add(start, end)
      return place + 1
    }
    return isLast || most === from + longestQuoted ? unclosed : incomplete
  }

  #add(from: number, to: number) {
    if (this.cellCount * 2 === this.spans.length) {
      const wide = new Int32Array(this.spans.length * 2)
      wide.set(this.spans)
      this.spans = wide
    }
    this.spans[this.cellCount * 2] = from
    this.spans[this.cellCount * 2 + 1] = to
    this.cellCount += 1
  }
}

export const incomplete = -1
export const unclosed = -2

function isEnd(code: number | undefined, separator: number): boolean {
  return code === separator || code === lineFeed || code === carriageReturn
}

/** Which of , ; tab | a line of text uses most. */
export function separatorOf(line: Uint8Array): number {
  const marks = [',', ';', '\t', '|'].map((mark) => mark.charCodeAt(0))
  const counted = marks.map((mark) => ({ mark, count: line.reduce((sum, code) => (code === mark ? sum + 1 : sum), 0) }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).mark
}
