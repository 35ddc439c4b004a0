import { dateOfDayNumber, dayNumberOf, isCalendarDate } from './day-numbers.ts'
import { eraOf, eras } from './eras.ts'
import { type Reading, valueRead } from './reading.ts'

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const lastDay = (year: number, month: number): number => {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0)
}

const isDay = (year: number, month: number, day: number): boolean =>
  year >= 1868 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month)

/** 明治5年太政官布告第337号: until then days of an era are of the lunar calendar, and no day of the Gregorian one is meant. */
const solarFrom = '1873-01-01'

const written = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const failure = (message: string, messageEn: string): Reading<string> => ({ ok: false, message, messageEn })

const noSuchDay = (text: string, year: number, month: number): Reading<string> => {
  if (month < 1 || month > 12) {
    return failure(`「${text}」は月が1から12ではありません。`, `The month of "${text}" is not 1 to 12.`)
  }
  if (year < 1868 || year > 9999) {
    return failure(
      `「${text}」の年を確かめてください。西暦は4桁で入力します。`,
      `Check the year of "${text}"; write it in four digits.`,
    )
  }
  return failure(
    `「${text}」という日はありません。${year}年${month}月は${lastDay(year, month)}日までです。`,
    `There is no day "${text}": ${written(year, month, 1).slice(0, 7)} has ${lastDay(year, month)} days.`,
  )
}

const dayReading = (text: string, year: number, month: number, day: number): Reading<string> =>
  isDay(year, month, day) ? { ok: true, value: written(year, month, day) } : noSuchDay(text, year, month)

const inEra = (text: string, eraText: string, yearText: string, month: number, day: number): Reading<string> => {
  const era = eras.find(({ name, letter }) => name.startsWith(eraText) || letter === eraText.toUpperCase())
  if (era === undefined) return failure(`「${text}」の元号を読めません。`, `The era of "${text}" is not known.`)
  const eraYear = yearText === '元' ? 1 : Number(yearText)
  const year = Number(era.from.slice(0, 4)) + eraYear - 1
  if (eraYear < 1) return failure(`「${text}」の年は元年（1年）からです。`, `The years of an era begin with 1.`)
  const reading = dayReading(text, year, month, day)
  if (reading.ok && reading.value < solarFrom) {
    return failure(
      `「${text}」は旧暦（太陰太陽暦）の日付です。明治6年1月1日（1873年）からの日付を入力してください。`,
      `"${text}" is a day of the lunar calendar. Enter a date from 1873-01-01 on.`,
    )
  }
  if (reading.ok && reading.value < era.from) {
    return failure(
      `${era.name}は${formatLong(era.from)}からです。「${text}」は${formatWareki(reading.value)}ではありませんか。`,
      `The era ${era.nameEn} begins on ${era.from}; "${text}" lies before it.`,
    )
  }
  return reading
}

const formatLong = (date: string): string =>
  `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`

const daysApart = (one: string, other: string): number => Math.abs(dayNumberOf(one) - dayNumberOf(other))

/** The year is the one that brings the day nearest to `near`; of two equally near, the later. */
const nearest = (text: string, month: number, day: number, near: string | undefined): Reading<string> => {
  if (near === undefined) {
    return failure(
      `「${text}」には年がありません。2026-11-20 や R8.11.20 のように年から入力してください。`,
      `"${text}" has no year. Write it with the year, like 2026-11-20 or R8.11.20.`,
    )
  }
  const year = Number(near.slice(0, 4))
  const candidates = [year + 1, year, year - 1].filter((one) => isDay(one, month, day))
  if (candidates.length === 0) return noSuchDay(text, year, month)
  const dates = candidates.map((one) => written(one, month, day))
  const value = dates.reduce((best, one) => (daysApart(one, near) < daysApart(best, near) ? one : best))
  return { ok: true, value }
}

const separator = '\\s*[-/.年]\\s*'
const monthSeparator = '\\s*[-/.月]\\s*'
const eraPattern = new RegExp(
  `^(明治?|大正?|昭和?|平成?|令和?|[MTSHRmtshr])\\.?\\s*(元|\\d{1,2})${separator}(\\d{1,2})${monthSeparator}(\\d{1,2})\\s*日?$`,
)
const westernPattern = new RegExp(`^(?:西暦)?(\\d{4})${separator}(\\d{1,2})${monthSeparator}(\\d{1,2})\\s*日?$`)
const shortPattern = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/
const twoDigitYear = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{1,2}$|^\d{6}$/

