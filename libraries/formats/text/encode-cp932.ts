type Sentences = { message: string; messageEn: string }
type UnwritablePlace = { line: number; column: number; character: string; proposal: string | undefined }

const sentencesOfCp932 = ({ line, column, character, proposal }: UnwritablePlace): Sentences => {
  const [hint, hintEn] =
    proposal === undefined
      ? ['別の字に置き換えてください。', 'Replace it with another character.']
      : proposal === ''
        ? ['除いてください。', 'Leave it out.']
        : [`「${proposal}」に置き換えてください。`, `Replace it with "${proposal}".`]
  return {
    message: `${line}行目${column}文字目の「${character}」はShift_JIS（CP932）では書けません。${hint}`,
    messageEn: `"${character}" at line ${line}, column ${column} cannot be written in Shift_JIS (CP932). ${hintEn}`,
  }
}

/** A character that the target cannot write; line and column are counted from 1, in characters. */
export class UnwritableTextError extends Error {
  readonly line: number
  readonly column: number
  readonly character: string
  /** What to write instead ('' to leave it out), or undefined when nothing close exists. */
  readonly proposal: string | undefined
  readonly messageEn: string

  constructor(place: UnwritablePlace, sentences: Sentences = sentencesOfCp932(place)) {
    super(sentences.message)
    this.name = 'UnwritableTextError'
    this.line = place.line
    this.column = place.column
    this.character = place.character
    this.proposal = place.proposal
    this.messageEn = sentences.messageEn
  }
}

/** Characters of other systems for the same sign: what JIS X 0208 tables and Windows map differently. */
const sameSigns: Record<string, string> = { '〜': '～', '−': '－', '—': '―', '‖': '∥', '¢': '￠', '£': '￡', '¬': '￢' }

/** Forms that JIS X 0213:2004 added beside the one that CP932 has, and variants of names: each pair is the unwritable and the writable. */
const variantPairs =
  '俠侠俱倶剝剥吞呑啞唖噓嘘嚙噛囊嚢塡填屛屏屢屡搔掻摑掴攢攅繫繋繡繍蔣蒋蠟蝋軀躯醬醤醱醗頰頬顚顛驒騨鷗鴎鹼鹸麴麹麵麺簞箪潑溌瀆涜焰焔瘦痩禱祷萊莱𠮟叱𠮷吉栁柳戶戸黃黄圡土𡈽土𣘺橋槗橋內内吳呉產産說説銳鋭稅税戾戻緣縁錄録巢巣𠀋丈'

const variants = [...variantPairs]

const proposals: Record<string, string> = {
  ...Object.fromEntries(variants.flatMap((form, at) => (at % 2 === 0 ? [[form, variants[at + 1] ?? '']] : []))),
  '–': '－',
  '‒': '－',
  '‐': '-',
  '‑': '-',
  '〰': '～',
  '⋯': '…',
  '¥': '\\',
  '‾': '￣',
  ゔ: 'ヴ',
  ヷ: 'ヴァ',
  ヸ: 'ヴィ',
  ヹ: 'ヴェ',
  ヺ: 'ヴォ',
  '•': '・',
  '©': '(C)',
  '®': '(R)',
  '™': '(TM)',
  '€': 'EUR',
  '\u00a0': ' ',
}

let codeOfUnit: Uint16Array | undefined

/**
 * The reverse of the platform's own table, by UTF-16 unit; 0 is unwritable (but for the sign NUL itself). Where one character
 * has several codes the first wins, except in the rows that repeat the IBM extensions (0xED, 0xEE), as Windows does.
 */
const codes = (): Uint16Array => {
  if (codeOfUnit !== undefined) return codeOfUnit
  const found = new Uint16Array(0x10000)
  const decoder = new TextDecoder('shift_jis')
  const learn = (code: number, bytes: number[]): void => {
    const text = decoder.decode(new Uint8Array(bytes))
    const unit = text.charCodeAt(0)
    if (text.length === 1 && text !== '\ufffd' && found[unit] === 0) found[unit] = code
  }
  for (let byte = 0; byte < 0x80; byte += 1) found[byte] = byte
  for (let byte = 0xa1; byte <= 0xdf; byte += 1) learn(byte, [byte])
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if ((lead >= 0xa0 && lead <= 0xdf) || lead === 0xed || lead === 0xee) continue
    for (let trail = 0x40; trail <= 0xfc; trail += 1) if (trail !== 0x7f) learn(lead * 256 + trail, [lead, trail])
  }
  for (const [sign, same] of Object.entries(sameSigns)) found[sign.charCodeAt(0)] = found[same.charCodeAt(0)] ?? 0
  codeOfUnit = found
  return found
}

const proposalFor = (character: string): string | undefined => {
  const known = proposals[character]
  if (known !== undefined) return known
  if (/[\p{M}\p{Cf}]/u.test(character)) return ''
  const folded = character.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC')
  return folded !== character && [...folded].every((part) => part.length === 1 && codes()[part.charCodeAt(0)])
    ? folded
    : undefined
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
  for (let at = 0; at < composed.length; at += 1) {
    const unit = composed.charCodeAt(at)
    const code = table[unit] ?? 0
    if (code === 0 && unit !== 0) {
      const character = String.fromCodePoint(composed.codePointAt(at) ?? unit)
      throw new UnwritableTextError({ ...placeOf(composed, at), character, proposal: proposalFor(character) })
    }
    if (code > 0xff) {
      bytes[length] = code >> 8
      length += 1
    }
    bytes[length] = code & 0xff
    length += 1
  }
  return { bytes: bytes.slice(0, length) }
}

/** か + ゙ → が. Only kana: NFC of the whole text would turn 神 (U+FA19) into another character. */
function composeKana(text: string): string {
  return text.replace(/[\u3041-\u30ff][\u3099\u309a]/g, (pair) => pair.normalize('NFC'))
}
