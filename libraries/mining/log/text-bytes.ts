import { WrongEncoding } from './interned-texts.ts'

/** What the first bytes say, if they are the mark of UTF-16 or an XML declaration with an encoding. */
export function namedEncoding(head: Uint8Array): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const declaration = String.fromCharCode(...head.subarray(0, 120))
  const name = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(declaration)?.[1]?.toLowerCase()
  return name === undefined || name === 'utf-8' || name === 'utf8' || name === 'us-ascii' ? undefined : name
}

/**
 * Turns pieces of bytes in another encoding into UTF-8, so that every reader sees UTF-8 alone. Throws WrongEncoding where a
 * strict decoder meets bytes that are not its own, and a RangeError for an encoding that is not known.
 */
export function transcoder(encoding: string, isStrict: boolean): (piece: Uint8Array | undefined) => Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: isStrict })
  const encoder = new TextEncoder()
  return (piece) => {
    try {
      return encoder.encode(piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true }))
    } catch (error) {
      throw error instanceof TypeError ? new WrongEncoding(`not ${encoding}`, { cause: error }) : error
    }
  }
}

/**
 * Whether bytes that are no UTF-8 are Western letters inside words of plain ones (CP1252: Größe) and not Japanese: none of
 * those that begin kana and common kanji in CP932, and no run of three or apart from a-z, as half-width kana would be.
 */
function looksWestern(bytes: Uint8Array): boolean {
  const isPlain = (code: number | undefined) => code !== undefined && (code | 32) >= 97 && (code | 32) <= 122
  let hasLetters = false
  for (let from = 0; from < bytes.length; from++) {
    if ((bytes[from] ?? 0) < 0x80) continue
    let to = from
    while ((bytes[to] ?? 0) >= firstAccented) to += 1
    if (to === from || to - from > 2 || (bytes[to] ?? 0) >= 0x80) return false
    if (!isPlain(bytes[from - 1]) && !isPlain(bytes[to])) return false
    hasLetters = true
    from = to
  }
  return hasLetters
}

/** À in CP1252; what comes before are signs. */
const firstAccented = 0xc0

/**
 * Reads a file in the encoding it names, else as UTF-8 (without a decoder), else as CP1252 where its first bytes look Western,
 * else as CP932, else as UTF-8 with its broken letters replaced; `read` throws WrongEncoding where the bytes are not what they
 * were taken for, and is told (`lost`) when letters are replaced.
 */
export async function readDecoded<T>(
  head: Uint8Array,
  read: (decode: ReturnType<typeof transcoder> | undefined, lost?: string) => Promise<T>,
): Promise<T> {
  const named = namedEncoding(head)
  if (named !== undefined) return read(transcoder(named, false))
  for (const decode of [undefined, transcoder(looksWestern(head) ? 'windows-1252' : 'shift_jis', true)]) {
    try {
      return await read(decode)
    } catch (error) {
      if (!(error instanceof WrongEncoding)) throw error
    }
  }
  return read(transcoder('utf-8', false), 'letters that are neither UTF-8 nor CP932 stand as \ufffd')
}

/** UTF-8 bytes without the mark that Excel puts first. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}
