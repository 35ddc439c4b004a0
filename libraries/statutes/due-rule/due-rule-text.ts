import type { Weekday } from '../calendar/days.ts'
import type { DayOfMonth, DueCalendar, DueShift } from './due-rule.ts'

const weekdayOfKanji: Record<string, Weekday> = {
  日: 'sun',
  月: 'mon',
  火: 'tue',
  水: 'wed',
  木: 'thu',
  金: 'fri',
  土: 'sat',
}

/** NFKC without spaces, brackets and commas alike, and without the words that only say "by". */
export function plainDueText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(\d)\s*(?:午前|午後)?\s*\d{1,2}:\d{2}$|\s+(?:午前|午後)?\d{1,2}:\d{2}(?:までに?)?$/, '$1')
    .replace(/[\s※]+/g, '')
    .replace(/(?<=.)(?:午前|午後)?\d{1,2}時(?:\d{1,2}分|半)?(?:までに?)?$/, '')
    .replace(/[，、､,]/g, ',')
    .replace(/[〔［【[]/g, '(')
    .replace(/[〕］】\]]/g, ')')
    .replace(/[ヶヵケカヵ箇]月/g, 'か月')
    .replace(/[〜～]/g, '~')
    .replace(/[・･]/g, '・')
    .replace(/曜(?!日)/g, '曜日')
    .replace(/翌翌月/g, '翌々月')
}

const closedWords =
  '(?:土日祝日?|土・日・祝日?|土日|祝日|休日|休業日|会社休日|非営業日|銀行休業日|金融機関休業日|金融機関の休業日|銀行休日|閉庁日|行政機関の休日)'
const meetWords = '(?:の場合は?|に当たる場合は?|にあたる場合は?|に当たるときは?|のときは?|の時は?|なら|は),?'
const shiftSentence = new RegExp(
  `[,(]?\\(?(${closedWords})${meetWords}(?:その)?(直?前|直?後|翌|次)の?(?:平日|(?:銀行)?営業日|開庁日|日)?(?:に?(?:繰り?上げ|繰り?下げ|前倒し))?(?:とする)?\\)?$`,
)
const shiftWords = new RegExp(
  `[,(]?\\(?(?:${closedWords}(?:${meetWords})?|(?<=[,(]))(前倒し|繰り?上げ|繰り?下げ|後ろ倒し|前営業日|翌営業日)\\)?$`,
)

const calendarOfWord = (word: string): DueCalendar =>
  /銀行|金融/.test(word) ? 'bank' : /閉庁|行政/.test(word) ? 'public-office' : 'company'

const shiftRule = (shift: 'previous' | 'next', calendar: DueCalendar): DueShift =>
  calendar === 'company' ? { shift } : { shift, calendar }

/** Takes 「休日なら前営業日」 and the like off the end of a text. */
export function splitShift(text: string): { body: string; shift: DueShift } {
  const sentence = shiftSentence.exec(text)
  if (sentence) {
    const [, closed = '', direction = ''] = sentence
    const shift = direction.endsWith('前') ? 'previous' : 'next'
    return { body: text.slice(0, sentence.index), shift: shiftRule(shift, calendarOfWord(closed)) }
  }
  const words = shiftWords.exec(text)
  if (words) {
    const shift = /^(前|繰り?上)/.test(words[1] ?? '') ? 'previous' : 'next'
    return { body: text.slice(0, words.index), shift: shiftRule(shift, calendarOfWord(words[0])) }
  }
  return { body: text, shift: {} }
}

const openWords = '(?:(銀行)?営業日|(開庁日)|稼働日)目?'
const dayPatterns: [RegExp, (match: RegExpExecArray) => DayOfMonth][] = [
  [/^(?:末日?|月末日?|最終日)$/, () => 'end'],
  [/^(?:初日|1日|朔日)$/, () => 1],
  [new RegExp(`^(?:月初|初)?(?:から)?第?(\\d{1,2})${openWords}$`), (match) => ({ businessDay: Number(match[1]) })],
  [new RegExp(`^月初(?:から)?第?(\\d{1,2})${openWords}以内$`), (match) => ({ businessDay: Number(match[1]) })],
  [new RegExp(`^(?:月末?の?)?最終${openWords}$`), () => ({ businessDay: -1 })],
  [new RegExp(`^(?:月末)?(?:の)?最初の?${openWords}$`), () => ({ businessDay: 1 })],
  [new RegExp(`^(?:月?末)(?:から)(\\d{1,2})番目の${openWords}$`), (match) => ({ businessDay: -Number(match[1]) })],
  [new RegExp(`^(?:月?末)(?:の|から)?(\\d{1,2})${openWords}前$`), (match) => ({ businessDay: -Number(match[1]) - 1 })],
]

/** Reads 10日, 末日, 月末, 第3営業日, 最終銀行営業日; undefined when it is none of them. */
export function dayOfMonthIn(text: string): { day: DayOfMonth; calendar?: DueCalendar } | undefined {
  const plainDay = /^の?(\d{1,2})日$/.exec(text)
  if (plainDay) {
    const day = Number(plainDay[1])
    return day >= 1 && day <= 31 ? { day } : undefined
  }
  for (const [pattern, build] of dayPatterns) {
    const match = pattern.exec(text.replace(/^の/, ''))
    if (!match) continue
    const day = build(match)
    if (typeof day === 'object' && (day.businessDay === 0 || Math.abs(day.businessDay) > 23)) return undefined
    const calendar = text.includes('銀行') ? 'bank' : text.includes('開庁') ? 'public-office' : undefined
    return calendar === undefined ? { day } : { day, calendar }
  }
  return undefined
}

/** Reads 月, 月水金, 月・水・金, 月曜日,水曜日; undefined when a letter is no weekday. */
export function weekdaysIn(text: string): Weekday[] | undefined {
  const letters = [...text.replace(/曜日?/g, '').replace(/[・,と、/]/g, '')]
  const found = letters.map((letter) => weekdayOfKanji[letter])
  const known = found.filter((weekday) => weekday !== undefined)
  return letters.length > 0 && known.length === letters.length ? [...new Set(known)] : undefined
}

/** Reads 12月, 1月,7月, 1・7月, 6月/12月 into month numbers; undefined when one is not 1–12. */
export function monthsIn(text: string): number[] | undefined {
  if (!/^(?:\d{1,2}月?[,・/と]?)+月?$/.test(text) || !text.includes('月')) return undefined
  const months = [...new Set((text.match(/\d{1,2}/g) ?? []).map(Number))]
  return months.length > 0 && months.every((month) => month >= 1 && month <= 12) ? months : undefined
}
