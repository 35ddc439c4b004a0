import { type ChartTheme, chartStyle, fontFamily, painted } from './chart-theme.ts'

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML 1.0 (§2.2) does not allow or keep as a letter: control characters, lone surrogates, U+FFFE and U+FFFF. */
const notAllowed = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** The letters of a text that XML may carry; its marks are left to whoever writes the XML. */
export function xmlLetters(text: string): string {
  return text.replace(notAllowed, '')
}

/** Text as XML may carry it: marks escaped, letters that are not allowed left out. */
export function escaped(text: string): string {
  return xmlLetters(text).replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)
}

interface TextPlace {
  x: number
  y: number
  pixels: number
  theme: ChartTheme
  colour?: 'ink' | 'ink-quiet' | 'sheet'
  anchor?: 'start' | 'middle'
  bold?: boolean
}

/** One line of text; `y` is its baseline. */
export function svgText(
  text: string,
  { x, y, pixels, theme, colour = 'ink', anchor = 'start', bold = false }: TextPlace,
): string {
  const weight = bold ? ' font-weight="700"' : ''
  const middle = anchor === 'middle' ? ' text-anchor="middle"' : ''
  return `<text x="${short(x)}" y="${short(y)}" font-size="${pixels}"${weight}${middle} ${painted('fill', colour, theme)}>${escaped(text)}</text>`
}

interface Sheet {
  width: number
  height: number
  title: string
  description: string
  language: 'ja' | 'en'
  theme: ChartTheme
  backdrop: 'ground' | 'sheet'
  body: string
}

/** A whole chart with its name and description for those who do not see it. The same input gives the same text. */
export function svgSheet({ width, height, title, description, language, theme, backdrop, body }: Sheet): string {
  const id = `chart-${fingerprint(title + description + body)}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="ennoshita-chart" role="img" lang="${language}" width="${width}" height="${height}"`,
    ` viewBox="0 0 ${width} ${height}" aria-labelledby="${id}-title" aria-describedby="${id}-desc" font-family="${fontFamily}">`,
    `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(description)}</desc>`,
    chartStyle(theme),
    `<rect width="${width}" height="${height}" ${painted('fill', backdrop, theme)}/>${body}</svg>`,
  ].join('')
}

/** Pixels to a tenth, as short as they can be written. */
export function short(pixels: number): string {
  return String(Math.round(pixels * 10) / 10)
}

function fingerprint(text: string): string {
  let hash = 2_166_136_261
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 16_777_619)
  return (hash >>> 0).toString(36)
}
