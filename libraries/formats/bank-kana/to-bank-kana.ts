import { UnwritableTextError } from '../text/encode-cp932.ts'
import { toKatakana } from '../text/fold-for-search.ts'
import { businessWords, type LegalForm, legalForms, readings } from './legal-forms.ts'

/** Why a part of a name was changed. */
export type BankKanaRule =
  | 'legal-form' // 法人略語・営業所略語
  | 'business-word' // 事業略語
  | 'small-kana' // ッ → ﾂ
  | 'long-mark' // ー → -
  | 'middle-dot' // ・ → .
  | 'wo' // ヲ → ｵ
  | 'old-kana' // ヰ → ｲ, ヱ → ｴ
  | 'repeat-mark' // ヽ ヾ
  | 'capitals'
  | 'spaces'
  | 'width' // full width or hiragana → half-width katakana
  | 'cut'

/** What was changed: `from` became `to`; `column` is the place in the given text, counted from 1 in characters. */
export type BankKanaChange = { rule: BankKanaRule; from: string; to: string; column: number }

/** A name as banks hold it (one byte a sign), and all that was changed to make it so. */
export type BankKana = { text: string; changes: BankKanaChange[] }

/** One sign in the form that is compared with the tables, and the place (from 0) of the character it came from. */
type Sign = { form: string; given: string; at: number }

const smallKana: Readonly<Record<string, string>> = Object.fromEntries(
  [...'ァアィイゥウェエォオッツャヤュユョヨヮワヵカヶケ'].reduce<[string, string][]>((pairs, kana, index, all) => {
    if (index % 2 === 0) pairs.push([kana, all[index + 1] ?? ''])
    return pairs
  }, []),
)

const halfWidth = new Map<string, string>(
  Array.from({ length: 0xff9d - 0xff66 + 1 }, (_, step) => String.fromCharCode(0xff66 + step)).map((half) => [
    half.normalize('NFKC'),
    half,
  ]),
)

const isVoicedMark = (sign: string): boolean => /^[\u3099\u309a゛゜ﾞﾟ]$/.test(sign)
const combining = (mark: string): string => (/^[\u309a゜ﾟ]$/.test(mark) ? '\u309a' : '\u3099')

/** The text as full-width katakana, capitals kept as given; a voiced mark that follows its kana is joined to it. */
const signsOf = (text: string): Sign[] => {
  const signs: Sign[] = []
  for (const [at, given] of [...text].entries()) {
    const last = signs.at(-1)
    if (isVoicedMark(given)) {
      const joined = last && `${last.form}${combining(given)}`.normalize('NFC')
      if (last && joined?.length === 1) {
        last.form = joined
        last.given += given
      } else signs.push({ form: combining(given), given, at })
      continue
    }
    const plain = given === '―' || given === '─' ? '-' : toKatakana(given.normalize('NFKC'))
    for (const form of plain) signs.push({ form, given, at })
  }
  return signs
}

const large = (form: string): string => smallKana[form] ?? form

type Spelling = { spelling: string; short: string; isBracketed: boolean }

const spellingsOf = (forms: readonly LegalForm[], isBracketed: boolean): Spelling[] =>
  forms.flatMap(({ short, spellings }) => spellings.map((spelling) => ({ spelling, short, isBracketed })))

/** Longest first, so that 一般社団法人 is not read as 社団法人. (カ) that stands in brackets already takes the rule of its place, too. */
const spellings: readonly Spelling[] = [
  ...spellingsOf(legalForms, true),
  ...spellingsOf(businessWords, false),
  ...legalForms.map(({ short }) => ({ spelling: `(${short})`, short, isBracketed: true })),
].sort((one, other) => other.spelling.length - one.spelling.length)

const byFirst = Map.groupBy(spellings, ({ spelling }) => spelling[0] ?? '')

const toHalf = (kana: string): string =>
  Array.from(kana.normalize('NFD'), (sign) =>
    sign === '\u3099' ? 'ﾞ' : sign === '\u309a' ? 'ﾟ' : (halfWidth.get(sign) ?? sign),
  ).join('')

