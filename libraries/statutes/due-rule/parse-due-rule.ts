import { lastDayOfMonth } from '../calendar/days.ts'
import { InvalidInputError } from '../core/input.ts'
import type { DayOfMonth, DueCalendar, DueRule, DueShift } from './due-rule.ts'
import { dayOfMonthIn, monthsIn, plainDueText, splitShift, weekdaysIn } from './due-rule-text.ts'
import { occasionOf } from './occasions.ts'

type Sentence = { message: string; messageEn: string }

/** `assumed` says what the text left open and how it was filled; a text not understood is kept as it is. */
export type DueRuleReading = { ok: true; rule: DueRule; assumed?: Sentence } | ({ ok: false; text: string } & Sentence)

type Understood = { rule: DueRule; assumed?: Sentence }
type Reader = (body: string, shift: DueShift) => Understood | undefined

const assumedEnd: Sentence = {
  message: '日が書かれていないので、末日としました。',
  messageEn: 'No day is written; the last day of the month is assumed.',
}
const assumedFiscalYear: Sentence = {
  message: '会計年度を4月始まりとして月を決めました。',
  messageEn: 'The months assume a fiscal year that begins in April.',
}

const withCalendar = (shift: DueShift, calendar: DueCalendar | undefined): DueShift =>
  calendar === undefined ? shift : { ...shift, calendar }

const asNeeded: Reader = (body) =>
  /^(随時|都度|その都度|必要時|必要に応じて|必要の都度|発生時|発生の都度|発生都度|適宜|不定期|依頼時|申請時)$/.test(
    body,
  )
    ? { rule: { kind: 'as-needed' } }
    : undefined

const onEvent: Reader = (body) => {
  if (!/^(.{0,19}[^\d](?:時|の都度|次第)|(?:.{1,20}後,?)?(?:速やかに|すみやかに|遅滞なく|直ちに))$/.test(body))
    return undefined
  const assumed = {
    message: `「${body}」は随時（日付の決まりなし）としました。`,
    messageEn: `"${body}" is taken as needed, without a date of its own.`,
  }
  return { rule: { kind: 'as-needed' }, assumed }
}

const daily: Reader = (body) => {
  const match = /^(?:毎日|日次|日々|日|デイリー|毎朝|毎夕|毎(銀行)?営業日|毎(開庁日))$/.exec(body)
  if (!match) return undefined
  if (match[1]) return { rule: { kind: 'daily', calendar: 'bank' } }
  return { rule: match[2] ? { kind: 'daily', calendar: 'public-office' } : { kind: 'daily' } }
}

const weekly: Reader = (body, shift) => {
  if (/^(毎週|週次|週|週1回?|ウィークリー)$/.test(body)) {
    const assumed = {
      message: '曜日が書かれていないので、金曜日としました。',
      messageEn: 'No weekday is written; Friday is assumed.',
    }
    return { rule: { kind: 'weekly', weekdays: ['fri'], ...shift }, assumed }
  }
  const match = /^(毎週の?|隔週の?|(\d)週ごとの?|週次|週1回?)?\(?([日月火水木金土・,と曜]+)\)?$/.exec(body)
  if (!match) return undefined
  const [, lead = '', weeks, days = ''] = match
  if (lead === '' && !days.includes('曜')) return undefined
  const weekdays = weekdaysIn(days)
  if (weekdays === undefined) return undefined
  const everyWeeks = lead.startsWith('隔週') ? 2 : Number(weeks ?? 1)
  return { rule: { kind: 'weekly', weekdays, ...(everyWeeks > 1 ? { everyWeeks } : {}), ...shift } }
}

const monthsLaterOf = (lead: string): number => {
  const months = /^(\d{1,2})か月後/.exec(lead)
  if (months) return Number(months[1])
  return lead.startsWith('翌々月') ? 2 : lead.startsWith('翌月') ? 1 : 0
}