/** 十一 → 11, 二〇二六 → 2026; undefined for what is neither. */
const numberOfKanji = (kanji: string): string | undefined => {
  const digits = kanji.replace(/[〇一二三四五六七八九]/g, (one) => String('〇一二三四五六七八九'.indexOf(one)))
  const [, tens, ones] = /^(\d?)十(\d?)$/.exec(digits) ?? []
  if (tens !== undefined) return `${tens || 1}${ones || 0}`
  return digits.includes('十') ? undefined : digits
}

const plainDate = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .replace(/[〇一二三四五六七八九十]+(?=[年月日])/g, (kanji) => numberOfKanji(kanji) ?? kanji)
    .trim()
    .replace(/[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, '')
    .replace(/\s*(\([月火水木金土日](曜日?)?([・/]?祝日?)?\)|[月火水木金土日]曜日?)$/, '')
    .trim()

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?:Z|([+-])([01]\d):?([0-5]\d))$/

/** The day in Japan of an instant with its zone (2026-11-20T15:00:00Z is the 21st); undefined for any other text. */
const dayInJapan = (text: string): string | undefined => {
  const [, date = '', hours, minutes, sign, zoneHours = '0', zoneMinutes = '0'] = instantPattern.exec(text) ?? []
  if (!isCalendarDate(date)) return undefined
  const zone = (sign === '-' ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes))
  const sinceMidnight = Number(hours) * 60 + Number(minutes) - zone + 9 * 60
  return dateOfDayNumber(dayNumberOf(date) + Math.floor(sinceMidnight / 1440))
}

/**
 * Reads a date as people write it: 20261120, 2026/11/20, 2026年11月20日（金）, R8.11.20, 令和元年5月1日, 令和八年十一月二十日; and without a year
 * (1120, 11/20, 11月20日) the day nearest to `near`. An impossible day (2026-02-30) gives a sentence. Years of an era may
 * run on past its end (平成35年), as old contracts have them. An instant with its zone gives its day in Japan.
 */
export function readDate(text: string, options: { near?: string } = {}): Reading<string> {
  const shown = text.slice(0, 30)
  const plain = plainDate(text.slice(0, 60))
  const day = dayInJapan(plain)
  if (day !== undefined && day >= '1868' && day.length === 10) return { ok: true, value: day }
  if (plain === '') return failure('日付を入力してください。', 'Enter a date.')
  const era = eraPattern.exec(plain) ?? /^([MTSHRmtshr])(\d{2})(\d{2})(\d{2})$/.exec(plain)
  if (era) return inEra(shown, era[1] ?? '', era[2] ?? '', Number(era[3]), Number(era[4]))
  const western = westernPattern.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (western) return dayReading(shown, Number(western[1]), Number(western[2]), Number(western[3]))
  const short = shortPattern.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain)
  if (short) return nearest(shown, Number(short[1]), Number(short[2]), options.near)
  if (twoDigitYear.test(plain)) {
    return failure(
      `「${shown}」は年が西暦か和暦かわかりません。2026-11-20 か R8.11.20 のように入力してください。`,
      `The year of "${shown}" may be western or Japanese. Write it like 2026-11-20 or R8.11.20.`,
    )
  }
  return failure(
    `「${shown}」を日付として読めません。2026-11-20、20261120、R8.11.20 のように入力してください。`,
    `"${shown}" is not a date. Write it like 2026-11-20, 20261120 or R8.11.20.`,
  )
}

/** The date as YYYY-MM-DD as readDate reads it; throws UnreadableTextError with the sentence. */
export function parseDate(text: string, options: { near?: string } = {}): string {
  return valueRead(readDate(text, options))
}

/** 令和元年5月1日; the first year of an era is 元年. Throws RangeError for no day of the calendar or one before 1873 (太陽暦). */
export function formatWareki(date: string): string {
  const reading = readDate(date)
  if (!reading.ok || reading.value !== date) throw new RangeError(`「${date}」は 2026-11-20 の形の日付ではありません。`)
  const era = eraOf(date)
  if (era === undefined || date < solarFrom) throw new RangeError(`${date}は和暦で表せません（1873年1月1日から）。`)
  const year = Number(date.slice(0, 4)) - Number(era.from.slice(0, 4)) + 1
  return `${era.name}${year === 1 ? '元' : year}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
}
