import { addDays, isLocalDate, type LocalDate } from '@ennoshita/kernel'

/** A day and a time of day in Asia/Tokyo. */
export type CallBackTime = { readonly on: LocalDate; readonly at: string }

const dayWords: Readonly<Record<string, number>> = {
  ...{ 今日: 0, 本日: 0 },
  ...{ 明日: 1, あす: 1, あした: 1 },
  ...{ 明後日: 2, あさって: 2 },
}
const monthAndDay = /^(\d{1,2})[/月](\d{1,2})日?(?=.)/
const timeOfDay = /^(午前|午後)?(\d{1,2})(?::(\d{2})|時(?:(\d{1,2})分?|半)?)$/

/**
 * Until when to call back, as it is written at the telephone: 15:00, 1500, 15時半, 午後3時, 明日10時, 11/24 9:30, in any width.
 * A time without a day is the next one after `now`. Answers undefined where nothing sure can be read: a wrong time would let
 * a caller wait.
 */
export function readCallBackTime(text: string, now: CallBackTime): CallBackTime | undefined {
  const written = text
    .normalize('NFKC')
    .trim()
    .replace(/(までに|まで|に|頃|ごろ)$/, '')
  const day = leadingDay(written, now.on)
  const at = readTime(
    written
      .slice(day?.length ?? 0)
      .replace(/^[\sの]+/, '')
      .trim(),
  )
  if (at === undefined) return undefined
  if (day !== undefined) return { on: day.on, at }
  return { on: at > now.at ? now.on : addDays(now.on, 1), at }
}

/** The instant of a call-back time, ISO 8601 with the offset of Asia/Tokyo. */
export const callBackInstant = ({ on, at }: CallBackTime): string => `${on}T${at}:00+09:00`

function leadingDay(written: string, today: LocalDate): { on: LocalDate; length: number } | undefined {
  for (const [word, days] of Object.entries(dayWords))
    if (written.startsWith(word)) return { on: addDays(today, days), length: word.length }
  const found = monthAndDay.exec(written)
  if (!found) return undefined
  const [matched, month = '', date = ''] = found
  const year = Number(today.slice(0, 4))
  const on = [year, year + 1]
    .map((each) => `${each}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
    .find((each) => isLocalDate(each) && each >= today)
  return on === undefined ? undefined : { on, length: matched.length }
}

function readTime(written: string): string | undefined {
  const together = /^(\d{1,2})(\d{2})$/.exec(written)
  if (together) return clock(Number(together[1]), Number(together[2]))
  const found = timeOfDay.exec(written)
  if (!found) return undefined
  const [, half, hours = '', after, minutes] = found
  const isAfternoon = half === '午後' && Number(hours) < 12
  return clock(Number(hours) + (isAfternoon ? 12 : 0), written.endsWith('半') ? 30 : Number(after ?? minutes ?? 0))
}

function clock(hours: number, minutes: number): string | undefined {
  if (hours > 23 || minutes > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