const monthlyRule = (day: DayOfMonth, lead: string, shift: DueShift): DueRule => {
  const monthsLater = monthsLaterOf(lead)
  return { kind: 'monthly', day, ...(monthsLater > 0 ? { monthsLater } : {}), ...shift }
}

const thirds: Record<string, DayOfMonth> = { 月初: { businessDay: 1 }, 上旬: 10, 中旬: 20, 下旬: 'end' }

const monthly: Reader = (body, shift) => {
  if (/^(毎月|月次|月|月1回?|マンスリー)$/.test(body))
    return { rule: monthlyRule('end', '', shift), assumed: assumedEnd }
  const match =
    /^(毎月の?|翌々月の?|翌月の?|当月の?|\d{1,2}か月後の|月次|月1回?|締日|締め日)?\(?(.+?)(?:締め?切?|締日)?\)?$/.exec(
      body,
    )
  if (!match) return undefined
  const [, lead = '', rest = ''] = match
  const third = thirds[rest.replace(/^月(?=[上中下]旬)/, '')]
  if (third !== undefined) {
    const assumed = {
      message: `「${rest}」は${{ 上旬: '10日', 中旬: '20日', 下旬: '末日' }[rest] ?? '第1営業日'}としました。`,
      messageEn: `"${rest}" is taken as ${{ 上旬: 'the 10th', 中旬: 'the 20th', 下旬: 'the last day' }[rest] ?? 'the first business day'}.`,
    }
    return { rule: monthlyRule(third, lead, shift), assumed }
  }
  const found = dayOfMonthIn(rest.replace(/^\d{1,2}日?(?:~|から)(?=\d{1,2}日$)/, ''))
  return found && { rule: monthlyRule(found.day, lead, withCalendar(shift, found.calendar)) }
}

const quarterly: Reader = (body, shift) => {
  if (/^(四半期|四半期ごと|四半期毎|四半期に1回|四半期次|3か月ごと|3か月毎|3か月に1回|年4回)$/.test(body)) {
    return { rule: { kind: 'quarterly', monthOfQuarter: 3, day: 'end', ...shift }, assumed: assumedEnd }
  }
  if (/^(?:各|毎)?四半期(?:末|末日|の?末)$/.test(body)) {
    return { rule: { kind: 'quarterly', monthOfQuarter: 3, day: 'end', ...shift } }
  }
  const match =
    /^(?:各|毎)?四半期(終了後の?|終了の?|末月の|末の?|の(\d)か月目の)(翌々月の?|翌月の?|3か月後の)?(.+)$/.exec(body)
  if (!match) return undefined
  const [, place = '', inQuarter, later = '', rest = ''] = match
  const found = dayOfMonthIn(rest)
  const isAfter = later !== '' && inQuarter === undefined
  if (!found || (!isAfter && !/末月|か月目/.test(place))) return undefined
  const monthOfQuarter = isAfter ? 3 + monthsLaterOf(later) : Number(inQuarter ?? 3)
  if (monthOfQuarter < 1) return undefined
  return { rule: { kind: 'quarterly', monthOfQuarter, day: found.day, ...withCalendar(shift, found.calendar) } }
}

const yearlyNames: [RegExp, number[], DayOfMonth][] = [
  [/^(期末|年度末|決算期末|決算日)$/, [3], 'end'],
  [/^(上期末|上半期末)$/, [9], 'end'],
  [/^(下期末|下半期末)$/, [3], 'end'],
  [/^(期首|年度初め|年度始め)$/, [4], 1],
  [/^(半期末|半期ごと|半期|半年ごと|半年に1回)$/, [9, 3], 'end'],
]
const yearlyMonthNames: [RegExp, number[]][] = [
  [/^(年末|年末月)$/, [12]],
  [/^奇数月の?/, [1, 3, 5, 7, 9, 11]],
  [/^偶数月の?/, [2, 4, 6, 8, 10, 12]],
]

const onRealDays = (months: number[], day: DayOfMonth): boolean =>
  typeof day !== 'number' || months.every((month) => day <= lastDayOfMonth(2028, month))

