import { foldForSearch } from '@ennoshita/formats'
import { romajiOf } from './romaji.ts'

/** One thing a ComboBox offers. It is found by its code, label, kana, the romaji of its kana, and further words. */
export type Option<Value extends string = string> = {
  readonly value: Value
  readonly label: string
  readonly code?: string | undefined
  readonly kana?: string | undefined
  readonly words?: readonly string[] | undefined
  /** A second, quieter column in the list, such as the department. */
  readonly detail?: string | undefined
}

const foldedTexts = new WeakMap<object, string>()

/** The options that hold every word of the text, those that begin with it first, at most `limit`. */
export function matchOptions<Value extends string>(
  options: readonly Option<Value>[],
  text: string,
  limit = 50,
): readonly Option<Value>[] {
  const words = text
    .split(/\s+/)
    .map(foldForSearch)
    .filter((word) => word !== '')
  if (words.length === 0) return options.slice(0, limit)
  const first = words[0] ?? ''
  const found = options.filter((option) => words.every((word) => foldedTextOf(option).includes(word)))
  const begins = found.filter((option) => beginsWith(option, first))
  return [...begins, ...found.filter((option) => !beginsWith(option, first))].slice(0, limit)
}

function beginsWith(option: Option, word: string): boolean {
  return ` ${foldedTextOf(option)}`.includes(` ${word}`)
}

function foldedTextOf(option: Option): string {
  const known = foldedTexts.get(option)
  if (known !== undefined) return known
  const kana = option.kana ?? ''
  const parts = [option.code ?? '', option.label, kana, ...(option.words ?? []), option.detail ?? '']
  const folded = [...parts.map(foldForSearch), romajiOf(kana)].join(' ')
  foldedTexts.set(option, folded)
  return folded
}
