import { isDate } from '../calendar/days.ts'

/** What was given cannot be calculated with; names the field, the rule and what to do, in Japanese and English. */
export class InvalidInputError extends RangeError {
  /** Path of the field, such as `birthDate` or `lines[2].amount`. */
  readonly field: string
  readonly messageEn: string

  constructor(field: string, given: unknown, rule: { ja: string; en: string }) {
    super(`${field}に${shown(given, '「', '」')}は指定できません。${rule.ja}`)
    this.name = 'InvalidInputError'
    this.field = field
    this.messageEn = `${field} cannot be ${shown(given, '"', '"')}. ${rule.en}`
  }
}

const longestShown = 40
const longestText = 1_000

/** A few characters of what was given, whatever it is. */
function shown(given: unknown, open: string, close: string): string {
  if (typeof given === 'string') {
    return `${open}${given.length > longestShown ? `${given.slice(0, longestShown)}…` : given}${close}`
  }
  if (Array.isArray(given)) return '[…]'
  if (typeof given === 'function') return 'function'
  return typeof given === 'object' && given !== null ? '{…}' : String(given)
}

/** The largest amount that is calculated with: 9,999 億円. Any rate over 100,000 stays exact below it. */
export const largestYen = 999_999_999_999

/** A whole number from `least` to `most`; throws InvalidInputError naming the field. */
export function wholeNumber(field: string, given: unknown, least: number, most: number): number {
  if (typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most) return given
  throw new InvalidInputError(field, given, {
    ja: `${least.toLocaleString('ja')}から${most.toLocaleString('ja')}までの整数を指定してください。`,
    en: `Give a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}.`,
  })
}

/** Whole yen, 0 or more; throws InvalidInputError naming the field. */
export function yen(field: string, given: unknown): number {
  return wholeNumber(field, given, 0, largestYen)
}

/** Days are reckoned with in these years, so that no period reaches beyond the calendar. */
const isInReach = (date: string): boolean => date >= '1800' && date < '3000'

/** An existing day of the years 1800 to 2999 as YYYY-MM-DD; throws InvalidInputError naming the field. */
export function day(field: string, given: unknown): string {
  if (typeof given === 'string' && isDate(given) && isInReach(given)) return given
  throw new InvalidInputError(field, given, {
    ja: '1800年から2999年までの実在する日を2026-11-20の形で指定してください。',
    en: 'Give an existing day of the years 1800 to 2999 written like 2026-11-20.',
  })
}

/** A month of the years 1800 to 2999 as YYYY-MM; throws InvalidInputError naming the field. */
export function month(field: string, given: unknown): string {
  if (typeof given === 'string' && isDate(`${given}-01`) && isInReach(given)) return given
  throw new InvalidInputError(field, given, {
    ja: '1800年から2999年までの月を2026-11の形で指定してください。',
    en: 'Give a month of the years 1800 to 2999 written like 2026-11.',
  })
}

/** One of the listed words; throws InvalidInputError naming the field and the words. */
export function oneOf<const Word extends string>(field: string, given: unknown, words: readonly Word[]): Word {
  const found = words.find((word) => word === given)
  if (found !== undefined) return found
  throw new InvalidInputError(field, given, {
    ja: `次のいずれかを指定してください：${words.join('、')}。`,
    en: `Give one of: ${words.join(', ')}.`,
  })
}

/** Yes or no; throws InvalidInputError naming the field. */
export function yesOrNo(field: string, given: unknown): boolean {
  if (typeof given === 'boolean') return given
  throw new InvalidInputError(field, given, { ja: 'true か false を指定してください。', en: 'Give true or false.' })
}

/** Yes or no, `absent` when left out; throws InvalidInputError naming the field. */
export function flag(field: string, given: unknown, absent = false): boolean {
  return given === undefined ? absent : yesOrNo(field, given)
}

/** A text that names something, such as an id; throws InvalidInputError naming the field. */
export function text(field: string, given: unknown): string {
  if (typeof given === 'string' && given.length <= longestText) return given
  throw new InvalidInputError(field, given, {
    ja: `${longestText.toLocaleString('ja')}字までの文字列を指定してください。`,
    en: `Give a text of at most ${longestText.toLocaleString('en')} characters.`,
  })
}

/** An object, so that its fields can be named one by one; throws InvalidInputError naming the field. */
export function record<Shape extends object>(field: string, given: Shape): Shape {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given
  throw new InvalidInputError(field, given, {
    ja: '項目をまとめたオブジェクトを指定してください。',
    en: 'Give an object.',
  })
}

/** A list of `least` to `most` entries; throws InvalidInputError naming the field. */
export function entries<Entry>(field: string, given: readonly Entry[], most: number, least = 1): readonly Entry[] {
  if (Array.isArray(given) && given.length >= least && given.length <= most) return given
  throw new InvalidInputError(field, Array.isArray(given) ? given.length : given, {
    ja: `${least}件から${most.toLocaleString('ja')}件までの一覧を指定してください。`,
    en: `Give a list of ${least} to ${most.toLocaleString('en')} entries.`,
  })
}

/** A list of objects, each named by its place when it is none; throws InvalidInputError naming the field. */
export function records<Shape extends object>(
  field: string,
  given: readonly Shape[],
  most: number,
  least = 1,
): readonly Shape[] {
  const list = entries(field, given, most, least)
  list.forEach((each, index) => {
    record(`${field}[${index}]`, each)
  })
  return list
}
