/** One property of a calendar file: its parameters by name in capitals, its value as written, the line (from 1) where it begins. */
export type ContentLine = { name: string; parameters: ReadonlyMap<string, string>; value: string; line: number }

/** Lines that begin with a space or a tab go on with the one before (RFC 5545 3.1). */
const unfolded = (text: string): { text: string; line: number }[] => {
  const lines: { text: string; line: number }[] = []
  for (const [index, part] of text.split(/\r\n|\r|\n/).entries()) {
    const last = lines.at(-1)
    if (/^[ \t]/.test(part) && last !== undefined) last.text += part.slice(1)
    else if (part !== '') lines.push({ text: part, line: index + 1 })
  }
  return lines
}

/** The parts of a text between signs that stand outside quotation marks; at most one cut where `isOnce`. */
const cutAt = (text: string, sign: string, isOnce: boolean): string[] => {
  const parts: string[] = []
  let [start, isQuoted] = [0, false]
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted
    if (text[at] !== sign || isQuoted) continue
    parts.push(text.slice(start, at))
    start = at + 1
    if (isOnce) break
  }
  return [...parts, text.slice(start)]
}

/** The properties of a calendar file in order; a line without a colon has no value and the name ''. */
export function contentLines(text: string): ContentLine[] {
  return unfolded(text).map(({ text: whole, line }) => {
    const [head = '', value] = cutAt(whole, ':', true)
    if (value === undefined) return { name: '', parameters: new Map(), value: '', line }
    const [name = '', ...given] = cutAt(head, ';', false)
    const parameters = new Map(
      given.map((parameter) => {
        const [key = '', ...rest] = parameter.split('=')
        return [key.toUpperCase(), rest.join('=').replace(/^"|"$/g, '')]
      }),
    )
    return { name: name.toUpperCase(), parameters, value, line }
  })
}

/** A text as it was before \\ \; \, and \n were written for it (RFC 5545 3.3.11). */
export const plainText = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
