/** What the bytes are, whatever the file's name says. */
export type PaperKind = 'pdf' | 'png' | 'jpeg' | 'xml' | 'other'

/** Told by how the bytes begin; a PDF may have up to 1,024 bytes before its head, as readers allow. */
export function paperKindOf(bytes: Uint8Array): PaperKind {
  if (beginsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (beginsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return 'pdf'
  // a mark of UTF-8 or UTF-16 may stand before the first tag
  return /^(ï»¿|ÿþ|þÿ)?\0?[\s\0]*<\0?[?!a-zA-Z]/.test(head) ? 'xml' : 'other'
}

const beginsWith = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign)
