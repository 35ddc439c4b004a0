/** A character that the encoding cannot write; line and column are counted from 1, in characters. */
export class UnwritableTextError extends Error {
  readonly line: number
  readonly column: number
  readonly character: string
  /** What to write instead, or undefined when nothing close exists. */
  readonly proposal: string | undefined
  readonly messageEn: string

  constructor(place: { line: number; column: number; character: string; proposal: string | undefined }) {
    const { line, column, character, proposal } = place
    const hint = proposal === undefined ? '別の字に置き換えてください。' : `「${proposal}」に置き換えてください。`
    const hintEn = proposal === undefined ? 'Replace it with another character.' : `Replace it with "${proposal}".`
    super(`${line}行目${column}文字目の「${character}」はShift_JIS（CP932）では書けません。${hint}`)
    this.name = 'UnwritableTextError'
    this.line = line
    this.column = column
    this.character = character
    this.proposal = proposal
    this.messageEn = `"${character}" at line ${line}, column ${column} cannot be written in Shift_JIS (CP932). ${hintEn}`
  }
}

/** Characters of other systems for the same sign: what JIS X 0208 tables and Windows map differently. */
const sameSigns: Record<string, string> = { '〜': '～', '−': '－', '—': '―', '‖': '∥', '¢': '￠', '£': '￡', '¬': '￢' }

const proposals: Record<string, string> = {
  '–': '－',
  '‐': '-',
  '‑': '-',
  '¥': '\\',
  '•': '・',
  '©': '(C)',
  '®': '(R)',
  '™': '(TM)',
  '€': 'EUR',
  𠮷: '吉',
  栁: '柳',
  剝: '剥',
  '\u00a0': ' ',
  '\u200b': '',
}

let codeOfCharacter: Map<string, number> | undefined

/**
 * The reverse of the platform's own table. Where one character has several codes the first wins, except in the rows that
 * repeat the IBM extensions (0xED, 0xEE), as Windows does.
 */
const codes = (): Map<string, number> => {
  if (codeOfCharacter !== undefined) return codeOfCharacter
  const found = new Map<string, number>()
  const decoder = new TextDecoder('shift_jis')
  const learn = (code: number, bytes: number[]): void => {
    const text = decoder.decode(new Uint8Array(bytes))
    const isOne = [...text].length === 1 && text !== '\ufffd'
    if (isOne && !found.has(text)) found.set(text, code)
  }
  for (let byte = 0; byte < 0x80; byte += 1) found.set(String.fromCharCode(byte), byte)
  for (let byte = 0xa1; byte <= 0xdf; byte += 1) learn(byte, [byte])
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if ((lead >= 0xa0 && lead <= 0xdf) || lead === 0xed || lead === 0xee) continue
    for (let trail = 0x40; trail <= 0xfc; trail += 1) if (trail !== 0x7f) learn(lead * 256 + trail, [lead, trail])
  }
  codeOfCharacter = found
  return found
}

const proposalFor = (character: string): string | undefined => {
  const known = proposals[character]
  if (known !== undefined) return known
  const folded = character.normalize('NFKC')
  return folded !== character && [...folded].every((part) => codes().has(part)) ? folded : undefined
}

/** The place of a character among the lines of a text, counted from 1. */
const placeOf = (text: string, at: number): { line: number; column: number } => {
  const lines = text.slice(0, at).split(/\r\n|\r|\n/)
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 }
}

/**
 * Writes Windows' Shift_JIS (code page 932). 〜 − — ‖ become ～ － ― ∥, decomposed kana are composed first; nothing else is
 * changed or dropped: a character that cannot be written throws UnwritableTextError with its place and a proposal.
 */
export function encodeCp932(text: string): { bytes: Uint8Array } {
  const composed = text.normalize('NFC') === text ? text : composeKana(text)
  const table = codes()
  const bytes = new Uint8Array(composed.length * 2)
  let length = 0
  let at = 0
  for (const character of composed) {
    const code = table.get(sameSigns[character] ?? character)
    if (code === undefined) {
      throw new UnwritableTextError({ ...placeOf(composed, at), character, proposal: proposalFor(character) })
    }
    if (code > 0xff) {
      bytes[length] = code >> 8
      length += 1
    }
    bytes[length] = code & 0xff
    length += 1
    at += character.length
  }
  return { bytes: bytes.slice(0, length) }
}

/** か + ゙ → が. Only kana: NFC of the whole text would turn 神 (U+FA19) into another character. */
function composeKana(text: string): string {
  return text.replace(/[\u3041-\u30ff][\u3099\u309a]/g, (pair) => pair.normalize('NFC'))
}
