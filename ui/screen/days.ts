import type { LocalDate } from '@ennoshita/kernel'
import { weekdayOf } from '@ennoshita/kernel'
import { language } from '../words/words.ts'

const tokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' })
const weekdays = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}

/** Today in Asia/Tokyo by this machine's clock; only for what is shown or proposed, never for what is decided. */
export function todayInTokyo(): LocalDate {
  return tokyo.format()
}

/** 月 … 日, or Mon … Sun. */
export function weekdayWord(date: LocalDate): string {
  return weekdays[language()][weekdayOf(date)] ?? ''
}

/** A date in a table: `26/11/20(金)`; in English `2026-11-20 Fri`. */
export function dateInTable(date: LocalDate): string {
  if (language() === 'en') return `${date} ${weekdayWord(date)}`
  return `${date.slice(2).replaceAll('-', '/')}(${weekdayWord(date)})`
}

/** The instant in Asia/Tokyo as `11/20 14:05`; with the year where `withYear` is true. */
export function instantInTable(instant: string, options: { readonly withYear?: boolean } = {}): string {
  const [date = '', time = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Tokyo',
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(Date.parse(instant))
    .split(' ')
  return `${date.slice(options.withYear === true ? 0 : 5).replaceAll('-', '/')} ${time}`
}

/** The month as a screen's period: `2026年11月（令和8年）`, in English `November 2026`. Takes any date of the month. */
export function monthOfScreen(date: LocalDate): string {
  const at = Date.parse(`${date.slice(0, 7)}-15T00:00:00+09:00`)
  if (language() === 'en')
    return new Intl.DateTimeFormat('en', { year: 'numeric', month: 'long', timeZone: 'Asia/Tokyo' }).format(at)
  const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: 'Asia/Tokyo' })
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月（${era.format(at).replace(/^(\D+)1年$/, '$1元年')}）`
}
