import { readDate } from '@ennoshita/formats'
import type { LocalDate } from '@ennoshita/kernel'
import { addDays, daysBetween, weekdayOf } from '@ennoshita/kernel'
import type { DueRule } from '@ennoshita/statutes'
import { companyCalendar, monthEnd, parseDueRule } from '@ennoshita/statutes'
import { nextDueOn } from './plan.ts'

/** One line as a person writes it, taken apart: what, by when, and how it repeats. */
export type TaskLine = {
  readonly title: string
  readonly dueOn: LocalDate | null
  readonly repeats: DueRule | null
  /** What the text left open, and how it was filled. */
  readonly assumed: Sentence | null
  /** Why the date cannot be: 2/30. Such a line is not to be taken as it is. */
  readonly problem: Sentence | null
}

type Sentence = { readonly message: string; readonly messageEn: string }
type When = Omit<TaskLine, 'title'>

/** A date without a year that lies further back than this means next year's, in days. */
const longestPast = 31
/** How far ahead the first date of a repeating task is looked for, in days. */
const longestWait = 800

const namedDays: Readonly<Record<string, number>> = {
  今日: 0,
  きょう: 0,
  本日: 0,
  明日: 1,
  あした: 1,
  あす: 1,
  明後日: 2,
  あさって: 2,
  来週: 7,
  today: 0,
  tomorrow: 1,
}
const weekdaysInOrder = '日月火水木金土'

const nothing: When = { dueOn: null, repeats: null, assumed: null, problem: null }
const on = (dueOn: LocalDate): When => ({ ...nothing, dueOn })

/**
 * Reads 「請求書の発送 11/25」, 「明日までに見積を返す」 or 「毎月25日 家賃の振込」. The date stands first or last, apart by a
 * space; before までに no space is needed. Dates follow parseDate and repetitions parseDueRule; the first date of a
 * repetition is the next one from `today`, Saturdays, Sundays and holidays being off. What is no date stays in the title.
 */
export function readTaskLine(text: string, today: LocalDate): TaskLine {
  const line = text.replaceAll(/[\s　]+/g, ' ').trim()
  const words = line.split(' ')
  for (let count = Math.min(words.length - 1, 4); count >= 1; count -= 1) {
    const cuts = [
      { when: words.slice(0, count), title: words.slice(count) },
      { when: words.slice(-count), title: words.slice(0, -count) },
    ]
    for (const cut of cuts) {
      const when = whenOf(cut.when.join(' '), today)
      if (when !== undefined) return { ...when, title: cut.title.join(' ') }
    }
  }
  const [, before = '', after = ''] = /^(.{1,16}?)までに?[、,]?(.+)$/.exec(line) ?? []
  const when = before === '' ? undefined : whenOf(before, today)
  return when === undefined ? { ...nothing, title: line } : { ...when, title: after.trim() }
}

function whenOf(written: string, today: LocalDate): When | undefined {
  const plain = written
    .normalize('NFKC')
    .replace(/^[(【[]|[)】\]]$/g, '')
    .replace(/(まで|迄)に?$|[〆](切り?)?$|締め?切り?$|期限$/, '')
    .trim()
  if (plain === '') return undefined
  return repetition(plain, today) ?? namedDay(plain, today) ?? writtenDate(plain, today)
}

function repetition(plain: string, today: LocalDate): When | undefined {
  if (!/^(毎|隔週|隔月|各月|各週|四半期|\d週ごと|奇数月|偶数月|平日毎)/.test(plain)) return undefined
  const reading = parseDueRule(plain)
  if (!reading.ok) return undefined
  const calendar = companyCalendar({ preview: true })
  const window = { until: addDays(today, longestWait), calendar, fiscalYearStart: 4 }
  const dueOn = nextDueOn(reading.rule, addDays(today, -1), window) ?? null
  return dueOn === null ? undefined : { ...nothing, dueOn, repeats: reading.rule, assumed: reading.assumed ?? null }
}

function namedDay(plain: string, today: LocalDate): When | undefined {
  const days = namedDays[plain.toLowerCase()] ?? Number(/^(\d{1,3})日後$/.exec(plain)?.[1])
  if (Number.isInteger(days)) return on(addDays(today, days))
  if (/^(今)?月末$/.test(plain)) return on(monthEnd(today))
  if (/^来月末$/.test(plain)) return on(monthEnd(addDays(monthEnd(today), 1)))
  const weekday = /^(今週|来週|再来週)?の?([日月火水木金土])曜日?$/.exec(plain)
  if (weekday !== null) return on(weekdayFrom(today, weekday[1] ?? '', weekday[2] ?? ''))
  const day = /^(来月)?の?(\d{1,2})日$/.exec(plain)
  return day === null ? undefined : dayOfMonthFrom(today, day[1] !== undefined, Number(day[2]))
}

/** The next such weekday, today included; of this week (from Monday) or a later one where it is said. */
function weekdayFrom(today: LocalDate, week: string, name: string): LocalDate {
  const wanted = weekdaysInOrder.indexOf(name)
  if (week === '') return addDays(today, (wanted - weekdayOf(today) + 7) % 7)
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
  const weeks = week === '今週' ? 0 : week === '来週' ? 1 : 2
  return addDays(monday, weeks * 7 + ((wanted + 6) % 7))
}

function dayOfMonthFrom(today: LocalDate, isNextMonth: boolean, day: number): When | undefined {
  const inThis = `${today.slice(0, 7)}-${String(day).padStart(2, '0')}`
  const next = addDays(monthEnd(today), 1)
  if (!isNextMonth && isReal(inThis) && inThis >= today) return on(inThis)
  const inNext = `${next.slice(0, 7)}-${String(day).padStart(2, '0')}`
  if (isReal(inNext)) return on(inNext)
  const problem = { message: `${day}日は来月にありません。`, messageEn: `Next month has no day ${day}.` }
  return { ...nothing, problem }
}

const isReal = (date: string): boolean => readDate(date).ok

function writtenDate(plain: string, today: LocalDate): When | undefined {
  if (/^\d{4}$/.test(plain)) return undefined
  const reading = readDate(plain, { near: today })
  if (!reading.ok) {
    const looksLikeDate = /^(\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?$/.test(plain)
    return looksLikeDate ? { ...nothing, problem: reading } : undefined
  }
  const hasYear = /\d{4}|\d{6,}|^[MTSHRmtshr明大昭平令]/.test(plain)
  const { value } = reading
  if (hasYear || daysBetween(value, today) <= longestPast) return on(value)
  const later = readDate(value.slice(5).replace('-', '/'), { near: addDays(today, 180) })
  return on(later.ok ? later.value : value)
}
