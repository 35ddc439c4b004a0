import { addDays, type BusinessCalendar, shiftToBusinessDay } from '@ennoshita/statutes'
import { nextTerm, noticeDate, readNoticePeriod } from './register-notice.ts'

/** What the register knows of a thing with dates, as far as its dates ask for work. */
export type DatedEntry = {
  readonly name: string
  readonly counterpart: string
  readonly endsOn: string | null
  readonly noticeOn: string | null
  readonly renews: 'auto' | 'none' | 'by-hand'
  readonly leadDays: number
}

export type DatedTask = { about: 'notice' | 'end'; on: string; dueOn: string; title: string }

/**
 * The tasks that an entry's dates ask for by today: one for the notice while the term runs, one for the end. What renews
 * by itself asks at its notice date only; without one it asks before its end. A task is due on the business day before
 * its date falls on a day off.
 */
export function registerTasks(entry: DatedEntry, today: string, calendar: BusinessCalendar): DatedTask[] {
  const named = entry.counterpart === '' ? `「${entry.name}」` : `「${entry.name}」（${entry.counterpart}）`
  const tasks: DatedTask[] = []
  const add = (about: DatedTask['about'], on: string, title: string) => {
    if (addDays(on, -entry.leadDays) <= today)
      tasks.push({ about, on, dueOn: shiftToBusinessDay(on, 'previous', calendar), title })
  }
  const isRunning = entry.endsOn === null || entry.endsOn >= today
  if (entry.noticeOn !== null && isRunning)
    add('notice', entry.noticeOn, `${named}を続けるか決めて知らせる（通知期限 ${dayOf(entry.noticeOn)}）`)
  if (entry.endsOn !== null && entry.renews === 'auto' && entry.noticeOn === null)
    add('end', entry.endsOn, `${named}の自動更新の前に内容を確かめる（${dayOf(entry.endsOn)}まで）`)
  if (entry.endsOn !== null && entry.renews === 'by-hand')
    add('end', entry.endsOn, `${named}を更新する（期限 ${dayOf(entry.endsOn)}）`)
  if (entry.endsOn !== null && entry.renews === 'none')
    add('end', entry.endsOn, `${named}の終了に備える（${dayOf(entry.endsOn)}まで）`)
  return tasks
}

function dayOf(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

export type Term = { startsOn: string | null; endsOn: string; noticeOn: string | null }

/** The terms that began by themselves since the end of the last one, oldest first; the last of them runs today. */
export function selfRenewedTerms(endsOn: string, months: number, noticePeriod: string, today: string): Term[] {
  const period = readNoticePeriod(noticePeriod)
  const terms: Term[] = []
  for (let last = endsOn; last < today; ) {
    const next = nextTerm(last, months)
    terms.push({ ...next, noticeOn: period ? noticeDate(next.endsOn, period) : null })
    last = next.endsOn
  }
  return terms
}
