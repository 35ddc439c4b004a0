import { type Weekday, weekdays } from '../calendar/days.ts'
import { oneOf } from '../core/input.ts'
import { checkedDueRule } from './check-due-rule.ts'
import type { AfterOccasionRule, DayOfMonth, DueCalendar, DueRule, DueShift } from './due-rule.ts'
import { occasionWord } from './occasions.ts'

const japaneseWeekdays: Record<Weekday, string> = {
  sun: '日',
  mon: '月',
  tue: '火',
  wed: '水',
  thu: '木',
  fri: '金',
  sat: '土',
}
const englishWeekdays: Record<Weekday, string> = {
  sun: 'Sunday',
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
}
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const japaneseOpenDay: Record<DueCalendar, string> = {
  company: '営業日',
  bank: '銀行営業日',
  'public-office': '開庁日',
}
const englishOpenDay: Record<DueCalendar, string> = {
  company: 'business day',
  bank: 'bank business day',
  'public-office': 'day on which public offices are open',
}
const japaneseShift: Record<DueCalendar, [closed: string, open: string]> = {
  company: ['休日', '営業日'],
  bank: ['銀行休業日', '営業日'],
  'public-office': ['閉庁日', '開庁日'],
}

const sorted = (days: readonly Weekday[]): Weekday[] =>
  weekdays.filter((weekday) => weekday !== 'sun' && days.includes(weekday)).concat(days.includes('sun') ? ['sun'] : [])