const yearlyOf = (months: number[] | undefined, rest: string, shift: DueShift): Understood | undefined => {
  if (months === undefined) return undefined
  const bare = rest.replace(/^の/, '')
  if (bare === '') return { rule: { kind: 'yearly', months, day: 'end', ...shift }, assumed: assumedEnd }
  const third = thirds[bare]
  if (third !== undefined) return { rule: { kind: 'yearly', months, day: third, ...shift } }
  const found = dayOfMonthIn(bare)
  if (!found || !onRealDays(months, found.day)) return undefined
  return { rule: { kind: 'yearly', months, day: found.day, ...withCalendar(shift, found.calendar) } }
}

const yearly: Reader = (body, shift) => {
  for (const [pattern, months, day] of yearlyNames) {
    if (pattern.test(body)) return { rule: { kind: 'yearly', months, day, ...shift }, assumed: assumedFiscalYear }
  }
  for (const [pattern, months] of yearlyMonthNames) {
    if (pattern.test(body)) return yearlyOf(months, body.replace(pattern, ''), shift)
  }
  const inner = body.replace(/^(?:毎年の?|年次|年\d回の?|年に\d回|年間)/, '').replace(/^\((.+)\)$/, '$1')
  if (/^(?:\d{1,2}月末日?[・,と/]?){2,}$/.test(inner))
    return yearlyOf(monthsIn(inner.replace(/末日?/g, '')), '末', shift)
  const ranged = inner.replace(/^\d{1,2}(?:月(?:\d{1,2}日)?|\/\d{1,2})?(?:~|から)(?=\d{1,2}[月/])/, '')
  const slash = /^(\d{1,2})\/(\d{1,2})$/.exec(ranged)
  if (slash) return yearlyOf(monthsIn(`${slash[1]}月`), `${slash[2]}日`, shift)
  const match = /^((?:\d{1,2}月?[,・/と])*\d{1,2}月)(.*)$/.exec(ranged)
  return match ? yearlyOf(monthsIn(match[1] ?? ''), match[2] ?? '', shift) : undefined
}

const units: Record<string, 'calendar-days' | 'business-days' | 'months'> = { 日: 'calendar-days', か月: 'months' }

const occasion: Reader = (body, shift) => {
  const sameDay = /^(?:(.+?)の?)?(?:当日|即日|当日中|発生日|発生日当日)$/.exec(body)
  if (sameDay) return afterRule(sameDay[1] ?? '', 0, '日', '', shift)
  if (/^翌日$/.test(body)) return afterRule('', 1, '日', '', shift)
  if (/^(.*?)の?翌営業日$/.test(body)) return afterRule(body.replace(/の?翌営業日$/, ''), 1, '営業日', '', shift)
  const before = /^(.+?)の?(\d{1,3})(日|週間|営業日|銀行営業日|開庁日|か月)前$/.exec(body)
  if (before) return afterRule(before[1] ?? '', -Number(before[2]), before[3] ?? '', '', shift)
  const after =
    /^(?:(.+?)(?:から|より|後,?|した日から|の日から))?(\d{1,3})(日|週間|営業日|銀行営業日|開庁日|か月)(?:以内|後|内)(\(初日(?:不?算入)\))?$/.exec(
      body,
    )
  return after ? afterRule(after[1] ?? '', Number(after[2]), after[3] ?? '', after[4] ?? '', shift) : undefined
}

/** The occasion of a rule, by the word that stands for it. */
function named(word: string): { occasion?: string } {
  const occasion = occasionOf(word)
  return occasion === undefined ? {} : { occasion }
}