const proposals: Readonly<Record<string, string>> = {
  '&': 'アンド',
  '+': 'プラス',
  '@': 'アット',
  '%': 'パーセント',
  _: '-',
  ',': '.',
  '/': '.',
  '、': '.',
  '。': '.',
  '~': '-',
  '〜': '-',
  '=': '-',
  '゠': '-',
  ':': ' ',
  ';': ' ',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '【': '(',
  '】': ')',
  '〔': '(',
  '〕': ')',
}

const oldKana: Readonly<Record<string, string>> = { ヰ: 'ｲ', ヱ: 'ｴ', ヷ: 'ﾜﾞ', ヸ: 'ｲﾞ', ヹ: 'ｴﾞ', ヺ: 'ｵﾞ' }

const isKanji = (form: string): boolean => /[\p{Script=Han}々〆]/u.test(form)

const refuse = (text: string, forms: string, index: number, sign: Sign): UnwritableTextError => {
  const { form, at } = sign
  const character = [...text][at] ?? form
  const place = `${at + 1}文字目の「${character}」`
  if (isKanji(form)) {
    const word = Object.keys(readings).find((one) => forms.startsWith(one, index))
    const proposal = word === undefined ? 'カナの読み' : (readings[word] ?? '')
    const instead =
      word === undefined ? '読みをカナで入力してください。' : `読みのカナ（${proposal}）で入力してください。`
    return new UnwritableTextError(
      { line: 1, column: at + 1, character, proposal },
      {
        message: `${place}は漢字です。銀行の口座名義は半角カナだけです。${instead}`,
        messageEn: `"${character}" at column ${at + 1} is kanji; account names are written in kana. Enter its reading${word === undefined ? '' : ` (${proposal})`}.`,
      },
    )
  }
  const proposal = proposals[form] ?? ''
  const [hint, hintEn] =
    proposal === ''
      ? ['除いてください。', 'Leave it out.']
      : [`「${proposal}」にしてください。`, `Write "${proposal}".`]
  return new UnwritableTextError(
    { line: 1, column: at + 1, character, proposal },
    {
      message: `${place}は銀行の口座名義に使えません（カナ、英大文字、数字、( ) - . と空白だけ）。${hint}`,
      messageEn: `"${character}" at column ${at + 1} cannot stand in an account name (kana, A-Z, 0-9, ( ) - . and space only). ${hintEn}`,
    },
  )
}

const oneSign = (form: string, before: string): { to: string; rule?: BankKanaRule } | undefined => {
  if (smallKana[form] !== undefined) return { to: toHalf(large(form)), rule: 'small-kana' }
  if (form === 'ヲ') return { to: 'ｵ', rule: 'wo' }
  if (oldKana[form] !== undefined) return { to: oldKana[form], rule: 'old-kana' }
  if (/[ァ-ヴ\u3099\u309a]/.test(form)) return { to: toHalf(form) }
  if (form === 'ー') return { to: '-', rule: 'long-mark' }
  if (/[-‐‑‒–—―−─]/.test(form)) return { to: '-' }
  if (/[・•‧·]/.test(form)) return { to: '.', rule: 'middle-dot' }
  if (/[ヽヾ]/.test(form)) {
    const last = /[ｦ-ﾝ](?=[ﾞﾟ]?$)/.exec(before)?.[0]
    return last === undefined ? undefined : { to: form === 'ヾ' ? `${last}ﾞ` : last, rule: 'repeat-mark' }
  }
  if (/[a-z]/.test(form)) return { to: form.toUpperCase(), rule: 'capitals' }
  return /[A-Z0-9().]/.test(form) ? { to: form } : undefined
}

type Draft = { text: string; changes: BankKanaChange[] }

const bracketed = (short: string, isHead: boolean, isTail: boolean): string =>
  isHead ? `${short})` : isTail ? `(${short}` : `(${short})`

