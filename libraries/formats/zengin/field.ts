/** What a field may hold. Those that begin with `optional`, and texts, may be left out when writing. */
export type FieldRule =
  | 'code' // digits, not all 0
  | 'digits'
  | 'optionalDigits'
  | 'choice'
  | 'optionalChoice'
  | 'name' // what every bank accepts in a name, not empty
  | 'optionalName'
  | 'optionalText' // what the standard allows: also ｦ , / ¥ ｢ ｣
  | 'optionalBankText' // what banks send: any sign of JIS X 0201
  | 'amount' // whole yen, from 1
  | 'yen' // whole yen, from 0
  | 'optionalYen'
  | 'count'
  | 'monthDay'
  | 'wareki' // YYMMDD in years of the era, without the era
  | 'optionalWareki'
  | 'sign' // 貸越区分 of the balance that follows: 1 plus, 2 minus
  | 'balance'
  | 'fixed'
  | 'blank' // ダミー

type Shown = Exclude<FieldRule, 'sign' | 'fixed' | 'blank'>
type MayBeAbsent = Extract<FieldRule, `optional${string}`>
type ValueOf<Rule extends FieldRule> = Rule extends 'amount' | 'yen' | 'optionalYen' | 'count' | 'balance'
  ? number
  : string

export type Field<Name extends string = string, Rule extends FieldRule = FieldRule> = {
  name: Name
  /** The name in the specification (項目名). */
  ja: string
  length: number
  rule: Rule
  /** Codes of a choice with their meanings; for `fixed`, the one text. */
  choices: Readonly<Record<string, string>>
  /** What is written where nothing was given. */
  absent: string
  /** First byte in the record, counted from 1. */
  from: number
  /** For `balance`: the byte of its 貸越区分. For `sign`: the name of its balance. */
  partner: number | string
}

type Names<Fields extends readonly Field[], Rules extends FieldRule> = Extract<Fields[number], { rule: Rules }>['name']
type ValueNamed<Fields extends readonly Field[], Name> = ValueOf<Extract<Fields[number], { name: Name }>['rule']>

/** A record as it is read: every field. */
export type RecordRead<Fields extends readonly Field[]> = {
  [Name in Names<Fields, Shown>]: ValueNamed<Fields, Name>
}

/** A record to write: optional fields may be absent. */
export type RecordToWrite<Fields extends readonly Field[]> = {
  [Name in Names<Fields, Exclude<Shown, MayBeAbsent>>]: ValueNamed<Fields, Name>
} & { [Name in Names<Fields, MayBeAbsent>]?: ValueNamed<Fields, Name> }

/** Any record, as the codec handles it. */
export type Values = Record<string, string | number>

type More = { choices?: Readonly<Record<string, string>>; absent?: string; partner?: number | string }

export function field<const Name extends string, const Rule extends FieldRule>(
  name: Name,
  ja: string,
  length: number,
  rule: Rule,
  more: More = {},
): Field<Name, Rule> {
  return { name, ja, length, rule, choices: {}, absent: '', from: 0, partner: '', ...more }
}

export const fixed = (ja: string, text: string, meaning: string): Field<'', 'fixed'> =>
  field('', ja, text.length, 'fixed', { choices: { [text]: meaning }, absent: text })

export const blank = (length: number, filling: ' ' | '0' = ' '): Field<'', 'blank'> =>
  field('', 'ダミー', length, 'blank', { absent: filling.repeat(length) })

/** Gives each field its first byte. */
export function placed<const Fields extends readonly Field[]>(...fields: Fields): Fields {
  let from = 1
  for (const one of fields) {
    one.from = from
    from += one.length
  }
  return fields
}
