import type { Words } from '@ennoshita/kernel'

/** One thing due in the days away: a task, or a time of a kind of work that no task stands for yet. */
export type DueThing = {
  kindId: string | null
  taskId: string | null
  name: string
  dueOn: string
  minutes: number
  legalDeadline: string
  substituteNames: readonly string[]
}

export type AbsentActivity = {
  kindId: string | null
  taskId: string | null
  name: string
  dueOns: string[]
  legalDeadline: string
  minutes: number
  substituteNames: string[]
  stops: boolean
}

export type AbsencePreview = {
  activities: AbsentActivity[]
  stoppingCount: number
  legalDeadlineCount: number
  uncoveredMinutes: number
  allMinutes: number
  summary: Words
}

/** What stops if a person is away: work with no other doer first, then by its first day; minutes are usual minutes. */
export function absenceOf(things: readonly DueThing[], personName: string): AbsencePreview {
  const activities = new Map<string, AbsentActivity>()
  for (const thing of things) {
    const key = thing.kindId ?? thing.taskId ?? thing.name
    const known = activities.get(key) ?? {
      kindId: thing.kindId,
      taskId: thing.kindId ? null : thing.taskId,
      name: thing.name,
      dueOns: [],
      legalDeadline: thing.legalDeadline,
      minutes: 0,
      substituteNames: [...thing.substituteNames],
      stops: thing.substituteNames.length === 0,
    }
    known.dueOns.push(thing.dueOn)
    known.minutes += thing.minutes
    activities.set(key, known)
  }
  const sorted = [...activities.values()].map((each) => ({ ...each, dueOns: [...each.dueOns].sort() }))
  const firstDay = (activity: AbsentActivity) => activity.dueOns[0] ?? ''
  sorted.sort(
    (one, other) =>
      Number(other.stops) - Number(one.stops) ||
      (firstDay(one) < firstDay(other) ? -1 : firstDay(one) > firstDay(other) ? 1 : 0),
  )
  const stopping = sorted.filter((each) => each.stops)
  const legalDeadlineCount = stopping.filter((each) => each.legalDeadline !== '').length
  return {
    activities: sorted,
    stoppingCount: stopping.length,
    legalDeadlineCount,
    uncoveredMinutes: stopping.reduce((sum, each) => sum + each.minutes, 0),
    allMinutes: sorted.reduce((sum, each) => sum + each.minutes, 0),
    summary: summaryOf(personName, sorted.length, stopping, legalDeadlineCount),
  }
}

function summaryOf(name: string, all: number, stopping: readonly AbsentActivity[], legal: number): Words {
  if (all === 0)
    return { ja: `この期間に${name}さんの期日はありません。`, en: `Nothing of ${name}'s is due in these days.` }
  if (stopping.length === 0)
    return {
      ja: `${name}さんが不在でも、${all}件すべてに代わりの人がいます。`,
      en: `All ${all} of ${name}'s matters have a substitute.`,
    }
  const first = stopping[0]?.name ?? ''
  const others = stopping.length > 1 ? `など${stopping.length}件` : ''
  return {
    ja: `${name}さんが不在だと「${first}」${others}が止まります。${legal > 0 ? `うち${legal}件には法定期限があります。` : ''}`,
    en: `Without ${name}, ${stopping.length} of ${all} would stop, such as "${first}".${legal > 0 ? ` ${legal} of them have a legal deadline.` : ''}`,
  }
}
