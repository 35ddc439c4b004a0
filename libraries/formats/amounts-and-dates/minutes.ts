import { type Reading, valueRead } from './reading.ts'

const longestMinutes = 60 * 24 * 366

const plainTime = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/^(約|およそ|だいたい|計|合計)/, '')
    .replace(/(程度|くらい|ぐらい|ほど|弱|強|前後)$/, '')
    .replace(/時間?半$/, '時間30分')
    .replace(/^半時間$/, '30分')

const hourUnit = '(?:時間|時|h|hr|hrs|hour|hours)'
const minuteUnit = '(?:分間?|m|min|mins|minute|minutes)'
const patterns: [RegExp, (match: RegExpExecArray) => number][] = [
  [/^(\d{1,6})$/, (match) => Number(match[1])],
  [/^(\d{1,4}):([0-5]\d)(?::[0-5]\d)?$/, (match) => Number(match[1]) * 60 + Number(match[2])],
  [new RegExp(`^(\\d{1,6})${minuteUnit}$`), (match) => Number(match[1])],
  [new RegExp(`^(\\d{1,4}(?:\\.\\d{1,4})?)${hourUnit}$`), (match) => Math.floor(Number(match[1]) * 60 + 0.5)],
  [new RegExp(`^(\\d{1,4})${hourUnit}(\\d{1,3})${minuteUnit}?$`), (match) => Number(match[1]) * 60 + Number(match[2])],
]

/** Reads a duration as people write it (1時間30分, 90分, 1.5h, 1:30, ９０) in minutes; a bare whole number is minutes, hours are rounded to the minute. */
export function readMinutes(text: string): Reading<number> {
  const plain = plainTime(text.slice(0, 40))
  if (plain === '') return { ok: false, message: '時間を入力してください。', messageEn: 'Enter a duration.' }
  for (const [pattern, minutesOf] of patterns) {
    const match = pattern.exec(plain)
    const minutes = match && minutesOf(match)
    if (minutes !== null && minutes <= longestMinutes) return { ok: true, value: minutes }
  }
  const shown = text.slice(0, 30)
  if (/^\d+\.\d+$/.test(plain)) {
    return {
      ok: false,
      message: `「${shown}」は時間か分かわかりません。1.5時間 や 90分 のように単位を付けてください。`,
      messageEn: `"${shown}" may be hours or minutes. Write the unit, like 1.5h or 90分.`,
    }
  }
  return {
    ok: false,
    message: `「${shown}」を時間として読めません。90分、1時間30分、1.5h、1:30 のように入力してください。`,
    messageEn: `"${shown}" is not a duration. Write it like 90分, 1時間30分, 1.5h or 1:30.`,
  }
}

/** The duration in minutes as readMinutes reads it; throws UnreadableTextError with the sentence. */
export function parseMinutes(text: string): number {
  return valueRead(readMinutes(text))
}

/** 90 → 1時間30分 or 1 h 30 min. Throws RangeError for anything but a whole number of minutes from 0. */
export function formatMinutes(minutes: number, language: 'ja' | 'en' = 'ja'): string {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError(`分の整数ではありません：${minutes}`)
  const rest = minutes % 60
  const hours = (minutes - rest) / 60
  const [hour, minute, gap] = language === 'ja' ? ['時間', '分', ''] : [' h', ' min', ' ']
  if (hours === 0) return `${rest}${minute}`
  return rest === 0 ? `${hours}${hour}` : `${hours}${hour}${gap}${rest}${minute}`
}
