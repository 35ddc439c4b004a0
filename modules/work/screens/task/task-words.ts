import { daysBetween } from '@ennoshita/kernel'
import type { StatusColour } from '@ennoshita/ui'
import { dateInTable, t } from '@ennoshita/ui'
import type { TaskRow } from '../../contract.ts'

/** The due date as one says it: 今日, 明日, else the day; what has passed says how long ago. */
export function dueWord(dueOn: string | null, today: string): string {
  if (dueOn === null) return t('期日なし')
  const days = daysBetween(today, dueOn)
  if (days === 0) return t('今日')
  if (days === 1) return t('明日')
  if (days < 0) return t('{date}　{days}日前', { date: dateInTable(dueOn), days: -days })
  return dateInTable(dueOn)
}

/** How long someone has been waited for, in days. */
export function waitedWord(since: string | null, today: string): string {
  if (since === null) return ''
  const days = daysBetween(dayOf(since), today)
  return days <= 0 ? t('今日から') : t('{days}日', { days })
}

const tokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' })

/** The day in Asia/Tokyo on which an instant falls. */
export function dayOf(instant: string): string {
  return tokyo.format(Date.parse(instant))
}

export function taskStateWord(state: TaskRow['state']): string {
  const words = { open: t('これから'), started: t('進行中'), done: t('終わり'), dropped: t('取りやめ') }
  return words[state]
}

export const taskStateColours: Readonly<Record<TaskRow['state'], StatusColour>> = {
  open: 'grey',
  started: 'blue',
  done: 'green',
  dropped: 'grey',
}

export const taskId = (task: TaskRow): string => task.taskId
