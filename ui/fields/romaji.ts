const syllables: Record<string, string> = {}
const rows: readonly (readonly [kana: string, consonant: string, vowels?: string])[] = [
  ['アイウエオ', ''],
  ['カキクケコ', 'k'],
  ['ガギグゲゴ', 'g'],
  ['サシスセソ', 's'],
  ['ザジズゼゾ', 'z'],
  ['タチツテト', 't'],
  ['ダヂヅデド', 'd'],
  ['ナニヌネノ', 'n'],
  ['ハヒフヘホ', 'h'],
  ['バビブベボ', 'b'],
  ['パピプペポ', 'p'],
  ['マミムメモ', 'm'],
  ['ヤユヨ', 'y', 'auo'],
  ['ラリルレロ', 'r'],
  ['ワヲ', 'w', 'ao'],
]
for (const [kana, consonant, vowels = 'aiueo'] of rows)
  for (const [at, letter] of [...kana].entries()) syllables[letter] = consonant + (vowels[at] ?? '')
const hepburn: Readonly<Record<string, string>> = {
  si: 'shi',
  zi: 'ji',
  ti: 'chi',
  di: 'ji',
  tu: 'tsu',
  du: 'zu',
  hu: 'fu',
}
const glides: Readonly<Record<string, string>> = {
  ャ: 'ya',
  ュ: 'yu',
  ョ: 'yo',
  ァ: 'a',
  ィ: 'i',
  ゥ: 'u',
  ェ: 'e',
  ォ: 'o',
}

/**
 * The kana as people type it in romaji, for finding a name with the input method off: `リョヒ` → `ryohi`. Kunrei-shiki and
 * Hepburn stand side by side where they differ (`シブヤ` → `sibuya shibuya`). Long marks are left out; not for printing.
 */
export function romajiOf(kana: string): string {
  const katakana = kana
    .normalize('NFKC')
    .replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
  const kunrei = spell(katakana, (syllable) => syllable)
  const shown = spell(katakana, (syllable) => hepburn[syllable] ?? syllable)
  return kunrei === shown ? kunrei : `${kunrei} ${shown}`
}

function spell(katakana: string, style: (syllable: string) => string): string {
  let text = ''
  let doubles = false
  for (const [at, letter] of [...katakana].entries()) {
    const glide = glides[letter]
    if (letter === 'ッ') doubles = true
    else if (letter === 'ン') text += 'n'
    else if (letter === 'ー') continue
    else if (glide !== undefined) text = joinGlide(text, glide, at)
    else {
      const syllable = style(syllables[letter] ?? letter)
      text += doubles ? `${syllable[0] === 'c' ? 't' : (syllable[0] ?? '')}${syllable}` : syllable
      doubles = false
    }
  }
  return text
}

function joinGlide(text: string, glide: string, at: number): string {
  if (at === 0) return glide
  const stem = text.replace(/[iueoa]$/, '')
  return /(sh|ch|j)$/.test(stem) ? stem + glide.replace('y', '') : stem + glide
}