const ordinal = (count: number): string => {
  const tail = count % 100 > 10 && count % 100 < 14 ? 0 : count % 10
  return `${count}${['th', 'st', 'nd', 'rd'][tail] ?? 'th'}`
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const dayJa = (day: DayOfMonth, calendar: DueCalendar): string => {
  if (day === 'end') return '末日'
  if (typeof day === 'number') return `${day}日`
  const open = japaneseOpenDay[calendar]
  if (day.businessDay > 0) return `第${day.businessDay}${open}`
  return day.businessDay === -1 ? `最終${open}` : `末から${-day.businessDay}番目の${open}`
}

const dayEn = (day: DayOfMonth, calendar: DueCalendar): string => {
  if (day === 'end') return 'last day'
  if (typeof day === 'number') return ordinal(day)
  const open = englishOpenDay[calendar]
  if (day.businessDay > 0) return `${ordinal(day.businessDay)} ${open}`
  return day.businessDay === -1 ? `last ${open}` : `${ordinal(-day.businessDay)} last ${open}`
}

const laterJa = (months: number): string =>
  months === 0 ? '当月' : months === 1 ? '翌月' : months === 2 ? '翌々月' : `${months}か月後の`
const laterEn = (months: number): string =>
  months === 0 ? 'the same month' : months === 1 ? 'the following month' : `the month ${months} months later`

const afterJa = (rule: AfterOccasionRule): string => {
  const unit = { 'calendar-days': '日', 'business-days': japaneseOpenDay[rule.calendar ?? 'company'], months: 'か月' }[
    rule.unit
  ]
  const occasion = occasionWord(rule.occasion, 'ja')
  if (rule.length === 0 && rule.unit === 'calendar-days') return `${occasion}の当日`
  if (rule.length < 0) return `${occasion}の${-rule.length}${unit}前`
  return `${occasion}から${rule.length}${unit}以内${rule.firstDay === 'included' ? '（初日算入）' : ''}`
}

const afterEn = (rule: AfterOccasionRule): string => {
  const open = englishOpenDay[rule.calendar ?? 'company']
  const unit = { 'calendar-days': 'day', 'business-days': open, months: 'month' }[rule.unit]
  const count = Math.abs(rule.length)
  const span = `${count} ${count === 1 ? unit : unit.replace('day', 'days').replace(/^month$/, 'months')}`
  const occasion = occasionWord(rule.occasion, 'en')
  if (rule.length === 0 && rule.unit === 'calendar-days') return `on the day of ${occasion}`
  if (rule.length < 0) return `${span} before ${occasion}`
  return `within ${span} after ${occasion}${rule.firstDay === 'included' ? ' (counting its day)' : ''}`
}

const shiftJa = ({ shift = 'none', calendar = 'company' }: DueShift): string => {
  if (shift === 'none') return ''
  const [closed, open] = japaneseShift[calendar]
  return `（${closed}なら${shift === 'previous' ? '前' : '翌'}${open}）`
}

const shiftEn = ({ shift = 'none', calendar = 'company' }: DueShift): string => {
  if (shift === 'none') return ''
  const open = englishOpenDay[calendar]
  return ` (otherwise the ${shift === 'previous' ? 'previous' : 'next'} ${open})`
}

const japanese = (rule: DueRule): string => {
  const calendar = ('calendar' in rule && rule.calendar) || 'company'
  switch (rule.kind) {
    case 'as-needed':
      return '随時'
    case 'daily':
      return `毎${japaneseOpenDay[calendar]}`
    case 'weekly': {
      const every = rule.everyWeeks ?? 1
      const days = sorted(rule.weekdays).map((weekday) => japaneseWeekdays[weekday])
      return `${every === 1 ? '毎週' : every === 2 ? '隔週' : `${every}週ごとの`}${days.join('・')}曜日${shiftJa(rule)}`
    }
    case 'monthly':
      return `${rule.monthsLater ? laterJa(rule.monthsLater) : '毎月'}${dayJa(rule.day, calendar)}${shiftJa(rule)}`
    case 'quarterly': {
      const place = rule.monthOfQuarter
      const month =
        place > 3 ? `四半期終了の${laterJa(place - 3)}` : place === 3 ? '四半期末月の' : `四半期の${place}か月目の`
      return `${month}${dayJa(rule.day, calendar)}${shiftJa(rule)}`
    }
    case 'yearly':
      return `毎年${rule.months.join('・')}月の${dayJa(rule.day, calendar)}${shiftJa(rule)}`.replace(
        /^(毎年\d+月)の(?=\d|末日)/,
        '$1',
      )
    case 'after-occasion':
      return afterJa(rule) + shiftJa(rule)
    case 'month-after-occasion':
      return `${occasionWord(rule.occasion, 'ja')}の${laterJa(rule.monthsLater)}${dayJa(rule.day, calendar)}${shiftJa(rule)}`
  }
}

const english = (rule: DueRule): string => {
  const calendar = ('calendar' in rule && rule.calendar) || 'company'
  switch (rule.kind) {
    case 'as-needed':
      return 'as needed'
    case 'daily':
      return `every ${englishOpenDay[calendar]}`
    case 'weekly': {
      const every = rule.everyWeeks ?? 1
      const days = listed(sorted(rule.weekdays).map((weekday) => englishWeekdays[weekday]))
      return `${every === 1 ? 'every' : every === 2 ? 'every other' : `every ${every} weeks on`} ${days}${shiftEn(rule)}`
    }
    case 'monthly':
      return `the ${dayEn(rule.day, calendar)} of ${rule.monthsLater ? laterEn(rule.monthsLater) : 'every month'}${shiftEn(rule)}`
    case 'quarterly': {
      const place = rule.monthOfQuarter
      const month =
        place > 3 ? `${laterEn(place - 3)} after each quarter` : `the ${ordinal(place)} month of each quarter`
      return `the ${dayEn(rule.day, calendar)} of ${month}${shiftEn(rule)}`
    }
    case 'yearly': {
      const months = listed(rule.months.map((month) => englishMonths[month - 1] ?? String(month)))
      return `the ${dayEn(rule.day, calendar)} of ${months} every year${shiftEn(rule)}`
    }
    case 'after-occasion':
      return afterEn(rule) + shiftEn(rule)
    case 'month-after-occasion':
      return `the ${dayEn(rule.day, calendar)} of ${laterEn(rule.monthsLater)} after ${occasionWord(rule.occasion, 'en')}${shiftEn(rule)}`
  }
}

/** Says a rule in a person's words, such as 翌月10日（休日なら前営業日）; parseDueRule reads the Japanese form back. */
export function describeDueRule(rule: DueRule, language: 'ja' | 'en' = 'ja'): string {
  const checked = checkedDueRule(rule)
  return oneOf('language', language, ['ja', 'en']) === 'ja' ? japanese(checked) : english(checked)
}