function afterRule(name: string, count: number, unitWord: string, firstDay: string, shift: DueShift): Understood {
  const calendar = unitWord.startsWith('銀行') ? 'bank' : unitWord === '開庁日' ? 'public-office' : undefined
  const unit = units[unitWord] ?? (unitWord === '週間' ? 'calendar-days' : 'business-days')
  const rule: DueRule = {
    kind: 'after-occasion',
    ...named(name),
    length: unitWord === '週間' ? count * 7 : count,
    unit,
    ...(firstDay === '(初日算入)' ? { firstDay: 'included' } : {}),
    ...withCalendar(shift, calendar),
  }
  return { rule }
}

const monthAfterOccasion: Reader = (body, shift) => {
  const match = /^(.+?)(?:した日|の日)?(?:の?属する月)?の(翌々月の?|翌月の?|当月の?|\d{1,2}か月後の)(.+)$/.exec(body)
  if (!match || /四半期|締め?$/.test(match[1] ?? '')) return undefined
  const found = dayOfMonthIn(match[3] ?? '')
  if (!found) return undefined
  const rule: DueRule = {
    kind: 'month-after-occasion',
    ...named(match[1] ?? ''),
    monthsLater: monthsLaterOf(match[2] ?? ''),
    day: found.day,
    ...withCalendar(shift, found.calendar),
  }
  return { rule }
}

/** 20日締め翌月末払い: the payment day is what is due. */
const closingAndPayment: Reader = (body, shift) => {
  const match = /^(?:\d{1,2}日|月?末日?|月末)締め?,?(翌々月|翌月|当月)(?:の)?(.+?)(?:払い?|支払い?|入金)?$/.exec(body)
  const found = match && dayOfMonthIn(match[2] ?? '')
  return match && found
    ? { rule: monthlyRule(found.day, match[1] ?? '', withCalendar(shift, found.calendar)) }
    : undefined
}

const readers = [
  asNeeded,
  daily,
  weekly,
  closingAndPayment,
  monthly,
  quarterly,
  yearly,
  occasion,
  monthAfterOccasion,
  onEvent,
] as const

const longestOccasion = 40
const longestDays = 400
const mostMonthsLater = 12

/** A number this large, or an occasion this long, is a sentence misread. */
const isSensible = (rule: DueRule): boolean => {
  if ('occasion' in rule && (rule.occasion?.length ?? 0) > longestOccasion) return false
  if ('monthsLater' in rule && (rule.monthsLater ?? 0) > mostMonthsLater) return false
  if (rule.kind === 'quarterly') return rule.monthOfQuarter <= 6
  return rule.kind !== 'after-occasion' || Math.abs(rule.length) <= longestDays
}

/**
 * Reads the timing column of an inventory (毎月10日 / 月末 / 翌月10日, 休日なら前営業日 / 毎週月曜 / 第3営業日 / 年1回（12月）…).
 * What is not understood comes back as text with a sentence; what the text leaves open is filled and said in `assumed`.
 */
export function parseDueRule(text: string): DueRuleReading {
  if (typeof text !== 'string') {
    throw new InvalidInputError('text', text, { ja: '文字列を指定してください。', en: 'Give a text.' })
  }
  const { body, shift } = splitShift(plainDueText(text.slice(0, 200)))
  const bare = body
    .replace(/^(?:期限|締切):?/, '')
    .replace(/(?:までに?|迄に?)?(?:給与支給日?|支給日?|振込日?|支払日?|支払い|払い?|納付|提出|実施|開催)?$/, '')
    .replace(/(?:までに?|迄に?|頃|ごろ|を?期限|締め?切り?|締切日?)$/, '')
  for (const reader of readers) {
    const understood = reader(bare, shift)
    if (understood && isSensible(understood.rule)) return { ok: true, ...understood }
  }
  return {
    ok: false,
    text,
    message: `「${text.slice(0, 40)}」からは期日の決まりを読み取れませんでした。「毎月10日」「翌月末（休日なら前営業日）」「毎年12月10日」のように書くか、画面で選んでください。`,
    messageEn: `No due rule could be read from "${text.slice(0, 40)}". Write it like 毎月10日, 翌月末（休日なら前営業日） or 毎年12月10日, or choose it on the screen.`,
  }
}
