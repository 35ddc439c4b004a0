const narrow = /[ iljtfrI.,:;'|!()[\]]/
const wide = /[mwMW@%&]/
const upper = /[A-Z0-9]/

/**
 * Width of a text in pixels, on the wide side for every common font, since the fonts of the reader are not known:
 * one em for Japanese letters and symbols, 0.4 to 1.0 em for Latin ones, nothing for combining marks.
 */
export function textWidth(text: string, fontPixels: number): number {
  let ems = 0
  for (const letter of text) ems += letterEms(letter)
  return ems * fontPixels
}

function letterEms(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0x1100) return code >= 0xff61 && code <= 0xff9f ? 0.6 : 1
  if (code >= 0x300 && code < 0x370) return 0
  if (code >= 0x80) return 0.75
  if (narrow.test(letter)) return 0.42
  if (wide.test(letter)) return 1
  return upper.test(letter) ? 0.7 : 0.63
}

/** Breaks a text into at most `maxLines` lines no wider than `maxPixels`; what is left over ends in …. */
export function wrapText(text: string, fontPixels: number, maxPixels: number, maxLines: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const token of tokensOf(text, fontPixels, maxPixels)) {
    if (line !== '' && textWidth((line + token).trimEnd(), fontPixels) > maxPixels) {
      lines.push(line.trim())
      line = token.trimStart()
    } else line += token
    if (lines.length > maxLines) break
  }
  if (line.trim() !== '') lines.push(line.trim())
  if (lines.length <= maxLines) return lines
  const kept = lines.slice(0, maxLines)
  const last = [...(kept.pop() ?? '')]
  while (last.length > 0 && textWidth(`${last.join('')}…`, fontPixels) > maxPixels) last.pop()
  return [...kept, `${last.join('').trimEnd()}…`]
}

/** Marks that may not begin a line (JIS X 4051 行頭禁則, the common ones). */
const cannotBegin = /^[、。，．）」』】・ー：；！？ぁぃぅぇぉっゃゅょァィゥェォッャュョ)\].,:;!?]$/

/** Words, and single letters of Japanese, with the mark that may not stand apart from them. */
function tokensOf(text: string, fontPixels: number, maxPixels: number): string[] {
  const tokens: string[] = []
  for (const word of text.replace(/\s+/g, ' ').match(/[!-~\u00a0-\u0fff]+ ?|[^!-~]/gu) ?? []) {
    const before = tokens.at(-1)
    if (before !== undefined && cannotBegin.test(word)) tokens[tokens.length - 1] = before + word
    else if (textWidth(word, fontPixels) <= maxPixels) tokens.push(word)
    else tokens.push(...word)
  }
  return tokens
}
