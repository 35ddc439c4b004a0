import type { ZenginFault, ZenginFaultRule } from './fault.ts'
import type { Field, Values } from './field.ts'
import { dateOfMonthDay, dateOfWareki, monthDayOf, warekiOf } from './zengin-dates.ts'

/** Half-width kana without small letters and ｦ, A–Z, 0–9, space, ( ) - . : what every bank accepts in a name. */
const nameSigns = 1
/** What the standard allows besides: ｦ , / ¥ ｢ ｣. */
const standardSigns = 2
/** Every sign of JIS X 0201; 0x5C is ¥. */
const jisSigns = 4
const digits = 8

/** The sets that each sign (UTF-16 unit) belongs to. Files of 100,000 records are read sign by sign: a table is the fastest. */
const setsOf = new Uint8Array(0x10000)
const join = (set: number, pattern: RegExp): void => {
  for (let code = 0; code < setsOf.length; code += 1) {
    if (pattern.test(String.fromCharCode(code))) setsOf[code] = (setsOf[code] ?? 0) | set
  }
}
join(nameSigns, /[A-Z0-9 ().\-ｱ-ﾝﾞﾟ]/)
join(standardSigns, /[A-Z0-9 ().\-,/¥｢｣ｦｱ-ﾝﾞﾟ]/)
join(jisSigns, /[ -[\]-~¥｡-ﾟ]/)
join(digits, /[0-9]/)

const isOnly = (raw: string, set: number): boolean => {
  for (let at = 0; at < raw.length; at += 1) if (((setsOf[raw.charCodeAt(at)] ?? 0) & set) === 0) return false
  return true
}
const isDigits = (raw: string): boolean => raw !== '' && isOnly(raw, digits)
const isFilledWith = (raw: string, sign: ' ' | '0'): boolean => {
  const code = sign === ' ' ? 0x20 : 0x30
  for (let at = 0; at < raw.length; at += 1) if (raw.charCodeAt(at) !== code) return false
  return true
}

const textFault = (raw: string, signs: number): ZenginFaultRule | undefined => {
  if (!isOnly(raw, signs)) return 'characters'
  return raw.charCodeAt(0) === 0x20 && !isFilledWith(raw, ' ') ? 'left-aligned' : undefined
}

const numberFault = (raw: string, mayBeBlank: boolean): ZenginFaultRule | undefined =>
  isDigits(raw) || (mayBeBlank && isFilledWith(raw, ' ')) ? undefined : 'digits'

/** The rule that the characters of a field break, or undefined. The same for reading and for writing. */
export function ruleBroken(raw: string, field: Field): ZenginFaultRule | undefined {
  switch (field.rule) {
    case 'code':
      return numberFault(raw, false) ?? (isFilledWith(raw, '0') ? 'zero' : undefined)
    case 'amount':
      return numberFault(raw, false) ?? (isFilledWith(raw, '0') ? 'amount' : undefined)
    case 'digits':
    case 'yen':
    case 'count':
    case 'balance':
      return numberFault(raw, false)
    case 'optionalDigits':
    case 'optionalYen':
      return numberFault(raw, true)
    case 'choice':
    case 'sign':
      return Object.hasOwn(field.choices, raw) ? undefined : 'choice'
    case 'optionalChoice':
      return Object.hasOwn(field.choices, raw) || isFilledWith(raw, ' ') ? undefined : 'choice'
    case 'name':
      return isFilledWith(raw, ' ') ? 'required' : textFault(raw, nameSigns)
    case 'optionalName':
      return textFault(raw, nameSigns)
    case 'optionalText':
      return isOnly(raw, standardSigns) ? undefined : 'characters'
    case 'optionalBankText':
      return isOnly(raw, jisSigns) ? undefined : 'characters'
    case 'monthDay':
      return numberFault(raw, false) ?? (dateOfMonthDay(raw, undefined) === undefined ? 'date' : undefined)
    case 'wareki':
      return numberFault(raw, false) ?? (dateOfWareki(raw, undefined) === undefined ? 'date' : undefined)
    case 'optionalWareki':
      if (isFilledWith(raw, '0') || isFilledWith(raw, ' ')) return undefined
      return numberFault(raw, false) ?? (dateOfWareki(raw, undefined) === undefined ? 'date' : undefined)
    case 'fixed':
      return raw === field.absent ? undefined : 'fixed'
    case 'blank':
      return isFilledWith(raw, ' ') || raw === field.absent ? undefined : 'blank'
  }
}

/** Bytes without a meaning in JIS X 0201 are read as signs of this range; they are shown as �. */
export const unreadableFrom = 0xf700
const shown = (raw: string): string => raw.replace(/[\uf700-\uf7ff]/g, '�')

/** The value of a field whose characters keep its rule. */
export function fieldValue(raw: string, field: Field, near: string | undefined): string | number {
  switch (field.rule) {
    case 'amount':
    case 'yen':
    case 'optionalYen':
    case 'count':
    case 'balance':
      return Number(raw)
    case 'monthDay':
      return dateOfMonthDay(raw, near) ?? ''
    case 'wareki':
    case 'optionalWareki':
      return isFilledWith(raw, '0') || isFilledWith(raw, ' ') ? '' : (dateOfWareki(raw, near) ?? '')
    default:
      return raw.trimEnd()
  }
}

/** What stands for the value of a field that breaks its rule: NaN for a number, no date, or the text as it is. */
export function unreadValue(raw: string, field: Field): string | number {
  switch (field.rule) {
    case 'amount':
      return isDigits(raw) ? Number(raw) : Number.NaN
    case 'yen':
    case 'optionalYen':
    case 'count':
    case 'balance':
      return Number.NaN
    case 'monthDay':
    case 'wareki':
    case 'optionalWareki':
      return ''
    default:
      return shown(raw).trimEnd()
  }
}

