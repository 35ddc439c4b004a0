/** The encodings that are told apart; cp932 is Windows’ Shift_JIS. */
export type Encoding = 'utf-8' | 'cp932' | 'utf-16le' | 'utf-16be' | 'euc-jp' | 'iso-2022-jp'

/** `certain` is false when the bytes could also be read in another encoding, or hold bytes that no encoding explains. */
export type DecodedText = { text: string; encoding: Encoding; certain: boolean }

/** The WHATWG decoder named shift_jis is Windows' code page 932, with the NEC and IBM extensions (髙 﨑 ① ㈱). */
const labels: Record<Encoding, string> = {
  'utf-8': 'utf-8',
  cp932: 'shift_jis',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'euc-jp': 'euc-jp',
  'iso-2022-jp': 'iso-2022-jp',
}

const sampleBytes = 65_536

const decodeAs = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(labels[encoding], { ignoreBOM: false }).decode(bytes)

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

const isStrict = (bytes: Uint8Array, encoding: Encoding): boolean => {
  try {
    new TextDecoder(labels[encoding], { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Points of one character: what Japanese office text is made of counts for, what never stands in it counts against. */
const pointsOf = (code: number): number => {
  if (code === 0xfffd) return -20
  if (code < 0x20) return code === 9 || code === 10 || code === 13 ? 0.5 : -20
  if (code < 0x7f) return 1
  if (code < 0xa0) return -20
  if (code >= 0x3041 && code <= 0x30fe) return 3
  if (code >= 0x4e00 && code <= 0x9fff) return 1.5
  if (code >= 0xff61 && code <= 0xff9f) return code > 0xff65 ? 1.2 : -3
  if ((code >= 0x3000 && code <= 0x303f) || (code >= 0xff01 && code <= 0xff5e)) return 2
  if (code >= 0xe000 && code <= 0xf8ff) return -5
  return -1
}

/** Half-width kana of CP932 can be read as kanji of EUC-JP; the rare encoding must win clearly. */
const headStart: Partial<Record<Encoding, number>> = { cp932: 0.4 }

/** Mean points per byte, so that an encoding is not preferred for making more characters of the same bytes. */
const scoreOf = (text: string, byteCount: number): number => {
  let points = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    points += pointsOf(code) * (code < 0x80 || (code >= 0xff61 && code <= 0xff9f) ? 1 : 2)
  }
  return points / Math.max(1, byteCount)
}

/** ASCII read in the wrong byte order becomes signs whose low byte is 0; of these only 一 and the ideographic space are usual. */
const isTurned = (code: number): boolean => (code & 0xff) === 0 && code > 0xff && code !== 0x3000 && code !== 0x4e00

/** Mean points per byte of UTF-16, which spends two on every character. */
const scoreOfUtf16 = (text: string, byteCount: number): number => {
  let points = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    points += 2 * (isTurned(code) ? -20 : pointsOf(code))
  }
  return points / Math.max(1, byteCount)
}

const looksLikeUtf16 = (bytes: Uint8Array): boolean => {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return false
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0) return true
  return false
}

const escapes = (bytes: Uint8Array): boolean => {
  for (let at = 0; at + 2 < bytes.length; at += 1) {
    if (bytes[at] === 0x1b && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28)) return true
    if ((bytes[at] ?? 0) >= 0x80) return false
  }
  return false
}

/** UTF-8 that is cut off inside its last character: all before it holds, and some of it is a character of three bytes or more. */
const isCutUtf8 = (bytes: Uint8Array): boolean => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return /[\u0800-\uffff]/.test(text)
  } catch {
    return false
  }
}

/** Letters of two bytes in UTF-8 whose every byte is a half-width kana in CP932 as well (é is ﾃｩ); none has three bytes. */
const mayBeHalfWidthKana = (text: string): boolean => {
  let isFound = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x80) continue
    if (code > 0x7ff || (code & 0x3f) <= 0x20) return false
    isFound = true
  }
  return isFound
}

/** From the first byte that is not ASCII on: what stands before it says nothing, and it begins a character in every encoding. */
const sampleOf = (bytes: Uint8Array): Uint8Array => {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const start = first < sampleBytes || looksLikeUtf16(bytes.subarray(0, sampleBytes)) ? 0 : first
  return bytes.subarray(start, start + sampleBytes)
}

const byScore = (bytes: Uint8Array): DecodedText => {
  const sample = sampleOf(bytes)
  const candidates: Encoding[] = looksLikeUtf16(sample)
    ? ['utf-16le', 'utf-16be', 'cp932']
    : ['cp932', 'euc-jp', 'utf-8']
  const scored = candidates
    .map((encoding) => {
      const text = decodeAs(sample, encoding)
      const score = encoding.startsWith('utf-16')
        ? scoreOfUtf16(text, sample.length)
        : scoreOf(text, sample.length) + (headStart[encoding] ?? 0)
      return { encoding, score }
    })
    .sort((one, other) => other.score - one.score)
  const [best, second] = scored
  const encoding = best?.encoding ?? 'cp932'
  const isClear = (best?.score ?? 0) > 0 && (best?.score ?? 0) - (second?.score ?? 0) > 0.3
  return { text: decodeAs(bytes, encoding), encoding, certain: isClear && isStrict(bytes, encoding) }
}

/**
 * Decodes text of an office, finding its encoding: byte order marks, then strict UTF-8, then the reading that looks most like
 * Japanese. Never throws; bytes without a meaning become U+FFFD and `certain` false. The byte order mark is not part of `text`.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked: Encoding | undefined = startsWith(bytes, 0xef, 0xbb, 0xbf)
    ? 'utf-8'
    : startsWith(bytes, 0xff, 0xfe)
      ? 'utf-16le'
      : startsWith(bytes, 0xfe, 0xff)
        ? 'utf-16be'
        : undefined
  if (marked !== undefined) {
    const text = decodeAs(bytes, marked)
    return { text, encoding: marked, certain: isStrict(bytes, marked) && !text.includes('\0') }
  }
  if (escapes(bytes) && isStrict(bytes, 'iso-2022-jp')) {
    return { text: decodeAs(bytes, 'iso-2022-jp'), encoding: 'iso-2022-jp', certain: true }
  }
  const hasZero = bytes.includes(0)
  if (isStrict(bytes, 'utf-8') && !(hasZero && bytes.every((byte) => byte < 0x80))) {
    const text = decodeAs(bytes, 'utf-8')
    return { text, encoding: 'utf-8', certain: !hasZero && !mayBeHalfWidthKana(text) }
  }
  if (!hasZero && isCutUtf8(bytes)) return { text: decodeAs(bytes, 'utf-8'), encoding: 'utf-8', certain: false }
  return byScore(bytes)
}
