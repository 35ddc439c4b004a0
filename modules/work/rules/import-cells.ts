import { readDate, readMinutes } from '@ennoshita/formats'
import { parseDueRule } from '@ennoshita/statutes'
import type { Remark } from '../contract/inventory.ts'
import type { improvements, KindChanges, reliefs } from '../contract/kind-fields.ts'
import { timingOf } from './timing.ts'

/** What was read from a cell; `kept` is text that could not be read and goes into the notes. */
export type CellReading<Value> = { value: Value; remark?: Omit<Remark, 'column'>; kept?: true }

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const notUnderstood = (text: string, what: string, whatEn: string): CellReading<null> => ({
  value: null,
  kept: true,
  remark: {
    message: `「${text.slice(0, 40)}」を${what}として読み取れなかったので、備考に残しました。`,
    messageEn: `"${text.slice(0, 40)}" could not be read as ${whatEn}; it is kept in the notes.`,
  },
})

/** Splits a list of papers, systems or names: 、 , ・ / ; or a new line. */
export function partsOf(text: string): string[] {
  return text
    .split(/[、,，・/／;；\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/**
 * 発生時期 from its one or two columns (頻度, 期日). Where both can be read, the date must agree with the frequency: 年次 with
 * 10日 is not the 10th of every month. What is not understood is kept as text and makes no dates.
 */
export function readTiming(
  frequency: string,
  due: string,
): CellReading<Pick<KindChanges, 'timing' | 'timingText' | 'dueRule'>> {
  const written = [frequency, due].filter((text) => text !== '').join(' ')
  if (written === '') return { value: { timing: 'as-needed', timingText: '', dueRule: null } }
  const often = frequency === '' ? undefined : parseDueRule(frequency)
  const timing = often?.ok ? timingOf(often.rule) : timingIn(frequency)
  const candidates = due === '' ? [frequency] : [due, `${frequency}${due}`, `${frequency}（${due}）`]
  for (const candidate of candidates) {
    const reading = parseDueRule(candidate)
    if (!reading.ok || (timing !== undefined && timingOf(reading.rule) !== timing)) continue
    const value = { timing: timingOf(reading.rule), timingText: '', dueRule: reading.rule }
    return reading.assumed ? { value, remark: reading.assumed } : { value }
  }
  return {
    value: {
      timing: timing ?? 'as-needed',
      timingText: (often?.ok && due !== '' ? due : written).slice(0, 200),
      dueRule: null,
    },
    remark: {
      message: `発生時期「${written.slice(0, 40)}」からは期日の決まりを読み取れなかったので、文字のまま残しました。期日を選ぶと、やることが自動で用意されます。`,
      messageEn: `No due rule could be read from "${written.slice(0, 40)}"; it is kept as written. Choose a rule and tasks will be made.`,
    },
  }
}

function timingIn(text: string): KindChanges['timing'] {
  if (/四半期/.test(text)) return 'quarterly'
  if (/年|期末|決算/.test(text)) return 'yearly'
  if (/月/.test(text)) return 'monthly'
  if (/週/.test(text)) return 'weekly'
  return /日/.test(text) ? 'daily' : undefined
}

/** 所要時間 in minutes; a bare number takes the unit that its title names in brackets (工数（時間）). */
export function readUsualMinutes(text: string, title: string): CellReading<number | null> {
  if (text === '') return { value: null }
  const unit = /[(（[［【〔]([^)）\]］】〕]*)[)）\]］】〕]/.exec(title.normalize('NFKC'))?.[1] ?? ''
  const bare = /^\d{1,4}(\.\d{1,4})?$/.exec(plain(text))?.[0]
  const named =
    bare && /時間|^h/i.test(unit)
      ? `${bare}時間`
      : bare && /分|^m/i.test(unit)
        ? String(Math.round(Number(bare)))
        : text
  const reading = readMinutes(named)
  if (reading.ok && reading.value <= 60_000) return { value: reading.value }
  return notUnderstood(text, '所要時間', 'a duration')
}

/** 月間件数: 30, 約３０件, 1.5回; a yearly count (24件/年) is spread over the months. */
export function readCount(text: string): CellReading<number | null> {
  if (text === '') return { value: null }
  const match =
    /^(?:約|およそ|月|月に)?([\d,]{1,9}(?:\.\d{1,3})?)(?:件|回|通|名|枚|本|個|社)?(?:程度|くらい|ほど)?(?:\/(月|年))?$/.exec(
      plain(text),
    )
  if (!match) return notUnderstood(text, '件数', 'a count')
  const count = Number((match[1] ?? '').replaceAll(',', ''))
  const monthly = match[2] === '年' ? Math.round((count / 12) * 100) / 100 : count
  return monthly <= 100_000 ? { value: monthly } : notUnderstood(text, '件数', 'a count')
}

const difficulties: [RegExp, number][] = [
  [/^(3|高|高い|難|難しい|a|★★★|☆☆☆|大)$/, 3],
  [/^(2|中|普通|ふつう|b|★★|☆☆)$/, 2],
  [/^(1|低|低い|易|易しい|やさしい|簡単|c|★|☆|小)$/, 1],
]

/** 難易度 as 1 to 3. */
export function readDifficulty(text: string): CellReading<number | null> {
  if (text === '') return { value: null }
  const found = difficulties.find(([pattern]) => pattern.test(plain(text)))
  return found ? { value: found[1] } : notUnderstood(text, '難易度（1〜3）', 'a difficulty from 1 to 3')
}

const yes =
  /^(有|有り|あり|ある|有る|済|済み|作成済|作成済み|整備済|整備済み|〇|○|◯|◎|レ|✓|✔|yes|y|true|1|可|可能|対象)$/
const no = /^(無|無し|なし|ない|無い|未|未作成|未整備|×|✕|x|no|n|false|0|-|ー|－|―|不可|不可能|対象外)$/

/** ○ × 有 無 あり なし; undefined where the text says something else. */
export function readYesNo(text: string): boolean | undefined {
  const word = plain(text)
  return yes.test(word) ? true : no.test(word) ? false : undefined
}

/** マニュアル有無; any other text says where it lies. */
export function readManual(text: string): Pick<KindChanges, 'hasManual' | 'manualPlace'> {
  if (text === '') return {}
  const answer = readYesNo(text)
  return answer === undefined ? { hasManual: true, manualPlace: text.slice(0, 500) } : { hasManual: answer }
}

/** 更新日. */
export function readDay(text: string): CellReading<string | null> {
  if (text === '') return { value: null }
  const reading = readDate(text)
  return reading.ok ? { value: reading.value } : notUnderstood(text, '日付', 'a date')
}

const improvementWords: [RegExp, (typeof improvements)[number]][] = [
  [/やめ|止め|廃止|排除|なくす|eliminate/, 'stop'],
  [/まとめ|統合|集約|結合|combine/, 'combine'],
  [/並べ?替|入れ?替|順序|組み?替|交換|rearrange/, 'rearrange'],
  [/簡素|簡単|簡略|単純|simplif/, 'simplify'],
]

/** 改善区分 (やめる まとめる 並べ替え 簡素化). */
export function readImprovement(text: string): CellReading<(typeof improvements)[number] | null> {
  if (text === '' || readYesNo(text) === false) return { value: null }
  const found = improvementWords.find(([pattern]) => pattern.test(plain(text)))
  return found ? { value: found[1] } : notUnderstood(text, '改善区分', 'a kind of improvement')
}

/** 自動化・外注可否, from one column or two. */
export function readRelief(
  both: string,
  automation: string,
  outsourcing: string,
): CellReading<(typeof reliefs)[number] | null> {
  if (both === '' && automation === '' && outsourcing === '') return { value: null }
  const word = plain(both)
  const refused = /不可|なし|無|×/.test(word)
  const mayAutomate = readYesNo(automation) === true || (!refused && /自動化|システム化|rpa|両方/.test(word))
  const mayOutsource = readYesNo(outsourcing) === true || (!refused && /外注|委託|アウトソ|bpo|両方/.test(word))
  if (mayAutomate && mayOutsource) return { value: 'both' }
  if (mayAutomate) return { value: 'automation' }
  if (mayOutsource) return { value: 'outsourcing' }
  const isNo = [both, automation, outsourcing].every(
    (text) => text === '' || readYesNo(text) === false || text === both,
  )
  if (isNo && (both === '' || refused)) return { value: 'neither' }
  return notUnderstood(
    [both, automation, outsourcing].filter((text) => text !== '').join(' '),
    '自動化・外注の可否',
    'a possibility of relief',
  )
}