const numberRules = new Set(['amount', 'yen', 'optionalYen', 'count', 'balance'])
const dateRules = new Set(['monthDay', 'wareki', 'optionalWareki'])
const digitRules = new Set(['code', 'digits', 'optionalDigits'])

/** The characters of a field, without the spaces that fill it up, or the rule that the value breaks. */
type Written = string | { rule: ZenginFaultRule }

const writtenNumber = (value: string | number, field: Field): Written => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return { rule: 'amount' }
  if (field.rule !== 'balance' && value < (field.rule === 'amount' ? 1 : 0)) return { rule: 'amount' }
  const number = String(Math.abs(value))
  return number.length > field.length ? { rule: 'length' } : number.padStart(field.length, '0')
}

const writtenDate = (value: string | number, field: Field): Written => {
  if (typeof value !== 'string') return { rule: 'date' }
  if (value === '' && field.rule === 'optionalWareki') return '0'.repeat(field.length)
  return (
    (field.rule === 'monthDay' ? monthDayOf(value) : warekiOf(value)) ?? { rule: value === '' ? 'required' : 'date' }
  )
}

const writtenText = (value: string | number, field: Field): Written => {
  const isNumeric = digitRules.has(field.rule)
  if (typeof value !== 'string') return { rule: isNumeric ? 'digits' : 'characters' }
  if (value === '' && !mayBeAbsent(field)) return { rule: 'required' }
  if (value.length > field.length) return { rule: 'length' }
  if (isNumeric && value !== '' && value.length !== field.length) return { rule: 'digits' }
  const rule = ruleBroken(value, field)
  return rule === undefined ? value : { rule }
}

const mayBeAbsent = ({ rule }: Field): boolean => rule.startsWith('optional')

/** What is written of a field for its value in the record, or the rule that the value breaks. */
export function written(values: Values, field: Field): Written {
  switch (field.rule) {
    case 'fixed':
    case 'blank':
      return field.absent
    case 'sign':
      return Number(values[field.partner]) < 0 ? '2' : '1'
  }
  const value = values[field.name]
  if (value === undefined || value === null) {
    if (!mayBeAbsent(field)) return { rule: 'required' }
    const isNumeric = digitRules.has(field.rule) || field.rule === 'optionalYen' || field.rule === 'optionalWareki'
    return field.absent || (isNumeric ? '0'.repeat(field.length) : '')
  }
  if (numberRules.has(field.rule)) return writtenNumber(value, field)
  return dateRules.has(field.rule) ? writtenDate(value, field) : writtenText(value, field)
}

const choicesOf = ({ choices }: Field): string =>
  Object.entries(choices)
    .map(([code, meaning]) => `${code} ${meaning}`)
    .join('、')

const firstForeign = (raw: string, { rule }: Field): string => {
  const signs = rule === 'optionalText' ? standardSigns : rule === 'optionalBankText' ? jisSigns : nameSigns
  const sign = [...raw].find((one) => !isOnly(one, signs))
  return sign === undefined ? '' : `「${shown(sign)}」`
}

const sentences = (rule: ZenginFaultRule, raw: string, field: Field): [string, string] => {
  const { length } = field
  switch (rule) {
    case 'required':
      return ['入力が必要です。', 'It must be given.']
    case 'length':
      return [`${length}バイトまでです。`, `At most ${length} bytes.`]
    case 'digits':
      return [
        `半角数字${length}桁にします（右詰め、残りは0）。`,
        `It must be ${length} digits, right-aligned, filled with 0.`,
      ]
    case 'zero':
      return ['0だけの番号は使えません。', 'It must not be 0 only.']
    case 'choice':
      return [`${choicesOf(field)} のどれかにします。`, `It must be one of ${Object.keys(field.choices).join(', ')}.`]
    case 'characters':
      return [
        `使えない文字${firstForeign(raw, field)}があります。半角カナ（大文字）、英大文字、数字、( ) - . にします。`,
        `${firstForeign(raw, field)} is not allowed; use half-width kana (no small letters), A-Z, 0-9, ( ) - . and space.`,
      ]
    case 'left-aligned':
      return ['左詰めにします。', 'It must be left-aligned.']
    case 'date':
      return field.rule === 'monthDay'
        ? ['暦にある日をMMDD（月日）で入れます。', 'It must be a day of the calendar (MMDD).']
        : ['暦にある日を和暦のYYMMDDで入れます。', 'It must be a day of the calendar (YYMMDD, the year of the era).']
    case 'amount':
      return [
        `${field.rule === 'amount' ? '1円以上の' : '0円以上の'}整数（${length}桁まで）にします。`,
        `It must be whole yen from ${field.rule === 'amount' ? 1 : 0}, at most ${length} digits.`,
      ]
    case 'fixed':
      return [`${choicesOf(field)} にします。`, `It must be ${field.absent}.`]
    default:
      return ['空白にします。', 'It must be blank.']
  }
}

/** The fault of a field, said in both languages with its place. */
export function fieldFault(record: number, rule: ZenginFaultRule, raw: string, field: Field): ZenginFault {
  const { ja, from, length } = field
  const [message, messageEn] = sentences(rule, raw, field)
  const given = shown(raw).trim().slice(0, 60)
  const to = from + length - 1
  const bytes = length === 1 ? `${from}` : `${from}〜${to}`
  return {
    ...{ record, byte: from, length, rule, field: field.name || ja },
    message: `${record}件目のレコードの${ja}（${bytes}バイト目）${given === '' ? '' : `「${given}」`}：${message}`,
    messageEn: `Record ${record}, ${field.name || ja} (bytes ${from}-${to})${given === '' ? '' : ` "${given}"`}: ${messageEn}`,
  }
}