/** A legal form or a business word that begins at `index`, written for its place; spaces beside a bracket fall away. */
const wordAt = (draft: Draft, signs: readonly Sign[], forms: string, index: number): number => {
  const first = forms[index] ?? ''
  const found = byFirst.get(first)?.find(({ spelling }) => forms.startsWith(spelling, index))
  if (found === undefined) return 0
  const { spelling, short, isBracketed } = found
  const isTail = forms.slice(index + spelling.length).trim() === ''
  const before = isBracketed ? draft.text.trimEnd() : draft.text
  const to = isBracketed ? bracketed(toHalf(short), before === '', isTail) : toHalf(short)
  const from = [...new Set(signs.slice(index, index + spelling.length).map(({ at }) => at))]
    .map((at) => signs.find((sign) => sign.at === at)?.given ?? '')
    .join('')
  if (toHalf(spelling) !== to) {
    draft.changes.push({
      rule: isBracketed ? 'legal-form' : 'business-word',
      from,
      to,
      column: (signs[index]?.at ?? 0) + 1,
    })
  }
  draft.text = before + to
  return spelling.length
}

const isSpace = (form: string | undefined): boolean => form !== undefined && /\s/.test(form)

/** One space between words, none at the ends or beside the bracket of a legal form. */
const takeSpaces = (draft: Draft, forms: string, index: number, column: number, afterForm: boolean): number => {
  let end = index
  while (isSpace(forms[end])) end += 1
  const isKept = draft.text !== '' && end < forms.length && !afterForm
  if (isKept) draft.text += ' '
  const wanted = isKept ? 1 : 0
  if (end - index !== wanted) {
    draft.changes.push({ rule: 'spaces', from: ' '.repeat(end - index), to: ' '.repeat(wanted), column })
  }
  return end - index
}

const write = (text: string, signs: readonly Sign[]): Draft => {
  const forms = signs.map(({ form }) => large(form).replace(/[a-z]/, (letter) => letter.toUpperCase())).join('')
  const draft: Draft = { text: '', changes: [] }
  let afterForm = false
  for (let index = 0; index < signs.length; ) {
    const sign = signs[index]
    if (sign === undefined) break
    if (isSpace(sign.form)) {
      index += takeSpaces(draft, forms, index, sign.at + 1, afterForm)
      continue
    }
    const taken = wordAt(draft, signs, forms, index)
    afterForm = taken > 0 && /[()]/.test(draft.text.slice(-1))
    if (taken > 0) {
      index += taken
      continue
    }
    const written = oneSign(sign.form, draft.text)
    if (written === undefined) throw refuse(text, forms, index, sign)
    if (written.rule && sign.given !== written.to)
      draft.changes.push({ rule: written.rule, from: sign.given, to: written.to, column: sign.at + 1 })
    draft.text += written.to
    index += 1
  }
  return draft
}

/** At most `max` bytes (one a sign); a kana is not parted from its voiced mark. */
const cut = (draft: Draft, max: number): void => {
  if (draft.text.length <= max) return
  const end = /[ﾞﾟ]/.test(draft.text[max] ?? '') ? max - 1 : max
  const kept = draft.text.slice(0, end).trimEnd()
  draft.changes.push({ rule: 'cut', from: draft.text, to: kept, column: 1 })
  draft.text = kept
}

/**
 * Writes a name as banks hold it: half-width katakana in large letters, A–Z, 0–9, ( ) - . and space, 法人略語 by their place (head
 * ｶ), middle (ｶ), tail (ｶ), ヲ as ｵ. `max` is the length in bytes, ﾞ and ﾟ counted; what is beyond is cut (banks compare the first
 * 30) and said in `changes`. Kanji and other signs throw UnwritableTextError with their place and a proposal; a `max` that is no whole
 * number from 1 throws RangeError.
 */
export function toBankKana(text: string, options: { max?: number } = {}): BankKana {
  const { max } = options
  if (max !== undefined && (!Number.isSafeInteger(max) || max < 1)) {
    throw new RangeError(`max は1以上の整数（バイト数）で指定します：${max}`)
  }
  const draft = write(text, signsOf(text))
  if (/[^\u0020-\u007e\uff61-\uff9f]/.test(text)) {
    draft.changes.push({ rule: 'width', from: text, to: draft.text, column: 1 })
  }
  if (max !== undefined) cut(draft, max)
  return draft
}
